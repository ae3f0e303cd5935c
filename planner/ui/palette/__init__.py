"""Finds what can be done and where to go, as one types."""
