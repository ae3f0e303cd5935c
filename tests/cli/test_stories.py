"""Stories are written, shown and taken back from the command line."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.program import TODAY, Program
from tests.paper.reading import texts


def write(program: Program, *words: str) -> str:
    """Write a story and return its id."""
    result = program.run("story", *words)
    assert (result.status, result.err) == (0, "")
    return result.out.split()[0]


def stories(program: Program) -> dict[str, Any]:
    document: dict[str, Any] = program.run("stories", "--format", "json").document
    return document


def test_a_story_is_written_and_changed(planned: Program) -> None:
    story = write(
        planned,
        *("The bill", "--result", "Cut by 40 %", "--role", "manager", "--engineers", "14"),
        *(
            "--tags",
            "#money",
            "cloud bill",
            "--criteria",
            "DT3",
            "--for",
            "frugality",
            "--for",
            "ownership=2",
        ),
        *("--told", "short=1m50", "--told", "long=290"),
    )
    [one] = stories(planned)["stories"]
    assert (one["id"], one["title"], one["fits"]) == (story, "The bill", "L6")
    assert one["told"] == [
        {"version": "short", "seconds": 110, "on": TODAY},
        {"version": "long", "seconds": 290, "on": TODAY},
    ]
    assert one["principles"] == ["Ownership", "Frugality"]
    assert one["tags"] == ["money", "cloud bill"]
    assert "#money #cloud bill" in planned.run("stories").out
    write(planned, story, "--task", "Ours", "--for", "frugality=none", "--title", "Bill")
    [one] = stories(planned)["stories"]
    assert (one["title"], one["task"], one["result"]) == ("Bill", "Ours", "Cut by 40 %")
    assert one["principles"] == ["Ownership"]


def test_a_story_is_dropped_brought_back_and_undone(planned: Program) -> None:
    story = write(planned, "The bill")
    write(planned, story, "--drop")
    assert stories(planned)["stories"] == []
    write(planned, story, "--bring-back")
    assert len(stories(planned)["stories"]) == 1
    assert "brought back: The bill" in planned.run("undo").out
    assert stories(planned)["stories"] == []


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_every_principle_and_concern_is_shown(planned: Program, form: str) -> None:
    write(planned, "Alone <b>", "--role", "contributor", "--for", "earn-trust")
    out = " ".join(planned.run("stories", "--format", form).out.split())
    for one in stories(planned)["principles"]:
        assert " ".join(one["name"].split()[:3]).rstrip(";") in out
    assert "1 story · 1 of 16 principles covered · 0 of the level’s 5 twice" in out
    assert "Failure point: Examples showed IC work, not management." in out
    assert ("Alone \\<b\\>" in out) is (form == "markdown")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["x", "--engineers", "nine"], "no whole number"),
        (["x", "--engineers", "1000001"], "no whole number"),
        (["x", "--role", "king"], "no role “king”"),
        (["x", "--told", "short=0"], "no time for a story"),
        (["x", "--told", "short=61m"], "no time for a story"),
        (["x", "--told", "medium=60"], "no time for a story"),
        (["x", "--for", "frugality=3"], "no place"),
        (["x", "--for", "greed"], "no leadership principle greed"),
        (["x", "--for", "no id"], "no leadership principle no id"),
        (["x", "--criteria", "ZZ"], "no success criterion ZZ"),
        (["x", "--task", "t" * 20_001], "task"),
        (["story.none", "--task", "x"], "title"),
        (["story.none", "--drop"], "no story story.none"),
        (["story.A b", "--drop"], "story"),
        ([" "], "1 to 200 letters"),
    ],
)
def test_bad_input_gets_one_sentence_and_changes_nothing(
    planned: Program, words: list[str], said: str
) -> None:
    assert said in planned.refuses("story", *words)


def test_nothing_to_change_is_said(planned: Program) -> None:
    story = write(planned, "The bill")
    assert "Say what to change" in planned.run("story", story).err


@pytest.mark.usefixtures("qapp")
def test_on_paper_the_stories_are_the_loop_sheet(planned: Program, tmp_path: Path) -> None:
    write(planned, "The bill", "--for", "frugality")
    file = tmp_path / "sheet.pdf"
    assert planned.run("stories", "--output", str(file)).status == 0
    page = " ".join(" ".join(texts(file.read_bytes())).split())
    assert "Loop sheet" in page
    assert "Frugality The bill" in page
