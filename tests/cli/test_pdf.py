"""PDF from the command line: the only form that needs Qt."""

import re
import sys
from pathlib import Path

import pytest

from planner.paper.painting import PaintError
from tests.cli.program import CANDIDATE, Program
from tests.paper.reading import CODE, codes, facts, pages, texts

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


@pytest.mark.parametrize(
    ("paper", "box"),
    [("a4", b"595"), ("letter", b"612"), ("a5", b"420"), ("a3", b"842"), ("legal", b"1008")],
)
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


@pytest.mark.parametrize(("country", "box"), [("en_US", b"612"), ("de_DE", b"595")])
def test_the_usual_paper_is_that_of_the_country(
    planned: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, country: str, box: bytes
) -> None:
    monkeypatch.setenv("LC_ALL", f"{country}.UTF-8")
    assert b"/MediaBox [0 0 " + box in printed(planned, tmp_path, "week")


def printed(program: Program, tmp_path: Path, *words: str) -> bytes:
    file = tmp_path / "chosen.pdf"
    result = program.run(*words, "--output", str(file))
    assert (result.status, result.err) == (0, "")
    return file.read_bytes()


@pytest.mark.parametrize("words", PRINTED, ids=lambda words: words[0])
def test_every_pdf_can_lie_on_its_side_with_large_letters(
    planned: Program, tmp_path: Path, words: tuple[str, ...]
) -> None:
    usual = pages(printed(planned, tmp_path, *words, "--paper", "a4"))
    options = ("--paper", "a4", "--landscape", "--large")
    turned = pages(printed(planned, tmp_path, *words, *options))
    assert (turned[0].width, turned[0].height) == (usual[0].height, usual[0].width)
    heights = [page[0].words[0].bottom - page[0].words[0].top for page in (usual, turned)]
    assert heights[1] / heights[0] == pytest.approx(1.25, abs=0.02)
    assert len(turned) >= len(usual)


def test_some_weeks_of_the_plan(planned: Program, tmp_path: Path) -> None:
    found = codes(printed(planned, tmp_path, "export", "--weeks", "3-4"))
    whole = codes(printed(planned, tmp_path, "export"))
    assert found == [code for code in whole if code.startswith(("W3-", "W4-"))]
    assert codes(printed(planned, tmp_path, "export", "--weeks", "4"))[0] == "W4-01"


@pytest.mark.parametrize("count", [1, 2])
def test_so_many_weeks_stand_on_a_page(planned: Program, tmp_path: Path, count: int) -> None:
    data = printed(planned, tmp_path, "export", "--weeks-a-page", str(count), "--paper", "a4")
    of_page = [{one.split("-")[0] for one in CODE.findall(text)} for text in texts(data)]
    assert {len(weeks) for weeks in of_page if weeks} == {count}
    assert codes(data) == codes(printed(planned, tmp_path, "export"))


def test_a_week_stands_beside_the_next(planned: Program, tmp_path: Path) -> None:
    alone = codes(printed(planned, tmp_path, "week"))
    both = codes(printed(planned, tmp_path, "week", "--weeks-a-page", "2", "--paper", "a4"))
    assert {one.split("-")[0] for one in both} == {"W1", "W2"}
    assert both[: len(alone)] == alone


def test_what_is_done_can_stay_away(planned: Program, tmp_path: Path) -> None:
    first, *others = codes(printed(planned, tmp_path, "week"))
    assert planned.run("done", first).status == 0
    assert codes(printed(planned, tmp_path, "week", "--hide-done")) == others
    assert first not in codes(printed(planned, tmp_path, "export", "--hide-done"))
    assert codes(printed(planned, tmp_path, "week")) == [first, *others]


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ("week --landscape", "--landscape is for a PDF; add --format pdf."),
        ("week --hide-done --format csv", "--hide-done is for a PDF; add --format pdf."),
        ("review --hide-done --format pdf", "--hide-done is not for this; it is for checklist, "),
        ("week --weeks 3-4 --format pdf", "--weeks is not for this; it is for export, init, plan."),
        ("export --weeks 9-99 --format pdf", "The plan has only weeks 1 to "),
        ("export --weeks 4-3", "--weeks: “4-3” are no weeks; write them like 3-5"),
        ("export --weeks 0", "--weeks: “0” are no weeks; write them like 3-5"),
        ("export --everything --large", "Everything is written as JSON; "),
        ("export --everything --weeks-a-page 2", "Everything is written as JSON; "),
        ("week --weeks-a-page 2", "--weeks-a-page is for a PDF; add --format pdf."),
        ("checklist --weeks-a-page 2 --format pdf", "--weeks-a-page is not for this; it is for "),
        ("export --weeks-a-page 3 --format pdf", "--weeks-a-page: invalid choice: 3"),
    ],
)
def test_an_option_that_does_not_apply_is_one_line(
    planned: Program, words: str, complaint: str
) -> None:
    result = planned.run(*words.split())
    assert (result.status, result.out) == (2, "")
    assert result.complaint.startswith(complaint)
