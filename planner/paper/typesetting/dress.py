"""How far apart rows stand, and in which letters: as usual, or closer where that saves a page."""

from dataclasses import dataclass

from planner.paper.typesetting.faces import COMPACT, FIGURE, LEAST, TEXT, Face


@dataclass(frozen=True, slots=True)
class Dress:
    """Letters of titles and figures, in roomy tables and in compact ones; air around rows.

    `row` stands above and below a roomy row, `day` at the turn of a day, `close` within one, and
    `section` above a heading. Where a column of titles would be narrower than `least_title`, days
    stand above their rows, and codes before the titles. Without `notes` a row has its title alone.
    """

    text: Face
    figure: Face
    compact: Face
    row: float
    day: float
    close: float
    section: float
    least_title: float = 150.0
    notes: bool = True


USUAL = Dress(TEXT, FIGURE, COMPACT, row=7.0, day=4.0, close=1.6, section=16.0)
CLOSE = Dress(TEXT, FIGURE, COMPACT, row=4.0, day=3.0, close=0.8, section=12.0)
BARE = Dress(
    *(COMPACT, COMPACT, LEAST),
    row=3.0,
    day=1.8,
    close=0.0,
    section=10.0,
    least_title=200.0,
    notes=False,
)
