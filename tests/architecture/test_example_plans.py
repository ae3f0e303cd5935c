"""The plans of docs/example-plans are what the planner makes today."""

import pytest

from scripts.example_plans import FOLDER, pages

PAGES = pages()


def test_no_plan_is_missing_and_none_is_left_over() -> None:
    assert {file.name for file in FOLDER.iterdir()} == set(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_the_committed_plan_is_what_the_planner_makes(name: str) -> None:
    committed = FOLDER.joinpath(name).read_text(encoding="utf-8")
    assert committed == PAGES[name], "run `make example-plans` and read what changed"
