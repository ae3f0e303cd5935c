"""The few widgets every page is made of."""
