"""What the Plan page says: weeks as rows, what is left out, and what a change would bring."""

from collections.abc import Sequence
from functools import partial

from planner.core.language import translate
from planner.core.screens.plan import LeftOutRow, PlanScreen, WeekRow
from planner.core.screens.whatif import MORE_MINUTES, Gain, WhatIf
from planner.core.values import Phase, Subject
from planner.core.wording import duration, of_hours
from planner.core.wording.finish import finish_text, slack_text, usual_text
from planner.core.wording.lists import enumeration
from planner.core.wording.names import priority_name
from planner.core.wording.pace import pace_text
from planner.ui.kit.words.dates import day_and_month, short_day, span

_tr = partial(translate, "PlanPage")

MOST_NAMES = 3
TICK = "✓"


def subtitle(plan: PlanScreen) -> str:
    """Return "10 weeks · 24 Nov – 1 Feb · everything core and important fits"."""
    weeks = _tr("%n week(s)", n=len(plan.weeks))
    parts = [weeks, span(plan.start, plan.loop)]
    if plan.loop_proposed:
        parts.append(_tr("no loop booked, {day} is proposed").format(day=short_day(plan.loop)))
    return " · ".join([*parts, plan.headline])


def pace(plan: PlanScreen) -> str:
    """Return "Your pace: technical ×1.2 (6 items). It counts whenever a plan is made."."""
    words = _tr("Your pace: {paces}. It counts whenever a plan is made.")
    return words.format(paces=pace_text(plan.paces)) if plan.paces else ""


def week_name(row: WeekRow) -> str:
    """Return "Week 4"."""
    return _tr("Week {number}").format(number=row.number)


def load(row: WeekRow) -> str:
    """Return "8 of 10 h"."""
    return of_hours(row.planned, row.free)


def titles(row: WeekRow) -> str:
    """Return what stands in a week, with a tick behind what is done."""
    return " · ".join(f"{one.title} {TICK}" if one.done else one.title for one in row.entries)


def note(row: WeekRow) -> str:
    """Return what is special about a week, hours done before hours slipped."""
    parts = [_tr("this week")] if row.is_current else []
    if row.is_over and row.done:
        parts.append(_tr("{time} done").format(time=duration(row.done)))
    if row.slipped:
        parts.append(_tr("slipped {time}").format(time=duration(row.slipped)))
    if not row.is_over and row.phase is Phase.MOCK:
        parts.append(_tr("mock block"))
    if not row.is_over and row.phase is Phase.TAPER:
        parts.append(_tr("taper"))
    if not row.free:
        parts.append(_tr("no free time"))
    booked = _tr("{round} on {day}")
    parts += [booked.format(round=name, day=short_day(day)) for name, day in row.rounds]
    if row.loop:
        parts.append(_tr("loop {day}").format(day=short_day(row.loop)))
    return " · ".join(parts)


def spoken_week(row: WeekRow) -> str:
    """Return a week as a sentence for a screen reader."""
    loads = [
        _tr("{subject} {time}").format(
            subject=subject_name(one.subject), time=duration(one.minutes)
        )
        for one in row.loads
    ]
    done = [one.title for one in row.entries if one.done]
    todo = [one.title for one in row.entries if not one.done]
    return ". ".join(
        filter(
            None,
            (
                f"{week_name(row)}, {span(row.monday, row.sunday)}",
                note(row),
                _tr("{load} planned").format(load=load(row)),
                ", ".join(loads),
                _tr("Done: {list}").format(list=", ".join(done)) if done else "",
                _tr("Open: {list}").format(list=", ".join(todo)) if todo else "",
            ),
        )
    )


def subject_name(subject: Subject) -> str:
    """Return a subject in a word."""
    return {
        Subject.ORIENTATION: _tr("orientation"),
        Subject.READING: _tr("reading"),
        Subject.TECHNICAL: _tr("technical"),
        Subject.LEADERSHIP: _tr("leadership"),
        Subject.MOCK: _tr("mock"),
        Subject.REVIEW: _tr("review"),
    }[subject]


def left_out_heading(plan: PlanScreen) -> str:
    """Return "Left out: 12 h in 5 items"."""
    return _tr(
        "Left out: {time} in %n item(s)", n=plan.left_out_items, time=duration(plan.shortfall)
    )


def more_left_out(plan: PlanScreen) -> str:
    """Return how many items are left out besides those that are named; nothing where all are."""
    more = plan.left_out_items - len(plan.left_out)
    words = _tr("%n more item(s), each named in the Checklist.", n=more)
    return words if more else ""


def left_out_title(row: LeftOutRow) -> str:
    """Return the title of what is left out."""
    return row.title


def left_out_size(row: LeftOutRow) -> str:
    """Return how much of an item is left out: "3 h", or "1 h less" where it is shortened."""
    size = duration(row.minutes)
    return size if row.is_whole else _tr("{size} less").format(size=size)


def left_out_why(row: LeftOutRow) -> str:
    """Return why an item is left out, and what would bring it back, as sentences."""
    return " ".join(f"{one[0].upper()}{one[1:]}." for one in (row.why, row.back) if one)


def spoken_left_out(row: LeftOutRow) -> str:
    """Return what is left out as a sentence for a screen reader."""
    priority = priority_name(row.priority) if row.priority else ""
    return ", ".join(filter(None, (row.title, priority, left_out_size(row), row.why, row.back)))


def needs(extra_weeks: int, usual: int, more: int | None) -> str:
    """Return what everything would need: further weeks, or `more` minutes in each."""
    if extra_weeks == 0:
        return ""
    if more == 0:
        return _tr("A plan made today would leave nothing out.")
    if more is None:
        return _tr("Everything would need about %n more week(s).", n=extra_weeks)
    return _tr(
        "Everything would need about %n more week(s), or {time} a week.",
        n=extra_weeks,
        time=duration(usual + more),
    )


def answer(what: WhatIf) -> str:
    """Return in sentences what a change would bring."""
    sentences = []
    if what.forecast:
        words = (
            _tr("Proposed loop day {day}, {slack}.")
            if what.plan.loop_proposed
            else _tr("Loop day {day}, {slack}.")
        )
        day, slack = day_and_month(what.plan.loop), slack_text(what.forecast)
        sentences.append(finish_text(what.forecast))
        sentences.append(words.format(day=day, slack=slack))
        sentences.append(usual_text(what.forecast))
    headline = f"{what.headline[:1].upper()}{what.headline[1:]}"
    if what.shortfall:
        headline = _tr("{headline}; {time} in all").format(
            headline=headline, time=duration(what.shortfall)
        )
    sentences.append(f"{headline}.")
    sentences.append(needs(what.extra_weeks, 0, None))
    return " ".join(filter(None, sentences))


def gained(gain: Gain) -> str:
    """Return "Two more hours a week would also fit ML basics and Analytics."."""
    if not gain.titles and not gain.fuller and not gain.minutes:
        return ""
    more = _tr("Two more hours") if gain.more == MORE_MINUTES else duration(gain.more)
    parts = []
    if gain.titles:
        parts.append(_tr("also fit {titles}").format(titles=_named(gain.titles)))
    if gain.fuller:
        parts.append(_tr("leave %n item(s) unshortened", n=gain.fuller))
    if not parts:
        parts.append(_tr("leave out {time} less").format(time=duration(gain.minutes)))
    return _tr("{more} a week would {deeds}.").format(more=more, deeds=enumeration(parts))


def _named(titles: Sequence[str]) -> str:
    shown = list(titles[:MOST_NAMES])
    more = len(titles) - len(shown)
    return enumeration([*shown, _tr("%n more", n=more)] if more else shown)
