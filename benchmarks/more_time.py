"""More time never hurts: an hour a week or a week more, over made-up candidates of both levels."""

import argparse
import sys
from collections.abc import Sequence

from benchmarks.candidates import PROFILES, SEED, Candidate, candidates
from benchmarks.case import case_of
from planner.core.planning import make_plan
from planner.core.profile import Profile

STEPS = {"an hour a week more": {"hours": 1}, "a week more": {"weeks": 1}}


def main(arguments: Sequence[str] = ()) -> None:
    """Print how often more time lowers what is kept, and by how much."""
    parser = argparse.ArgumentParser(prog="benchmarks more_time", description=__doc__)
    parser.add_argument("--profiles", type=int, default=PROFILES, help="how many candidates")
    parser.add_argument("--seed", type=int, default=SEED, help="which candidates")
    parser.add_argument("--worst", type=int, default=5, help="how many losses to show")
    asked = parser.parse_args(arguments)
    everyone = list(candidates(asked.profiles, asked.seed))
    before = [kept_value(one, one.profile) for one in everyone]
    for words, step in STEPS.items():
        losses = []
        for one, value in zip(everyone, before, strict=True):
            more = kept_value(one, one.with_room(**step))
            if more < value:
                losses.append((value - more, value, one))
        print(f"{words}: {len(losses)} of {len(everyone)} candidates keep less; target 0")
        for loss, value, one in sorted(losses, key=lambda found: -found[0])[: asked.worst]:
            print(f"  {one}: {loss} of {value} lost")


def kept_value(candidate: Candidate, profile: Profile) -> int:
    """Return what the plan for a profile keeps, weighted by priority."""
    if profile.loop is None:
        raise AssertionError("every candidate was drawn with a loop")
    case = case_of(candidate.state, profile, profile.loop)
    return case.value(case.kept(make_plan(candidate.state, profile, profile.start)))


if __name__ == "__main__":
    main(sys.argv[1:])
