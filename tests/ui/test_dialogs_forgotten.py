"""Tests that Qt keeps nothing of a dialog that is gone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from tests.ui.every_dialog import DIALOGS
from tests.ui.house import House


@pytest.mark.parametrize("name", ["number", "day", "free time", "wizard 1"])
def test_qt_hears_of_the_end_of_each_part(
    house: House, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def give_up(dialog: QDialog) -> QDialog.DialogCode:
        dialog.show()
        dialog.reject()
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(QDialog, "exec", give_up)
    dialog = DIALOGS[name](house)
    assert not dialog.answered()
    parts = dialog.findChildren(QWidget)
    assert parts
    # What has this mark is dressed by itself, and Qt drops its rules when it is destroyed.
    unheard = [one for one in parts if not one.testAttribute(Qt.WidgetAttribute.WA_StyleSheet)]
    assert not unheard
