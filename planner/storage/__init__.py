"""Keeps what the user did in files that survive a power cut and a full disk."""
