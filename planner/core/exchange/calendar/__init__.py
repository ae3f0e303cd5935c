"""Sessions and rounds as entries of a calendar, and what changed of them since the last export."""

from planner.core.exchange.calendar.entries import Chosen, Entry, entries
from planner.core.exchange.calendar.revisions import Revision, joined, known_still, revised

__all__ = ["Chosen", "Entry", "Revision", "entries", "joined", "known_still", "revised"]
