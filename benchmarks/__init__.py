"""Figures of the program, as medians and ratios of one run. Run by hand: make bench."""
