"""The plan as a calendar, a table and a web page, from the command line."""

import csv
import io
import re
import stat
from datetime import date, time
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from planner.core.exchange.table import safe
from tests.cli.program import Program, program_in
from tests.cli.test_show import sessions_of


def events(result: str) -> dict[str, Any]:
    return {str(one["uid"]): one for one in Calendar.from_ical(result).walk("VEVENT")}


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff"), "Excel wants to be told that this is UTF-8"
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_a_calendar_holds_every_session_and_the_loop_day(planned: Program) -> None:
    plan = planned.run("export", "--format", "json").document
    wanted = {code for week in plan["weeks"] for code in sessions_of(week)}
    found = events(planned.run("export", "--format", "ics").out)
    told = [str(one["description"]) for one in found.values() if "description" in one]
    assert {row.split()[0] for text in told for row in text.splitlines()} == wanted
    (loop,) = (one for one in found.values() if one["summary"] == "Loop day")
    assert loop["dtstart"].dt == date(2027, 2, 8)


def test_a_newer_calendar_corrects_the_older_one(planned: Program) -> None:
    first = events(planned.run("export", "--format", "ics").out)
    assert (
        planned.run("export", "--format", "ics").out == planned.run("export", "--format", "ics").out
    ), "nothing changed"
    planned.run("init", "--hours", "6", "--day-off", "2026-12-12")
    second = events(planned.run("export", "--format", "ics").out)
    assert first.keys() <= second.keys()
    gone = {uid for uid, one in second.items() if one["status"] == "CANCELLED"}
    assert gone
    for uid in first.keys() & second.keys():
        same = all(
            first[uid].get(name) == second[uid].get(name)
            for name in ("summary", "description", "dtstart", "dtend", "status")
        )
        assert (second[uid]["sequence"] == 0) == same
    (memory,) = planned.store.glob("calendar-*.json")
    assert stat.S_IMODE(memory.stat().st_mode) == 0o600


def test_what_comes_in_from_elsewhere_changes_no_uid(
    program: Program,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Else a calendar would hold every block twice."""
    earlier = program_in(tmp_path / "other", capsys)
    with monkeypatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path / "state of another computer"))
        assert earlier.init().status == 0
    program.init()
    first = events(program.run("export", "--format", "ics").out)
    copied = program.store / earlier.journal().name
    assert not copied.exists()
    copied.write_bytes(earlier.journal().read_bytes())
    program.init("--hours", "8")
    second = events(program.run("export", "--format", "ics").out)
    assert first.keys() <= second.keys()
    assert len({uid.split("@")[0].rpartition(".")[2] for uid in second}) == 1


def test_a_calendar_of_the_week_cancels_nothing_elsewhere(planned: Program) -> None:
    planned.run("export", "--format", "ics")
    week = events(planned.run("week", "--format", "ics").out)
    assert 0 < len(week) < 10
    assert {one["status"] for one in week.values()} == {"CONFIRMED"}


TELLING = re.compile(r"\bL6\b|loop|loopready|interview", re.IGNORECASE)


def test_a_discreet_calendar_says_only_that_there_is_study(planned: Program) -> None:
    for words, name in (((), "Loopready"), (("--discreet",), "Study plan")):
        calendar = Calendar.from_ical(planned.run("export", "--format", "ics", *words).out)
        told = [str(one["summary"]) for one in calendar.walk("VEVENT")]
        assert str(calendar["x-wr-calname"]) == name
        assert bool(TELLING.search(" ".join(told))) is not bool(words)


def test_a_discreet_web_page_has_a_neutral_head(planned: Program) -> None:
    for words, telling in (((), True), (("--discreet",), False)):
        page = Page(planned.run("export", "--format", "html", *words).out)
        head = " ".join(page.words).partition("Week 1")[0]
        assert bool(TELLING.search(head)) is telling


def test_part_of_a_calendar_with_alarms(planned: Program) -> None:
    gates = events(planned.run("export", "--format", "ics", "--entries", "gates").out)
    assert [str(one["summary"]) for one in gates.values()] == ["Loop day"]
    out = planned.run("export", "--format", "ics", "--entries", "sessions", "--alarm", "15").out
    assert out.count("TRIGGER:-PT15M") == out.count("BEGIN:VEVENT") > 10


def test_a_plan_without_a_store_is_a_calendar_too(program: Program) -> None:
    out = program.run("plan", "--level", "L6", "--loop", "2027-02-08", "--format", "ics").out
    assert len(events(out)) > 10
    assert not program.store.exists()


def test_a_store_that_cannot_be_written_still_gives_its_calendar(planned: Program) -> None:
    (planned.store / f"calendar-{planned.journal().stem.removeprefix('journal-')}.json").mkdir()
    result = planned.run("export", "--format", "ics")
    assert result.status == 0
    assert result.complaint.startswith("The next calendar file may leave old entries standing.")
    assert events(result.out)


@pytest.mark.parametrize(
    "words",
    [
        ["--alarm", "15"],
        ["--format", "csv", "--entries", "all"],
        ["--format", "pdf", "--stories"],
        ["--format", "ics", "--alarm", "soon"],
        ["--format", "ics", "--alarm", "9999"],
        ["--format", "ics", "--entries", "some"],
        ["--format", "ics", "--paper", "a4"],
    ],
)
def test_what_does_not_go_together_is_one_line(planned: Program, words: list[str]) -> None:
    result = planned.run("export", *words)
    assert (result.status, result.out) == (2, "")
    assert result.complaint


def test_a_table_has_a_row_for_every_session(planned: Program) -> None:
    planned.run("done", "W1-01=50")
    plan = planned.run("export", "--format", "json").document
    wanted = {code: one for week in plan["weeks"] for code, one in sessions_of(week).items()}
    found = {one["code"]: one for one in rows(planned.run("export", "--format", "csv").out)}
    assert found.keys() == wanted.keys()
    for code, one in found.items():
        session = wanted[code]
        assert (one["title"], int(one["minutes"])) == (session["title"], session["minutes"])
        assert (one["date"], time.fromisoformat(one["start"]).minute % 5) == (session["date"], 0)
        assert one["done"] == ("yes" if session["done"] else "no")
        assert one["actual_minutes"] == str(session["actual_minutes"] or "")
    week = rows(planned.run("week", "--format", "csv").out)
    assert [one["week"] for one in week] == ["1"] * len(week)


HOSTILE = ["=cmd()", "+1", "@SUM(A1)", '"quoted", and', "x" * 200, "=a\tb", " =late", "\uff1dcmd()"]


@pytest.mark.parametrize("title", HOSTILE)
def test_no_title_becomes_a_formula(planned: Program, title: str) -> None:
    planned.run("add", title, "--minutes", "60")
    (row,) = (
        one
        for one in rows(planned.run("checklist", "--format", "csv").out)
        if one["item"].startswith("own.")
    )
    assert row["title"][:1] not in "=+-@\uff1d\uff0b\uff0d\uff20"
    assert row["title"].lstrip("'") == " ".join(title.split())


@given(st.text(max_size=80))
def test_no_text_at_all_becomes_a_formula(text: str) -> None:
    cell = safe(text)
    assert cell[:1] not in {"=", "+", "-", "@", "\t", "\r"}
    assert not set(cell) & {"\n", "\r", "\0"}


class Page(HTMLParser):
    """What a web page is made of."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_a_web_page_asks_nobody_for_anything(planned: Program, tmp_path: Path) -> None:
    file = tmp_path / "plan.html"
    planned.run("add", "<script>alert(1)</script>", "--minutes", "60")
    planned.run("init", "--hours", "12")
    assert planned.run("export", "--output", str(file)).status == 0
    page = Page(file.read_text("utf-8"))
    names = {tag for tag, _ in page.tags}
    assert not names & {"script", "img", "link", "iframe", "object", "form", "a", "svg"}
    assert not any(key in {"src", "href", "style"} for _, attrs in page.tags for key in attrs)
    assert {"html", "title", "main", "h1", "h2", "th"} <= names
    heads = [attrs for tag, attrs in page.tags if tag == "th"]
    assert all(attrs.get("scope") in {"col", "row"} for attrs in heads)
    plan = planned.run("export", "--format", "json").document
    words = " ".join(page.words)
    for week in plan["weeks"]:
        for one in week["sessions"]:
            assert one["code"] in words
            assert one["title"] in words


def test_stories_are_on_the_page_only_when_asked_for(planned: Program) -> None:
    planned.run("story", "new", "--title", "The outage", "--situation", "Everything was down")
    assert "Everything was down" not in planned.run("export", "--format", "html").out
    assert "Everything was down" in planned.run("export", "--format", "html", "--stories").out
