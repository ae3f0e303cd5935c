"""What the keyboard needs: letters for Alt, the way of Tab, and to see where it is."""
