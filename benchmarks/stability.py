"""How much of a plan moves after one missed session: spread, beside a plan made afresh."""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from statistics import median, quantiles

from benchmarks.candidates import PROFILES, SEED, Candidate, candidates
from planner.core.apply import apply
from planner.core.commands import AcceptPlan, ChangeProfile, Tick
from planner.core.plan import Plan, Session
from planner.core.planning import catch_up, compare, make_plan
from planner.core.profile import Profile
from planner.core.state import State
from planner.core.values import SessionKind

MISSED_AT = (0.1, 0.3, 0.5, 0.7, 0.9)
"""Which session is missed, as the share of study sessions before it."""
TARGET = 0.2
Replan = Callable[[State, Profile, date], Plan]
WAYS: dict[str, Replan] = {"spread": catch_up, "made afresh": make_plan}


def main(arguments: Sequence[str] = ()) -> None:
    """Print the share of the later sessions that move, over all candidates and misses."""
    parser = argparse.ArgumentParser(prog="benchmarks stability", description=__doc__)
    parser.add_argument("--profiles", type=int, default=PROFILES, help="how many candidates")
    parser.add_argument("--seed", type=int, default=SEED, help="which candidates")
    asked = parser.parse_args(arguments)
    shares: dict[str, list[float]] = {words: [] for words in WAYS}
    for candidate in candidates(asked.profiles, asked.seed):
        for state, today in misses(candidate):
            for words, replan in WAYS.items():
                share = moved_share(state, replan(state, candidate.profile, today), today)
                shares[words].append(share)
    for words, found in shares.items():
        over = sum(share > TARGET for share in found)
        print(
            f"{words}: of the later sessions move median {median(found):.1%}, "
            f"90th percentile {quantiles(found, n=10)[-1]:.1%}, worst {max(found):.1%}; "
            f"more than a fifth in {over} of {len(found)} cases"
        )


def misses(candidate: Candidate) -> Iterator[tuple[State, date]]:
    """Yield states in which one study session was missed, all before it done, on the day after."""
    state = apply(candidate.state, ChangeProfile(profile=candidate.profile))
    plan = make_plan(state, candidate.profile, candidate.profile.start)
    state = apply(state, AcceptPlan(plan=plan))
    studies = [one for one in plan.sessions if one.kind is SessionKind.STUDY]
    for share in MISSED_AT:
        missed = studies[int(share * len(studies))]
        yield all_done_but(state, plan, missed), missed.date + timedelta(days=1)


def all_done_but(state: State, plan: Plan, missed: Session) -> State:
    """Return the state in which all sessions up to a day are done but one."""
    for one in plan.sessions:
        if one.date <= missed.date and one.code != missed.code:
            state = apply(state, Tick(target=one.code, on=one.date))
    return state


def moved_share(state: State, after: Plan, today: date) -> float:
    """Return the share of the sessions from today on that move or are gone."""
    before = state.plan
    if before is None:
        raise AssertionError("the plan was accepted")
    difference = compare(before, after)
    changed = [*(old for old, _ in difference.moved), *difference.removed]
    later = [one for one in before.sessions if one.date >= today]
    moved = [one for one in changed if one.date >= today]
    return len(moved) / len(later) if later else 0.0


if __name__ == "__main__":
    main(sys.argv[1:])
