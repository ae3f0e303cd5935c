"""Runs the proofs, all of them or one with its options: make reliability ARGS="kill --rounds 50".

The exit status is 1 when anything was lost.
"""

import sys
from collections.abc import Callable, Mapping, Sequence

from reliability import calls, computers, damage, full, fuzz, growth, kill, moments, power
from reliability.tally import Tally, table

PROOFS: Mapping[str, Callable[[Sequence[str]], Tally]] = {
    "kill": kill.main,
    "calls": calls.main,
    "power": power.main,
    "full": full.main,
    "damage": damage.main,
    "fuzz": fuzz.main,
    "computers": computers.main,
    "time": moments.main,
    "scale": growth.main,
}


def main() -> int:
    """Run the proof that is named with the options after it, or all one after the other."""
    name, *options = sys.argv[1:] or [""]
    if name and name not in PROOFS:
        print(f"{name} is none of: {', '.join(PROOFS)}", file=sys.stderr)
        return 2
    lines: list[str] = []
    lost = False
    for one in [name] if name else PROOFS:
        print(f"== {one}", flush=True)
        tally = PROOFS[one](options)
        lines.append(tally.line())
        lost = lost or bool(tally.losses)
    print(table(lines))
    return int(lost)


if __name__ == "__main__":
    sys.exit(main())
