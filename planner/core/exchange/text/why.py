"""Why a session stands where it does, or an item is left out, as text for a terminal."""

from collections.abc import Iterable, Iterator

from planner.core.exchange.text.layout import page, paragraph, row
from planner.core.exchange.text.plan import TICK
from planner.core.exchange.words import long_day, weekday
from planner.core.screens.about import About, AboutSession, about
from planner.core.screens.finding import Found
from planner.core.state import State
from planner.core.wording import duration, hours_share, session_minutes


def why_text(state: State, found: Found) -> str:
    """Return all about an item; of one session, where a code was given, its reasons alone."""
    one = about(state, found.item)
    return page(
        _head(one, found.code),
        _sessions(one, found.code),
        _left_out(one),
        _section("Done when", [one.done_when]),
        _section("Worth knowing", [one.note]),
        _counts(one),
    )


def fate_text(one: About) -> str:
    """Say how far an item is: finished on a day, so much done, skipped, or of no plan."""
    if one.finished is not None:
        return f"finished on {long_day(one.finished)}"
    if one.skip_reason is not None:
        return f"skipped by you: {one.skip_reason or 'without a reason'}"
    if not one.is_of_level:
        return "not part of your level"
    if not one.sessions and one.left_out is None:
        return "not in the plan yet; replanning takes it in"
    return f"{hours_share(one.share)} done" if one.share.of else "left out"


def kind_text(one: About) -> str:
    """Return what an item is about and how much it matters: "technical, core"."""
    words = (one.subject, one.priority)
    return ", ".join(word.value for word in words if word is not None)


def _head(one: About, code: str | None) -> list[str]:
    asked = [session.title for session in one.sessions if session.code == code]
    title = f"{code} · {asked[0]}" if asked else f"{one.title} · {one.item}"
    said = " · ".join(filter(None, (kind_text(one), fate_text(one))))
    return [*paragraph(title), *paragraph(said)]


def _sessions(one: About, code: str | None) -> list[str]:
    if not one.sessions:
        return []
    lines = ["Where it stands, and why" if code is None else "Where it stands"]
    for session in one.sessions:
        lines += _session(session, reasons=code in {None, session.code})
    return lines


def _session(one: AboutSession, *, reasons: bool) -> Iterator[str]:
    when = f"week {one.week}, {weekday(one.day)}, {one.start.isoformat('minutes')}"
    cells = [(f"{TICK[one.done]} {one.code}", 11), (when, 29), (session_minutes(one.minutes), 9)]
    yield from row(cells, one.part or one.kind.value, indent=2)
    if one.finished is not None:
        yield from paragraph(f"ticked off on {weekday(one.finished)}", indent=15)
    if reasons:
        for reason in one.why:
            yield from row([("-", 1)], reason, indent=15)


def _left_out(one: About) -> list[str]:
    left = one.left_out
    if left is None:
        return []
    return _section(f"Left out: {duration(left.minutes)}", [left.why, left.back])


def _section(heading: str, texts: Iterable[str]) -> list[str]:
    lines = [part for text in texts for part in paragraph(text, indent=2)]
    return [heading, *lines] if lines else []


def _counts(one: About) -> list[str]:
    lines = [
        text
        for bar in one.counts
        for text in row([(bar.label, 60)], hours_share(bar.share), indent=2)
    ]
    return ["Counts towards", *lines] if lines else []
