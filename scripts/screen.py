"""A screen of one's own where there is none, or where nobody should be disturbed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication


@contextmanager
def own_screen(width: int, height: int, dots: int = 1) -> Iterator[None]:
    """Run a virtual screen of so many dots, and have Qt use it with so many a pixel."""
    xvfb = shutil.which("Xvfb")
    if xvfb is None:
        sys.exit("Xvfb is missing; `scripts/system-libraries test` says how to install it.")
    reading, writing = os.pipe()
    screen = subprocess.Popen(
        [xvfb, "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24", "-dpi", "96"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as answer:
        os.environ["DISPLAY"] = f":{answer.readline().strip()}"
    os.environ.update(QT_QPA_PLATFORM="xcb", QT_SCALE_FACTOR=str(dots), LC_ALL="C.UTF-8")
    try:
        yield
    finally:
        app = QApplication.instance()
        if app is not None:
            app.shutdown()
        screen.terminate()
        screen.wait()
