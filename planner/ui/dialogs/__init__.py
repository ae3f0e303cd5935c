"""Everything that opens over the window and waits for an answer."""
