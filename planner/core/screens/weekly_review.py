"""The review of a week: planned against done, what moved, what is at risk, one decision."""

from datetime import date, timedelta
from functools import partial

from planner.core import readiness
from planner.core.curriculum import Criterion
from planner.core.forecast import forecast
from planner.core.language import counting, number, translate
from planner.core.plan import Plan, Session
from planner.core.progress import is_open, ticked_minutes
from planner.core.readiness import Share
from planner.core.screens.stories import stories_screen
from planner.core.state import State
from planner.core.values import Fact
from planner.core.wording import duration, hours_share, session_title
from planner.core.wording.assessment import risk_text
from planner.core.wording.finish import rests_on_usual, slack_sentence

_tr = partial(translate, "WeeklyReview")


class Moved(Fact, frozen=True):
    """A criterion with its share of preparation before the week and after it."""

    id: str
    label: str
    before: Share
    after: Share


class WeeklyReview(Fact, frozen=True):
    """A week behind or under way. `open` are its sessions that are neither done nor skipped.

    `decision` and `notes` are the user's own words, empty where there are none yet.
    """

    number: int
    weeks: int
    monday: date
    sunday: date
    planned: int
    done: int
    logged: int
    open: tuple[str, ...]
    moved: tuple[Moved, ...]
    risks: tuple[str, ...]
    decision: str
    notes: str


def weekly_review(state: State, number: int, today: date) -> WeeklyReview | None:
    """Return the review of a week of the plan, or None while there is no plan."""
    plan = state.plan
    if plan is None:
        return None
    week = plan.week_of_number(number)
    sessions = plan.sessions_of(week)
    written = state.reviews.get(week.monday)
    return WeeklyReview(
        number=week.number,
        weeks=len(plan.weeks),
        monday=week.monday,
        sunday=week.sunday,
        planned=plan.planned_minutes(week),
        done=ticked_minutes(state, sessions),
        logged=sum(state.minutes.get(one.code, 0) for one in sessions),
        open=tuple(_name(state, one) for one in sessions if is_open(state, one)),
        moved=moved(state, week.monday, week.sunday),
        risks=risks(state, plan, today),
        decision=written.decision if written else "",
        notes=written.notes if written else "",
    )


def moved(state: State, monday: date, sunday: date) -> tuple[Moved, ...]:
    """Return the criteria whose preparation grew in a week, the most first.

    Ticks have days, lines of evidence have none: those that are there now count on both sides.
    """
    if state.profile is None:
        return ()
    before = readiness.standing(_until(state, monday - timedelta(days=1)))
    after = readiness.standing(_until(state, sunday))
    rows = [
        Moved(one.id, one.label, readiness.prepared(before, one), readiness.prepared(after, one))
        for one in state.curriculum.criteria_at(state.profile.level)
    ]
    grown = [row for row in rows if row.after.done > row.before.done]
    return tuple(sorted(grown, key=lambda row: row.before.done - row.after.done))


def risks(state: State, plan: Plan, today: date) -> tuple[str, ...]:
    """Return what is at risk today, in sentences, the gravest first."""
    if state.profile is None:
        return ()
    level = state.profile.level
    found = [risk_text(state.assessment, level, state.curriculum)]
    finish = forecast(state, today)
    if finish is not None and finish.slack is not None and finish.slack < 0:
        late = _tr(
            "At the pace so far the plan ends {weeks} after the loop.", weeks=weeks_of(finish.slack)
        )
        found.append(slack_sentence(finish) if rests_on_usual(finish) else late)
    known = readiness.standing(state)
    weakest = readiness.weakest(known, level)
    if weakest is not None:
        found.append(_weakest(known, weakest))
    screen = stories_screen(state)
    short = screen.critical - screen.twice
    if short and screen.stories:
        found.append(_tr("%n critical principle(s) without a second story.", n=short))
    grave = sum(any(flag.failure for flag in row.flags) for row in screen.stories)
    if grave:
        found.append(_tr("%n (story runs|stories run) into a failure point.", n=grave))
    if plan.shortfall_minutes:
        short_of = duration(plan.shortfall_minutes)
        found.append(_tr("{time} are left out of the plan.", time=short_of))
    return tuple(text for text in found if text)


def weeks_of(slack: float) -> str:
    """Return weeks below zero as "1.5 weeks"."""
    return _tr("{weeks} week(s)", n=counting(-slack), weeks=number(-slack, 2))


def _weakest(known: readiness.Standing, weakest: Criterion) -> str:
    share = readiness.prepared(known, weakest)
    return _tr("Weakest: {criterion}, {share}.", criterion=weakest.label, share=hours_share(share))


def _until(state: State, day: date) -> State:
    return state.evolve(ticks={name: on for name, on in state.ticks.items() if on <= day})


def _name(state: State, session: Session) -> str:
    return f"{session.code} {session_title(state, session)}"
