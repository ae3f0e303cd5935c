"""What another plan would change: in one sentence, and session by session before and after."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from planner.core.language import translate
from planner.core.planning import Difference
from planner.core.screens.plan import LeftOutRow
from planner.core.screens.replan import ChangeRow, Counts, Place
from planner.core.wording import duration
from planner.ui.kit.words.dates import clock_text, short_day
from planner.ui.kit.words.grouped import GroupedTable

Row = tuple[str, str, str]

_tr = partial(translate, "ReplanDialog")


class ChangesTable(GroupedTable):
    """Sessions under headings that say what happens to them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        columns = (self.tr("Session"), self.tr("Now"), self.tr("Then"))
        super().__init__(self.tr("What would change"), columns, parent)

    def show_changes(
        self,
        moved: Sequence[ChangeRow],
        shifted: Sequence[ChangeRow],
        added: Sequence[ChangeRow],
        removed: Sequence[ChangeRow],
        left_out: Sequence[LeftOutRow],
    ) -> None:
        """Show what changes, and what is left out then."""
        self.clear()
        self.add_group(self.tr("Move"), [_row(one) for one in moved])
        self.add_group(self.tr("At another time"), [_row(one) for one in shifted])
        self.add_group(self.tr("New"), [_row(one) for one in added])
        self.add_group(self.tr("No longer planned"), [_row(one) for one in removed])
        rows = [(f"{one.title} — {one.why}", "", duration(one.minutes)) for one in left_out]
        self.add_group(self.tr("Left out"), rows)
        self.open_up()


def summary(difference: Difference) -> str:
    """Return a difference in one sentence."""
    return counts_summary(
        Counts(
            moved=len(difference.moved),
            stayed=len(difference.stayed) + len(difference.shifted),
            shifted=len(difference.shifted),
            added=len(difference.added),
            removed=len(difference.removed),
        )
    )


def counts_summary(counts: Counts) -> str:
    """Return the numbers of a difference in one sentence."""
    if counts.is_empty:
        return _tr("Every session stays where it is.")
    stay = _tr("%n stay(s|)", n=counts.stayed)
    if counts.shifted:
        shifted = _tr("%n at another time", n=counts.shifted)
        stay = _tr("{stay} ({shifted})", stay=stay, shifted=shifted)
    parts = [_tr("%n session(s) move(s|)", n=counts.moved), stay]
    if counts.added:
        parts.append(_tr("%n (is|are) new", n=counts.added))
    if counts.removed:
        parts.append(_tr("%n (is|are) no longer planned", n=counts.removed))
    return f"{', '.join(parts)}."


def _row(change: ChangeRow) -> Row:
    return (change.title, _when(change.before), _when(change.after))


def _when(place: Place | None) -> str:
    if place is None:
        return ""
    week = _tr("week {week}").format(week=place.week)
    return f"{short_day(place.day)}, {clock_text(place.start)} · {week}"
