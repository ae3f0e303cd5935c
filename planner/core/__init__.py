"""What Loopready knows and decides: values, commands, planning and readiness, with no outside world."""
