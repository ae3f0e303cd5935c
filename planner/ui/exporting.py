"""Writes what the Export dialog asks for into a file; the notice bar tells what came of it."""

from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from planner.core.exchange.exports import How, text_of
from planner.core.exchange.forms import Form, What
from planner.core.language import translate
from planner.core.state import State
from planner.core.wording.outward import slug
from planner.storage.files import write_whole
from planner.storage.trouble import NotSaved
from planner.ui.dialogs.export import Export, week_days
from planner.ui.gestures import Gestures
from planner.ui.prompts import Prompts
from planner.workspace import Workspace

if TYPE_CHECKING:  # loaded when a calendar is written
    from planner.storage.backup.keeping import Backups
    from planner.storage.calendar.exporting import CalendarExport

_tr = partial(translate, "Exporting")


class Exporting:
    """What the action “Export…” stands for; made when it is first wanted."""

    def __init__(
        self,
        workspace: Workspace,
        gestures: Gestures,
        prompts: Prompts,
        backups: "Backups | None",
    ) -> None:
        """Remember the parts; where there are no backups nothing is kept of what was exported."""
        self._workspace, self._gestures, self._prompts = workspace, gestures, prompts
        self._backups = backups

    def ask(self, number: int, today: date, what: What, paper: str, *, discreet: bool) -> None:
        """Ask what is to be exported, first of all what is on the screen, and where to."""
        state = self._workspace.state
        wanted = self._prompts.export(state, number, today, what, discreet=discreet)
        if wanted is None:
            return
        name = file_name(wanted, state, number, discreet=discreet)
        file = self._prompts.file_to_write(_tr("Export"), name)
        if file is None:
            return
        told = _tr("Exported into {file}").format(file=file)
        try:
            if wanted.form is Form.CALENDAR:
                told += self._write_calendar(file, wanted, number, today, discreet=discreet)
            else:
                write_whole(file, _content(wanted, state, number, today, paper, discreet=discreet))
        except NotSaved as trouble:
            self._gestures.told.emit(_tr("Nothing was exported. {trouble}").format(trouble=trouble))
        else:
            self._gestures.told.emit(told)

    def _write_calendar(
        self, file: Path, wanted: Export, number: int, today: date, *, discreet: bool
    ) -> str:
        """Write a calendar, and return what there is to say of the next one."""
        from planner.storage.calendar.exported import remembered
        from planner.storage.calendar.exporting import Wanted, export_calendar, keep_in_mind

        workspace, backups = self._workspace, self._backups
        before = remembered(backups.store) if backups else ()
        days = week_days(workspace.state, number) if wanted.what is What.WEEK else None
        wish = Wanted(wanted.chosen, days, discreet, wanted.alarm)
        now = backups.now() if backups else datetime.combine(today, time(), UTC)
        first = next(iter(workspace.records), None)
        made: CalendarExport = export_calendar(
            workspace.state, wish, now, first.id if first else "", before
        )
        write_whole(file, made.content)
        if backups and workspace.device and not workspace.read_only:
            try:
                keep_in_mind(backups.store, workspace.device, before, made, now.date())
            except NotSaved as trouble:
                remark = _tr("The next calendar file may leave old entries standing. {trouble}")
                return f". {remark.format(trouble=trouble)}"
        return ""


def file_name(wanted: Export, state: State, number: int, *, discreet: bool) -> str:
    """Return the name a file is offered by: "loopready-l6-week-4.csv"."""
    level = state.profile.level.value.lower() if state.profile and not discreet else ""
    what = f"week-{number}" if wanted.what is What.WEEK else wanted.what.value
    return f"{'-'.join(filter(None, (slug(discreet=discreet), level, what)))}.{wanted.form.value}"


def _content(
    wanted: Export, state: State, number: int, today: date, paper: str, *, discreet: bool
) -> bytes:
    if wanted.form is Form.PDF:
        return _pdf(wanted, state, number, today, paper, discreet=discreet)
    text = text_of(
        state,
        wanted.what,
        wanted.form,
        number,
        today,
        How(wanted.stories, discreet),
    )
    return text.encode("utf-8", "backslashreplace")


def _pdf(
    wanted: Export, state: State, number: int, today: date, paper: str, *, discreet: bool
) -> bytes:
    from planner.paper.pdf import wished_pdf
    from planner.paper.sizes import Paper
    from planner.paper.wish import Kind, Wish

    wish = Wish(
        kind=Kind(wanted.what.value),
        week=number,
        paper=Paper(paper) if paper else None,
        discreet=discreet,
    )
    return wished_pdf(state, today, wish)
