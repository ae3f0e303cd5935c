"""`loopready plan` and `loopready init`: a plan to look at, and a plan to keep."""

from argparse import Namespace
from collections.abc import Iterator, Sequence

from planner.cli.asked.candidate import profile_of
from planner.cli.asked.forms import form_of
from planner.cli.asked.free_time import busy_times
from planner.cli.commands import documents
from planner.cli.commands.store import ensure_writable, kept, warn
from planner.cli.failure import WrongUsage
from planner.cli.output import tell
from planner.cli.parts import Parts
from planner.core.apply import apply
from planner.core.commands import AcceptPlan, Change, ChangeProfile
from planner.core.exchange.pages import chosen_plan, plan_page
from planner.core.exchange.text.level_switch import level_switch_text
from planner.core.exchange.words import count, long_day
from planner.core.free_time import free_time_problem
from planner.core.plan import Plan
from planner.core.planning import compare, make_plan
from planner.core.profile import Profile
from planner.core.progress import is_done
from planner.core.screens.level_switch import level_switch
from planner.core.state import State
from planner.workspace import Workspace


def plan(options: Namespace, parts: Parts) -> None:
    """Write a plan made of the options alone; the store is not touched.

    Raises:
        Refused, WrongUsage, Failure: when that is not possible.
    """
    form = form_of(options)
    profile = profile_of(options, parts.curriculum, parts.today)
    bare = State(parts.curriculum)
    state, _ = _with_profile(options, bare, profile, parts)
    state = state.evolve(plan=make_plan(state, profile, parts.today))
    if form == "ics":
        from planner.cli.commands.calendars import write_unstored

        write_unstored(options, parts, state)
    else:
        documents.write(documents.plan(state, parts.today, stored=False), form, options)


def init(options: Namespace, parts: Parts) -> None:
    """Write profile and plan into the store as one step; what was done stays done.

    Raises:
        Refused, WrongUsage, Failure, StoreError: when that is not possible.
    """
    form = form_of(options)
    workspace = parts.open_workspace()
    if options.start_new:
        _start_new(workspace)
    warn(workspace)
    before = workspace.state
    profile = profile_of(options, parts.curriculum, parts.today, before.profile)
    ensure_writable(workspace)
    after, commands = _with_profile(options, before, profile, parts)
    plan = make_plan(after, profile, parts.today)
    changed = kept(workspace, *commands, AcceptPlan(plan=plan))
    if form == "ics":
        from planner.cli.commands.calendars import write

        write(options, parts, workspace)
    elif options.format or options.output:
        documents.write(documents.plan(workspace.state, parts.today), form, options)
    elif changed:
        tell("\n".join(_summary(before, workspace.state, parts)) + "\n")
    else:
        tell(f"Nothing changed; the plan in {parts.folder} is like this already\n")


def _start_new(workspace: Workspace) -> None:
    """Begin an empty store, but only where the one that was there is not any more."""
    if not workspace.not_there:
        raise WrongUsage("The store is there, so none is begun anew; another --store is a new one.")
    workspace.start_new()


def _with_profile(
    options: Namespace, before: State, profile: Profile, parts: Parts
) -> tuple[State, Sequence[Change]]:
    """Return the state with a profile and the calendars that are named, and how to get there.

    Raises:
        Refused, WrongUsage: when no time for study is left, or a calendar cannot be read.
    """
    commands: list[Change] = [ChangeProfile(profile=profile)]
    commands += busy_times(options, before, profile, parts.today)
    after = before
    for command in commands:
        after = apply(after, command)
    problem = free_time_problem(profile, after.busy, parts.today)
    if problem is not None:
        raise problem
    return after, commands


def _summary(before: State, after: State, parts: Parts) -> Iterator[str]:
    plan = chosen_plan(after)
    proposed = ", proposed because none is booked" if plan.loop_proposed else ""
    yield f"Wrote the plan for {plan.level.value} into {parts.folder}"
    yield f"Loop: {long_day(plan.loop)}{proposed}"
    yield (
        f"{count(len(plan.weeks), 'week')}, {count(len(plan.sessions), 'session')}; "
        f"{plan_page(after, parts.today).headline}"
    )
    if before.plan is not None:
        if after.profile is not None:
            switch = level_switch(before, after.profile, plan, parts.today)
            yield from level_switch_text(switch) if switch else ()
        yield from _difference(before.plan, after, plan)
    yield "Next: loopready week"


def _difference(old: Plan, after: State, plan: Plan) -> Iterator[str]:
    change = compare(old, plan)
    stayed = sum(not is_done(after, one) for one in change.stayed) + len(change.shifted)
    done = sum(is_done(after, one) for one in plan.sessions)
    yield (
        f"{done} done, {stayed} where they were, {len(change.moved)} moved, "
        f"{len(change.added)} new, {len(change.removed)} gone"
    )
    yield "To take this back: loopready undo"
