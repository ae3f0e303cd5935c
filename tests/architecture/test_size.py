"""Files stay short enough to be read in one go."""

from statistics import median

from tests.architecture.project import PACKAGE, sources

LONGEST = 350
MEDIAN = 120
# file: lines it may have. This list only shrinks.
EXCEPTIONS: dict[str, int] = {}


def lengths() -> dict[str, int]:
    return {
        path.relative_to(PACKAGE).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in sources()
    }


def test_no_file_is_too_long() -> None:
    found = lengths()
    assert {name: n for name, n in found.items() if n > EXCEPTIONS.get(name, LONGEST)} == {}


def test_an_exception_that_is_no_longer_needed_goes() -> None:
    found = lengths()
    assert [name for name in EXCEPTIONS if found.get(name, 0) <= LONGEST] == []


def test_most_files_are_short() -> None:
    assert median(lengths().values()) < MEDIAN
