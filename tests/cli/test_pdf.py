"""PDF from the command line: the only form that needs Qt."""

import re
import sys
from pathlib import Path

import pytest

from planner.cli.commands.paper import usual_paper
from planner.paper.painting import PaintError
from tests.cli.program import CANDIDATE, Program
from tests.paper.reading import facts, texts

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    "words",
    [("plan", *CANDIDATE), ("export",), ("week",), ("checklist",), ("status",)],
)
def test_a_pdf_goes_into_a_file(planned: Program, tmp_path: Path, words: tuple[str, ...]) -> None:
    file = tmp_path / "plan.pdf"
    result = planned.run(*words, "--format", "pdf", "--output", str(file))
    assert (result.status, result.out, result.err) == (0, "", "")
    assert file.read_bytes().startswith(b"%PDF-")


def test_init_prints_the_plan_it_made(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "plan.pdf"
    assert program.run("init", *CANDIDATE, "--output", str(file)).status == 0
    assert file.read_bytes().startswith(b"%PDF-")
    assert program.run("week").status == 0


@pytest.mark.parametrize(("paper", "box"), [("a4", b"595"), ("letter", b"612")])
def test_the_paper_can_be_named(planned: Program, tmp_path: Path, paper: str, box: bytes) -> None:
    file = tmp_path / "week.pdf"
    assert planned.run("week", "--output", str(file), "--paper", paper).status == 0
    line = next(one for one in file.read_bytes().splitlines() if b"/MediaBox" in one)
    assert box in line


PRINTED = [("plan", *CANDIDATE), ("export",), ("week",), ("review",), ("stories",)]
PRINTED += [("checklist",), ("status",)]


@pytest.mark.parametrize("words", PRINTED, ids=lambda words: words[0])
def test_a_discreet_pdf_has_a_neutral_head(
    planned: Program, tmp_path: Path, words: tuple[str, ...]
) -> None:
    file = tmp_path / "plan.pdf"
    assert planned.run(*words, "--output", str(file), "--discreet").status == 0
    told = facts(file.read_bytes())
    assert told["Title"].startswith("Study plan: ")
    assert told["Creator"] == "Study plan"
    head = texts(file.read_bytes())[0].splitlines()[:3]
    assert not re.search("L6|loop", " ".join(head), re.IGNORECASE), head


def test_a_pdf_does_not_go_to_a_terminal(planned: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    result = planned.run("week", "--format", "pdf")
    assert (result.status, result.out) == (2, "")
    assert result.complaint == "A PDF is not for a terminal; name a file with --output."


def test_a_pdf_that_fails_leaves_the_old_one(
    planned: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> bytes:
        raise PaintError("the device does not start")

    file = tmp_path / "plan.pdf"
    file.write_bytes(b"old")
    monkeypatch.setattr("planner.paper.pdf.render", refuse)
    result = planned.run("export", "--output", str(file))
    assert result.status == 1
    assert result.complaint == "The PDF could not be painted: the device does not start."
    assert file.read_bytes() == b"old"


@pytest.mark.parametrize(
    ("locale", "paper"),
    [
        ({"LANG": "en_US.UTF-8"}, "letter"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "de_DE.UTF-8"}, "a4"),
        ({"LANG": "de_DE.UTF-8", "LC_PAPER": "es_MX"}, "letter"),
        ({"LC_ALL": "C"}, "a4"),
        ({}, "a4"),
    ],
)
def test_the_usual_paper_is_that_of_the_country(locale: dict[str, str], paper: str) -> None:
    assert usual_paper(locale) == paper
