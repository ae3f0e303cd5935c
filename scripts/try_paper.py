"""Prints many plans in every way there is, and proves each print as the tests do a few.

Every layout goes on every paper, upright and on its side, in usual and large type, with one or
two weeks on a page: first the plans of both levels, then random ones with hostile titles. poppler
and qpdf read the files. `python -m scripts.try_paper --plans 200`; in half a minute: `--plans 5`.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import product

from hypothesis import HealthCheck, given, seed, settings
from PySide6.QtWidgets import QApplication

from planner.core.state import State
from planner.core.values import Level
from planner.paper.sizes import Paper
from planner.paper.wish import Kind, Wish
from tests.paper.candidates import START, candidate
from tests.paper.proof import WAYS, prove, states, wishes
from tests.paper.wished import wished


def main() -> int:
    """Print and prove; return 0, since what does not hold ends the program."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, default=100, help="random plans for every layout")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    QApplication([sys.argv[0], "-platform", "offscreen"])
    for name, found in (("usual plans", _usual()), ("random plans", _random(options))):
        prints, sheets = 0, 0
        for pages in found:
            prints, sheets = prints + 1, sheets + pages
        print(f"{name}: {prints} prints, {sheets} pages, all hold", flush=True)
    return 0


def _usual() -> Iterator[int]:
    """Yield the pages of each print of plans of both levels."""
    plans = [candidate(level, weeks) for level in Level for weeks in (10, 26)]
    for state, (kind, count), paper in product(plans, WAYS, Paper):
        for landscape, large in product((False, True), repeat=2):
            wish = wished(kind, count, paper=paper, landscape=landscape, large=large)
            yield prove(state, START, wish)


def _random(options: argparse.Namespace) -> Iterator[int]:
    """Yield the pages of each print of random plans."""
    for kind, count in WAYS:
        yield from _printed(kind, count, options)


def _printed(kind: Kind, count: int, options: argparse.Namespace) -> list[int]:
    found: list[int] = []
    ways: Counter[tuple[Paper | None, bool, bool]] = Counter()

    @seed(options.seed)
    @settings(
        max_examples=options.plans,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(states(26, 20), wishes(kind, count))
    def print_one(state: State, wish: Wish) -> None:
        ways[wish.paper, wish.landscape, wish.large] += 1
        found.append(prove(state, START, wish))

    print_one()
    print(f"  {kind} {count or ''}: {len(found)} prints in {len(ways)} ways", flush=True)
    return found


if __name__ == "__main__":
    sys.exit(main())
