"""Which form of a document is asked for, and which forms there are of it."""

from argparse import Namespace
from collections.abc import Collection, Sequence

from planner.cli.failure import WrongUsage
from planner.core.exchange.forms import FORMS, Form, What

_LOOKED_AT = (Form.JSON, Form.MARKDOWN)
"""The forms there are of everything, also of what is only ever looked at."""
FORMS_BY_NAME = {
    "markdown" if one is Form.MARKDOWN else one.value: one
    for one in (*_LOOKED_AT, *(form for form in Form if form not in _LOOKED_AT))
}
"""The forms by what `--format` calls them; beside them there is text."""
_WHATS = {
    "plan": What.PLAN,
    "init": What.PLAN,
    "export": What.PLAN,
    "week": What.WEEK,
    "checklist": What.CHECKLIST,
}
"""The commands that write what can be exported."""
_PRINTED = {*_WHATS, "stories", "review", "status"}
_PLANS = {command for command, what in _WHATS.items() if what is What.PLAN}
_ON_PAPER: dict[str, Collection[str]] = {
    "paper": _PRINTED,
    "landscape": _PRINTED,
    "large": _PRINTED,
    "hide_done": {*_PLANS, "week", "checklist"},
    "weeks": _PLANS,
    "weeks_a_page": {*_PLANS, "week"},
}
"""The options of a PDF, and the commands that have them."""
_SEEN = {"pdf", "html", "ics"}
_NAMES = {"csv": "CSV", "ics": "calendar file", "html": "web page", "pdf": "PDF"}
_SUFFIXES = {
    "": "text",
    ".txt": "text",
    ".json": "json",
    ".md": "markdown",
    ".csv": "csv",
    ".ics": "ics",
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
}


def form_of(options: Namespace) -> str:
    """Return the form that is named, or the one the name of the file speaks of, or text.

    Raises:
        WrongUsage: when the document has no such form, or the name speaks of none.
    """
    form: str = options.format or "text"
    if options.format is None and options.output is not None:
        suffix = options.output.suffix.lower()
        if suffix not in _SUFFIXES:
            raise WrongUsage(f"Nothing is written as {suffix}; name the form with --format.")
        form = _SUFFIXES[suffix]
    if form not in _forms(options.command):
        *first, last = _forms(options.command)
        there = f"{', '.join(first)} and {last}"
        raise WrongUsage(f"There is no {_NAMES[form]} of this; there are {there}.")
    _check_paper(options, form)
    if options.discreet and form not in _SEEN:
        raise WrongUsage("--discreet is for what others may see: --format pdf, html or ics.")
    for name in ("entries", "alarm"):
        if getattr(options, name, None) is not None and form != "ics":
            raise WrongUsage(f"--{name} is for a calendar file; add --format ics.")
    if getattr(options, "stories", False) and form != "html":
        raise WrongUsage("--stories is for a web page; add --format html.")
    return form


def _check_paper(options: Namespace, form: str) -> None:
    for name, commands in _ON_PAPER.items():
        if not getattr(options, name):
            continue
        option = f"--{name.replace('_', '-')}"
        if form != "pdf":
            raise WrongUsage(f"{option} is for a PDF; add --format pdf.")
        if options.command not in commands:
            raise WrongUsage(f"{option} is not for this; it is for {', '.join(sorted(commands))}.")


def _forms(command: str) -> Sequence[str]:
    """Return the names of the forms there are of what a command writes."""
    what = _WHATS.get(command)
    there = FORMS[what] if what else _LOOKED_AT
    named = (name for name, form in FORMS_BY_NAME.items() if form in there)
    more = ["pdf"] if command in _PRINTED and what is None else []
    return "text", *named, *more
