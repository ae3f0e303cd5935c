"""The window in a language that is longer than English: nothing is cut, nothing is left English."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from zoneinfo import available_timezones

import pytest
from PySide6.QtWidgets import QApplication

from planner.core.changelog import read_changelog
from planner.core.state import State
from planner.core.story import PARTS
from planner.paper.contents.document import Document
from planner.paper.contents.loop_sheet import sheet_document
from planner.paper.contents.review import review_paper
from planner.paper.contents.week import week_document
from planner.paper.contents.whole import plan_document
from planner.resources import changelog, resource
from planner.storage.public_holidays import countries, parts_of
from planner.ui.free_time.holidays import country_name
from planner.ui.language import choose
from planner.ui.look import Look
from planner.ui.pages.table import PAGES
from scripts.pseudo import pseudo
from scripts.sentences import collect
from tests.ui.every_dialog import DIALOGS
from tests.ui.house import TODAY, House, demo_workspace, opened
from tests.ui.seen import clipped, settle, texts
from tests.ui.tongues import english_afterwards

SIZES = ((1280, 800), (900, 600))
SHORT = 3
"""Words: what is shorter must be a whole sentence of the content to count as one."""
SAID_SO = (
    r"L[67]( · Senior Engineering Manager)?|Senior|W\d+-\d+|Loopready.*|own\.\d|work\.ics",
    # days, figures and keys have languages of their own, Qt's
    (
        r"((Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)?( ?\d+)?"
        r"( (Jan(uary)?|Feb(ruary)?|Mar|Apr|May|Nov(ember)?|Dec(ember)?))?( \d{4})?"
    ),
    r"(Ctrl|Alt|Shift|Space|Return|Del|F\d|Home|End|PgUp|PgDown|Esc|Tab)\b.*",
    r"(optional\): )?[\d-]+ minutes( each)?",  # how the guide writes it
    r"(Python|Qt|PySide6|pydantic|Linux|store format)\b.*",  # a line to be sent with a report
)
GIVEN = (
    *("Evidence", "What?", "Log", "Minutes", "Move", "When?", "45 min", "x", "one", "two"),
    *("Replan", "Catch up", "Outage", "How?", "Why?", "When not?", "From x.json", "details"),
    "Evidence for “x",
)
"""What the tests themselves say where a dialog asks something."""


@cache
def content() -> tuple[frozenset[str], str]:
    """What stays English: curriculum, rubrics, changelog, and what the made-up candidate wrote."""
    found: set[str] = set()
    files = [*resource("curriculum").rglob("*.json"), *resource("practice").rglob("*.json")]
    for file in files:
        found.update(_strings(json.loads(file.read_text(encoding="utf-8"))))
    state = demo_workspace().state
    found.update(state.evidence.values())
    for story in state.stories.values():
        found.update((story.title, *(getattr(story, part) for part in PARTS)))
    for principle in state.curriculum.principles:
        found.add(f"{principle.name} ({principle.guide_name})")
    found.update(available_timezones())
    for release in read_changelog(changelog().read_text(encoding="utf-8")):
        found.update(
            line
            for part in release.parts
            for line in (
                part.title,
                *(one.text for one in part.points),
                *(one.lead for one in part.points),
            )
        )
    found.update(country_name(code) for code in countries())
    found.update(parts_of("DE").values())
    parts = {_bare(part) for text in found for part in (text, *_parts(text))}
    return frozenset(parts), "\n".join(sorted(parts))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)


def _parts(text: str) -> list[str]:
    return re.split(r"W\d+-\d+ | · | – |, |; | — |: |\. |\n|  +|(?<=\.) ", text)


def _bare(text: str) -> str:
    return text.strip(" .,;:·—→✓●•“”()–0123456789").lower()


def english(told: Iterable[str]) -> list[str]:
    """Return what stands outside of brackets and is no content."""
    whole, all_of_it = content()
    found = set()
    for text in told:
        rest = text
        while (less := re.sub(r"⟦[^⟦⟧]*⟧", "\n", rest)) != rest:
            rest = less
        for part in _parts(rest):
            bare = _bare(part)
            is_content = bare in whole or (bare.count(" ") >= SHORT and bare in all_of_it)
            if re.search("[A-Za-z]{2}", bare) and not is_content and not _is_said_so(part):
                found.add(part)
    return sorted(found)


def _is_said_so(part: str) -> bool:
    said = part.strip(" .,;:·—→✓●•“”()")
    return said in GIVEN or any(re.fullmatch(pattern, said) for pattern in SAID_SO)


@pytest.fixture(scope="module")
def longer(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let the program speak the longer language."""
    file = tmp_path_factory.mktemp("pseudo") / "pseudo.qm"
    pseudo(collect().sentences, file)
    with english_afterwards(qapp):
        choose(qapp, str(file), file.parent)
        yield


@pytest.fixture(scope="module")
def home_of_all(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[House]:
    """One window for all; no test changes its state."""
    request.getfixturevalue("longer")
    with opened(qapp, demo_workspace(), Look(qapp, "light")) as house:
        yield house


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("page", PAGES)
def test_no_page_cuts_a_text_or_tells_one_in_english(
    home_of_all: House, page: str, size: tuple[int, int]
) -> None:
    window = home_of_all.window
    window.resize(*size)
    window.turn_to(page)
    window.show()
    settle(window)
    assert window.size().toTuple() == size
    assert list(clipped(window)) == []
    assert english(texts(window)) == []


@pytest.mark.parametrize("name", DIALOGS)
def test_no_dialog_cuts_a_text_or_tells_one_in_english(
    qapp: QApplication, home_of_all: House, name: str
) -> None:
    dialog = DIALOGS[name](home_of_all)
    try:
        dialog.show()
        settle(dialog)
        assert list(clipped(dialog)) == []
        assert english(texts(dialog)) == []
        dialog.resize(dialog.width(), min(dialog.height(), SIZES[-1][1]))
        dialog.show()
        settle(dialog)
        assert dialog.height() <= SIZES[-1][1]
        assert list(clipped(dialog)) == []
    finally:
        dialog.close()
        dialog.deleteLater()
        qapp.processEvents()


PAPERS: dict[str, Callable[[State], Document]] = {
    "week": lambda state: week_document(state, 4, TODAY),
    "plan": lambda state: plan_document(state, TODAY),
    "loop sheet": lambda state: sheet_document(state, TODAY),
    "review": lambda state: review_paper(state, 3, TODAY),
}


@pytest.mark.usefixtures("longer")
@pytest.mark.parametrize("name", PAPERS)
def test_no_paper_tells_a_text_in_english(name: str) -> None:
    document = PAPERS[name](demo_workspace().state)
    told = [one for one in _fields(document) if not one.endswith(".pdf")]
    assert sum("⟦" in text for text in told) > 10
    assert english(told) == []


def _fields(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _fields(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _fields(getattr(value, field.name))
