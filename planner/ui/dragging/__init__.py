"""Sessions carried by the mouse to another day or week."""
