"""The dialog in which a mock is run, scored and turned into fixes."""
