"""Asks for days off, holidays, weeks with other hours, rounds, and calendars to keep clear of."""
