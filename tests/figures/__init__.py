"""Every figure that leaves the program is the one that the screen shows."""
