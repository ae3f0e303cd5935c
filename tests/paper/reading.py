"""Reads PDF files as somebody else's programs see them: poppler's."""

import re
import subprocess
from dataclasses import dataclass
from html import unescape

CODE = re.compile(r"\bW\d+-\d{2,3}\b")
_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_WORD = re.compile(
    r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>'
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its box, in points from the upper left corner of the page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Word", tolerance: float = 1.0) -> bool:
        """Say whether two words print over each other."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return wide > tolerance and high > tolerance


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its words in the order of the file."""

    width: float
    height: float
    words: tuple[Word, ...]


def poppler(program: str, data: bytes, *options: str) -> str:
    """What one of poppler's programs says of a PDF."""
    arguments = (
        [program, *options, "-"] if program != "pdftotext" else [program, *options, "-", "-"]
    )
    return subprocess.run(arguments, input=data, capture_output=True, check=True).stdout.decode()


def texts(data: bytes) -> list[str]:
    """The text of each page, laid out as it looks."""
    return poppler("pdftotext", data, "-layout").split("\f")[:-1]


def codes(data: bytes) -> list[str]:
    """Every session code of a PDF, in order."""
    return [code for text in texts(data) for code in CODE.findall(text)]


def pages(data: bytes) -> list[Page]:
    """The pages with the boxes of their words."""
    return [
        Page(
            float(width),
            float(height),
            tuple(
                Word(unescape(text), *(float(one) for one in box))
                for *box, text in _WORD.findall(inside)
            ),
        )
        for width, height, inside in _PAGE.findall(poppler("pdftotext", data, "-bbox"))
    ]


def facts(data: bytes) -> dict[str, str]:
    """What pdfinfo tells."""
    lines = (line.split(":", 1) for line in poppler("pdfinfo", data).splitlines())
    return {name: value.strip() for name, value in lines}


def downwards(page: Page) -> list[str]:
    """The words from top to bottom: poppler guesses an order, and right-to-left misleads it."""
    return [one.text for one in sorted(page.words, key=lambda one: (round(one.bottom), one.left))]
