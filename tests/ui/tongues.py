"""Another language for as long as a test needs it."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QApplication

from planner.core.language import English, speak, spoken
from planner.ui.language import Translated


@contextmanager
def english_afterwards(app: QApplication) -> Iterator[None]:
    """Go back to English, from left to right, whatever is spoken meanwhile."""
    usual = QLocale()
    try:
        yield
    finally:
        language = spoken()
        if isinstance(language, Translated):
            for translator in language.translators:
                QCoreApplication.removeTranslator(translator)
        speak(English())
        QLocale.setDefault(usual)
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
