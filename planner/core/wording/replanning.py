"""The words for what another plan costs, and for what to think of first."""

from collections.abc import Sequence
from functools import partial

from planner.core.language import translate
from planner.core.plan import Session
from planner.core.planning.repair.price import Price
from planner.core.planning.replan import Kind, Option
from planner.core.state import State
from planner.core.wording.names import priority_name
from planner.core.wording.times import duration
from planner.core.wording.titles import session_title

_tr = partial(translate, "Replanning")


def price_text(option: Option) -> str:
    """Return what an option costs, in a few clauses."""
    price = option.price
    clauses = {
        Kind.SPREAD: (_more(price), _less(price)),
        Kind.TRIM: (_less(price) or _tr("leaves nothing out"), _more(price) if price.more else ""),
        Kind.EXTEND: (_later(price), _less(price)),
        Kind.AFRESH: (_less(price) or _tr("leaves nothing more out"), _more(price)),
    }[option.kind]
    left = _tr("{time} of buffer left", time=duration(max(price.buffer, 0)))
    return "; ".join(filter(None, (*clauses, left)))


def slipped_text(late: Sequence[Session]) -> str:
    """Return how much slipped."""
    if not late:
        return _tr("Nothing slipped, but the plan no longer fits as it is.")
    minutes = sum(one.minutes for one in late)
    return _tr("%n session(s) slipped, {time}.", n=len(late), time=duration(minutes))


def twice_text(late: Sequence[Session]) -> str:
    """Return what to think of where sessions slipped again (rule 11)."""
    if len(late) == 1:
        return _tr(
            "{session} slipped for a second time: shorten it, leave it out, or move the loop.",
            session=late[0].code,
        )
    return _tr(
        "%n session(s) slipped for a second time: shorten them, leave them out, or move the loop.",
        n=len(late),
    )


def recovery_text(done: int, planned: int) -> str:
    """Return that a lighter week may help after one of which little was done (rule 11)."""
    share = round(100 * done / planned)
    return _tr(
        "Last week {done} of {planned} were done ({share} %); a lighter week may help more than "
        "catching up with all of it.",
        done=duration(done),
        planned=duration(planned),
        share=share,
    )


def unpinned_text(state: State, option: Option) -> str:
    """Return which sessions that were put on a day by hand cannot stay there, or nothing."""
    if not option.unpinned:
        return ""
    named = ", ".join(f"{one.code} {session_title(state, one)}" for one in option.unpinned)
    return _tr("Cannot stay where you put it: {sessions}.", sessions=named)


def _more(price: Price) -> str:
    if not price.more:
        return _tr("no week gets more")
    if price.weeks == 1:
        return _tr("+{time} in 1 week", time=duration(price.more))
    return _tr("up to +{time} a week in %n week(s)", n=price.weeks, time=duration(price.more))


def _less(price: Price) -> str:
    if not price.left_out:
        return ""
    shortened = price.left_out - price.whole
    if not shortened:
        deed = _tr("leaves out {items}", items=_items(price, price.whole))
    elif not price.whole:
        deed = _tr("shortens {items}", items=_items(price, shortened))
    else:
        items = _items(price, price.whole)
        deed = _tr("leaves out {items} and shortens {more}", items=items, more=shortened)
    return _tr("{deed} ({time})", deed=deed, time=duration(price.left_out_minutes))


def _items(price: Price, number: int) -> str:
    if price.priority is None:
        return _tr("%n item(s)", n=number)
    return _tr("%n {priority} item(s)", n=number, priority=priority_name(price.priority))


def _later(price: Price) -> str:
    return _tr("loop %n week(s) later", n=price.later)
