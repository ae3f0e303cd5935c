"""Everything leaves by one dialog, which shows how the file begins, and nothing is lost by it."""

import errno
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from pytestqt.qtbot import QtBot

from planner.core.exchange.calendar import Chosen
from planner.core.exchange.exports import text_of
from planner.core.exchange.forms import FORMS, Form, What
from planner.storage.trouble import NotSaved
from planner.ui.dialogs.export import Export, ExportDialog
from planner.ui.exporting import file_name
from tests.support.faults import failing
from tests.ui.house import TODAY, House, demo_workspace

STATE = demo_workspace().state
ALL = [(what, form) for what, forms in FORMS.items() for form in forms]

pytestmark = pytest.mark.usefixtures("look")


def dialog_for(qtbot: QtBot, what: What = What.PLAN, *, discreet: bool = False) -> ExportDialog:
    dialog = ExportDialog(STATE, 4, TODAY, what, None, discreet=discreet)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def events(calendar: bytes) -> list[Any]:
    return list(Calendar.from_ical(calendar).walk("VEVENT"))


def choose(dialog: ExportDialog, form: Form) -> None:
    dialog.form.setCurrentIndex(dialog.form.findData(form))


@pytest.mark.parametrize("what", list(What))
def test_each_thing_has_its_forms_and_shows_how_it_begins(qtbot: QtBot, what: What) -> None:
    dialog = dialog_for(qtbot, what)
    for form in FORMS[what]:
        choose(dialog, form)
        assert (dialog.export().what, dialog.export().form) == (what, form)
        shown = dialog.preview.toPlainText()
        assert dialog.preview.isVisible() is (form is not Form.PDF)
        if form is Form.WEB_PAGE:
            assert f"<h1>{shown.splitlines()[0]}</h1>" in text_of(STATE, what, form, 4, TODAY)
        elif form is Form.PDF:
            assert shown == ""
        elif form is not Form.CALENDAR:
            text = text_of(STATE, what, form, 4, TODAY).removeprefix("\ufeff")
            assert shown.splitlines()[0] == text.splitlines()[0]


def test_the_week_that_is_shown_is_named_by_its_number(qtbot: QtBot) -> None:
    dialog = dialog_for(qtbot, What.WEEK)
    assert dialog.what.currentText() == "Week 4"


def test_a_form_stays_chosen_where_there_is_one(qtbot: QtBot) -> None:
    dialog = dialog_for(qtbot)
    choose(dialog, Form.TABLE)
    dialog.what.setCurrentIndex(dialog.what.findData(What.CHECKLIST))
    assert dialog.export() == Export(What.CHECKLIST, Form.TABLE)
    dialog.what.setCurrentIndex(dialog.what.findData(What.PLAN))
    choose(dialog, Form.CALENDAR)
    dialog.what.setCurrentIndex(dialog.what.findData(What.CHECKLIST))
    assert dialog.export().form is FORMS[What.CHECKLIST][0]


def test_what_goes_with_a_calendar_matters_only_there(qtbot: QtBot) -> None:
    dialog = dialog_for(qtbot)
    choose(dialog, Form.CALENDAR)
    dialog.alarm.setChecked(True)
    dialog.chosen.setCurrentIndex(dialog.chosen.findData(Chosen.GATES))
    assert dialog.export() == Export(What.PLAN, Form.CALENDAR, Chosen.GATES, 15)
    assert dialog.preview.toPlainText().endswith("Loop day")
    assert not dialog.stories.isVisible()
    choose(dialog, Form.WEB_PAGE)
    assert dialog.stories.isVisible()
    dialog.stories.setChecked(True)
    assert dialog.export() == Export(What.PLAN, Form.WEB_PAGE, stories=True)


def test_a_discreet_export_names_no_company(qtbot: QtBot) -> None:
    dialog = dialog_for(qtbot, discreet=True)
    choose(dialog, Form.CALENDAR)
    assert "Amazon" not in dialog.preview.toPlainText()
    name = file_name(Export(What.PLAN, Form.CALENDAR), STATE, 4, discreet=True)
    assert name == "study-plan-plan.ics"


@pytest.mark.parametrize(("what", "form"), ALL)
def test_every_file_is_written_as_its_command_writes_it(
    house: House, tmp_path: Path, what: What, form: Form
) -> None:
    file = tmp_path / "out"
    house.answers.exports, house.answers.files = [Export(what, form)], [file]
    house.window.run("export")
    assert str(file) in house.window.notice.text
    data = file.read_bytes()
    if form is Form.PDF:
        assert data.startswith(b"%PDF-")
    elif form is Form.CALENDAR:
        plan = house.workspace.state.plan
        assert plan is not None
        days = [one["dtstart"].dt for one in events(data)]
        first = {one if type(one) is date else one.date() for one in days}
        week = plan.week_of_number(4)
        assert (len(first) > 7) == (what is What.PLAN)
        assert what is What.PLAN or all(week.monday <= one <= week.sunday for one in first)
    else:
        text = text_of(house.workspace.state, what, form, 4, TODAY)
        assert data.decode("utf-8") == text


def test_a_disk_that_is_full_keeps_the_old_file(house: House, tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"
    file.write_text("old")
    house.answers.exports, house.answers.files = [Export(What.PLAN, Form.TABLE)], [file]
    with failing("fsync", errno.ENOSPC):
        house.window.run("export")
    assert house.window.notice.text.startswith("Nothing was exported.")
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_calendar_that_is_written_but_not_kept_in_mind_is_told_as_written(
    stored: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from planner.core.commands import AcceptPlan  # noqa: PLC0415 - beside what it is for
    from planner.core.planning import make_plan  # noqa: PLC0415

    state = stored.workspace.state
    assert state.profile is not None
    stored.workspace.do(AcceptPlan(plan=make_plan(state, state.profile, TODAY)))

    def full(*_: object) -> None:
        raise NotSaved("The disk is full.")

    monkeypatch.setattr("planner.storage.calendar.exporting.keep_in_mind", full)
    file = tmp_path / "plan.ics"
    stored.answers.exports, stored.answers.files = [Export(What.PLAN, Form.CALENDAR)], [file]
    stored.window.run("export")
    assert events(file.read_bytes())
    assert stored.window.notice.text == (
        f"Exported into {file}. The next calendar file may leave old entries standing. "
        "The disk is full."
    )


def test_who_gives_up_writes_nothing(house: House, tmp_path: Path) -> None:
    house.window.run("export")
    house.answers.exports = [Export(What.PLAN, Form.TABLE)]
    house.window.run("export")
    assert list(tmp_path.iterdir()) == []


def test_a_newer_calendar_of_the_window_corrects_the_older_one(
    stored: House, tmp_path: Path
) -> None:
    from planner.core.commands import AcceptPlan  # noqa: PLC0415 - beside what it is for
    from planner.core.planning import make_plan  # noqa: PLC0415

    state = stored.workspace.state
    assert state.profile is not None
    stored.workspace.do(AcceptPlan(plan=make_plan(state, state.profile, TODAY)))
    files = [tmp_path / "a.ics", tmp_path / "b.ics"]
    stored.answers.exports = [Export(What.PLAN, Form.CALENDAR)] * 2
    stored.answers.files = [*files]
    stored.window.run("export")
    profile = state.profile.evolve(start=TODAY, loop=None)
    stored.workspace.do(AcceptPlan(plan=make_plan(state, profile, TODAY)))
    stored.window.run("export")
    first, second = ({str(one["uid"]): one for one in events(file.read_bytes())} for file in files)
    assert first.keys() <= second.keys()
    assert any(one["sequence"] > 0 for one in second.values())


def test_a_list_comes_in_through_the_window(stored: House, tmp_path: Path) -> None:
    file = tmp_path / "list.md"
    file.write_text("- [ ] Read DDIA (2 h)\n", "utf-8")
    stored.answers.files = [file]
    stored.window.run("import")
    assert "1 item of your own to add" in stored.answers.shown
    assert [one.title for one in stored.workspace.state.own.values()] == ["Read DDIA"]
    stored.window.run("undo")
    assert not stored.workspace.state.own
