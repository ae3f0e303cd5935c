"""Prints every figure: make bench."""

from benchmarks import fold, plan, window


def main() -> None:
    """Run the benchmarks one after the other."""
    plan.main()
    fold.main()
    window.main()


if __name__ == "__main__":
    main()
