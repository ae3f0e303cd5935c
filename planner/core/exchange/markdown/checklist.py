"""The checklist as a Markdown task list."""

from collections.abc import Iterator

from planner.core.exchange.markdown.layout import escaped, page, task
from planner.core.exchange.marks import marks
from planner.core.exchange.pages import chosen_profile
from planner.core.progress import Done
from planner.core.screens.checklist import ItemRow, Section, checklist_screen
from planner.core.state import State
from planner.core.wording import duration, hours_share


def checklist_markdown(state: State) -> str:
    """Return all items of the level as task lists, with their chapters and topics.

    Raises:
        Refused: while no level is chosen.
    """
    profile = chosen_profile(state)
    sections = checklist_screen(state).sections
    blocks = [block for section in sections for block in _section(section)]
    return page([f"# Checklist for {profile.level.value}"], *blocks)


def _section(section: Section) -> Iterator[list[str]]:
    yield [f"## {section.title}"]
    yield [f"{hours_share(section.share)} done."] if section.share.of else []
    yield [text for one in section.rows for text in _item(one)]


def _item(one: ItemRow) -> Iterator[str]:
    title = f"{one.title}, {one.author}" if one.author else one.title
    fate = "skipped" if one.skipped else hours_share(one.share) if one.kept else "left out"
    words = " · ".join(filter(None, (escaped(title), fate, marks(one))))
    yield task(words, done=one.state is Done.DONE)
    if one.evidence:
        yield f"  Evidence: {escaped(one.evidence)}"
    for unit in one.units:
        time = f" · {duration(unit.minutes)}" if one.kept else ""
        yield task(f"{escaped(unit.label)}{time}", done=unit.done, level=1)
