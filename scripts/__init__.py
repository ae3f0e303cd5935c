"""Commands of a developer that are written in Python; the Makefile runs them."""
