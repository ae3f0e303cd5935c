"""Turns every call that would wait for a person into a failure."""

from collections.abc import Callable
from typing import NoReturn

import pytest
from PySide6.QtPrintSupport import QPageSetupDialog, QPrintDialog
from PySide6.QtWidgets import (
    QColorDialog,
    QDialog,
    QFileDialog,
    QFontDialog,
    QInputDialog,
    QMenu,
    QMessageBox,
)

WAITING: dict[type, tuple[str, ...]] = {
    QDialog: ("exec", "exec_"),
    QMenu: ("exec", "exec_"),
    QPageSetupDialog: ("exec", "exec_"),
    QPrintDialog: ("exec", "exec_"),
    QMessageBox: ("about", "aboutQt", "critical", "information", "question", "warning"),
    QFileDialog: (
        "getExistingDirectory",
        "getExistingDirectoryUrl",
        "getOpenFileName",
        "getOpenFileNames",
        "getOpenFileUrl",
        "getOpenFileUrls",
        "getSaveFileName",
        "getSaveFileUrl",
    ),
    QInputDialog: ("getDouble", "getInt", "getItem", "getMultiLineText", "getText"),
    QColorDialog: ("getColor",),
    QFontDialog: ("getFont",),
}


class ModalOpenedError(AssertionError):
    """A test opened a dialog that waits for a person; give the code a fake `Prompts` instead."""


def _refusal(name: str) -> Callable[..., NoReturn]:
    def refuse(*_args: object, **_options: object) -> NoReturn:
        raise ModalOpenedError(name)

    return refuse


@pytest.fixture(autouse=True)
def no_modals(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make each waiting call of Qt raise, for the length of one test."""
    for widget, names in WAITING.items():
        for name in names:
            monkeypatch.setattr(widget, name, _refusal(f"{widget.__name__}.{name}"))
