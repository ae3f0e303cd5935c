"""No test of this folder may open a dialog that waits for a person; letters need a QApplication."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.modal import no_modals

__all__ = ["no_modals"]


@pytest.fixture(autouse=True)
def letters(qapp: QApplication) -> QApplication:
    """The application, without which there are no fonts to measure."""
    return qapp
