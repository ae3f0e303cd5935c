"""Prints the figures, all of them or one: make bench ARGS="optimum --profiles 20"."""

import sys

from benchmarks import (
    fold,
    growth,
    lists,
    more_time,
    optimum,
    packaged,
    plan,
    scale,
    stability,
    taskjuggler,
    window,
)

BENCHMARKS = {
    "plan": plan.main,
    "fold": fold.main,
    "window": window.main,
    "taskjuggler": taskjuggler.main,
    "stability": stability.main,
    "more-time": more_time.main,
    "scale": scale.main,
    "lists": lists.main,
    "growth": growth.main,
    "optimum": optimum.main,
    "packaged": packaged.main,
}


def main() -> None:
    """Run the benchmark that is named with the options after it, or all one after the other."""
    if len(sys.argv) == 1:
        for name, run in BENCHMARKS.items():
            print(f"== {name}", flush=True)
            run()
        return
    name, *options = sys.argv[1:]
    if name not in BENCHMARKS:
        sys.exit(f"{name} is none of: {', '.join(BENCHMARKS)}")
    BENCHMARKS[name](options)


if __name__ == "__main__":
    main()
