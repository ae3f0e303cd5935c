"""Planning again: what stays, what has slipped, and how the rest makes room for it."""
