"""Loopready plans the study for an Amazon L6 or L7 engineering manager interview loop."""

__version__ = "0.1.0"
