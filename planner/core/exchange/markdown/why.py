"""Why a session stands where it does, or an item is left out, as Markdown."""

from collections.abc import Iterator

from planner.core.exchange.markdown.layout import escaped, page, task
from planner.core.exchange.text.why import fate_text, kind_text
from planner.core.exchange.words import weekday
from planner.core.screens.about import About, AboutSession, about
from planner.core.screens.finding import Found
from planner.core.state import State
from planner.core.wording import duration, hours_share, session_minutes


def why_markdown(state: State, found: Found) -> str:
    """Return all about an item; of one session, where a code was given, its reasons alone."""
    one = about(state, found.item)
    code = found.code
    sessions = [
        text
        for session in one.sessions
        for text in _session(session, reasons=code in {None, session.code})
    ]
    return page(
        [f"# {escaped(one.title)}"],
        [" · ".join(filter(None, (escaped(kind_text(one)), escaped(fate_text(one)))))],
        ["## Where it stands, and why"] if sessions else [],
        sessions,
        *_left_out(one),
        ["## Done when"] if one.done_when else [],
        [escaped(one.done_when)] if one.done_when else [],
        ["## Worth knowing"] if one.note else [],
        [escaped(one.note)] if one.note else [],
        ["## Counts towards"] if one.counts else [],
        [f"- {escaped(bar.label)} · {hours_share(bar.share)}" for bar in one.counts],
    )


def _session(one: AboutSession, *, reasons: bool) -> Iterator[str]:
    ticked = f" · ticked off on {weekday(one.finished)}" if one.finished else ""
    yield task(
        f"{one.code} · week {one.week}, {weekday(one.day)}, {one.start.isoformat('minutes')} · "
        f"{escaped(one.part or one.kind.value)} · {session_minutes(one.minutes)}{ticked}",
        done=one.done,
    )
    if reasons:
        yield from (f"  - {escaped(reason)}" for reason in one.why)


def _left_out(one: About) -> Iterator[list[str]]:
    if one.left_out is not None:
        yield ["## Left out"]
        texts = filter(None, (one.left_out.why, one.left_out.back))
        yield [f"- {escaped(text)}" for text in (duration(one.left_out.minutes), *texts)]
