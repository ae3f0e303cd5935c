"""Which paper the user most likely has."""

import os

from PySide6.QtCore import QLocale

from planner.paper.sizes import Paper, paper_in


def default_paper() -> Paper:
    """Return the usual paper where the user lives; LC_PAPER goes before the language."""
    named = os.environ.get("LC_ALL") or os.environ.get("LC_PAPER")
    locale = QLocale(named) if named else QLocale.system()
    return paper_in(QLocale.territoryToCode(locale.territory()))
