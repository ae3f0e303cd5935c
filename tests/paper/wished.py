"""What tests wish to have printed."""

from typing import Any

from planner.paper.contents.document import PAIR
from planner.paper.sizes import Paper
from planner.paper.wish import Kind, Wish

EVERY_OPTION = Wish(
    kind=Kind.PLAN,
    week=4,
    weeks=range(3, 7),
    weeks_a_page=2,
    week_after=True,
    paper=Paper.A5,
    landscape=True,
    large=True,
    hide_done=True,
    discreet=True,
)
"""Nothing of it is as it usually is."""


def wished(kind: Kind, weeks_a_page: int, **how: Any) -> Wish:
    """Return a kind with so many weeks on a page."""
    return Wish(kind=kind, weeks_a_page=weeks_a_page, week_after=weeks_a_page == PAIR, **how)
