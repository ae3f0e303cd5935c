"""Print dialog, preview and saving as PDF; each asks without holding the window up.

No paper means the one usual in the user's country.
"""

from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo, QPrintPreviewDialog
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from planner.core.language import translate
from planner.paper.default import default_paper
from planner.paper.document import Document
from planner.paper.jobs import PrintJob, SaveJob, Tell
from planner.paper.layout import lay_out
from planner.paper.offered import offered_file
from planner.paper.painting import page_layout, sheet_of
from planner.paper.sizes import Paper

__all__ = ["Tell", "preview_document", "print_document", "save_document"]

_PREVIEW_SIZE = (840, 960)


def save_document(
    document: Document, parent: QWidget, paper: Paper | None, tell: Tell, why: str = ""
) -> None:
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
    job = SaveJob(document, _layout(paper), tell)
    dialog.fileSelected.connect(job.on_file_selected)
    _open(dialog, job)


def print_document(document: Document, parent: QWidget, paper: Paper | None, tell: Tell) -> None:
    """Ask for a printer and print a document; without a printer offer a PDF."""
    if not QPrinterInfo.availablePrinterNames():
        why = translate("Paper", "No printer is installed")
        tell(
            translate("Paper", "No printer is installed; the pages can be saved as a PDF instead.")
        )
        save_document(document, parent, paper, tell, why)
        return
    layout = _layout(paper)
    job = PrintJob(document, layout, tell)
    dialog = QPrintDialog(job.printer, parent)
    dialog.setWindowTitle(document.cover.title)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, len(lay_out(document, sheet_of(layout))))
    dialog.finished.connect(job.on_finished)
    _open(dialog, job)


def preview_document(document: Document, parent: QWidget, paper: Paper | None, tell: Tell) -> None:
    """Show a document as it will be printed."""
    job = PrintJob(document, _layout(paper), tell)
    dialog = QPrintPreviewDialog(job.printer, parent)
    dialog.setWindowTitle(document.cover.title)
    dialog.resize(*_PREVIEW_SIZE)
    dialog.paintRequested.connect(job.on_paint_requested)
    _open(dialog, job)


def _layout(paper: Paper | None) -> QPageLayout:
    return page_layout(paper or default_paper())


def _open(dialog: QDialog, job: PrintJob | SaveJob) -> None:
    """Open a dialog over its window; it goes away when it is answered, and its job with it."""
    job.setParent(dialog)
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)  # QPrintDialog hides its own
