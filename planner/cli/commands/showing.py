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
    "export": documents.plan,
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
    writer = _WRITERS[options.command](workspace.state, parts.today)
    documents.write(writer, form, options)
