"""Reads the busy hours out of a calendar file."""
