"""Copies of the whole store, each one zip, and the way back to them."""
