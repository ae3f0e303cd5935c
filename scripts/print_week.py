"""Prints a week and a whole plan by the path that the print dialog takes.

`scripts/try-printer` runs it beside a CUPS of its own, again to look at what arrived there, and
once more while the printer goes away.
"""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QApplication, QDialog

from planner.paper.contents.document import Document
from planner.paper.contents.week import week_document
from planner.paper.contents.whole import plan_document
from planner.paper.jobs import PrintJob
from planner.paper.painting import page_layout
from planner.paper.pdf import render
from planner.paper.sizes import Paper
from tests.core.screens.candidates import TODAY, demo
from tests.paper.reading import codes, facts

LAYOUT = page_layout(Paper.A4)
DOTS = 40
"""Dots an inch of the pictures that are compared."""
OTHERWISE = 0.03
"""How much they may differ: ghostscript smooths the edges of letters otherwise, which comes to
0.02; another week comes to 0.06."""


def documents() -> tuple[Document, ...]:
    """Return what is printed."""
    return week_document(demo(), 4, TODAY), plan_document(demo(), TODAY)


def send(printer: str) -> int:
    """Print everything; return how much of it did not go."""
    if printer not in QPrinterInfo.availablePrinterNames():
        sys.stderr.write(f"Qt sees no printer {printer}\n")
        return 1
    return sum(not _sent(document, printer) for document in documents())


def _sent(document: Document, printer: str) -> bool:
    told: list[str] = []
    job = PrintJob(document, LAYOUT, told.append)
    job.printer.setPrinterName(printer)
    job.on_finished(QDialog.DialogCode.Accepted)
    sys.stderr.writelines(f"{one}\n" for one in told)
    return not told


def vanish(printer: str) -> int:
    """Print while the printer is taken away; return whether that was passed over."""
    told: list[str] = []
    job = PrintJob(documents()[0], LAYOUT, told.append)
    job.printer.setPrinterName(printer)
    subprocess.run(["lpadmin", "-x", printer], check=True)
    job.on_finished(QDialog.DialogCode.Accepted)
    sys.stdout.write(f"while it goes away: {' '.join(told) or 'NOT told'}\n")
    return int(told != [f"Nothing was printed: the printer {printer} is gone."])


def compare(spooled: Sequence[str], arrived: Sequence[str]) -> int:
    """Compare what CUPS took and what came out of it with our own PDF; return how many differ.

    What CUPS took has every session as text. On its way through PostScript the letters become
    pictures, so of what came out the pages are compared as they look.
    """
    taken = [Path(name).read_bytes() for name in spooled]
    printed = [Path(name).read_bytes() for name in arrived]
    lost = 0
    for document in documents():
        own = render(document, LAYOUT)
        pages, wanted = facts(own)["Pages"], codes(own)
        texts = any(codes(one) == wanted for one in taken)
        off = min((_difference(own, one) for one in printed), default=1.0)
        sys.stdout.write(
            f"{document.cover.title}: {pages} pages, {len(wanted)} sessions; taken "
            f"{'whole' if texts else 'NOT whole'}, printed {100 * off:.2f} % otherwise\n"
        )
        lost += not texts or off > OTHERWISE
    return lost


def _difference(one: bytes, other: bytes) -> float:
    """Return how much two files differ as pictures, 0 to 1; other pages are wholly different."""
    first, second = (_pictures(each) for each in (one, other))
    if len(first) != len(second):
        return 1.0
    return sum(abs(a - b) for a, b in zip(first, second, strict=True)) / (255 * len(first))


def _pictures(data: bytes) -> bytes:
    command = ["pdftoppm", "-gray", "-r", str(DOTS), "-"]
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout


if __name__ == "__main__":
    QApplication(sys.argv[:1])
    match sys.argv[1:]:
        case ["--compare", *names]:
            half = len(names) // 2
            sys.exit(compare(names[:half], names[half:]))
        case ["--gone", name]:
            sys.exit(vanish(name))
        case [name]:
            sys.exit(send(name))
        case _:
            sys.exit("print_week [--gone] PRINTER | print_week --compare SPOOLED… ARRIVED…")
