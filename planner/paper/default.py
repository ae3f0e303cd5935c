"""Which paper the user most likely has."""

import os
from collections.abc import Mapping

from PySide6.QtCore import QLocale
from PySide6.QtGui import QPageLayout

from planner.paper.painting import page_layout
from planner.paper.sizes import Paper, paper_in
from planner.paper.wish import Wish

_NAMES = ("LC_ALL", "LC_PAPER", "LANG")
"""What names the country of paper, the strongest first, as the C library reads them."""


def default_paper(environment: Mapping[str, str] = os.environ) -> Paper:
    """Return the usual paper where the user lives; elsewhere than on Unix the system knows."""
    named = next(filter(None, map(environment.get, _NAMES)), "")
    locale = QLocale(named) if named else QLocale.system()
    return paper_in(QLocale.territoryToCode(locale.territory()))


def wished_layout(wish: Wish) -> QPageLayout:
    """Return the paper of a wish, or the usual one, as it is to lie."""
    return page_layout(wish.paper or default_paper(), landscape=wish.landscape)
