"""The documents a command can write, each in every form there is."""

from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from planner.cli.asked.forms import FORMS_BY_NAME
from planner.cli.commands.paper import pdf
from planner.cli.output import deliver
from planner.core.exchange import document, markdown, text
from planner.core.exchange.exports import PLAINLY, How, as_json, text_of
from planner.core.exchange.forms import Form, What
from planner.core.planning.replan import Kind
from planner.core.screens.finding import Found
from planner.core.screens.practice import PracticeScreen
from planner.core.screens.replan import Ways
from planner.core.screens.weekly_review import WeeklyReview
from planner.core.state import State


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes one document in the form that is asked for; as a text it goes to a terminal."""

    text: Callable[[], str]
    file: Callable[[Form, Namespace], str]
    pdf: Callable[[Namespace], bytes] | None = None

    def content(self, form: str, options: Namespace) -> bytes:
        """Return the document as bytes, as the options wish it where others may see it."""
        if form == "pdf" and self.pdf is not None:
            return self.pdf(options)
        told = self.text() if form == "text" else self.file(FORMS_BY_NAME[form], options)
        return told.encode("utf-8", "backslashreplace")


def plan(state: State, today: date, *, stored: bool = True, stories: bool = False) -> Writer:
    """Return the plan; one that comes from a store shows what is done.

    On a web page stories can stand below it.
    """
    told = partial(text.plan_text, state, today, progress=stored)
    return _exported(state, today, What.PLAN, told, how=How(stories=stories, progress=stored))


def week(state: State, today: date) -> Writer:
    """Return the week that is now."""
    number = state.plan.week_number(today) if state.plan else 1
    return _exported(state, today, What.WEEK, partial(text.week_text, state, number, today), number)


def checklist(state: State, today: date) -> Writer:
    """Return everything that can be ticked off; only on paper stands the day."""
    return _exported(state, today, What.CHECKLIST, partial(text.checklist_text, state))


def status(state: State, today: date) -> Writer:
    """Return how far each criterion is."""
    return Writer(
        lambda: text.status_text(state, today),
        _either(
            lambda: document.status_document(state, today),
            lambda: markdown.status_markdown(state, today),
        ),
        pdf=lambda options: pdf(state, today, "readiness", options),
    )


def practice(state: State, screen: PracticeScreen) -> Writer:
    """Return the rounds with their mocks."""
    return Writer(
        lambda: text.practice_text(state, screen),
        _either(
            lambda: document.practice_document(screen),
            lambda: markdown.practice_markdown(state, screen),
        ),
    )


def review(state: State, found: WeeklyReview, today: date) -> Writer:
    """Return the review of a week."""
    return Writer(
        lambda: text.review_text(found),
        _either(lambda: document.review_document(found), lambda: markdown.review_markdown(found)),
        pdf=lambda options: pdf(state, today, "review", options, found.number),
    )


def stories(state: State, today: date) -> Writer:
    """Return the stories by principle; on paper they are the loop sheet."""
    return Writer(
        lambda: text.stories_text(state),
        _either(lambda: document.stories_document(state), lambda: markdown.stories_markdown(state)),
        pdf=lambda options: pdf(state, today, "sheet", options),
    )


def why(state: State, found: Found) -> Writer:
    """Return why something stands where it does or is left out."""
    return Writer(
        lambda: text.why_text(state, found),
        _either(
            lambda: document.why_document(state, found), lambda: markdown.why_markdown(state, found)
        ),
    )


def replan(found: Ways, chosen: Kind | None, taken: Kind | None) -> Writer:
    """Return the ways to go on, and of a chosen one what it changes."""
    return Writer(
        lambda: text.replan_text(found, chosen),
        _either(
            lambda: document.replan_document(found, taken),
            lambda: markdown.replan_markdown(found, chosen),
        ),
    )


def write(writer: Writer, form: str, options: Namespace) -> None:
    """Write a document where the options want it.

    Raises:
        ReaderGone, WrongUsage, Failure: when that is not possible.
    """
    deliver(writer.content(form, options), options.output, is_text=form != "pdf")


def _exported(
    state: State,
    today: date,
    what: What,
    told: Callable[[], str],
    number: int = 1,
    how: How = PLAINLY,
) -> Writer:
    """Return what the window exports as well, in the same forms; `number` is that of the week."""

    def file(form: Form, options: Namespace) -> str:
        return text_of(
            state, what, form, number, today, how.evolve(discreet=bool(options.discreet))
        )

    return Writer(told, file, pdf=lambda options: pdf(state, today, what.value, options, number))


def _either(
    told: Callable[[], dict[str, Any]], listed: Callable[[], str]
) -> Callable[[Form, Namespace], str]:
    """Return what writes a document that is only ever looked at: as JSON or as Markdown."""
    return lambda form, _: as_json(told()) if form is Form.JSON else listed()
