"""Asks for level, dates, hours and ratings, one step at a time, and shows the plan they give."""
