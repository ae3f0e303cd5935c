"""Texts that two computers wrote apart are shown side by side until the user picks."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QRadioButton

from planner.core import commands as c
from planner.core.screens.choosing import TextChoice, text_choices
from planner.ui.dialogs.versions import VersionsDialog
from planner.ui.look import Look
from planner.workspace import Workspace
from tests.support.stores import Computer
from tests.ui.house import House, curriculum, opened

ITEM = "l6.cloud.aws"


@pytest.fixture
def divided(tmp_path: Path) -> Workspace:
    """A workspace whose two texts were written on two computers each."""
    for name in ("ada", "bob"):
        workspace = Computer(tmp_path / name, name).workspace(curriculum=curriculum())
        workspace.do(c.AddEvidence(item=ITEM, text=f"text of {name}"))
        workspace.do(c.AddEvidence(item="l6.cloud.cost", text=f"more of {name}"))
    for file in (tmp_path / "bob" / "store").iterdir():
        (tmp_path / "ada" / "store" / file.name).write_bytes(file.read_bytes())
    return Computer(tmp_path / "ada").workspace(curriculum=curriculum())


def test_the_bar_says_so_until_all_is_decided(
    qapp: QApplication, divided: Workspace, look: Look
) -> None:
    with opened(qapp, divided, look) as house:
        assert "and 1 more: written on two computers" in house.window.notice.text
        house.answers.kept += [0, None]
        house.window.notice.press()
        assert len(house.answers.shown) == 2
        assert divided.state.evidence[ITEM] == "text of ada"
        assert [choice.name for choice in text_choices(divided.state)] == [
            ("evidence", "l6.cloud.cost")
        ]
        house.answers.kept += [1]
        house.window.run("choose-text")
        assert divided.state.versions == {}
        assert divided.state.evidence["l6.cloud.cost"] == "more of bob"
        house.window.notice.dismiss()
        assert house.window.notice.text == ""


def test_without_versions_there_is_nothing_to_choose(house: House) -> None:
    assert not house.window.menus.actions["choose-text"].isEnabled()
    house.window.run("choose-text")
    assert house.answers.shown == []


def test_the_dialog_shows_each_version_as_plain_text_and_keeps_the_chosen_one(
    qapp: QApplication, house: House
) -> None:
    versions = ("<b>one</b>", "two", "three", "four")
    dialog = VersionsDialog(TextChoice(("evidence", "x"), "Evidence", versions), house.window)
    dialog.show()
    qapp.processEvents()
    texts = [field.toPlainText() for field in dialog.findChildren(QPlainTextEdit)]
    assert sorted(texts) == sorted(versions)
    assert dialog.place == 3
    dialog.findChildren(QRadioButton)[0].click()
    assert dialog.place == 0
    dialog.close()
    dialog.deleteLater()
