"""`loopready why`: the reasons of a session, or all about an item."""

from argparse import Namespace

from planner.cli.asked.forms import form_of
from planner.cli.commands import documents
from planner.cli.commands.store import opened_with_plan
from planner.cli.failure import WrongUsage
from planner.cli.parts import Parts
from planner.core.from_paper import code_or_text
from planner.core.planning.bring_back import bring_back, with_ways
from planner.core.screens.finding import Found, find
from planner.core.state import State
from planner.core.wording import item_title

MOST_NAMED = 5


def why(options: Namespace, parts: Parts) -> None:
    """Write why something stands where it does or is left out.

    Raises:
        WrongUsage: when nothing, or more than one thing, goes by that name.
        Refused, Failure, StoreError: when it cannot be written.
    """
    form = form_of(options)
    state = opened_with_plan(parts).state
    found = the_one(state, " ".join(options.name))
    documents.write(documents.why(_with_way(state, found, parts), found), form, options)


def _with_way(state: State, found: Found, parts: Parts) -> State:
    """Return the state with what would bring the item back, where its plan leaves it out."""
    plan, profile = state.plan, state.profile
    if plan is None or profile is None or all(one.item != found.item for one in plan.left_out):
        return state
    ways = bring_back(state, profile, plan, parts.today, only=found.item)
    return state.evolve(plan=with_ways(plan, ways))


def the_one(state: State, text: str) -> Found:
    """Return the one thing that goes by a name.

    Raises:
        WrongUsage: when nothing, or more than one thing does.
    """
    found = find(state, code_or_text(text))
    if not found:
        raise WrongUsage(f"Neither the plan nor the checklist has “{text}”.")
    if len(found) > 1:
        named = [f"{item_title(state, one.item)} ({one.item})" for one in found[:MOST_NAMED]]
        more = len(found) - len(named)
        raise WrongUsage(
            f"“{text}” can mean {', '.join([*named, *([f'{more} more'] if more else [])])}; "
            "name one by its id."
        )
    return found[0]
