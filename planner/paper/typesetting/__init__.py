"""How it is set: letters, lines, rows and columns, until pages are full."""
