"""Two questions about things that wait for each other: is there a circle, and who waits longest."""

from collections.abc import Iterable, Mapping


def find_cycle(edges: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Return one circle as ids, first and last the same, or an empty tuple.

    `edges` maps each id to the ids it waits for; ids that are only waited for may be missing.
    """
    settled: set[str] = set()
    for start in edges:
        if start in settled:
            continue
        path: list[str] = [start]
        on_path = {start}
        stack = [iter(edges.get(start, ()))]
        while stack:
            following = next(stack[-1], None)
            if following is None:
                stack.pop()
                leaving = path.pop()
                on_path.discard(leaving)
                settled.add(leaving)
            elif following in on_path:
                return (*path[path.index(following) :], following)
            elif following not in settled:
                path.append(following)
                on_path.add(following)
                stack.append(iter(edges.get(following, ())))
    return ()
