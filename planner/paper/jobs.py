"""What happens when a dialog is answered: pages go to the printer, or whole into a file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog

from planner.core.exchange.words import line
from planner.core.language import translate
from planner.paper.contents.document import Document
from planner.paper.painting import PaintError, paint
from planner.paper.pdf import render, save_pdf
from planner.storage.trouble import NotSaved

Tell = Callable[[str], object]
"""Shows the user a sentence; the window gives its notice bar."""


class PrintJob(QObject):
    """A document on its way to a printer; it lives as long as the dialog that asks for it."""

    def __init__(self, document: Document, layout: QPageLayout, tell: Tell) -> None:
        """Set a printer up for a document; the dialog can change it."""
        super().__init__()
        self._document = document
        self._tell = tell
        self.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.printer.setPageLayout(layout)
        self.printer.setDocName(document.cover.title)
        self.printer.setCreator(document.cover.creator)

    def on_finished(self, result: int) -> None:
        """Print when the dialog was accepted."""
        if result == QDialog.DialogCode.Accepted:
            self._print(self.printer)

    def _print(self, printer: QPrinter) -> None:
        """Paint the document on the printer.

        A printer that would write a PDF gets nothing: on a full disk Qt destroys the file that
        was there and reports success. We write it whole instead.
        """
        file = printer.outputFileName()
        try:
            if file:
                data = render(self._document, printer.pageLayout(), printer.pageRanges())
                save_told(Path(file), data, self._tell)
                return
            paint(self._document, printer)
        except PaintError:
            self._tell(
                translate("Paper", "Nothing was printed: the printer did not take the pages.")
            )
            return
        # Qt says nothing when the spooler does not take what was painted.
        name = printer.printerName()
        if name and QPrinterInfo.printerInfo(name).isNull():
            template = translate("Paper", "Nothing was printed: the printer {name} is gone.")
            self._tell(template.format(name=line(name)))


class SaveJob(QObject):
    """A document on its way to a file; it lives as long as the dialog that asks where."""

    def __init__(self, document: Document, layout: QPageLayout, tell: Tell) -> None:
        """Remember what is to be saved, and on which paper."""
        super().__init__()
        self._document = document
        self._layout = layout
        self._tell = tell

    def on_file_selected(self, name: str) -> None:
        """Save the document as a PDF."""
        save_told(Path(name), render(self._document, self._layout), self._tell)


def save_told(path: Path, data: bytes, tell: Tell) -> None:
    """Write a PDF as a whole, and say where it is or why it is not."""
    try:
        save_pdf(path, data)
    except NotSaved as trouble:
        template = translate("Paper", "The PDF was not saved. {reason}")
        tell(template.format(reason=trouble))
    else:
        template = translate("Paper", "Saved as {path}.")
        tell(template.format(path=path))
