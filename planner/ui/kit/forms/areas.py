"""Fields for more than a line of text."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from planner.ui.kit.forms.fields import mark
from planner.ui.kit.words.labels import QuietProblem

LINES, MARGIN = 4, 10


class TextArea(QPlainTextEdit):
    """Some lines of plain text; Tab goes on to the next field."""

    def __init__(self, text: str, most: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._most = most
        self.problem = QuietProblem(parent)
        self.setPlainText(text)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the height of a few lines."""
        return QSize(320, LINES * self.fontMetrics().lineSpacing() + 2 * MARGIN)

    def minimumSizeHint(self) -> QSize:
        """Return the same: the dialog scrolls."""
        return QSize(0, self.sizeHint().height())

    @property
    def text(self) -> str:
        """What stands in it, without the space around it."""
        return self.toPlainText().strip()

    def check(self) -> bool:
        """Say beside it when it is too long, and return whether it fits."""
        over = len(self.text) - self._most
        words = self.tr("{over} letters too many; {most} fit.")
        self.problem.say(words.format(over=over, most=self._most) if over > 0 else "")
        mark(self, wrong=over > 0)
        return over <= 0
