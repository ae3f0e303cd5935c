"""What holds of every print holds in a language that is longer, and in one from the right."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from planner.core.language import spoken
from planner.paper.sizes import Paper
from planner.paper.wish import Kind
from planner.ui.language import choose
from scripts.pseudo import pseudo
from scripts.sentences import collect
from tests.core.screens.candidates import TODAY, demo
from tests.paper.proof import WAYS, prove
from tests.paper.wished import wished
from tests.ui.tongues import english_afterwards


@pytest.fixture(scope="module", params=["en_GB", "he"])
def tongue(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    file = tmp_path_factory.mktemp("pseudo") / "pseudo.qm"
    pseudo(collect().sentences, file, request.param)
    with english_afterwards(qapp):
        choose(qapp, str(file), file.parent)
        yield request.param


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize(("kind", "weeks_a_page"), WAYS)
def test_every_print_holds(tongue: str, kind: Kind, weeks_a_page: int, *, large: bool) -> None:
    assert spoken().right_to_left is (tongue == "he")
    wish = wished(kind, weeks_a_page, week=4, large=large, landscape=not large)
    assert prove(demo(), TODAY, wish.evolve(paper=Paper.A5 if large else Paper.LETTER)) > 0
