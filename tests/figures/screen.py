"""The figures of the pages, all of them."""

from collections.abc import Iterator
from datetime import date

from planner.core.readiness import Share
from planner.core.screens.checklist import checklist_screen
from planner.core.screens.plan import plan_screen
from planner.core.screens.practice import practice_screen
from planner.core.screens.readiness import readiness_screen
from planner.core.screens.sidebar import countdown
from planner.core.screens.stories import stories_screen
from planner.core.screens.week import week_screen
from planner.core.screens.weekly_review import weekly_review
from planner.core.state import State
from planner.core.wording.finish import finish_text, slack_text
from planner.ui.pages.plan.words import load
from tests.figures.values import Figures, Key, Minutes, OfMinutes, OfThings


def of_screen(state: State, today: date) -> Figures:
    """What the sidebar and the pages show of a plan."""
    return dict(
        [
            *_plan(state, today),
            *_readiness(state, today),
            *_checklist(state),
            *_practice(state),
            *_review(state, today),
            *_stories(state),
            *_sidebar(state, today),
        ]
    )


def _plan(state: State, today: date) -> Iterator[tuple[Key, object]]:
    plan = plan_screen(state, today)
    assert plan is not None
    yield ("plan", "planned"), Minutes(sum(row.planned for row in plan.weeks))
    yield ("plan", "done"), Minutes(sum(row.done for row in plan.weeks))
    yield ("plan", "left out"), Minutes(plan.shortfall)
    yield ("plan", "more weeks"), plan.extra_weeks
    for number, left in enumerate(plan.left_out):
        yield ("left out", str(number)), Minutes(left.minutes)
    for row in plan.weeks:
        week, name = week_screen(state, row.number, today), str(row.number)
        assert week is not None
        # The pages Plan and This week are two pages.
        assert (row.planned, row.free, row.done) == (week.planned, week.free, week.done)
        yield ("week", "done", name), Minutes(week.done)
        yield ("week", "planned", name), Minutes(week.planned)
        yield ("week", "free", name), Minutes(week.free)
        yield ("week", "load", name), load(row)
        yield ("week", "buffer", name), Minutes(week.buffer)
        yield ("week", "over", name), Minutes(max(week.planned - week.free, 0))
        for block in week.days:
            yield ("day", block.day.isoformat()), Minutes(block.minutes)
            for one in block.rows:
                fate = "skipped" if one.skipped else "slipped" if one.slipped else "open"
                yield ("session", "minutes", one.code), one.minutes
                yield ("session", "actual", one.code), one.actual
                yield ("session", "fate", one.code), "done" if one.done else fate
                yield ("session", "done", one.code), one.done


def _readiness(state: State, today: date) -> Iterator[tuple[Key, object]]:
    screen = readiness_screen(state, today)
    assert screen is not None
    assert screen.so_far is not None
    yield ("status", "done"), Minutes(screen.so_far.done)
    yield ("status", "planned"), Minutes(screen.so_far.of)
    yield ("status", "due"), Minutes(screen.so_far.due)
    for family in screen.families:
        for row in family.rows:
            yield ("criterion", "studied", row.label), _minutes(row.studied)
            yield ("criterion", "evidenced", row.label), _things(row.evidenced)
            yield ("criterion", "tested", row.label), _things(row.tested)
    for one in screen.failures:
        yield ("guarded", one.label), _things(one.share)
    for each in screen.rounds:
        yield ("round", "prepared", each.label), _minutes(each.prepared)
        yield ("round", "tested", each.label), _things(each.tested)


def _checklist(state: State) -> Iterator[tuple[Key, object]]:
    for section in checklist_screen(state).sections:
        yield ("section", section.title), _minutes(section.share)
        for row in section.rows:
            yield ("item", row.id), _minutes(row.share)
            yield ("item", "state", row.id), row.state.value
            for unit in row.units:
                yield ("unit", unit.id), Minutes(unit.minutes)
                yield ("unit", "done", unit.id), unit.done


def _review(state: State, today: date) -> Iterator[tuple[Key, object]]:
    plan = state.plan
    assert plan is not None
    review = weekly_review(state, plan.week_number(today), today)
    week = week_screen(state, plan.week_number(today), today)
    assert review is not None
    assert week is not None
    # What the review says of a week is what the page of the week says.
    assert (review.done, review.planned) == (week.done, week.planned)
    yield ("review", "done"), Minutes(review.done)
    yield ("review", "planned"), Minutes(review.planned)
    yield ("review", "logged"), Minutes(review.logged)
    yield ("review", "open"), len(review.open)


def _stories(state: State) -> Iterator[tuple[Key, object]]:
    screen = stories_screen(state)
    yield ("stories", "number"), len(screen.stories)
    yield ("stories", "covered"), OfThings(screen.covered, len(screen.principles))
    yield ("stories", "twice"), OfThings(screen.twice, screen.critical)


def _practice(state: State) -> Iterator[tuple[Key, object]]:
    screen = practice_screen(state)
    assert screen is not None
    yield ("practice", "ready"), OfThings(screen.ready, len(screen.rows))
    yield ("practice", "mocks"), screen.mocks
    for row in screen.rows:
        yield ("practice", "tested", row.label), _things(row.tested)


def _sidebar(state: State, today: date) -> Iterator[tuple[Key, object]]:
    foot = countdown(state, today)
    assert foot is not None
    yield ("loop", "days"), foot.days
    yield ("finish",), finish_text(foot.forecast)
    yield ("slack",), slack_text(foot.forecast)
    yield ("slack", "weeks"), foot.forecast.slack
    yield ("left to do",), Minutes(foot.forecast.left_minutes)


def _minutes(share: Share) -> OfMinutes:
    return OfMinutes(share.done, share.of)


def _things(share: Share) -> OfThings:
    return OfThings(share.done, share.of)
