"""Readiness as a document: what could be shown today in figures, and the review of the week."""

from datetime import date
from functools import partial

from planner.core.language import translate
from planner.core.refusal import Refusal, Refused
from planner.core.screens.readiness import (
    CriterionRow,
    FailureRow,
    Family,
    ReadinessScreen,
    RoundRow,
    readiness_screen,
)
from planner.core.screens.sidebar import countdown
from planner.core.screens.weekly_review import WeeklyReview, weekly_review
from planner.core.state import State
from planner.core.wording import hours_share, number_share
from planner.core.wording.weekly_review import done_text, moved_text, title_text
from planner.paper.contents.cover import cover
from planner.paper.contents.document import Document, Figures, Head, Heading, Point, Row, Section
from planner.paper.contents.head import level_line
from planner.paper.contents.review import written

_tr = partial(translate, "Paper")


def readiness_paper(state: State, today: date, *, discreet: bool = False) -> Document:
    """Return readiness as a document with the figures of its page, then the review of this week.

    Raises:
        Refused: while no level is chosen.
    """
    screen = readiness_screen(state, today)
    if screen is None:
        raise Refused(Refusal.NO_PROFILE)
    title = _tr("Readiness")
    number = state.plan.week_number(today) if state.plan else 1
    review = weekly_review(state, number, today)
    return Document(
        cover=cover(screen.level, _tr("readiness"), "readiness", discreet=discreet),
        printed=today,
        head=Head(
            title=title,
            below=_tr("What you could show today: preparation, not a forecast of the decision"),
            beside=(
                level_line(screen.level, countdown(state, today), discreet=discreet),
                done_text(review) if review else "",
            ),
            again=_tr("{title} (continued)", title=title),
        ),
        sections=(
            *(_family(one) for one in screen.families),
            Section(
                Heading(_tr("Failure points"), columns=(_tr("guarded"),)),
                tuple(_failure(one) for one in screen.failures),
            ),
            Section(
                Heading(_tr("Rounds"), columns=(_tr("prepared"), _tr("tested"))),
                tuple(_round(one) for one in screen.rounds),
            ),
            *_risk(screen),
            *_review(review),
        ),
    )


def _family(family: Family) -> Section:
    columns = (_tr("studied"), _tr("evidenced"), _tr("tested"))
    return Section(Heading(family.label, columns=columns), tuple(map(_criterion, family.rows)))


def _criterion(one: CriterionRow) -> Figures:
    cells = (hours_share(one.studied), number_share(one.evidenced), number_share(one.tested))
    note = _tr("the weakest today") if one.is_weakest else ""
    return Figures(one.label, cells, note)


def _failure(one: FailureRow) -> Figures:
    against = _tr("runs into it: {stories}", stories=", ".join(one.stories)) if one.stories else ""
    return Figures(one.label, (number_share(one.share),), against)


def _round(one: RoundRow) -> Figures:
    return Figures(one.label, (hours_share(one.prepared), number_share(one.tested)))


def _risk(screen: ReadinessScreen) -> tuple[Section, ...]:
    return (Section(Heading(_tr("Risk")), (Point(screen.risk),)),) if screen.risk else ()


def _review(one: WeeklyReview | None) -> tuple[Section, ...]:
    """Return what is known of the week beside each question, then what to decide in it."""
    if one is None:
        return ()
    rows: list[Row] = [
        Point(_tr("Still open"), _tr("%n session(s)", n=len(one.open))),
        *_answers(_tr("What moved"), tuple(map(moved_text, one.moved)), _tr("No criterion")),
        *_answers(_tr("At risk"), one.risks, _tr("Nothing that shows")),
    ]
    return (Section(Heading(title_text(one), right=done_text(one)), tuple(rows)), *written(one))


def _answers(question: str, texts: tuple[str, ...], none: str) -> list[Point]:
    return [
        Point("" if index else question, note=text) for index, text in enumerate(texts or (none,))
    ]
