"""The words for the core's own vocabularies, the same on every page, on paper and in a terminal."""

from functools import partial

from planner.core.language import translate
from planner.core.values import Phase, Priority

_tr = partial(translate, "Names")


def priority_name(priority: Priority) -> str:
    """Return a priority in a word."""
    return {
        Priority.CORE: _tr("core"),
        Priority.IMPORTANT: _tr("important"),
        Priority.OPTIONAL: _tr("optional"),
    }[priority]


def phase_name(phase: Phase) -> str:
    """Return what the weeks of a phase are called: "build phase"."""
    return {
        Phase.ORIENTATION: _tr("orientation"),
        Phase.BUILD: _tr("build phase"),
        Phase.MOCK: _tr("mock phase"),
        Phase.TAPER: _tr("taper"),
    }[phase]
