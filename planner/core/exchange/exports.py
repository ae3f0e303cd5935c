"""Writes what leaves the program as a file; all but paper and calendar is text."""

import json
from datetime import date

from planner.core.exchange import document, html, markdown, table
from planner.core.exchange.forms import Form, What
from planner.core.state import State
from planner.core.values import Fact


class How(Fact, frozen=True):
    """How it is told: with what the stories say, discreetly, and with what is done.

    Of a plan that nobody follows yet there is no progress to tell.
    """

    stories: bool = False
    discreet: bool = False
    progress: bool = True


PLAINLY = How()


def text_of(
    state: State,
    what: What,
    form: Form,
    number: int,
    today: date,
    how: How = PLAINLY,
) -> str:
    """Return what is exported as a text in a form that is one; `number` is that of the week.

    Raises:
        Refused: while what it shows is not there.
        ValueError: when there is no such text.
    """
    makers = {
        (What.PLAN, Form.TABLE): lambda: table.plan_csv(state, today),
        (What.PLAN, Form.MARKDOWN): lambda: markdown.plan_markdown(state, today),
        (What.PLAN, Form.WEB_PAGE): lambda: html.plan_html(
            state, today, stories=how.stories, discreet=how.discreet
        ),
        (What.PLAN, Form.JSON): lambda: as_json(
            document.plan_document(state, progress=how.progress)
        ),
        (What.WEEK, Form.TABLE): lambda: table.week_csv(state, number, today),
        (What.WEEK, Form.MARKDOWN): lambda: markdown.week_markdown(state, number, today),
        (What.WEEK, Form.JSON): lambda: as_json(document.week_document(state, number)),
        (What.CHECKLIST, Form.TABLE): lambda: table.checklist_csv(state),
        (What.CHECKLIST, Form.MARKDOWN): lambda: markdown.checklist_markdown(state),
        (What.CHECKLIST, Form.JSON): lambda: as_json(document.checklist_document(state)),
    }
    maker = makers.get((what, form))
    if maker is None:
        raise ValueError(f"no text of {what.value} as {form.value}")
    return maker()


def as_json(found: object) -> str:
    """Return a document as the text of a file."""
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"
