"""Writes docs/example-plans: eight plans to be read as a candidate would read them.

Dates, hours and ratings are fixed, so that a file changes only when the planner does; a test holds
that the files are what the planner makes. Run it with `make example-plans`.
"""

import sys
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path

from planner.core.apply import apply
from planner.core.commands import AcceptPlan, ChangeProfile
from planner.core.curriculum import Curriculum
from planner.core.entry import spread_hours
from planner.core.exchange.markdown import plan_markdown
from planner.core.exchange.words import long_day
from planner.core.planning import make_plan
from planner.core.profile import Profile
from planner.core.state import State
from planner.core.values import Level, Rating
from planner.resources import resource
from planner.storage.curriculum import load_curriculum

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "example-plans"
START = date(2026, 11, 30)
MIXED = "mixed"


@dataclass(frozen=True)
class Example:
    """A candidate: level, weeks to the loop, free hours a week, and how skills are rated."""

    level: Level
    weeks: int
    hours: int
    mood: str

    @property
    def file(self) -> str:
        """The name of the file that holds the plan."""
        return f"{self.level.value.lower()}-{self.weeks}-weeks-{self.mood}.md"

    def profile(self, curriculum: Curriculum) -> Profile:
        """Return the candidate's answers; mixed ratings go round the groups."""
        moods = Rating if self.mood == MIXED else (Rating(self.mood),)
        groups = (group.id for group in curriculum.groups_at(self.level))
        return Profile(
            level=self.level,
            start=START,
            loop=START + timedelta(weeks=self.weeks),
            week=spread_hours(60 * self.hours),
            ratings=dict(zip(groups, cycle(moods), strict=False)),
        )


EXAMPLES = (
    Example(Level.L6, 4, 12, "working"),
    Example(Level.L6, 6, 10, "strong"),
    Example(Level.L6, 12, 12, MIXED),
    Example(Level.L6, 24, 15, "new"),
    Example(Level.L7, 4, 15, MIXED),
    Example(Level.L7, 6, 12, "new"),
    Example(Level.L7, 12, 10, "strong"),
    Example(Level.L7, 24, 10, "working"),
)


def pages() -> dict[str, str]:
    """Return the text of each file by its name, the index included."""
    curriculum = load_curriculum(resource("curriculum"))
    found = {example.file: plan_page(example, curriculum) for example in EXAMPLES}
    return {"README.md": index(), **found}


def plan_page(example: Example, curriculum: Curriculum) -> str:
    """Return the plan of an example with the reason of each session."""
    profile = example.profile(curriculum)
    state = apply(State(curriculum), ChangeProfile(profile=profile))
    state = apply(state, AcceptPlan(plan=make_plan(state, profile, START)))
    return plan_markdown(state, START, reasons=True)


def index() -> str:
    """Return the page that leads to the plans."""
    rows = (
        f"| [{one.file}]({one.file}) | {one.level.value} | {one.weeks} | {one.hours} | {one.mood} |"
        for one in EXAMPLES
    )
    return "\n".join(
        (
            "# Example plans",
            "",
            f"Eight plans that begin on {long_day(START)}, each with the reason of every session.",
            "Where all skills are rated alike, `loopready plan` makes the same plan; mixed ratings",
            "go round the skill groups: new, working, strong, new, …",
            "",
            "| plan | level | weeks | hours a week | skills |",
            "| --- | --- | --- | --- | --- |",
            *rows,
            "",
            "`make example-plans` writes them anew; a test holds them to what the planner makes.",
            "",
        )
    )


def main() -> int:
    """Write all files, and take away plans that are no longer among them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    texts = pages()
    for old in FOLDER.glob("*.md"):
        if old.name not in texts:
            old.unlink()
    for name, text in texts.items():
        FOLDER.joinpath(name).write_text(text, encoding="utf-8")
        print(f"{name}: {len(text) // 1000} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
