"""What holds other widgets, and where it lets them stand."""
