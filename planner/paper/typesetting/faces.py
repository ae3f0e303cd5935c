"""The few kinds of letters on a page; sizes are points on paper, whatever the screen does."""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QGuiApplication

FINE = 20
"""Units of layout in a point. Letters measured so large have no rounding left in them, so every
printer, preview and PDF breaks the same lines at the same places."""


@dataclass(frozen=True, slots=True)
class Face:
    """A size in points, a weight, and whether the letters stand back behind the others."""

    points: float
    bold: bool = False
    muted: bool = False

    @property
    def leading(self) -> float:
        """The least distance from one line to the next."""
        return 1.28 * self.points


TITLE = Face(18, bold=True)
LEAD = Face(10, muted=True)
HEADING = Face(10.5, bold=True)
TEXT = Face(10.5)
SMALL = Face(9, muted=True)
FIGURE = Face(10)
COMPACT = Face(9.5)
LEAST = Face(9)
DAY = Face(9, bold=True)


def font(face: Face) -> QFont:
    """Return the program's own font in the size of a face, in units of layout."""
    made = QFont(QGuiApplication.font().families())
    made.setPixelSize(round(face.points * FINE))
    made.setWeight(QFont.Weight.Bold if face.bold else QFont.Weight.Normal)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # One sign a letter: whoever searches the PDF for "office" shall find it.
    made.setFeature(QFont.Tag("liga"), 0)
    return made
