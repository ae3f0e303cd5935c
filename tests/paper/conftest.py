"""No test of this folder may open a dialog that waits for a person; letters need a QApplication."""

import pytest
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.modal import no_modals

__all__ = ["no_modals"]


@pytest.fixture(autouse=True)
def letters(qapp: QApplication) -> QApplication:
    """The application, without which there are no fonts to measure."""
    return qapp


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window for dialogs to stand over."""
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def told() -> list[str]:
    """What the user was told."""
    return []


@pytest.fixture(autouse=True)
def no_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the machine of the developer has."""
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)


@pytest.fixture
def printer(monkeypatch: pytest.MonkeyPatch) -> None:
    """A printer, as far as the dialogs ask."""
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Brother"])
