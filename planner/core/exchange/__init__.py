"""Plan, week, status and checklist in the forms in which they leave the program.

Figures come from the functions that the pages use, so screen, file and terminal always agree.
"""
