"""In discreet mode nothing that others see in passing tells of a company or an interview."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from planner.core.commands import AcceptPlan, ChangeProfile
from planner.core.entry import spread_hours
from planner.core.planning import make_plan
from planner.core.profile import Profile
from planner.core.state import State
from planner.core.values import Level
from planner.paper import dialogs
from planner.paper.contents.document import Document
from planner.paper.default import wished_layout
from planner.paper.painting import page_layout
from planner.paper.pdf import render
from planner.paper.sizes import Paper
from planner.paper.wish import Wish, document_of
from planner.storage.backup.keeping import Backups, Kind
from planner.ui.app import application
from planner.ui.dialogs.qt_prompts import QtPrompts
from planner.ui.exchanging import NAME, PACK_NAME
from planner.ui.focus import words
from planner.ui.kit.words.labels import Brand
from planner.ui.outward import name_program
from planner.ui.printing import PRINTS
from planner.ui.trouble import ELSEWHERE
from tests.paper.proof import WAYS
from tests.paper.reading import facts
from tests.paper.wished import wished
from tests.ui.every_dialog import DIALOGS
from tests.ui.house import TODAY, House
from tests.ui.test_focus_timer import start, timer

TELLING = re.compile(
    r"amazon|\bl[67]\b|loop|leadership|principle|interview|\bbar\b|raiser|loopready",
    re.IGNORECASE,
)
LOOP = date(2027, 2, 1)


@pytest.fixture(autouse=True)
def names_as_usual() -> Iterator[None]:
    yield
    name_program(discreet=False)


def at_level(house: House, level: Level) -> None:
    """A plan for a level on the made-up candidate."""
    profile = Profile(level=level, start=TODAY, loop=LOOP, week=spread_hours(600))
    state = house.workspace.state.evolve(profile=profile)
    plan = make_plan(state, profile, TODAY)
    house.workspace.do(ChangeProfile(profile=profile), AcceptPlan(plan=plan))


def on_the_task_bar(house: House) -> Iterator[str]:
    """Names of the program, and titles of its window and of all its dialogs."""
    yield QApplication.applicationDisplayName()
    yield QApplication.applicationName()
    yield QApplication.desktopFileName()
    yield house.window.windowTitle()
    for make in DIALOGS.values():
        dialog = make(house)
        yield dialog.windowTitle()
        dialog.deleteLater()


def documents(house: House, *, discreet: bool) -> Iterator[Document]:
    state = house.workspace.state
    assert state.plan is not None
    for week in state.plan.weeks:
        for kind, count in WAYS:
            wish = wished(kind, count, week=week.number, discreet=discreet)
            yield document_of(state, TODAY, wish)


def on_paper(house: House, *, discreet: bool) -> Iterator[str]:
    """Covers and heads of all pages, and what a stranger's program reads in their PDF files."""
    for document in documents(house, discreet=discreet):
        cover, head = document.cover, document.head
        yield from (cover.title, cover.name, cover.creator)
        yield from (head.title, head.below, *head.beside, head.again)
    first = next(documents(house, discreet=discreet))
    yield from facts(render(first, page_layout(Paper.A4))).values()


def in_dialogs_of_the_system(
    house: House, prompts: QtPrompts, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    """Titles and names of the dialogs that save and print, which remember files."""
    asked: list[str] = []

    def save(_parent: object, title: str, start: str) -> tuple[str, str]:
        asked.extend((title, Path(start).name))
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", save)
    for name in (NAME, PACK_NAME, ELSEWHERE):
        prompts.file_to_write("Save", name)
    yield from asked
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["paper"])
    for action, as_file in product(sorted(PRINTS), (False, True)):
        asked_of = house.answers

        def take(
            state: State, today: date, wish: Wish, tell: dialogs.Tell, *, as_file: bool = as_file
        ) -> None:
            bring = dialogs.save_document if as_file else dialogs.print_document
            bring(document_of(state, today, wish), house.window, wished_layout(wish), tell)

        monkeypatch.setattr(asked_of, "paper", take)
        house.window.run(action)
        for dialog in house.window.findChildren(QDialog):
            yield dialog.windowTitle()
            if isinstance(dialog, QFileDialog):
                yield from (Path(one).name for one in dialog.selectedFiles())
            elif isinstance(dialog, QPrintDialog):
                yield dialog.printer().docName()
                yield dialog.printer().creator()
            dialog.reject()
            dialog.setParent(None)


def told_of(texts: Sequence[str]) -> list[str]:
    return [text for text in texts if TELLING.search(text)]


def outputs(
    house: House, prompts: QtPrompts, monkeypatch: pytest.MonkeyPatch, *, discreet: bool
) -> dict[str, list[str]]:
    start(house)
    focus = timer(house)._focus
    assert focus is not None
    note = words.note(house.workspace.state, focus, discreet=discreet)
    brand = house.window.sidebar.findChild(Brand)
    assert brand is not None
    found = {
        "notification": [note.sender, note.heading, note.text],
        "sidebar": [brand.text()],
        "paper": list(on_paper(house, discreet=discreet)),
        "system": list(in_dialogs_of_the_system(house, prompts, monkeypatch)),
    }
    return {**found, "task bar": list(on_the_task_bar(house))}


@pytest.fixture
def prompts(house: House) -> QtPrompts:
    return QtPrompts(house.look, house.settings, house.window)


def test_discreet_names_tell_nothing(
    house: House, prompts: QtPrompts, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.settings.change(discreet=True)
    found = outputs(house, prompts, monkeypatch, discreet=True)
    assert {place: told for place, texts in found.items() if (told := told_of(texts))} == {}


def test_pages_of_the_other_level_tell_as_little(house: House) -> None:
    at_level(house, Level.L7)
    assert told_of(list(on_paper(house, discreet=True))) == []
    assert told_of(list(on_paper(house, discreet=False))) != []


def test_the_usual_names_tell_it_everywhere(
    house: House, prompts: QtPrompts, monkeypatch: pytest.MonkeyPatch
) -> None:
    name_program(discreet=False)
    found = outputs(house, prompts, monkeypatch, discreet=False)
    assert [place for place, texts in found.items() if not told_of(texts)] == []


def test_it_holds_at_once_and_is_taken_back_at_once(house: House) -> None:
    action = house.window.menus.actions["discreet"]
    brand = house.window.sidebar.findChild(Brand)
    assert brand is not None
    assert not action.isChecked()
    action.trigger()
    assert action.isChecked()
    assert house.settings.now.discreet
    assert house.saved[-1].discreet
    assert (house.window.windowTitle(), brand.text()) == ("Study plan", "Study plan")
    house.settings.change(discreet=False)
    assert not action.isChecked()
    assert (house.window.windowTitle(), brand.text()) == ("Loopready", "Loopready")


def test_what_is_not_saved_is_said_in_a_neutral_title(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.settings.change(discreet=True)
    monkeypatch.setattr(type(house.workspace), "unsaved", "The disk is full.")
    house.window.show_now()
    assert house.window.windowTitle() == "Not saved — Study plan"


def test_a_dialog_keeps_its_name_for_a_screen_reader(house: House) -> None:
    house.settings.change(discreet=True)
    dialog = DIALOGS["mock"](house) if "mock" in DIALOGS else next(iter(DIALOGS.values()))(house)
    assert dialog.windowTitle() == "Study plan"
    assert dialog.accessibleName() == dialog.heading.text()
    dialog.deleteLater()


def test_a_discreet_start_names_the_program_before_its_window_is_there(qapp: QApplication) -> None:
    application(discreet=True)
    assert qapp.applicationName() == "study-plan"
    assert qapp.applicationDisplayName() == "Study plan"
    assert qapp.desktopFileName() == "study-plan"


def test_names_of_backups_tell_nothing(backups: Backups, stored: House) -> None:
    assert stored.workspace.state.profile is not None
    taken = [backups.take(kind) for kind in Kind]
    assert told_of([one.file.name for one in taken if one]) == []
