"""A calendar file says what it was told, to readers that are not ours."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
from hypothesis import example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from planner.core.exchange.calendar import Entry, Revision
from planner.storage.calendar.exported import remember, remembered
from planner.storage.calendar.exporting import CalendarExport, keep_in_mind
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


ZONES = st.sampled_from(
    (
        *("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca"),
        *("Asia/Kolkata", "America/Sao_Paulo", "Pacific/Chatham", "Europe/Dublin", "UTC"),
    )
).map(ZoneInfo)


@st.composite
def revisions(draw: st.DrawFn) -> tuple[Revision, ...]:
    """Entries of several days, whole ones among them, some changed and some cancelled."""
    days = st.dates(date(2026, 1, 1), date(2032, 12, 31))
    starts = st.none() | st.times(time(0), time(22)).map(lambda at: at.replace(microsecond=0))
    found = []
    for number in range(draw(st.integers(1, 5))):
        day, start = draw(days), draw(starts)
        end = start and (datetime.combine(day, start) + timedelta(minutes=90)).time()
        entry = Entry(name=f"e-{number}", day=day, start=start, end=end, title=draw(TEXT))
        found.append(
            Revision(
                entry=entry,
                modified=NOW,
                store="0abc",
                sequence=draw(st.integers(0, 3)),
                cancelled=draw(st.booleans()),
            )
        )
    return tuple(found)


@settings(max_examples=40)
@given(revisions(), ZONES | st.none())
def test_readers_that_are_not_ours_find_every_entry_once_at_its_time(
    wanted: tuple[Revision, ...], zone: ZoneInfo | None
) -> None:
    content = calendar_file(wanted, zone, name="Loopready")
    known = {one.entry.name: one for one in wanted}
    read = Calendar.from_ical(content)
    found = list(recurring_ical_events.of(read).between(date(2025, 1, 1), date(2034, 1, 1)))
    assert sorted(event["uid"].split(".")[0] for event in found) == sorted(known)
    for event in found:
        one = known[event["uid"].split(".")[0]]
        begins = event["dtstart"].dt
        if one.entry.start is None:
            assert begins == one.entry.day
        else:
            there = datetime.combine(one.entry.day, one.entry.start, zone)
            # one that the clock leaps over is the one it leaps to
            is_there = zone is None or there.astimezone(UTC).astimezone(zone) == there
            assert begins.replace(tzinfo=None) == there.replace(tzinfo=None) or not is_there
        assert event["sequence"] == one.sequence
        assert event["status"] == ("CANCELLED" if one.cancelled else "CONFIRMED")
        assert event["summary"] == one.entry.title


@settings(max_examples=40)
@example(ZoneInfo("Africa/Casablanca"), datetime(2032, 1, 1, 12))  # noqa: DTZ001
@example(ZoneInfo("Africa/Casablanca"), datetime(2027, 3, 1, 12))  # noqa: DTZ001
@given(ZONES, st.datetimes(datetime(2026, 1, 1), datetime(2032, 12, 31)))  # noqa: DTZ001
def test_the_zone_in_the_file_is_right_by_itself(zone: ZoneInfo, moment: datetime) -> None:
    at = moment.time().replace(microsecond=0)
    one = revision(day=moment.date(), start=at, end=time(23, 59, 59))
    (told,) = parts(written(one, zone), "VTIMEZONE") or [None]
    (event,) = parts(written(one, zone), "VEVENT")
    begins = event["dtstart"].dt
    assert told is not None or zone.key == "UTC"
    if told is not None:
        # what a reader makes of the rules in the file, without a list of zones of its own
        alone = begins.replace(tzinfo=told.to_tz(lookup_tzid=False))
        assert alone.utcoffset() == begins.utcoffset()


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


def test_what_a_year_has_passed_over_is_forgotten(tmp_path: Path) -> None:
    old = [revision(name=f"old-{n}", day=date(2024, 1, 1) + timedelta(days=n)) for n in range(900)]
    remember(tmp_path, "ada", old)
    before = remembered(tmp_path)
    made = CalendarExport(b"", (revision(name="new"),))
    keep_in_mind(tmp_path, "ada", before, made, date(2026, 6, 1))
    kept = remembered(tmp_path)
    assert {one.entry.name for one in kept} == {
        "new",
        *(one.entry.name for one in old if one.entry.day >= date(2025, 5, 31)),
    }


def test_what_a_file_holds_is_kept_however_old_it_is(tmp_path: Path) -> None:
    made = CalendarExport(b"", (revision(name="old", day=date(2020, 1, 1)),))
    keep_in_mind(tmp_path, "ada", (), made, date(2026, 6, 1))
    assert [one.entry.name for one in remembered(tmp_path)] == ["old"]


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
