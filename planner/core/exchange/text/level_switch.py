"""What another level means, as text for a terminal."""

from collections.abc import Iterator, Sequence

from planner.core.exchange.text.layout import paragraph
from planner.core.exchange.words import count
from planner.core.screens.level_switch import ItemSwitch, LevelSwitch
from planner.core.wording import duration
from planner.core.wording.finish import outlook_text


def level_switch_text(switch: LevelSwitch) -> list[str]:
    """Return in lines the hours, the finish, what is added, dropped or re-scoped, and the ticks."""
    return [text for one in _sentences(switch) for text in paragraph(one)]


def _sentences(switch: LevelSwitch) -> Iterator[str]:
    before, after = switch.before, switch.after
    yield (
        f"From {before.level} to {after.level}: {duration(after.to_do)} to do instead of "
        f"{duration(before.to_do)}, {duration(after.left_out)} of it left out instead of "
        f"{duration(before.left_out)}."
    )
    if after.forecast is not None:
        yield outlook_text(after.forecast)
    yield from _group("Added", switch.added)
    yield from _group("Dropped", switch.dropped)
    yield from _group("Re-scoped", switch.rescoped)
    if switch.counting or switch.resting:
        yield (
            f"Every tick is kept; {count(len(switch.counting), 'item')} with ticks "
            f"{_verb(switch.counting, 'count')} at {after.level}"
            f"{_resting(switch)}."
        )
    if switch.unrated:
        yield f"Not rated yet, so taken as working: {', '.join(switch.unrated)}."
    if switch.dropped_rounds:
        yield f"No round of {after.level}, so its day goes: {', '.join(switch.dropped_rounds)}."


def _group(name: str, items: Sequence[ItemSwitch]) -> Iterator[str]:
    if items:
        titles = ", ".join(one.title for one in items)
        yield f"{name}, {count(len(items), 'item')}: {titles}."


def _resting(switch: LevelSwitch) -> str:
    if not switch.resting:
        return ""
    waits = _verb(switch.resting, "wait")
    return f", {len(switch.resting)} {waits} for {switch.before.level}: {', '.join(switch.resting)}"


def _verb(things: Sequence[str], verb: str) -> str:
    return f"{verb}s" if len(things) == 1 else verb
