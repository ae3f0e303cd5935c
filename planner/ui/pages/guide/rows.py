"""The guide as rows of a list: headings, and what stands below them."""

from collections.abc import Iterator
from dataclasses import replace

from planner.core.screens.guide.values import GuideScreen, Line, Part, Way
from planner.core.values import Fact, Level


class GuideRow(Fact, frozen=True):
    """The heading of a part where there is no `line`, else a row of it.

    The `part` comes without its rows. `own` is the candidate's level; `has_labels` says that the
    rows of the part have a column for what they are about.
    """

    part: Part
    own: Level | None
    line: Line | None = None
    has_labels: bool = False

    @property
    def ways(self) -> tuple[Way, ...]:
        """What can be done about it."""
        return self.line.ways if self.line else ()


def rows_of(screen: GuideScreen) -> Iterator[GuideRow]:
    """Yield each part's heading and then its rows."""
    for part in screen.parts:
        labelled = len(part.columns) > 1 and any(line.label for line in part.lines)
        head = replace(part, lines=())
        yield GuideRow(head, screen.level, None, labelled)
        for line in part.lines:
            yield GuideRow(head, screen.level, line, labelled)
