"""Nothing moves by itself, so there is nothing to switch off for those who ask for less motion."""

import ast
import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStyle, QTreeView

from tests.architecture.project import ROOT
from tests.ui.house import House

MOVING = re.compile(
    r"Q\w*Animation\w*|QTimeLine|QMovie|QGraphics\w*|QScroller\w*|QSplashScreen|setAnimated"
)
MODULES = sorted((ROOT / "planner").rglob("*.py"))


def moving(source: str) -> list[str]:
    """Return the names in a module that could set something in motion."""
    names = (
        getattr(node, "id", getattr(node, "attr", getattr(node, "name", "")))
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Name | ast.Attribute | ast.alias)
    )
    return [name for name in names if MOVING.fullmatch(name)]


def test_no_module_sets_anything_in_motion() -> None:
    assert len(MODULES) > 100
    found = {str(one): moving(one.read_text(encoding="utf-8")) for one in MODULES}
    assert {one: names for one, names in found.items() if names} == {}


def test_what_moves_is_noticed() -> None:
    assert moving("from PySide6.QtCore import QPropertyAnimation") == ["QPropertyAnimation"]
    assert moving("view.setAnimated(True)") == ["setAnimated"]


@pytest.mark.parametrize(
    "effect",
    [
        Qt.UIEffect.UI_AnimateMenu,
        Qt.UIEffect.UI_FadeMenu,
        Qt.UIEffect.UI_AnimateCombo,
        Qt.UIEffect.UI_AnimateTooltip,
        Qt.UIEffect.UI_FadeTooltip,
        Qt.UIEffect.UI_AnimateToolBox,
    ],
)
@pytest.mark.usefixtures("house")
def test_qt_moves_nothing_of_its_own(effect: Qt.UIEffect) -> None:
    assert not QApplication.isEffectEnabled(effect)


def test_trees_open_at_once(house: House) -> None:
    house.window.turn_to("checklist")
    trees = house.window.findChildren(QTreeView)
    assert trees
    assert not any(tree.isAnimated() for tree in trees)
    style = QApplication.style()
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    assert style.styleHint(hint, None, trees[0]) == 0
