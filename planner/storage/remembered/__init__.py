"""What this computer remembers of a store, for when the store does not hold it any more."""
