"""The documents a command can write, each in every form there is."""

import json
from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from planner.cli.commands.paper import pdf
from planner.cli.output import deliver
from planner.core.exchange import document, html, markdown, table, text
from planner.core.planning.replan import Kind
from planner.core.screens.finding import Found
from planner.core.screens.practice import PracticeScreen
from planner.core.screens.replan import Ways
from planner.core.screens.weekly_review import WeeklyReview
from planner.core.state import State


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes one document in the form that is asked for."""

    json: Callable[[], dict[str, Any]]
    text: Callable[[], str]
    markdown: Callable[[], str]
    csv: Callable[[], str] | None = None
    html: Callable[[bool], str] | None = None
    pdf: Callable[[Namespace], bytes] | None = None

    def content(self, form: str, options: Namespace) -> bytes:
        """Return the document as bytes, as the options wish it where others may see it."""
        if form == "pdf" and self.pdf is not None:
            return self.pdf(options)
        if form == "html" and self.html is not None:
            return self.html(options.discreet).encode("utf-8", "backslashreplace")
        makers = {
            "json": lambda: json.dumps(self.json(), ensure_ascii=False, indent=2) + "\n",
            "markdown": self.markdown,
            "csv": self.csv,
        }
        maker = makers.get(form) or self.text
        return maker().encode("utf-8", "backslashreplace")


def plan(state: State, today: date, *, stored: bool = True, stories: bool = False) -> Writer:
    """Return the plan; one that comes from a store shows what is done.

    On a web page stories can stand below it.
    """
    return Writer(
        lambda: document.plan_document(state, progress=stored),
        lambda: text.plan_text(state, today, progress=stored),
        lambda: markdown.plan_markdown(state, today),
        csv=lambda: table.plan_csv(state, today),
        html=lambda discreet: html.plan_html(state, today, stories=stories, discreet=discreet),
        pdf=lambda options: pdf(state, today, "plan", options),
    )


def week(state: State, today: date) -> Writer:
    """Return the week that is now."""
    number = state.plan.week_number(today) if state.plan else 1
    return Writer(
        lambda: document.week_document(state, number),
        lambda: text.week_text(state, number, today),
        lambda: markdown.week_markdown(state, number, today),
        csv=lambda: table.week_csv(state, number, today),
        pdf=lambda options: pdf(state, today, "week", options, number),
    )


def status(state: State, today: date) -> Writer:
    """Return how far each criterion is."""
    return Writer(
        lambda: document.status_document(state, today),
        lambda: text.status_text(state, today),
        lambda: markdown.status_markdown(state, today),
        pdf=lambda options: pdf(state, today, "readiness", options),
    )


def checklist(state: State, today: date) -> Writer:
    """Return everything that can be ticked off; only on paper stands the day."""
    return Writer(
        lambda: document.checklist_document(state),
        lambda: text.checklist_text(state),
        lambda: markdown.checklist_markdown(state),
        csv=lambda: table.checklist_csv(state),
        pdf=lambda options: pdf(state, today, "checklist", options),
    )


def practice(state: State, screen: PracticeScreen) -> Writer:
    """Return the rounds with their mocks."""
    return Writer(
        lambda: document.practice_document(screen),
        lambda: text.practice_text(state, screen),
        lambda: markdown.practice_markdown(state, screen),
    )


def review(state: State, found: WeeklyReview, today: date) -> Writer:
    """Return the review of a week."""
    return Writer(
        lambda: document.review_document(found),
        lambda: text.review_text(found),
        lambda: markdown.review_markdown(found),
        pdf=lambda options: pdf(state, today, "review", options, found.number),
    )


def stories(state: State, today: date) -> Writer:
    """Return the stories by principle; on paper they are the loop sheet."""
    return Writer(
        lambda: document.stories_document(state),
        lambda: text.stories_text(state),
        lambda: markdown.stories_markdown(state),
        pdf=lambda options: pdf(state, today, "sheet", options),
    )


def why(state: State, found: Found) -> Writer:
    """Return why something stands where it does or is left out."""
    return Writer(
        lambda: document.why_document(state, found),
        lambda: text.why_text(state, found),
        lambda: markdown.why_markdown(state, found),
    )


def replan(found: Ways, chosen: Kind | None, taken: Kind | None) -> Writer:
    """Return the ways to go on, and of a chosen one what it changes."""
    return Writer(
        lambda: document.replan_document(found, taken),
        lambda: text.replan_text(found, chosen),
        lambda: markdown.replan_markdown(found, chosen),
    )


def write(writer: Writer, form: str, options: Namespace) -> None:
    """Write a document where the options want it.

    Raises:
        ReaderGone, WrongUsage, Failure: when that is not possible.
    """
    deliver(writer.content(form, options), options.output, is_text=form != "pdf")
