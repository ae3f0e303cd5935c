"""Fuzzes one reader by coverage: python -m reliability.guided document -max_total_time=300.

It needs atheris, which is no part of the environment of a developer, since it has no wheels for
every system: install it into an environment of its own, beside requirements/dev.txt. What follows
the name of the reader goes to libFuzzer. It stops at the first fault.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris

with atheris.instrument_imports(include=["planner", "icalendar", "recurring_ical_events"]):
    from reliability.readers import readers


def main() -> None:
    """Fuzz the reader that is named, from its own seeds."""
    name, *options = sys.argv[1:]
    with TemporaryDirectory(prefix="loopready-guided-") as folder:
        place, corpus = Path(folder, "files"), Path(folder, "corpus")
        place.mkdir()
        corpus.mkdir()
        reader = readers(place)[name]
        for n, seed in enumerate(reader.seeds):
            (corpus / str(n)).write_bytes(seed)
        atheris.Setup([sys.argv[0], *options, str(corpus)], reader.read)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
