"""Stretches of a day, from one minute after midnight to another."""

from collections.abc import Iterable

Span = tuple[int, int]
"""From the first minute to the one after the last; 1440 is the end of the day."""

DAY_MINUTES = 24 * 60


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans in order, with those that overlap or touch as one, and without empty ones."""
    found: list[Span] = []
    for begin, end in sorted(spans):
        if begin >= end:
            continue
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((begin, end))
    return tuple(found)


def without(spans: Iterable[Span], taken: Iterable[Span]) -> tuple[Span, ...]:
    """Return what is left of spans once others are taken away."""
    left = list(spans)
    for first, last in taken:
        left = [
            part
            for begin, end in left
            for part in ((begin, min(end, first)), (max(begin, last), end))
            if part[0] < part[1]
        ]
    return tuple(left)


def length(spans: Iterable[Span]) -> int:
    """Return the minutes of spans that do not overlap."""
    minutes = 0
    for begin, end in spans:
        minutes += end - begin
    return minutes
