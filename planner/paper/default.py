"""Which paper the user most likely has."""

import os

from PySide6.QtCore import QLocale
from PySide6.QtGui import QPageLayout

from planner.paper.painting import page_layout
from planner.paper.sizes import Paper, paper_in
from planner.paper.wish import Wish


def default_paper() -> Paper:
    """Return the usual paper where the user lives; LC_PAPER goes before the language."""
    named = os.environ.get("LC_ALL") or os.environ.get("LC_PAPER")
    locale = QLocale(named) if named else QLocale.system()
    return paper_in(QLocale.territoryToCode(locale.territory()))


def wished_layout(wish: Wish) -> QPageLayout:
    """Return the paper of a wish, or the usual one, as it is to lie."""
    return page_layout(wish.paper or default_paper(), landscape=wish.landscape)
