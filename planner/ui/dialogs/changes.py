"""What another plan would change: in one sentence, and session by session before and after."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from planner.core.planning import Difference
from planner.core.screens.plan import LeftOutRow
from planner.core.screens.replan import ChangeRow, Counts, Place
from planner.core.wording import duration
from planner.ui.action import QT_TRANSLATE_NOOP
from planner.ui.kit.dates import clock_text, short_day
from planner.ui.kit.grouped import GroupedTable

Row = tuple[str, str, str]


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
        return QCoreApplication.translate("ReplanDialog", "Every session stays where it is.")
    stay = QCoreApplication.translate("ReplanDialog", "%n stay", "", counts.stayed)
    if counts.shifted:
        shifted = QCoreApplication.translate(
            "ReplanDialog", "%n at another time", "", counts.shifted
        )
        stay = f"{stay} ({shifted})"
    parts = [_said(_MOVE, counts.moved), stay]
    if counts.added:
        parts.append(_said(_NEW, counts.added))
    if counts.removed:
        parts.append(_said(_GONE, counts.removed))
    return f"{', '.join(parts)}."


_MOVE = (
    QT_TRANSLATE_NOOP("ReplanDialog", "1 session moves"),
    QT_TRANSLATE_NOOP("ReplanDialog", "%n sessions move"),
)
_NEW = (
    QT_TRANSLATE_NOOP("ReplanDialog", "1 is new"),
    QT_TRANSLATE_NOOP("ReplanDialog", "%n are new"),
)
_GONE = (
    QT_TRANSLATE_NOOP("ReplanDialog", "1 is no longer planned"),
    QT_TRANSLATE_NOOP("ReplanDialog", "%n are no longer planned"),
)


def _said(words: tuple[str, str], count: int) -> str:
    one, many = words
    if count == 1:
        return QCoreApplication.translate("ReplanDialog", one)
    return QCoreApplication.translate("ReplanDialog", many, "", count)


def _row(change: ChangeRow) -> Row:
    return (change.title, _when(change.before), _when(change.after))


def _when(place: Place | None) -> str:
    if place is None:
        return ""
    week = QCoreApplication.translate("ReplanDialog", "week {}").format(place.week)
    return f"{short_day(place.day)}, {clock_text(place.start)} · {week}"
