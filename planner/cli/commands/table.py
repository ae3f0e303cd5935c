"""The commands by the words that name them."""

from argparse import Namespace
from collections.abc import Callable, Mapping

from planner.cli.commands import (
    assessing,
    backups,
    checking,
    everything,
    explaining,
    grading,
    guiding,
    items,
    packing,
    picking,
    planning,
    practice,
    replanning,
    reviewing,
    showing,
    showing_for,
    stories,
    ticking,
)
from planner.cli.parts import Parts

COMMANDS: Mapping[str, Callable[[Namespace, Parts], None]] = {
    "plan": planning.plan,
    "init": planning.init,
    "week": showing.show,
    "status": showing.show,
    "checklist": showing.show,
    "export": everything.export,
    "done": ticking.done,
    "pack": packing.pack,
    "evidence": showing_for.evidence,
    "rate": items.rate,
    "estimate": items.estimate,
    "add": items.add,
    "change": items.change,
    "assess": assessing.assess,
    "review": reviewing.review,
    "practice": practice.show,
    "mock": practice.note,
    "stories": stories.show,
    "story": stories.write,
    "pick": picking.picks,
    "undo": ticking.undo,
    "replan": replanning.replan,
    "why": explaining.why,
    "guide": guiding.guide,
    "prompts": grading.prompts,
    "grade": grading.grade,
    "check": checking.check,
    "import": everything.take_in,
    "backup": backups.backup,
    "restore": backups.restore,
}
