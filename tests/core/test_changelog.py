"""What changed is told in headings and plain lines."""

from hypothesis import given
from hypothesis import strategies as st

import planner
from planner.core.changelog import Part, Point, read_changelog, release_of
from planner.resources import changelog

TEXT = """# Changelog

See [the form](https://example.org/form).

## [Unreleased]

### Added

- The first `thing` of
  two lines, see [the page](docs/page.md).
* A **second** one.
- **A third**: with what [it](docs/it.md) is about.
- **A fourth** (Ctrl+4): with
  a key.
- **A fifth** without a colon.

### Removed

## [1.1.0] - 2027-01-04

### Fixed

- A mistake.

## 1.0.0
"""


def test_versions_kinds_and_lines_are_read_without_their_marks() -> None:
    first, second, third = read_changelog(TEXT)
    points = (
        Point("The first thing of two lines, see the page."),
        Point("A second one."),
        Point("With what it is about.", "A third"),
        Point("With a key.", "A fourth (Ctrl+4)"),
        Point("A fifth without a colon."),
    )
    added = Part("Added", points)
    assert (first.name, first.parts) == ("Unreleased", (added,))
    assert (second.name, second.parts) == ("1.1.0", (Part("Fixed", (Point("A mistake."),)),))
    assert (third.name, third.parts) == ("1.0.0", ())


def test_a_version_is_told_by_its_own_changes_else_by_what_is_not_released_yet() -> None:
    releases = read_changelog(TEXT)
    for version, name in (("1.1.0", "1.1.0"), ("1.2.0", "Unreleased"), ("1.0.0", "Unreleased")):
        told = release_of(releases, version)
        assert told is not None
        assert told.name == name
    assert release_of((), "1.1.0") is None


def test_every_line_of_the_programs_own_changelog_is_told() -> None:
    text = changelog().read_text(encoding="utf-8")
    releases = read_changelog(text)
    told = [line for one in releases for part in one.parts for line in part.points]
    assert len(told) == sum(line.startswith("- ") for line in text.splitlines())
    release = release_of(releases, planner.__version__)
    assert release is not None
    assert all(line.lead for part in release.parts for line in part.points)
    assert not any(line.text.startswith(line.lead) for line in told if line.lead)


@given(st.text() | st.text(alphabet="#-* []()`\nab"))
def test_any_text_is_read(text: str) -> None:
    for release in read_changelog(text):
        for part in release.parts:
            assert all(one.text.strip() and "\n" not in one.text for one in part.points)
