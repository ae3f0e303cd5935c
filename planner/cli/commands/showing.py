"""`loopready week`, `status`, `checklist` and `export`: what the store holds, written down."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from datetime import date

from planner.cli.asked.forms import form_of
from planner.cli.commands import documents
from planner.cli.commands.store import opened_with_plan
from planner.cli.output import complain
from planner.cli.parts import Parts
from planner.core.state import State

_WRITERS: Mapping[str, Callable[[State, date], documents.Writer]] = {
    "week": documents.week,
    "status": documents.status,
    "checklist": documents.checklist,
}


def show(options: Namespace, parts: Parts) -> None:
    """Write the document that the command names.

    Raises:
        Refused, WrongUsage, Failure, StoreError: when that is not possible.
    """
    form = form_of(options)
    workspace = opened_with_plan(parts)
    if options.command == "status":
        parts.news(workspace, complain)
    if form == "ics":
        from planner.cli.commands.calendars import write

        write(options, parts, workspace, _days(options, workspace.state, parts.today))
        return
    if options.command == "export":
        writer = documents.plan(workspace.state, parts.today, stories=options.stories)
    else:
        writer = _WRITERS[options.command](workspace.state, parts.today)
    documents.write(writer, form, options)


def _days(options: Namespace, state: State, today: date) -> tuple[date, date] | None:
    """Return the days of this week where only that is wanted."""
    if options.command != "week" or state.plan is None:
        return None
    week = state.plan.week_at(today)
    return week.monday, week.sunday
