"""The words for what another plan costs, and for what to think of first."""

from collections.abc import Sequence

from planner.core.plan import Session
from planner.core.planning.repair.price import Price
from planner.core.planning.replan import Kind, Option
from planner.core.state import State
from planner.core.wording.titles import counted, duration, session_title


def price_text(option: Option) -> str:
    """Return what an option costs, in a few clauses."""
    price = option.price
    clauses = {
        Kind.SPREAD: (_more(price), _less(price)),
        Kind.TRIM: (_less(price) or "leaves nothing out", _more(price) if price.more else ""),
        Kind.EXTEND: (_later(price), _less(price)),
        Kind.AFRESH: (_less(price) or "leaves nothing more out", _more(price)),
    }[option.kind]
    left = f"{duration(max(price.buffer, 0))} of buffer left"
    return "; ".join(filter(None, (*clauses, left)))


def twice_text(late: Sequence[Session]) -> str:
    """Return what to think of where sessions slipped again (rule 11)."""
    if len(late) == 1:
        who, what = late[0].code, "it"
    else:
        who, what = counted(len(late), "session"), "them"
    return f"{who} slipped for a second time: shorten {what}, leave {what} out, or move the loop."


def recovery_text(done: int, planned: int) -> str:
    """Return that a lighter week may help after one of which little was done (rule 11)."""
    share = round(100 * done / planned)
    return (
        f"Last week {duration(done)} of {duration(planned)} were done ({share} %); a lighter week "
        "may help more than catching up with all of it."
    )


def unpinned_text(state: State, option: Option) -> str:
    """Return which sessions that were put on a day by hand cannot stay there, or nothing."""
    if not option.unpinned:
        return ""
    named = ", ".join(f"{one.code} {session_title(state, one)}" for one in option.unpinned)
    return f"Cannot stay where you put it: {named}."


def _more(price: Price) -> str:
    if not price.more:
        return "no week gets more"
    if price.weeks == 1:
        return f"+{duration(price.more)} in 1 week"
    return f"up to +{duration(price.more)} a week in {counted(price.weeks, 'week')}"


def _less(price: Price) -> str:
    if not price.left_out:
        return ""
    kind = f"{price.priority.value} item" if price.priority else "item"
    shortened = price.left_out - price.whole
    if not shortened:
        deed = f"leaves out {counted(price.whole, kind)}"
    elif not price.whole:
        deed = f"shortens {counted(shortened, kind)}"
    else:
        deed = f"leaves out {counted(price.whole, kind)} and shortens {shortened}"
    return f"{deed} ({duration(price.left_out_minutes)})"


def _later(price: Price) -> str:
    return f"loop {counted(price.later, 'week')} later"
