"""Asks for the line that says what one can show for an item."""

from collections.abc import Sequence
from functools import partial

from planner.core.commands import AddEvidence
from planner.core.language import translate
from planner.core.screens.readiness import EvidenceRow
from planner.ui.prompts import Prompts

_tr = partial(translate, "ReadinessPage")

LONGEST = 500
"""Letters that `AddEvidence` takes."""


def ask_evidence(prompts: Prompts, rows: Sequence[EvidenceRow]) -> AddEvidence | None:
    """Ask for an item and its line; return nothing when the user gives up."""
    options = [f"{row.title} ✓" if row.line else row.title for row in rows]
    place = prompts.choice(_tr("Add evidence"), _tr("What can you show something for?"), options)
    return None if place is None else ask_line(prompts, rows[place])


def ask_line(prompts: Prompts, row: EvidenceRow) -> AddEvidence | None:
    """Ask for the line of an item; an empty one withdraws it."""
    title = _tr("Evidence for “{title}”").format(title=row.title)
    line = prompts.text(title, _tr("One line: what can you show for it?"), row.line)
    if line is None or line.strip() == row.line:
        return None
    return AddEvidence(item=row.item, text=line.strip()[:LONGEST])
