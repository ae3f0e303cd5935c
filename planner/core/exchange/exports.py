"""What can leave the program as a file, and in which forms; all but paper and calendar as text."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum

from planner.core.exchange import document, html, markdown, table
from planner.core.state import State


class What(StrEnum):
    """What is exported."""

    PLAN = "plan"
    WEEK = "week"
    CHECKLIST = "checklist"


class Form(StrEnum):
    """The form of a file; the value ends its name."""

    PDF = "pdf"
    CALENDAR = "ics"
    TABLE = "csv"
    MARKDOWN = "md"
    WEB_PAGE = "html"
    JSON = "json"


FORMS: Mapping[What, tuple[Form, ...]] = {
    What.PLAN: tuple(Form),
    What.WEEK: (Form.PDF, Form.CALENDAR, Form.TABLE, Form.MARKDOWN, Form.JSON),
    What.CHECKLIST: (Form.PDF, Form.TABLE, Form.MARKDOWN, Form.JSON),
}
"""The forms there are of each, the most wanted first."""


def text_of(
    state: State,
    what: What,
    form: Form,
    number: int,
    today: date,
    *,
    stories: bool = False,
    discreet: bool = False,
) -> str:
    """Return what is exported as a text in a form that is one; `number` is that of the week.

    Raises:
        Refused: while what it shows is not there.
        ValueError: when there is no such text.
    """
    makers: Mapping[tuple[What, Form], Callable[[], str]] = {
        (What.PLAN, Form.TABLE): lambda: table.plan_csv(state, today),
        (What.PLAN, Form.MARKDOWN): lambda: markdown.plan_markdown(state, today),
        (What.PLAN, Form.WEB_PAGE): lambda: html.plan_html(
            state, today, stories=stories, discreet=discreet
        ),
        (What.PLAN, Form.JSON): lambda: _json(document.plan_document(state, progress=True)),
        (What.WEEK, Form.TABLE): lambda: table.week_csv(state, number, today),
        (What.WEEK, Form.MARKDOWN): lambda: markdown.week_markdown(state, number, today),
        (What.WEEK, Form.JSON): lambda: _json(document.week_document(state, number)),
        (What.CHECKLIST, Form.TABLE): lambda: table.checklist_csv(state),
        (What.CHECKLIST, Form.MARKDOWN): lambda: markdown.checklist_markdown(state),
        (What.CHECKLIST, Form.JSON): lambda: _json(document.checklist_document(state)),
    }
    maker = makers.get((what, form))
    if maker is None:
        raise ValueError(f"no text of {what.value} as {form.value}")
    return maker()


def _json(found: object) -> str:
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"
