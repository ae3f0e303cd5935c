"""What the window says about a switch of the level."""

from collections.abc import Sequence
from functools import partial

from planner.core.forecast import Forecast
from planner.core.language import translate
from planner.core.screens.level_switch import ItemSwitch, LevelSwitch, Scope
from planner.core.wording import duration
from planner.core.wording.finish import slack_text
from planner.core.wording.lists import enumeration
from planner.core.wording.names import priority_name
from planner.ui.kit.words.dates import day_and_month, short_day

_tr = partial(translate, "LevelSwitch")

NOTHING = "–"


def figures(switch: LevelSwitch) -> list[tuple[str, str, str]]:
    """Return what can be compared: a name, and what it is before and after."""
    before, after = switch.before, switch.after
    return [
        (_tr("Still to do"), duration(before.to_do), duration(after.to_do)),
        (_tr("Left out of it"), duration(before.left_out), duration(after.left_out)),
        (_tr("Loop day"), short_day(before.loop), short_day(after.loop)),
        (_tr("Likely finish"), finish(before.forecast), finish(after.forecast)),
        (_tr("Slack"), slack(before.forecast), slack(after.forecast)),
    ]


def finish(found: Forecast | None) -> str:
    """Return the likely day, with the days it lies between."""
    if found is None or found.likely is None:
        return _tr("not in sight")
    likely = day_and_month(found.likely)
    if found.earliest is None or found.latest is None or not found.left_minutes:
        return likely
    between = day_and_month(found.earliest), day_and_month(found.latest)
    return _tr("{day} ({first} to {last})").format(day=likely, first=between[0], last=between[1])


def slack(found: Forecast | None) -> str:
    """Return the weeks between the likely day and the loop."""
    return slack_text(found) if found else NOTHING


def scope(one: Scope | None) -> str:
    """Return "3 h, core", or a dash where a level has it not."""
    return f"{duration(one.minutes)}, {priority_name(one.priority)}" if one else NOTHING


def counts(switch: LevelSwitch) -> str:
    """Return "Items: 27 added, 24 dropped, 13 re-scoped; 7 stay as they are."."""
    parts = (
        _tr("{number} added").format(number=len(switch.added)),
        _tr("{number} dropped").format(number=len(switch.dropped)),
        _tr("{number} re-scoped").format(number=len(switch.rescoped)),
    )
    same = _tr("%n (stays as it is|stay as they are)", n=switch.same)
    return _tr("Items: {changes}; {same}.", changes=", ".join(parts), same=same)


def heading(switch: LevelSwitch) -> str:
    """Return "Switch to L7"."""
    return _tr("Switch to {level}").format(level=switch.after.level.value)


def summary(switch: LevelSwitch) -> list[str]:
    """Return in sentences what can be compared, what is added and dropped, and the ticks."""
    (to_do, *_) = figures(switch)
    words = _tr("{name} {after} instead of {before}.")
    hours = words.format(name=to_do[0], before=to_do[1], after=to_do[2])
    return [one for one in (hours, counts(switch), ticks(switch), *remarks(switch)) if one]


def ticks(switch: LevelSwitch) -> str:
    """Say that every tick is kept, and what does not count at the new level."""
    if not switch.counting and not switch.resting:
        return ""
    after, before = switch.after.level.value, switch.before.level.value
    sentences = [_tr("Every tick is kept.")]
    if switch.resting:
        sentences.append(
            _tr(
                "{titles} (does not count|do not count) at {after}, and (counts|count) again at "
                "{before}.",
                n=len(switch.resting),
                titles=enumeration(switch.resting),
                after=after,
                before=before,
            )
        )
    else:
        sentences.append(_tr("All of it counts at {level} too.").format(level=after))
    return " ".join(sentences)


def remarks(switch: LevelSwitch) -> list[str]:
    """Return what the switch leaves to be answered: ratings, and days of rounds."""
    found = []
    if switch.unrated:
        words = _tr("Not rated yet, so taken as working: {titles}.")
        found.append(words.format(titles=enumeration(switch.unrated)))
    if switch.dropped_rounds:
        words = _tr("{rounds}: no round of {level}, so the day goes.")
        rounds = enumeration(switch.dropped_rounds)
        found.append(words.format(rounds=rounds, level=switch.after.level.value))
    return found


def groups(switch: LevelSwitch) -> list[tuple[str, Sequence[tuple[str, str, str]]]]:
    """Return headings with rows of a title and what it is before and after."""
    parts = (
        (_tr("Added"), switch.added),
        (_tr("Dropped"), switch.dropped),
        (_tr("Re-scoped"), switch.rescoped),
    )
    counted = [
        (
            _tr("Ticked, and counts at {level}").format(level=switch.after.level.value),
            switch.counting,
        ),
        (
            _tr("Ticked, and counts again at {level}").format(level=switch.before.level.value),
            switch.resting,
        ),
    ]
    return [
        *((name, [_row(one) for one in items]) for name, items in parts),
        *((name, [(title, "", "") for title in titles]) for name, titles in counted),
    ]


def _row(one: ItemSwitch) -> tuple[str, str, str]:
    return one.title, scope(one.before), scope(one.after)
