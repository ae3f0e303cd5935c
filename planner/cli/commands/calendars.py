"""The plan as a calendar file, which corrects what an earlier one put into the calendar."""

from argparse import Namespace
from datetime import date

from planner.cli.output import complain, deliver
from planner.cli.parts import Parts
from planner.core.exchange.calendar import Chosen
from planner.core.state import State
from planner.storage.calendar.exported import remembered
from planner.storage.calendar.exporting import Wanted, export_calendar, keep_in_mind
from planner.storage.trouble import NotSaved
from planner.workspace import Workspace


def write(
    options: Namespace, parts: Parts, workspace: Workspace, days: tuple[date, date] | None = None
) -> None:
    """Write the calendar of the store's plan, all of it or some days, and remember what it holds.

    Raises:
        Refused, ReaderGone, WrongUsage, Failure: when that is not possible.
    """
    before = remembered(parts.folder)
    first = next(iter(workspace.records), None)
    now = parts.now()
    made = export_calendar(
        workspace.state, _wanted(options, days), now, first.id if first else "", before
    )
    deliver(made.content, options.output)
    if workspace.read_only or not workspace.device:
        return
    try:
        keep_in_mind(parts.folder, workspace.device, before, made, now.date())
    except NotSaved as trouble:
        complain(f"The next calendar file may leave old entries standing. {trouble}")


def write_unstored(options: Namespace, parts: Parts, state: State) -> None:
    """Write the calendar of a plan that is in no store.

    Raises:
        Refused, ReaderGone, WrongUsage, Failure: when that is not possible.
    """
    name = f"{state.plan.level.value} {state.plan.start} {state.plan.loop}" if state.plan else ""
    made = export_calendar(state, _wanted(options, None), parts.now(), name)
    deliver(made.content, options.output)


def _wanted(options: Namespace, days: tuple[date, date] | None) -> Wanted:
    return Wanted(
        chosen=Chosen(options.entries or Chosen.ALL),
        days=days,
        discreet=options.discreet,
        alarm=options.alarm,
    )
