"""Print dialog and saving as PDF; each asks without holding the window up, and is returned."""

from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from planner.core.language import translate
from planner.paper.contents.document import Document
from planner.paper.jobs import PrintJob, SaveJob, Tell
from planner.paper.offered import offered_file
from planner.paper.painting import sheet_of
from planner.paper.typesetting.layout import lay_out

__all__ = ["Tell", "has_printer", "print_document", "save_document"]


def has_printer() -> bool:
    """Say whether there is a printer to choose."""
    return bool(QPrinterInfo.availablePrinterNames())


def save_document(
    document: Document, parent: QWidget, layout: QPageLayout, tell: Tell, why: str = ""
) -> QDialog:
    """Ask for a file and save a document there as a PDF; `why` is told beside the question."""
    title = translate("Paper", "Save as PDF")
    dialog = QFileDialog(
        parent,
        f"{why} – {title}" if why else title,
        offered_file(document.cover.name),
        translate("Paper", "PDF files (*.pdf)"),
    )
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("pdf")
    job = SaveJob(document, layout, tell)
    dialog.fileSelected.connect(job.on_file_selected)
    return _opened(dialog, job)


def print_document(document: Document, parent: QWidget, layout: QPageLayout, tell: Tell) -> QDialog:
    """Ask for a printer and print a document; without a printer offer a PDF."""
    if not has_printer():
        why = translate("Paper", "No printer is installed")
        tell(
            translate("Paper", "No printer is installed; the pages can be saved as a PDF instead.")
        )
        return save_document(document, parent, layout, tell, why)
    job = PrintJob(document, layout, tell)
    dialog = QPrintDialog(job.printer, parent)
    dialog.setWindowTitle(document.cover.title)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, len(lay_out(document, sheet_of(layout))))
    dialog.finished.connect(job.on_finished)
    return _opened(dialog, job)


def _opened(dialog: QDialog, job: PrintJob | SaveJob) -> QDialog:
    """Open a dialog over its window; it goes away when it is answered, and its job with it."""
    job.setParent(dialog)
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)  # QPrintDialog hides its own
    return dialog
