import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from tests.modal import WAITING, ModalOpenedError


def test_a_dialog_that_waits_fails_the_test(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    with pytest.raises(ModalOpenedError, match=r"QDialog\.exec"):
        dialog.exec()


def test_a_subclass_is_refused_too(qtbot: QtBot) -> None:
    box = QMessageBox()
    qtbot.addWidget(box)
    with pytest.raises(ModalOpenedError):
        box.exec()


def test_the_questions_of_qt_are_refused() -> None:
    with pytest.raises(ModalOpenedError, match="question"):
        QMessageBox.question(None, "Delete", "Really?")
    with pytest.raises(ModalOpenedError, match="getSaveFileName"):
        QFileDialog.getSaveFileName(None, "Save as")


@pytest.mark.parametrize(
    ("widget", "name"), [(widget, name) for widget, names in WAITING.items() for name in names]
)
def test_every_waiting_call_is_refused(widget: type, name: str) -> None:
    with pytest.raises(ModalOpenedError, match=rf"{widget.__name__}\.{name}$"):
        getattr(widget, name)()
