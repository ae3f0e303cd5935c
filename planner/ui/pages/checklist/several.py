"""What can be done with several items and units at once, each time as one gesture."""

from collections.abc import Sequence
from datetime import date

from planner.core.commands import Change, SkipItem, Tick
from planner.core.language import translate
from planner.core.progress import Done
from planner.core.screens.checklist import ItemRow, UnitRow
from planner.ui.pages.checklist.showing import LONGEST_LINE
from planner.ui.prompts import Prompts

AnyRow = ItemRow | UnitRow


def is_done(row: AnyRow) -> bool:
    """Say whether a row has its tick."""
    return row.state is Done.DONE if isinstance(row, ItemRow) else row.done


def offers(rows: Sequence[AnyRow]) -> frozenset[str]:
    """Return what applies to every one of the rows."""
    items = [row for row in rows if isinstance(row, ItemRow)]
    only_items = len(items) == len(rows)
    can = {"toggle-done": True}
    can["skip"] = only_items and not any(row.skipped or is_done(row) for row in items)
    can["take-in"] = only_items and all(row.skipped for row in items)
    return frozenset(action for action, possible in can.items() if possible)


def commands(
    action_id: str, rows: Sequence[AnyRow], today: date, prompts: Prompts
) -> tuple[Change, ...]:
    """Return the commands of an action that is offered; none where the user gives up.

    What is open is ticked off; only where nothing is, the ticks are taken back.
    """
    if action_id == "toggle-done":
        wanted = not all(is_done(row) for row in rows)
        changing = [row for row in rows if is_done(row) != wanted]
        return tuple(Tick(target=row.id, done=wanted, on=today) for row in changing)
    if action_id == "take-in":
        return tuple(SkipItem(item=row.id, skipped=False) for row in rows)
    title = translate("ChecklistPage", "Skip %n item(s)", n=len(rows))
    label = translate("ChecklistPage", "All their open sessions are skipped. Why?")
    text = prompts.text(title, label)
    if text is None:
        return ()
    reason = text.strip()[:LONGEST_LINE]
    return tuple(SkipItem(item=row.id, reason=reason) for row in rows)
