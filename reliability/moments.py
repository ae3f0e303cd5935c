"""Sets the clock back, changes zone and season, and works on every day that is odd."""

import argparse
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple

from reliability.clocks import ROOT, environment, library, run_at
from reliability.deeds import begin
from reliability.shell import CommandLine
from reliability.tally import Tally
from tests.support.stores import Computer


class Step(NamedTuple):
    """A session ticked at a local time in a zone, and the day the tick has to have."""

    moment: str
    zone: str
    day: str


STORIES = {
    "clock set back a year": (
        Step("2027-01-12 20:00:00", "Europe/Berlin", "2027-01-12"),
        Step("2026-01-12 20:00:00", "Europe/Berlin", "2026-01-12"),
        Step("2027-01-12 20:05:00", "Europe/Berlin", "2027-01-12"),
    ),
    "summer time begins": (
        Step("2027-03-28 01:59:58", "Europe/Berlin", "2027-03-28"),
        Step("2027-03-28 03:00:01", "Europe/Berlin", "2027-03-28"),
    ),
    "an hour that there is not": (Step("2027-03-28 02:30:00", "Europe/Berlin", "2027-03-28"),),
    "summer time ends": (
        Step("2026-10-25 01:59:58", "Europe/Berlin", "2026-10-25"),
        Step("2026-10-25 02:30:00", "Europe/Berlin", "2026-10-25"),
        Step("2026-10-25 02:30:00", "Europe/Berlin", "2026-10-25"),
        Step("2026-10-25 03:00:01", "Europe/Berlin", "2026-10-25"),
    ),
    "zone changed in the middle of a week": (
        Step("2026-12-02 22:00:00", "Pacific/Auckland", "2026-12-02"),
        Step("2026-12-02 01:30:00", "America/Los_Angeles", "2026-12-02"),
        Step("2026-12-03 11:00:00", "Pacific/Kiritimati", "2026-12-03"),
        Step("2026-12-01 22:30:00", "Pacific/Pago_Pago", "2026-12-01"),
    ),
    "29 February": (
        Step("2028-02-28 23:59:59", "America/New_York", "2028-02-28"),
        Step("2028-02-29 12:00:00", "America/New_York", "2028-02-29"),
        Step("2028-03-01 00:00:01", "America/New_York", "2028-03-01"),
    ),
    "week 53": (
        Step("2026-12-28 08:00:00", "Europe/Berlin", "2026-12-28"),
        Step("2026-12-31 23:59:58", "Europe/Berlin", "2026-12-31"),
        Step("2027-01-01 00:00:02", "Europe/Berlin", "2027-01-01"),
        Step("2027-01-03 23:00:00", "Europe/Berlin", "2027-01-03"),
        Step("2027-01-04 01:00:00", "Europe/Berlin", "2027-01-04"),
    ),
    "midnight": (
        Step("2026-12-02 23:59:59", "Asia/Kolkata", "2026-12-02"),
        Step("2026-12-03 00:00:00", "Asia/Kolkata", "2026-12-03"),
    ),
    "2038": (
        Step("2038-01-19 03:14:05", "UTC", "2038-01-19"),
        Step("2038-01-19 03:14:08", "UTC", "2038-01-19"),
        Step("2038-02-01 10:00:00", "UTC", "2038-02-01"),
    ),
}
JUMPS = ("+0", "-365d", "+365d", "-2d", "-10y", "+1d", "-1h", "+3650d", "+0")


def main(arguments: Sequence[str] = ()) -> Tally:
    """Live through every story, and see that nothing is lost, doubled or out of order."""
    parser = argparse.ArgumentParser(prog="reliability time", description=__doc__)
    parser.add_argument("--story", choices=STORIES, help="only one of them")
    asked = parser.parse_args(arguments)
    tally = Tally("time")
    if library() is None:
        tally.skip("all", "libfaketime is not installed")
        return tally
    for name in [asked.story] if asked.story else STORIES:
        with TemporaryDirectory(prefix="loopready-time-") as place:
            for wrong in _live(CommandLine(Path(place)).settle(), STORIES[name]):
                tally.expect(False, f"{name}: {wrong}")
        tally.count("stories")
        tally.count("commands", len(STORIES[name]))
    with TemporaryDirectory(prefix="loopready-time-") as place:
        _jump(Path(place), tally)
    return tally


def _live(line: CommandLine, steps: Sequence[Step]) -> Iterator[str]:
    """Make a plan on the first day, tick a session at each step, and undo the last tick."""
    first = steps[0]
    loop = date.fromisoformat(first.day).replace(day=1).toordinal() + 100
    words = ("init", "--level", "L6", "--loop", date.fromordinal(loop).isoformat(), "--hours", "10")
    yield from _failed(run_at(line, first.moment, first.zone, *words))
    plan = line.workspace().state.plan
    codes = [one.code for one in plan.sessions] if plan else []
    for step, code in zip(steps, codes, strict=False):
        yield from _failed(run_at(line, step.moment, step.zone, "done", f"{code}=30"))
        yield from _failed(run_at(line, step.moment, step.zone, "week"))
    state = line.workspace().state
    told = [state.ticks[code].isoformat() for code in codes if code in state.ticks]
    if told != [step.day for step in steps]:
        yield f"ticks of {told}"
    if state.plan != plan:
        yield "the plan moved"
    stamps = [record.at for record in line.workspace().records]
    if stamps != sorted(stamps):
        yield "stamps run backwards"
    for word in ("check", "undo"):
        yield from _failed(run_at(line, steps[-1].moment, steps[-1].zone, word))
    ticks = line.workspace().state.ticks
    if [code for code in codes if code in ticks] != codes[: len(steps) - 1]:
        yield f"undo took back another step than the last: {sorted(ticks)}"


def _failed(told: tuple[int, str]) -> Iterator[str]:
    status, said = told
    if status or "Traceback" in said or "could not be read" in said:
        yield f"exit status {status}: {said.strip()}"


def _jump(root: Path, tally: Tally) -> None:
    """Let a program run on while its clock is set, and see that its commands keep their order."""
    computer = Computer(root)
    begin(computer)
    clock = root / "clock"
    clock.write_text("+0")
    faked = {"FAKETIME_TIMESTAMP_FILE": str(clock), "FAKETIME_NO_CACHE": "1"}
    with subprocess.Popen(
        [sys.executable, "-m", "reliability.jumping", str(root)],
        env=environment(CommandLine(root / "home"), "UTC", **faked),
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdin and program.stdout  # noqa: S101, PT018 - for the type checker
        said, years = [], set()
        dice = Random(3)
        for _ in range(60):
            clock.write_text(dice.choice(JUMPS))
            program.stdin.write("go\n")
            program.stdin.flush()
            line = program.stdout.readline().split(" ")
            said.append((line[1], line[0]))
            years.add(line[2][:4])
        program.stdin.close()
    workspace = computer.workspace()
    tally.expect(len(years) > 2, "the clock did not jump")
    tally.expect(said == sorted(said), "stamps run backwards while the clock jumps")
    tally.expect(len(set(said)) == len(said), "two gestures have one stamp")
    tally.expect(
        {one for _, one in said} <= {one.id for one in workspace.records}, "lines are gone"
    )
    tally.count("clock jumps", len(said))
