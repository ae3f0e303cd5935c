"""A calendar file gives busy hours in local time, and whatever it holds, it does no harm."""

import os
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.core.commands import MOST_SPANS
from planner.core.spans import Span, merged
from planner.storage.calendar.file import CalendarError
from planner.storage.calendar.reading import BusyHours, read_busy
from tests.core.strategies import FEW
from tests.storage.calendar.files import MEETING, calendar, event, written

FIRST, LAST = date(2027, 1, 4), date(2027, 6, 27)
TUESDAY = date(2027, 1, 5)
BERLIN = ZoneInfo("Europe/Berlin")
ELEVEN = (660, 720)  # the meeting from 10:00 to 11:00 UTC, in Berlin in winter


def read(folder: Path, *parts: str, zone: str = "Europe/Berlin") -> BusyHours:
    return read_busy(written(folder, *parts), FIRST, LAST, ZoneInfo(zone))


def times(folder: Path, *parts: str, zone: str = "Europe/Berlin") -> dict[date, tuple[Span, ...]]:
    found = read(folder, *parts, zone=zone)
    assert found.notes == ()
    return dict(found.times)


def local(day: str, begin: str, end: str, zone: str = "Europe/Berlin") -> tuple[str, str]:
    return f"DTSTART;TZID={zone}:{day}T{begin}00", f"DTEND;TZID={zone}:{day}T{end}00"


@pytest.mark.parametrize(
    ("zone", "span"),
    [("Europe/Berlin", ELEVEN), ("America/Los_Angeles", (120, 180)), ("Asia/Kolkata", (930, 990))],
)
def test_a_time_of_the_world_becomes_a_local_one(tmp_path: Path, zone: str, span: Span) -> None:
    assert times(tmp_path, event(*MEETING), zone=zone) == {TUESDAY: (span,)}


def test_a_meeting_over_midnight_stands_on_both_days(tmp_path: Path) -> None:
    late = event("DTSTART:20270105T220000Z", "DTEND:20270106T003030Z")
    assert times(tmp_path, late) == {
        TUESDAY: ((1380, 1440),),
        TUESDAY + timedelta(days=1): ((0, 91),),  # half a minute counts as one
    }


def test_a_whole_day_is_busy_from_end_to_end(tmp_path: Path) -> None:
    offsite = event("DTSTART;VALUE=DATE:20270105", "DTEND;VALUE=DATE:20270107")
    assert times(tmp_path, offsite) == {
        TUESDAY: ((0, 1440),),
        TUESDAY + timedelta(days=1): ((0, 1440),),
    }
    assert times(tmp_path, event("DTSTART;VALUE=DATE:20270105")) == {TUESDAY: ((0, 1440),)}


@pytest.mark.parametrize("line", ["TRANSP:TRANSPARENT", "STATUS:CANCELLED", "status:Cancelled"])
def test_what_is_free_or_cancelled_takes_no_time(tmp_path: Path, line: str) -> None:
    assert times(tmp_path, event(*MEETING, line)) == {}


def test_what_overlaps_or_touches_is_one_busy_time(tmp_path: Path) -> None:
    found = times(
        tmp_path,
        event(*local("20270105", "1100", "1200"), uid="a"),
        event(*local("20270105", "1130", "1230"), uid="b"),
        event(*local("20270105", "1230", "1300"), uid="c"),
        event(*local("20270105", "1400", "1500"), uid="d"),
    )
    assert found == {TUESDAY: ((660, 780), (840, 900))}


def test_a_weekly_meeting_keeps_its_local_time_over_the_change_of_clocks(tmp_path: Path) -> None:
    weekly = event(*local("20270301", "1000", "1100"), "RRULE:FREQ=WEEKLY;COUNT=8")
    found = times(tmp_path, weekly)
    assert len(found) == 8
    assert set(found.values()) == {((600, 660),)}
    assert max(found) == date(2027, 4, 19)  # the clocks change on 28 March


def test_a_meeting_of_another_country_moves_when_only_our_clocks_change(tmp_path: Path) -> None:
    weekly = event(*local("20270301", "0900", "1000", "America/New_York"), "RRULE:FREQ=WEEKLY")
    found = times(tmp_path, weekly)
    assert found[date(2027, 3, 8)] == ((900, 960),)
    assert found[date(2027, 3, 22)] == ((840, 900),)  # New York is ahead from 14 March on
    assert found[date(2027, 3, 29)] == ((900, 960),)


def test_an_hour_that_the_clocks_skip_comes_after_the_gap(tmp_path: Path) -> None:
    found = times(tmp_path, event(*local("20270328", "0230", "0330")))
    assert found == {date(2027, 3, 28): ((210, 270),)}


def test_a_meeting_in_the_hour_that_comes_twice_lasts_as_long_as_it_does(tmp_path: Path) -> None:
    file = written(tmp_path, event("DTSTART:20271031T003000Z", "DTEND:20271031T011000Z"))
    found = read_busy(file, FIRST, date(2027, 12, 31), BERLIN)  # 2:30 to 2:10, and it is 40 minutes
    assert found.times == {date(2027, 10, 31): ((150, 190),)}


def test_only_what_lies_in_the_horizon_is_read(tmp_path: Path) -> None:
    forever = event(*local("20200101", "1000", "1100"), "RRULE:FREQ=DAILY")
    before = event("DTSTART:20260105T100000Z", "DURATION:PT1H", uid="old")
    found = times(tmp_path, forever, before)
    assert (min(found), max(found)) == (FIRST, LAST)
    assert len(found) == (LAST - FIRST).days + 1


def test_a_repetition_that_was_moved_or_cancelled_is_where_it_is_now(tmp_path: Path) -> None:
    found = times(
        tmp_path,
        event(*MEETING, "RRULE:FREQ=WEEKLY;COUNT=4", "EXDATE:20270119T100000Z"),
        event(
            "DTSTART:20270113T100000Z", "DTEND:20270113T110000Z", "RECURRENCE-ID:20270112T100000Z"
        ),
        event("DTSTART:20270126T100000Z", "RECURRENCE-ID:20270126T100000Z", "STATUS:CANCELLED"),
    )
    assert set(found) == {TUESDAY, date(2027, 1, 13)}


def test_a_repetition_moved_out_of_the_horizon_is_gone(tmp_path: Path) -> None:
    away = ("DTSTART:20280112T100000Z", "DTEND:20280112T110000Z", "RECURRENCE-ID:20270112T100000Z")
    found = times(tmp_path, event(*MEETING, "RRULE:FREQ=WEEKLY;COUNT=2"), event(*away))
    assert set(found) == {TUESDAY}


def test_a_repetition_marked_as_free_takes_no_time(tmp_path: Path) -> None:
    free = ("RECURRENCE-ID:20270112T100000Z", "TRANSP:TRANSPARENT")
    found = times(
        tmp_path,
        event(*MEETING, "RRULE:FREQ=WEEKLY;COUNT=2"),
        event("DTSTART:20270112T100000Z", "DTEND:20270112T110000Z", *free),
    )
    assert set(found) == {TUESDAY}


def test_what_is_free_does_not_count_for_the_limit(tmp_path: Path) -> None:
    free = [event(*MEETING, "TRANSP:TRANSPARENT", uid=str(n)) for n in range(3500)]
    assert times(tmp_path, *free, event(*MEETING, uid="now")) == {TUESDAY: (ELEVEN,)}


def test_two_appointments_with_one_id_both_count(tmp_path: Path) -> None:
    other = ("DTSTART:20270106T100000Z", "DTEND:20270106T110000Z")
    assert len(times(tmp_path, event(*MEETING), event(*other))) == 2
    assert len(times(tmp_path, event(*MEETING, uid=None), event(*other, uid=None))) == 2


def test_words_and_reminders_are_never_read(tmp_path: Path) -> None:
    tricky = event(
        *MEETING,
        "SUMMARY:Talk\\nDTSTART:20270202T100000Z",
        "DESCRIPTION:END:VEVENT",
        "BEGIN:VALARM",
        "TRIGGER:-PT15M",
        "DURATION:P9D",
        "END:VALARM",
    )
    assert times(tmp_path, tricky) == {TUESDAY: (ELEVEN,)}


ZONE = """BEGIN:VTIMEZONE
TZID:Our own
BEGIN:STANDARD
DTSTART:16011028T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010325T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
END:DAYLIGHT
END:VTIMEZONE
""".replace("\n", "\r\n")


def test_a_zone_that_the_file_defines_is_used_and_forgotten(tmp_path: Path) -> None:
    meeting = event(*local("20270105", "1000", "1100", "Our own"))
    assert times(tmp_path, ZONE, meeting) == {TUESDAY: ((960, 1020),)}
    west = ZONE.replace("-0500", "-0800").replace("-0400", "-0700")
    assert times(tmp_path, west, meeting) == {TUESDAY: ((1140, 1200),)}


def test_names_of_zones_as_other_programs_write_them_are_known(tmp_path: Path) -> None:
    windows = event(*local("20270105", "1000", "1100", "W. Europe Standard Time"))
    assert times(tmp_path, windows) == {TUESDAY: ((600, 660),)}
    vendor = event(*local("20270105", "1000", "1100", "/example.org/Europe/Berlin"))
    assert times(tmp_path, vendor) == {TUESDAY: ((600, 660),)}


@pytest.mark.parametrize(
    ("zone", "parts"),
    [
        ("Mars/Base", ()),
        ("../../etc/passwd", ()),
        ("Our own", (ZONE.replace("FREQ=YEARLY", "FREQ=SECONDLY"),)),
        ("Our own", (ZONE.replace("TZOFFSETFROM:-0400", "TZOFFSETFROM:soon"),)),
    ],
)
def test_an_unknown_zone_is_told_and_its_hours_are_local(
    tmp_path: Path, zone: str, parts: tuple[str, ...]
) -> None:
    found = read(tmp_path, *parts, event(*local("20270105", "1000", "1100", zone)))
    assert found.times == {TUESDAY: ((600, 660),)}
    assert found.notes == (
        "1 appointment named a time zone that is not known; the hours count as local.",
    )


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;COUNT=1000000",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYSECOND=" + ",".join(map(str, range(60))),
        "FREQ=DAILY;BYHOUR=" + ",".join(map(str, range(24))),
        "FREQ=NEVER",
        "COUNT=3",
        "FREQ=WEEKLY;FREQ=DAILY",
        "\x07",
    ],
)
def test_a_repetition_nobody_uses_is_told_and_read_once(tmp_path: Path, rule: str) -> None:
    found = read(tmp_path, event(*MEETING, f"RRULE:{rule}"))
    assert found.times == {TUESDAY: (ELEVEN,)}
    (note,) = found.notes
    assert note.startswith("1 appointment repeated in a way that is not understood; only the first")


def test_endless_repetitions_end_with_the_horizon(tmp_path: Path) -> None:
    for rule in ("FREQ=DAILY;COUNT=1000000000", "FREQ=DAILY;UNTIL=99991231T000000Z", "FREQ=DAILY"):
        assert max(times(tmp_path, event(*MEETING, f"RRULE:{rule}"))) == LAST


@pytest.mark.parametrize(
    "lines",
    [
        ("SUMMARY:no begin",),
        ("DTSTART:2027-01-05",),
        ("DTSTART:20270230T100000Z",),
        ("DTSTART:00010105T100000Z", "DTEND:99991231T235959Z"),
        (MEETING[0], "DTEND:rubbish"),
        (MEETING[0], "DURATION:P1000000000D"),
        ('DTSTART;TZID="open:20270105T100000',),
    ],
)
def test_a_broken_appointment_is_told_and_the_others_are_read(
    tmp_path: Path, lines: tuple[str, ...]
) -> None:
    found = read(tmp_path, event(*lines), event(*MEETING, uid="2@example"))
    assert found.times == {TUESDAY: (ELEVEN,)}
    assert found.notes == ("1 appointment could not be read.",)


def test_a_broken_line_is_passed_over(tmp_path: Path) -> None:
    assert times(tmp_path, event("no colon", ":", *MEETING)) == {TUESDAY: (ELEVEN,)}


def test_a_file_that_is_cut_off_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    whole = calendar(event(*MEETING), event(*MEETING, uid="2@example"))
    file = tmp_path / "cut.ics"
    file.write_text(whole[: whole.rindex("DTEND")], encoding="utf-8", newline="")
    found = read_busy(file, FIRST, LAST, BERLIN)
    assert found.times == {TUESDAY: (ELEVEN,)}
    assert found.notes == ("The file seems to be cut off; what it holds was read.",)


def test_an_appointment_that_never_ends_is_over_with_the_next(tmp_path: Path) -> None:
    open_end = event(*MEETING).replace("END:VEVENT\r\n", "")
    other = event("DTSTART:20270106T100000Z", "DTEND:20270106T110000Z", uid="2@example")
    assert len(times(tmp_path, open_end, other)) == 2
    assert len(times(tmp_path, open_end)) == 1


def test_nesting_and_long_lines_do_no_harm(tmp_path: Path) -> None:
    deep = "BEGIN:X\r\n" * 5000
    assert times(tmp_path, deep, event(*MEETING, "SUMMARY:" + 2_000_000 * "x")) == {
        TUESDAY: (ELEVEN,)
    }


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "latin-1"])
def test_the_encoding_of_the_words_does_not_matter(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "work.ics"
    file.write_bytes(calendar(event("SUMMARY:Café", *MEETING)).encode(encoding))
    assert read_busy(file, FIRST, LAST, BERLIN).times == {TUESDAY: (ELEVEN,)}


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("", "it does not begin like one"),
        ("\0" * 4096, "it does not begin like one"),
        ('{"a": 1}', "it does not begin like one"),
        ("<!DOCTYPE html>\n<title>Sign in</title>", "it is a web page, perhaps one to sign in"),
    ],
)
def test_a_file_that_is_no_calendar_is_refused(tmp_path: Path, content: str, why: str) -> None:
    file = tmp_path / "page.ics"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(CalendarError) as refused:
        read_busy(file, FIRST, LAST, BERLIN)
    assert str(refused.value) == f"{file} is no calendar file: {why}."


def test_fifty_megabytes_are_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "huge.ics"
    with file.open("wb") as stream:
        stream.truncate(50 * 1024 * 1024)
    monkeypatch.setattr(Path, "open", pytest.fail)
    with pytest.raises(CalendarError, match=r"is larger than 10 MB; export fewer months\.$"):
        read_busy(file, FIRST, LAST, BERLIN)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.ics")
    for name, why in (("", "is no file"), ("pipe.ics", "is no file"), ("none.ics", "no file")):
        with pytest.raises(CalendarError, match=why):
            read_busy(tmp_path / name, FIRST, LAST, BERLIN)


def test_a_file_that_may_not_be_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = written(tmp_path, event(*MEETING))

    def denied(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(CalendarError, match=r"cannot be read\.$"):
        read_busy(file, FIRST, LAST, BERLIN)


def test_more_than_can_be_worked_out_in_a_moment_is_refused(tmp_path: Path) -> None:
    def at(number: int) -> str:
        return f"DTSTART:202701{number % 28 + 1:02d}T{number % 24:02d}0000Z"

    many = [event(at(n), "DURATION:PT30M", uid=str(n)) for n in range(3500)]
    daily = [event(MEETING[0], "DURATION:PT30M", "RRULE:FREQ=DAILY", uid=str(n)) for n in range(90)]
    old = event("DTSTART:19000101T100000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY", uid="0")
    old_ones = [old.replace("UID:0", f"UID:{n}") for n in range(3)]
    for parts in (many, daily, old_ones):
        with pytest.raises(CalendarError, match=r"holds too many appointments until 2027-06-27"):
            read(tmp_path, *parts)


def test_more_busy_times_than_are_kept_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    weekly = event(*MEETING, "RRULE:FREQ=WEEKLY")
    monkeypatch.setattr("planner.storage.calendar.reading.MOST_SPANS", 5)
    assert MOST_SPANS > 5
    with pytest.raises(CalendarError, match="too many"):
        read(tmp_path, weekly)


def test_many_appointments_of_other_years_do_not_matter(tmp_path: Path) -> None:
    old = [
        event(f"DTSTART:20{n % 20:02d}0105T100000Z", "DURATION:PT30M", uid=str(n))
        for n in range(5000)
    ]
    assert times(tmp_path, *old, event(*MEETING, uid="now")) == {TUESDAY: (ELEVEN,)}


LINES = st.sampled_from(
    [
        *MEETING,
        "DTSTART;VALUE=DATE:20270105",
        "DTEND:20270104T100000Z",
        "DTSTART;TZID=Europe/Berlin:20270328T023000",
        "DURATION:-PT1H",
        "DURATION:P",
        "RRULE:FREQ=WEEKLY;UNTIL=20270201",
        "RRULE:FREQ=MONTHLY;BYDAY=5MO",
        "RRULE:FREQ=YEARLY;BYMONTHDAY=29;BYMONTH=2",
        "RDATE:20270107T100000Z,20270230T100000Z",
        "RDATE;VALUE=PERIOD:20270107T100000Z/PT2H",
        "EXDATE:20270112T100000Z",
        "EXDATE;VALUE=DATE:20270112",
        "RECURRENCE-ID:20270112T100000Z",
        "RECURRENCE-ID;RANGE=THISANDFUTURE:20270112T100000Z",
        "STATUS:",
        "SEQUENCE:x",
        "UID:",
        "BEGIN:VEVENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "BEGIN:VTIMEZONE",
    ]
) | st.text(max_size=30)


@settings(FEW, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(LINES, max_size=6), max_size=5))
def test_whatever_lines_it_holds_it_is_read_or_refused(
    tmp_path: Path, events: list[list[str]]
) -> None:
    parts = [event(*lines, uid=None) for lines in events]
    file = tmp_path / "any.ics"
    file.write_bytes(calendar(*parts).encode("utf-8", "surrogatepass"))
    try:
        found = read_busy(file, FIRST, LAST, BERLIN)
    except CalendarError as refused:
        assert str(refused).count("\n") == 0  # noqa: PT017 - either way is fine
        return
    for day, spans in found.times.items():
        assert FIRST <= day <= LAST
        assert merged(spans) == spans != ()
