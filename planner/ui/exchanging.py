"""Writes everything into a document, and takes one in with a backup before it.

A file that is let go on the window comes in as if it were asked for.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QMainWindow

from planner.core.language import translate
from planner.ui.day import Day
from planner.ui.gestures import Gestures
from planner.ui.prompts import Prompts
from planner.workspace import Workspace

_tr = partial(translate, "Exchanging")

if TYPE_CHECKING:  # loaded when a document is written or read
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from planner.core.closed_book import ClosedBook
    from planner.storage.backup.keeping import Backups
    from planner.storage.document.reading import Everything

NAME = "loopready.json"
PACK_NAME = "curriculum-pack.json"


class DropTarget(QMainWindow):
    """A window on which files can be let go, wherever on it; `dropped` carries their paths."""

    dropped = Signal(tuple)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        """Take files, whatever they are: why one cannot be used is said when it is let go."""
        copy = Qt.DropAction.CopyAction  # else the other program may take its own away
        if event.mimeData().hasUrls() and event.possibleActions() & copy:
            event.setDropAction(copy)
            event.accept()

    def dropEvent(self, event: "QDropEvent") -> None:
        """Say what was let go, once the program it comes from need not wait any more."""
        from pathlib import Path

        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        files = tuple(Path(one.toLocalFile()) for one in event.mimeData().urls())
        QTimer.singleShot(0, self, partial(self.dropped.emit, files))


class Exchanging:
    """What the actions to export and to import everything, or a pack, stand for."""

    def __init__(
        self,
        workspace: Workspace,
        gestures: Gestures,
        prompts: Prompts,
        day: Day,
        backups: "Callable[[], Backups] | None",
        closed_book: "Callable[[], ClosedBook]",
        new_id: "Callable[[], str]",
    ) -> None:
        """Remember the parts; where there are no backups nothing is kept."""
        self._closed_book, self._new_id = closed_book, new_id
        self._workspace = workspace
        self._gestures = gestures
        self._prompts = prompts
        self._day = day
        self._backups = backups

    @property
    def actions(self) -> "Mapping[str, Callable[[], None]]":
        """What it does, by the ids of the table of actions."""
        return {
            "export-everything": self.write,
            "import": self.take_in,
            "use-pack": self.use_pack,
            "export-pack": self.write_pack,
        }

    def write(self) -> None:
        """Ask for a file, and write everything into it."""
        from planner.storage.document.writing import everything
        from planner.storage.files import write_whole
        from planner.storage.trouble import DocumentError, NotSaved

        if self._backups is None:
            self._gestures.told.emit(_tr("Nothing is kept here, so there is nothing to export."))
            return
        if hidden := self._workspace.hidden:
            self._gestures.told.emit(_tr("Nothing was exported. {trouble}").format(trouble=hidden))
            return
        file = self._prompts.file_to_write(_tr("Export everything"), NAME)
        if file is None:
            return
        state, today = self._workspace.state, self._day.today
        try:
            write_whole(file, everything(self._workspace.records, state, today))
        except (DocumentError, NotSaved) as trouble:
            self._gestures.told.emit(_tr("Nothing was exported. {trouble}").format(trouble=trouble))
        else:
            self._gestures.told.emit(_tr("Exported everything into {file}").format(file=file))

    def take_in(self) -> None:
        """Ask for a file, show what it would change, and take it in; that is one gesture."""
        backups = self._kept()
        file = self._prompts.file_to_read() if backups else None
        if backups and file is not None:
            self._take(file, backups)

    def take_dropped(self, files: "tuple[Path, ...]") -> None:
        """Take a file in that was let go on the window, or say why not."""
        if self._workspace.read_only:
            self._gestures.told.emit(self._workspace.read_only)
        elif len(files) != 1 or not files[0].is_file():
            self._gestures.told.emit(_tr("One file of this computer at a time can be imported."))
        elif backups := self._kept():
            self._take(files[0], backups)

    def _kept(self) -> "Callable[[], Backups] | None":
        """Return who makes a backup first; without one nothing comes in, which is told."""
        if self._backups is None:
            self._gestures.told.emit(_tr("Nothing is kept here, so nothing can be imported."))
        return self._backups

    def _take(self, file: "Path", backups: "Callable[[], Backups]") -> None:
        from planner.storage.document.lists import is_list
        from planner.storage.trouble import DocumentError, NotSaved

        if is_list(file):
            self._take_list(file)
            return
        try:
            self._take_in(file, backups())
        except DocumentError as error:
            self._gestures.told.emit(str(error))
        except NotSaved as trouble:
            self._gestures.told.emit(_tr("Nothing was imported. {trouble}").format(trouble=trouble))

    def use_pack(self) -> None:
        """Ask for a curriculum pack, check it, and use it from the next start on."""
        from planner.storage.curriculum import CurriculumError
        from planner.storage.pack import name_of, use_pack
        from planner.storage.trouble import NotSaved

        if self._backups is None:
            self._gestures.told.emit(_tr("Nothing is kept here, so no pack can be used."))
            return
        file = self._prompts.file_to_read()
        if file is None:
            return
        try:
            use_pack(self._backups().store, file)
        except (CurriculumError, NotSaved) as trouble:
            self._gestures.told.emit(str(trouble))
        else:
            told = _tr("“{name}” is used from the next start on. Ticks of other items stay.")
            self._gestures.told.emit(told.format(name=name_of(file)))

    def write_pack(self) -> None:
        """Ask for a file, and write the curriculum that is used into it as a pack."""
        from planner.storage.files import write_whole
        from planner.storage.pack import packed
        from planner.storage.trouble import NotSaved

        curriculum = self._workspace.state.curriculum
        file = self._prompts.file_to_write(_tr("Export the curriculum"), PACK_NAME)
        if file is None:
            return
        try:
            write_whole(file, packed(curriculum, curriculum.guide.title, self._closed_book()))
        except NotSaved as trouble:
            self._gestures.told.emit(_tr("Nothing was exported. {trouble}").format(trouble=trouble))
        else:
            self._gestures.told.emit(_tr("Exported the curriculum into {file}").format(file=file))

    def _take_list(self, file: "Path") -> None:
        from planner.core.listed import UnfitListError, brought
        from planner.storage.document.lists import read_list
        from planner.storage.trouble import DocumentError

        try:
            found = read_list(file)
            brings = brought(
                self._workspace.state,
                found.lines,
                self._new_id,
                self._day.today,
                guessed=found.guessed,
                unused=found.unused,
            )
        except (DocumentError, UnfitListError) as error:
            self._gestures.told.emit(str(error))
            return
        source = _tr("From {file}").format(file=file)
        possible = bool(brings.commands)
        if self._prompts.takes_list(source, brings.told, possible=possible) and possible:
            self._gestures.do(brings.commands)

    def _take_in(self, file: "Path", backups: "Backups") -> None:
        from planner.core.wording.importing import taking_text
        from planner.storage.backup.keeping import Kind
        from planner.storage.document.merging import taking
        from planner.storage.document.reading import read_document

        found = read_document(file)
        looked = taking(found.content, self._workspace.state, self._workspace.records)
        if not looked.new:
            self._gestures.told.emit(taking_text(looked))
        elif self._prompts.takes_in(_source(file, found), looked):
            backups.take(Kind.BEFORE_IMPORT)
            if self._workspace.merge(found.content):
                self._gestures.tell_last()


def _source(file: "Path", found: "Everything") -> str:
    from planner.ui.kit.words.dates import long_day

    told = _tr("From {file}, written on {day} by Loopready {version}")
    day, version = long_day(found.header.written), found.header.program
    return told.format(file=file, day=day, version=version)
