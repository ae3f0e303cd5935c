"""Which form of a document is asked for, and which forms there are today."""

from argparse import Namespace

from planner.cli.failure import WrongUsage

_LATER = {"csv": "CSV comes", "ics": "A calendar file comes"}
_PRINTED = {"plan", "init", "export", "week", "stories", "review"}
_SUFFIXES = {".json": "json", ".md": "markdown", ".csv": "csv", ".ics": "ics", ".pdf": "pdf"}


def form_of(options: Namespace) -> str:
    """Return the form that is named, or the one the name of the file speaks of, or text.

    Raises:
        WrongUsage: when this form of this document comes with a later version.
    """
    form: str = options.format or "text"
    if options.format is None and options.output is not None:
        form = _SUFFIXES.get(options.output.suffix.lower(), "text")
    if form in _LATER:
        raise WrongUsage(f"{_LATER[form]} later; today there are {_today(options)}.")
    if form == "pdf" and options.command not in _PRINTED:
        raise WrongUsage(f"A PDF of this comes later; today there are {_today(options)}.")
    if options.paper is not None and form != "pdf":
        raise WrongUsage("--paper is for a PDF; add --format pdf.")
    if options.discreet and form != "pdf":
        raise WrongUsage("--discreet is for a PDF; add --format pdf.")
    return form


def _today(options: Namespace) -> str:
    return (
        "text, json, markdown and pdf"
        if options.command in _PRINTED
        else ("text, json and markdown")
    )
