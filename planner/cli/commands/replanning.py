"""`loopready replan`: the ways to go on with their prices, and taking one of them."""

from argparse import Namespace

from planner.cli.asked.forms import form_of
from planner.cli.commands import documents
from planner.cli.commands.store import ensure_writable, kept, opened_with_plan
from planner.cli.failure import Failure, WrongUsage
from planner.cli.output import tell
from planner.cli.parts import Parts
from planner.core.exchange.text.replan import TITLES, counts_text
from planner.core.planning.replan import Kind
from planner.core.screens.replan import Way, Ways, ways


def replan(options: Namespace, parts: Parts) -> None:
    """Write the ways to go on; take one where that is asked for, as one step.

    Raises:
        WrongUsage: when none is named that could be taken.
        Failure: when the named one would not do, or was not saved.
    """
    form = form_of(options)
    chosen = Kind(options.kind) if options.kind else None
    if options.accept and chosen is None:
        raise WrongUsage(f"--accept takes one of {', '.join(f'--{one}' for one in Kind)} with it.")
    workspace = opened_with_plan(parts)
    found = ways(workspace.state, parts.today)
    if options.accept and chosen is not None and not found.is_settled:
        ensure_writable(workspace)
        way = _way(found, chosen)
        kept(workspace, *way.option.commands(workspace.state))
        if form == "text":
            tell(_taken(way))
            return
    elif chosen is not None and not found.is_settled:
        _way(found, chosen)
    taken = chosen if options.accept and not found.is_settled else None
    documents.write(documents.replan(found, chosen, taken), form, options)


def _way(found: Ways, chosen: Kind) -> Way:
    one = found.way(chosen)
    if one is None:
        others = ", ".join(f"--{way.kind.value}" for way in found.ways)
        raise Failure(f"--{chosen.value} would not do here; there is {others}.")
    return one


def _taken(one: Way) -> str:
    lines = [f"Took the plan: {TITLES[one.kind]}", one.price, counts_text(one.counts)]
    if one.warning:
        lines.append(one.warning)
    return "\n".join([*lines, "To take this back: loopready undo"]) + "\n"
