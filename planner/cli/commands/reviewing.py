"""`loopready review`: the review of a week, and what is decided in it."""

from argparse import Namespace

from planner.cli.asked.forms import form_of
from planner.cli.commands import documents
from planner.cli.commands.store import ensure_writable, kept, opened_with_plan
from planner.cli.entered import entered
from planner.cli.failure import WrongUsage
from planner.cli.parts import Parts
from planner.core.commands import WriteReview
from planner.core.screens.weekly_review import WeeklyReview, weekly_review
from planner.core.state import State


def review(options: Namespace, parts: Parts) -> None:
    """Keep what is decided and noted, where something is, and write the review of the week.

    Raises:
        WrongUsage, Failure, StoreError: when a text is too long, or it was not saved.
    """
    form = form_of(options)
    workspace = opened_with_plan(parts)
    found = _review(workspace.state, options, parts)
    if options.decision is not None or options.notes is not None:
        ensure_writable(workspace)
        kept(workspace, _written(found, options))
        found = _review(workspace.state, options, parts)
    writer = documents.review(workspace.state, found, parts.today)
    documents.write(writer, form, options)


def _review(state: State, options: Namespace, parts: Parts) -> WeeklyReview:
    plan = state.plan
    weeks = len(plan.weeks) if plan else 0
    number = options.week or (plan.week_number(parts.today) if plan else 1)
    found = weekly_review(state, number, parts.today)
    if found is None or number > weeks:
        raise WrongUsage(f"The plan has weeks 1 to {weeks}.")
    return found


def _written(found: WeeklyReview, options: Namespace) -> WriteReview:
    values = {
        "monday": found.monday,
        "decision": options.decision,
        "notes": options.notes,
    }
    return entered(WriteReview, values, "The review was not written; {place}: {why}.")
