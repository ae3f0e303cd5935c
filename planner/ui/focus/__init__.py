"""The focus timer in the window; nothing of it is loaded before it is wanted."""
