"""Paints a drawing as pictures of so many pixels: FILE.svg, then SIZE and FILE.png of each."""

import os
import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer


def main(drawing: str, *pictures: str) -> int:
    """Paint them, and return 1 when one failed."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QGuiApplication([])
    drawn = QSvgRenderer(drawing)
    wanted = zip(map(int, pictures[::2]), pictures[1::2], strict=True)
    saved = [_painted(drawn, size).save(file) for size, file in wanted]
    del app
    return 0 if drawn.isValid() and all(saved) else 1


def _painted(drawn: QSvgRenderer, size: int) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawn.render(painter)
    painter.end()
    return image


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
