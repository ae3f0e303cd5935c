"""What stands on pages, as plain values."""
