"""Which form of a document is asked for, and which forms there are of it."""

from argparse import Namespace
from collections.abc import Collection

from planner.cli.failure import WrongUsage

_WRITTEN = ("text", "json", "markdown")
_PRINTED = {"plan", "init", "export", "week", "stories", "review", "checklist", "status"}
_TABLES = {"plan", "init", "export", "week", "checklist"}
_CALENDARS = {"plan", "init", "export", "week"}
_WEB_PAGES = {"plan", "init", "export"}
_OTHERS: dict[str, Collection[str]] = {
    "csv": _TABLES,
    "ics": _CALENDARS,
    "html": _WEB_PAGES,
    "pdf": _PRINTED,
}
"""The commands of which there are more forms than the usual ones."""
_PLANS = {"plan", "init", "export"}
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
        WrongUsage: when the document has no such form.
    """
    form: str = options.format or "text"
    if options.format is None and options.output is not None:
        form = _SUFFIXES.get(options.output.suffix.lower(), "text")
    if form in _OTHERS and options.command not in _OTHERS[form]:
        raise WrongUsage(f"There is no {_NAMES[form]} of this; there are {_forms(options)}.")
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


def _forms(options: Namespace) -> str:
    more = (form for form, commands in _OTHERS.items() if options.command in commands)
    *first, last = (*_WRITTEN, *more)
    return f"{', '.join(first)} and {last}"
