"""What each page shows, as plain values made from a state."""
