"""What the checklist says: notes, hours, and rows in words for a screen reader."""

from datetime import date

from planner.core.language import translate
from planner.core.progress import Done
from planner.core.readiness import Share
from planner.core.screens.checklist import ItemRow, UnitRow
from planner.core.values import Subject
from planner.core.wording import duration, hours_share
from planner.core.wording.names import priority_name
from planner.ui.kit.words.dates import day_and_month
from planner.ui.kit.words.names import rating_name
from planner.ui.pages.checklist.nodes import Head


def section_share(share: Share) -> str:
    """Return "14 of 35 h", or nothing for a section without hours."""
    return hours_share(share) if share.of else ""


def item_hours(row: ItemRow) -> str:
    """Return "5 of 9 h" while an item is half done, else what it takes."""
    if 0 < row.share.done < row.share.of:
        return section_share(row.share)
    return duration(row.share.of or row.short)


def unit_time(row: UnitRow) -> str:
    """Return what a unit takes, or nothing where its item has no time."""
    return duration(row.minutes) if row.minutes else ""


def note(row: ItemRow) -> str:
    """Return "Camille Fournier · weeks 4–5": whose it is, and when.

    The group is left out where the heading of the section says the same.
    """
    of_group = row.group if row.subject in {Subject.TECHNICAL, Subject.LEADERSHIP} else ""
    return " · ".join(filter(None, (row.author or of_group, marks(row), item_status(row))))


def marks(row: ItemRow) -> str:
    """Return "foundation · rated strong · your estimate", as far as it is so."""
    rated = translate("ChecklistPage", "rated {rating}")
    parts = [
        translate("ChecklistPage", "foundation") if row.foundation else "",
        rated.format(rating=rating_name(row.rating, row.subject)) if row.rating else "",
        translate("ChecklistPage", "your estimate") if row.estimated else "",
    ]
    return " · ".join(filter(None, parts))


def item_status(row: ItemRow) -> str:
    """Return when an item was finished, when it is planned, or why it is not."""
    if row.finished is not None:
        return finished(row.finished)
    if row.skipped:
        return translate("ChecklistPage", "skipped")
    if row.weeks is not None:
        return _planned(row, *row.weeks)
    if row.short:
        words = translate("ChecklistPage", "does not fit: {time} short")
        return words.format(time=duration(row.short))
    if row.unplanned:
        return translate("ChecklistPage", "not in the plan yet")
    return ""


def _planned(row: ItemRow, first: int, last: int) -> str:
    if not row.short:
        return weeks(first, last)
    words = translate("ChecklistPage", "{weeks}, shortened by {time}")
    return words.format(weeks=weeks(first, last), time=duration(row.short))


def unit_status(row: UnitRow) -> str:
    """Return when a unit was finished, or in which week it stands."""
    if row.finished is not None:
        return finished(row.finished)
    return weeks(row.week, row.week) if row.week is not None else ""


def finished(day: date) -> str:
    """Return "finished 6 Dec"."""
    return translate("ChecklistPage", "finished {day}").format(day=day_and_month(day))


def weeks(first: int, last: int) -> str:
    """Return "week 4" or "weeks 6–7"."""
    if first == last:
        words = translate("ChecklistPage", "week {number}")
        return words.format(number=first)
    words = translate("ChecklistPage", "weeks {first}–{last}")
    return words.format(first=first, last=last)


def spoken_head(row: Head) -> str:
    """Return the heading of a section with its hours."""
    return ", ".join(filter(None, (row.title, section_share(row.share))))


def spoken(row: ItemRow | UnitRow) -> str:
    """Return a row as a sentence: what it is, how far it is, when, and how long."""
    if isinstance(row, UnitRow):
        state = _how_far(Done.DONE if row.done else Done.OPEN)
        return ", ".join(filter(None, (row.label, state, unit_status(row), unit_time(row))))
    parts = (row.title, _how_far(row.state), note(row), priority_name(row.priority))
    return ", ".join(filter(None, (*parts, item_hours(row))))


def _how_far(state: Done) -> str:
    names = {
        Done.OPEN: translate("ChecklistPage", "not done"),
        Done.HALF: translate("ChecklistPage", "half done"),
        Done.DONE: translate("ChecklistPage", "done"),
    }
    return names[state]
