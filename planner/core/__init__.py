"""What Loopready knows and decides, with no outside world."""
