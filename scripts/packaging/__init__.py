"""Makes what users install out of the program folder; see `make packages`."""
