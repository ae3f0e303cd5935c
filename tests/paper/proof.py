"""Proves of one print whatever has to hold of every print, as other people's programs see it."""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

from hypothesis import strategies as st
from PySide6.QtGui import QPageLayout

from planner.core.state import State
from planner.paper.contents.document import PAIR, Document, Section, Task
from planner.paper.painting import page_layout, sheet_of
from planner.paper.pdf import render
from planner.paper.sizes import Paper
from planner.paper.typesetting.layout import FinishedPage, Strip, lay_out
from planner.paper.wish import Kind, Wish, document_of
from tests.paper.candidates import session, with_sessions
from tests.paper.reading import Page, Word, pages, poppler

CODE = re.compile(r"W\d+-\d{2,3}")
A_PAGE = {Kind.WEEK: (0, PAIR), Kind.PLAN: (0, 1, PAIR)}
WAYS = [(kind, count) for kind in Kind for count in A_PAGE.get(kind, (0,))]
"""Every kind of paper with every number of weeks on a page."""
HAS_QPDF = shutil.which("qpdf") is not None
TITLES = {
    "words": "Interviewing " * 15 + "ended",
    "one word": "W" * 200,
    "html": "<b>bold</b> <img src=file:///etc/passwd> &lt;i&gt; <script>alert(1)</script> a<b c>d",
    "breaks": "one\ntwo\r\nthree\tfour\u2028five\x00\x07\x1b[31msix",
    "turned": "\u202eturned\u202c \u2066isolated\u2069",
    "placeholders": "%s %1 {0} {reason} ${x} &File",
    "family": "👩‍👩‍👧‍👦 🚀" * 20,
    "right to left": "تكامل الأنظمة " * 14,
    "marks": "Z\u0300\u0301\u0302" * 50,
    "signs": "設計" * 100,
}
titles = st.text(min_size=1, max_size=200).filter(
    lambda text: bool(text.strip())
) | st.sampled_from(list(TITLES.values()))


def prove(state: State, today: date, wish: Wish, layout: QPageLayout | None = None) -> int:
    """Print what is wished and prove it; return the number of pages."""
    layout = layout or page_layout(wish.paper or Paper.A4, landscape=wish.landscape)
    document = document_of(state, today, wish)
    finished = lay_out(document, sheet_of(layout))
    data = render(document, layout)
    found = pages(data)
    assert len(found) == len(finished)
    shown = [word.text for page in found for word in page.words if CODE.fullmatch(word.text)]
    if wish.kind is not Kind.REVIEW:  # which tells what is still open
        assert sorted(shown) == sorted(planned(state, wish))
    for number, page in enumerate(found, 1):
        numbers = {frozenset(pair) for pair in pairwise(re.findall(r"\d+", foot(page)))}
        assert {str(number), str(len(found))} in numbers  # from either side
        assert list(outside(page, layout)) == []
        assert list(overlapping(page)) == []
    assert list(parted(document, finished)) == []
    assert list(without_first_code(document, finished, found)) == []
    assert badly_embedded(data) == []
    if HAS_QPDF:
        assert complaints_of_qpdf(data) == ""
    return len(found)


def foot(page: Page) -> str:
    """The last line of a page."""
    lowest = max(word.bottom for word in page.words)
    line = (word for word in page.words if word.bottom > lowest - 1)
    return " ".join(word.text for word in sorted(line, key=lambda one: one.left))


def planned(state: State, wish: Wish) -> list[str]:
    """The codes that have to be on the paper."""
    plan = state.plan
    if plan is None or wish.kind not in A_PAGE:
        return []
    numbers = wish.weeks or range(1, len(plan.weeks) + 1)
    if wish.kind is Kind.WEEK:
        numbers = range(wish.week, wish.week + 1 + wish.week_after)
    weeks = (one for one in plan.weeks if one.number in numbers)
    return [one.code for week in weeks for one in plan.sessions_of(week)]


def outside(page: Page, layout: QPageLayout) -> Iterator[Word]:
    """What stands in the margins; half a point is the rounding of a PDF."""
    room = layout.paintRect(QPageLayout.Unit.Point)
    for word in page.words:
        wide = word.left >= room.left() - 0.5 and word.right <= room.right() + 0.5
        if not (wide and word.top >= room.top() - 0.5 and word.bottom <= room.bottom() + 0.5):
            yield word


def overlapping(page: Page) -> Iterator[tuple[str, str]]:
    """What is printed over each other."""
    words = sorted(page.words, key=lambda one: one.top)
    for index, one in enumerate(words):
        for other in words[index + 1 :]:
            if other.top >= one.bottom:
                break
            if one.overlaps(other):
                yield one.text, other.text


def parted(document: Document, finished: Sequence[FinishedPage]) -> Iterator[str]:
    """Headings that are the last of their page or column though rows belong to them."""
    alone = {one.heading.title for one in document.sections if not one.rows}
    for page in finished:
        strips = page[1:-1]
        for strip, after in zip(strips, (*strips[1:], None), strict=True):
            if strip.title and strip.title not in alone and not _is_below(after, strip):
                yield strip.title


def _is_below(after: Strip | None, strip: Strip) -> bool:
    return after is not None and not after.title and after.top > strip.top


def without_first_code(
    document: Document, finished: Sequence[FinishedPage], found: Sequence[Page]
) -> Iterator[str]:
    """Headings whose first session is on another page."""
    of_title = {strip.title: place for place, page in enumerate(finished) for strip in page}
    for section in document.sections:
        code = _first_code(section)
        if code and code not in {
            word.text for word in found[of_title[section.heading.title]].words
        }:
            yield section.heading.title


def _first_code(section: Section) -> str:
    return section.rows[0].code if section.rows and isinstance(section.rows[0], Task) else ""


def badly_embedded(data: bytes) -> list[str]:
    """The fonts that are not in the file, or whose letters cannot be taken out of it."""
    rows = poppler("pdffonts", data).splitlines()[2:]
    assert rows
    return [row for row in rows if re.findall(r"\b(yes|no)\b", row)[::2] != ["yes", "yes"]]


def complaints_of_qpdf(data: bytes) -> str:
    """What qpdf says of a file that is not in order."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "one.pdf")
        file.write_bytes(data)
        words = ("qpdf", "--check", str(file))
        done = subprocess.run(words, capture_output=True, check=False)
    return "" if done.returncode == 0 else (done.stdout + done.stderr).decode()


def ink_outside(data: bytes, layout: QPageLayout) -> int:
    """How many dots are not white in the margins, as pictures of the pages show them."""
    command = ["pdftoppm", "-gray", "-r", "72", "-"]
    done = subprocess.run(command, input=data, capture_output=True, check=True).stdout
    room = layout.paintRect(QPageLayout.Unit.Point)
    dark = 0
    for picture in re.finditer(rb"P5\n(\d+) (\d+)\n255\n", done):
        width, height = int(picture[1]), int(picture[2])
        dots = done[picture.end() : picture.end() + width * height]
        left, right = int(room.left()) - 1, int(room.right()) + 2
        top, bottom = int(room.top()) - 1, int(room.bottom()) + 2
        for line in range(height):
            row = dots[line * width : (line + 1) * width]
            inside = top <= line < bottom
            margin = row[:left] + row[right:] if inside else row
            dark += sum(one < 128 for one in margin)
    return dark


@st.composite
def states(draw: st.DrawFn, most_weeks: int = 4, most_sessions: int = 14) -> State:
    """A plan of weeks of sessions on any day with any titles."""
    one = st.tuples(st.integers(0, 6), st.integers(5, 480), st.integers(0, 6))
    weeks = draw(st.lists(st.lists(one, max_size=most_sessions), min_size=1, max_size=most_weeks))
    sessions = [
        session(f"W{number}-{n:02d}", f"own.{item}", 7 * (number - 1) + day, minutes, 6 + n % 16)
        for number, week in enumerate(weeks, 1)
        for n, (day, minutes, item) in enumerate(sorted(week), 1)
    ]
    names = draw(st.lists(titles, min_size=1, max_size=6))
    return with_sessions(*sessions, titles=tuple(names), weeks=len(weeks))


def wishes(kind: Kind, weeks_a_page: int) -> st.SearchStrategy[Wish]:
    """Every way to print a kind with so many weeks on a page."""
    return st.builds(
        Wish,
        kind=st.just(kind),
        weeks_a_page=st.just(weeks_a_page),
        week_after=st.just(weeks_a_page == PAIR),
        paper=st.sampled_from(Paper),
        landscape=st.booleans(),
        large=st.booleans(),
        hide_done=st.just(value=False),
        discreet=st.booleans(),
        week=st.just(1),
        weeks=st.none(),
    )
