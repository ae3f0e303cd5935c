"""A calendar file says what it was told, to readers that are not ours."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from planner.core.exchange.calendar import Entry, Revision
from planner.storage.calendar.exported import remember, remembered
from planner.storage.calendar.reading import read_busy
from planner.storage.calendar.writing import calendar_file
from planner.storage.calendar.zone import system_zone, zone_named

NOW = datetime(2026, 12, 1, 12, 30, 15, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")


def revision(**changes: object) -> Revision:
    entry = Entry(
        name="study-1", day=date(2026, 12, 1), start=time(19, 30), end=time(21), title="Study"
    )
    return Revision(entry=entry.evolve(**changes), modified=NOW, store="0abc")


def written(one: Revision, zone: ZoneInfo | None = BERLIN, alarm: int | None = None) -> bytes:
    return calendar_file([one], zone, name="Loopready", alarm=alarm)


def parts(content: bytes, name: str) -> list[Any]:
    """The parts of a calendar as a reader that is not ours sees them."""
    return list(Calendar.from_ical(content).walk(name))


TEXT = st.text(st.characters(blacklist_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=200)


@given(TEXT, st.lists(TEXT, max_size=4))
def test_any_text_comes_back_as_it_was(title: str, lines: list[str]) -> None:
    content = written(revision(title=title, text="\n".join(lines)))
    assert max(map(len, content.split(b"\r\n"))) <= 75, "lines are folded, RFC 5545 3.1"
    (event,) = parts(content, "VEVENT")
    assert event["summary"] == title
    assert event.get("description", "") == "\n".join(lines)


@pytest.mark.parametrize("day", [date(2027, 3, 27), date(2027, 3, 29), date(2027, 10, 30)])
@pytest.mark.parametrize("zone", [BERLIN, ZoneInfo("America/New_York"), None])
def test_a_time_of_day_stays_over_the_change_of_clocks(day: date, zone: ZoneInfo | None) -> None:
    content = written(revision(day=day), zone)
    found: list[Any] = recurring_ical_events.of(Calendar.from_ical(content)).at(day)
    (event,) = found
    assert event["dtstart"].dt.replace(tzinfo=None) == datetime.combine(day, time(19, 30))
    if zone is not None:
        assert event["dtstart"].dt.utcoffset() == datetime.combine(day, time(12), zone).utcoffset()
        assert b"BEGIN:VTIMEZONE" in content


def test_a_time_that_the_clock_leaps_over_is_the_one_it_leaps_to() -> None:
    content = written(revision(day=date(2027, 3, 28), start=time(2, 30), end=time(4)))
    (event,) = parts(content, "VEVENT")
    assert event["dtstart"].dt.time() == time(3, 30)


def test_an_entry_without_times_takes_the_day_but_no_time() -> None:
    (event,) = parts(written(revision(start=None, end=None)), "VEVENT")
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2026, 12, 1), date(2026, 12, 2))
    assert event["transp"] == "TRANSPARENT"


def test_an_alarm_stands_before_blocks_that_are_not_cancelled() -> None:
    (alarm,) = parts(written(revision(), alarm=15), "VALARM")
    assert alarm["trigger"].dt == timedelta(minutes=-15)
    assert b"VALARM" not in written(revision().evolve(cancelled=True), alarm=15)
    assert b"VALARM" not in written(revision(start=None, end=None), alarm=15)


def test_what_a_calendar_goes_by_is_said(tmp_path: Path) -> None:
    one = revision().evolve(sequence=3, cancelled=True)
    (event,) = parts(written(one), "VEVENT")
    assert event["uid"] == "study-1.0abc@plan.loopready"
    assert (event["sequence"], event["status"]) == (3, "CANCELLED")
    assert event["last-modified"].dt == NOW
    file = tmp_path / "ours.ics"
    file.write_bytes(written(revision()))
    assert read_busy(file, date(2026, 11, 1), date(2027, 1, 1)).times == {}, "our own study"


def test_the_memory_of_exports_outlives_the_program(tmp_path: Path) -> None:
    ours, theirs = revision(), revision(name="other").evolve(sequence=2)
    remember(tmp_path, "aaaa", [ours])
    remember(tmp_path, "bbbb", [theirs])
    assert {one.entry.name: one for one in remembered(tmp_path)} == {
        "study-1": ours,
        "other": theirs,
    }


def test_a_moment_without_a_zone_is_no_memory(tmp_path: Path) -> None:
    """It could not be compared with now, and the next export would fail over it."""
    remember(tmp_path, "aaaa", [revision()])
    text = (tmp_path / "calendar-aaaa.json").read_text("utf-8")
    assert "30:15Z" in text
    (tmp_path / "calendar-aaaa.json").write_text(text.replace("30:15Z", "30:15"), "utf-8")
    assert remembered(tmp_path) == ()


@pytest.mark.parametrize(
    "content", [b"", b"\0\0", b"[]", b'{"revisions": 3}', b"\xff", b'{"more": 1}', b"[" * 9999]
)
def test_a_memory_that_cannot_be_read_is_passed_over(tmp_path: Path, content: bytes) -> None:
    remember(tmp_path, "aaaa", [revision()])
    (tmp_path / "calendar-bbbb.json").write_bytes(content)
    assert remembered(tmp_path) == (revision(),)
    (tmp_path / "calendar-cccc.json").mkdir()
    assert remembered(tmp_path / "nowhere") == ()


@pytest.mark.parametrize("name", ["", "Mars/Olympus", "../etc/passwd", "\0", "/", "x" * 5000])
def test_a_zone_nobody_knows_is_none(name: str) -> None:
    assert zone_named(name) is None


def test_the_zone_of_the_system_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TZ", raising=False)
    link = tmp_path / "localtime"
    link.symlink_to("/usr/share/zoneinfo/Europe/Berlin")
    assert system_zone(link) == BERLIN
    assert system_zone(tmp_path / "nothing") is None
    monkeypatch.setenv("TZ", ":America/New_York")
    assert system_zone(link) == ZoneInfo("America/New_York")
