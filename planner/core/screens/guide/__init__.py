"""The guide itself as a page: L6 beside L7, and what one can do about each thing."""
