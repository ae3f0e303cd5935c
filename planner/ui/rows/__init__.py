"""Lists of rows that are painted by hand, for any page."""
