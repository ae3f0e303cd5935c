"""The real curriculum of L6 as a project of TaskJuggler: its time beside ours, as a ratio."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path

from benchmarks.candidates import MONDAY, curriculum
from benchmarks.case import case_of
from benchmarks.measure import milliseconds
from planner.core.entry import spread_hours
from planner.core.planning import make_plan
from planner.core.profile import Profile
from planner.core.state import State
from planner.core.values import GRAIN, Level, Priority, Rating

PROGRAM = "tj3"
LEVEL, RATING = Level.L6, Rating.STRONG
WEEKS, HOURS = 16, 12
LOOP = MONDAY + timedelta(weeks=WEEKS)
ROUNDS = 5
FIRST_OF_RANK = {Priority.CORE: 900, Priority.IMPORTANT: 600, Priority.OPTIONAL: 300}
"""TaskJuggler's own priorities run from 1 to 1000."""


def main(arguments: Sequence[str] = ()) -> None:
    """Print both times for a candidate for whom everything fits; TaskJuggler drops nothing."""
    del arguments
    program = shutil.which(PROGRAM)
    if program is None:
        print(f"TaskJuggler is left out: there is no {PROGRAM} (Debian package tj3 or taskjuggler)")
        return
    profile = asked_profile()
    state = State(curriculum=curriculum(), profile=profile)
    plan = make_plan(state, profile, profile.start)
    bare = milliseconds(lambda: make_plan(state, profile, profile.start), rounds=30)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "study.tjp")
        file.write_text("\n".join(project(profile)) + "\n", encoding="utf-8")
        juggle = [program, "--silent", "--no-reports", "--no-color", str(file)]
        theirs = process_time(juggle, folder)
        their_start = process_time([program, "--version"], folder)
    ours = process_time(our_command(profile), None)
    count = sum(LEVEL in item.at for item in curriculum().items)
    print(f"{count} items in {WEEKS} weeks of {HOURS} h, {RATING.value} in all:")
    print(f"  TaskJuggler {theirs:.0f} ms, of which {their_start:.0f} ms to start; it keeps every")
    print("  prerequisite and the free hours, but knows no phases, reviews or mocks a week")
    print(f"  our command line {ours:.0f} ms: TaskJuggler takes {theirs / ours:.1f} x as long")
    net = (theirs - their_start) / bare
    print(f"  the bare call {bare:.1f} ms: TaskJuggler without its start takes {net:.0f} x as long")
    print(f"  left out in our plan: {len(plan.left_out)} items")


def asked_profile() -> Profile:
    """Return the candidate of this comparison."""
    groups = curriculum().groups_at(LEVEL)
    return Profile(
        level=LEVEL,
        start=MONDAY,
        loop=LOOP,
        week=spread_hours(60 * HOURS),
        ratings={group.id: RATING for group in groups},
    )


def our_command(profile: Profile) -> Sequence[str]:
    """Return the command line that makes the same plan."""
    asked = {
        "--level": LEVEL.value,
        "--start": str(profile.start),
        "--loop": str(profile.loop),
        "--hours": str(HOURS),
        "--rating": RATING.value,
    }
    words = [word for pair in asked.items() for word in pair]
    return [sys.executable, "-m", "planner", "plan", "--format", "json", *words]


def process_time(command: Sequence[str], folder: str | None) -> float:
    """Return the median wall time of a process in milliseconds."""

    def run() -> None:
        subprocess.run(command, cwd=folder, check=True, capture_output=True)

    return milliseconds(run, rounds=ROUNDS)


def project(profile: Profile) -> Iterator[str]:
    """Yield the lines of the project: one resource with a candidate's hours, a task for each item.

    A fifth of each week stays free by a weekly limit.
    """
    yield f'project study "Study" {profile.start} - {profile.loop} {{'
    yield f"  timingresolution {GRAIN} min"
    yield "}"
    yield 'resource candidate "Candidate" {'
    for day, name in zip(
        profile.week, ("mon", "tue", "wed", "thu", "fri", "sat", "sun"), strict=True
    ):
        begin = day.start.hour * 60 + day.start.minute
        span = f"{_clock(begin)} - {_clock(begin + day.minutes)}" if day.minutes else "off"
        yield f"  workinghours {name} {span}"
    longest = max(day.minutes for day in profile.week)
    yield f"  limits {{ dailymax {longest}min weeklymax {profile.week_minutes * 4 // 5}min }}"
    yield "}"
    state = State(curriculum=curriculum(), profile=profile)
    for item in case_of(state, profile, LOOP).tasks:
        yield f'task {_name(item.id)} "{item.id}" {{'
        yield f"  priority {FIRST_OF_RANK[item.priority]}"
        yield f"  effort {item.minutes}min"
        yield "  allocate candidate"
        if item.requires:
            yield f"  depends {', '.join('!' + _name(other) for other in item.requires)}"
        yield "}"


def _name(item: str) -> str:
    return item.replace(".", "_").replace("-", "_")


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


if __name__ == "__main__":
    main()
