"""Where something is entered, chosen or ticked."""
