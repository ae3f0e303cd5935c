"""Tells of a mistake of the program, with details to copy."""

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QWidget

from planner.ui.dialogs.dialog import Dialog
from planner.ui.kit.buttons import Button
from planner.ui.kit.words.told import ToldText

LETTERS, LINES = 80, 14


class FaultDialog(Dialog):
    """Says that something went wrong and that the work goes on."""

    def __init__(self, details: str, parent: QWidget | None) -> None:
        super().__init__(
            self.tr("Something went wrong"),
            parent,
            self.tr(
                "This is a mistake in the program, not yours. What you did so far is kept, and "
                "you can go on. The details below help to mend it."
            ),
        )
        self._text = ToldText(details, LINES, self, LETTERS)
        self._text.setAccessibleName(self.tr("Details"))
        face = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        face.setPointSizeF(self.font().pointSizeF())  # as large as all the rest
        self._text.setFont(face)
        self.body.addWidget(self._text)
        self.foot.insertWidget(0, Button(self.tr("Copy details"), self._on_copy, self))
        self.add_buttons(self.tr("Go on"))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())
