"""All stories as a list below the table, with what speaks against each."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.core.screens.stories import StoriesScreen, StoryRow
from planner.ui.kit.layout.card import ViewCard
from planner.ui.kit.painted.tag import paint_tag, tag_size
from planner.ui.kit.words.labels import Heading
from planner.ui.look import Look
from planner.ui.pages.stories import words
from planner.ui.rows.model import GAP, RowDelegate, RowsModel
from planner.ui.rows.text import line_height, lines_of, write_lines
from planner.ui.rows.view import RowList

BETWEEN = 2


class StoryDelegate(RowDelegate[StoryRow]):
    """The title beside a tag that counts the concerns; what it is told for below."""

    def height(self, row: StoryRow, width: int) -> int:
        """Return the lines of title and principles."""
        body, small = self.look.font("body"), self.look.font("small")
        titles = lines_of(row.story.title, body, width - self._tag_width(row))
        below = lines_of(words.told_for(row), small, width)
        return len(titles) * line_height(body) + BETWEEN + len(below) * line_height(small)

    def paint_row(self, painter: QPainter, rect: QRect, row: StoryRow) -> None:
        """Paint a story."""
        body, small = self.look.font("body"), self.look.font("small")
        tag, meaning = words.concerns(row)
        if tag:
            middle = rect.top() + line_height(body) / 2
            paint_tag(painter, rect.right(), middle, tag, meaning, self.look)
        titles = lines_of(row.story.title, body, rect.width() - self._tag_width(row))
        write_lines(painter, rect, titles, body, self.look.colour("text"))
        below = rect.adjusted(0, len(titles) * line_height(body) + BETWEEN, 0, 0)
        told = lines_of(words.told_for(row), small, rect.width())
        write_lines(painter, below, told, small, self.look.colour("muted"))

    def _tag_width(self, row: StoryRow) -> int:
        tag, _ = words.concerns(row)
        return tag_size(tag, self.look).width() + GAP if tag else 0


def _id(row: StoryRow) -> str:
    return row.story.id


class Bank(QWidget):
    """A heading and the stories; hidden while there is none."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = self.tr("All stories")
        self._model = RowsModel[StoryRow](words.title, words.spoken_story, self, key=_id)
        self.rows = RowList(look, self._model, StoryDelegate(look, self), name, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(Heading(name, self))
        column.addWidget(ViewCard(look, self.rows, self))

    def show_screen(self, screen: StoriesScreen) -> None:
        """Show the stories."""
        self.setVisible(bool(screen.stories))
        self._model.show_rows(screen.stories)

    @property
    def current(self) -> StoryRow | None:
        """The story that is current."""
        index = self.rows.currentIndex()
        return self._model.rows[index.row()] if index.isValid() else None

    def choose(self, story: str) -> None:
        """Make a story current."""
        if story in self._model.keys:
            self.rows.setCurrentIndex(self._model.index(self._model.keys.index(story)))
