"""Proves at length that nothing is lost: run by `make reliability`, which ends with a table."""
