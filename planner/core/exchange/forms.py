"""What can leave the program as a file, and in which forms."""

from collections.abc import Mapping
from enum import StrEnum


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
