"""The one thing that changes: the current state, its journal, and the way back."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from planner.core.apply import Entry, apply
from planner.core.checking import checked
from planner.core.commands import Change, Retract
from planner.core.curriculum import Curriculum
from planner.core.folding import fold, retracted
from planner.core.listeners import Listener, Listeners
from planner.core.refusal import Refused
from planner.core.state import State
from planner.core.wording.journal import journal_trouble
from planner.storage.collecting import uncollected
from planner.storage.journal import Journal
from planner.storage.line import Record, SetAside
from planner.storage.memory import Memory
from planner.storage.outbox import Outbox
from planner.storage.steps import Steps
from planner.storage.support.log import log_error
from planner.storage.trouble import NotSaved

if TYPE_CHECKING:  # loaded when a backup is looked at
    from planner.storage.backup.content import Content


class Workspace:
    """Takes commands, keeps them in the journal, and tells its listeners what became of them.

    A listener is called with the old and the new state; with the same one twice when only
    `unsaved` changed.
    """

    def __init__(
        self,
        curriculum: Curriculum,
        journal: Journal | None,
        report: Callable[[Exception], None] = log_error,
        before_write: Callable[[], object] = bool,
        barred: Callable[[], str] = str,
    ) -> None:
        """Read the journal; without one nothing is kept.

        `before_write` is called first of all, `barred` says why nothing may be written by us.
        """
        self._start = self._state = State(curriculum)
        self._journal = Memory() if journal is None else journal
        self._before_write = before_write
        self._barred = barred
        self._outbox = Outbox(self._journal, self._tell_steps)
        self._listeners = Listeners(report)
        self._steps: Steps
        self._unread: tuple[Record, ...] = ()
        with uncollected():
            self._journal.catch_up()
            self._read_only = self._why_read_only()
            self._refold()

    @property
    def state(self) -> State:
        """All that is known now."""
        return self._state

    @property
    def refused(self) -> tuple[tuple[Entry, Refused], ...]:
        """The commands of the journal that no longer apply, and why."""
        return self._refused

    @property
    def set_aside(self) -> tuple[SetAside, ...]:
        """The lines of the journal that could not be read."""
        return self._journal.set_aside

    @property
    def hidden(self) -> str:
        """Which journal cannot be read as a whole at the moment, in one sentence, or nothing."""
        files = (one.file for one in self.set_aside if not one.number)
        return next((f"It cannot be read at the moment: {file}." for file in files), "")

    @property
    def read_only(self) -> str:
        """Why nothing can be written, as found at the start or by `try_again`, or nothing."""
        return self._read_only

    @property
    def not_there(self) -> str:
        """Why copies stand in for the store, in one sentence; see `try_again` and `start_new`."""
        return self._journal.not_there

    @property
    def notices(self) -> tuple[str, ...]:
        """What was noticed and mended while reading and writing, each in one sentence."""
        return self._journal.notices

    @property
    def findings(self) -> str:
        """What was found wrong in the journals, and mended, in some sentences; often nothing."""
        places = [(one.file.name, one.number) for one in self.set_aside]
        trouble = journal_trouble(places, len(self._refused))
        return " ".join(filter(None, (trouble, *self.notices)))

    @property
    def device(self) -> str:
        """The id of this computer in the records, or nothing before it wrote for the first time."""
        return self._journal.device

    @property
    def unsaved(self) -> str:
        """Why the last commands are not on the disk, in one sentence; nothing when they are."""
        return self._outbox.unsaved

    @property
    def records(self) -> tuple[Record, ...]:
        """The commands on the disk, in the order they are folded."""
        return tuple(self._journal.records)

    @property
    def waiting(self) -> tuple[Change | Retract, ...]:
        """The commands that wait for the disk, in order."""
        return self._outbox.waiting

    @property
    def outbox(self) -> Outbox:
        """What waits for the disk, and the way to keep it elsewhere meanwhile."""
        return self._outbox

    @property
    def next_undo(self) -> tuple[Change | Retract, ...] | None:
        """What undo would take back."""
        step = None if self.read_only else self._steps.last_done
        return step.changes if step else None

    @property
    def next_redo(self) -> tuple[Change | Retract, ...] | None:
        """What redo would bring back."""
        undone = None if self.read_only else self._steps.last_undone
        return undone[0].changes if undone else None

    def do(self, *commands: Change) -> bool:
        """Carry out commands as one gesture, and say whether anything changed.

        Where the disk refuses, the work goes on and the commands wait: see `unsaved`.

        Raises:
            Refused: when the rules do not allow one of them; then none is carried out.
            ValueError: when one breaks its bounds or cannot be written; then none is carried out.
            NotSaved: when the store is read-only; then none is carried out.
        """
        self._see_writable()
        new, effective = self._state, []
        for command in map(checked, commands):
            after = apply(new, command)
            if after is not new:
                effective.append(command)
                new = after
        if new == self._state:
            return False
        self._commit(effective, new)
        return True

    def undo(self) -> tuple[Change | Retract, ...] | None:
        """Take the last gesture of this computer back, and return it, or nothing."""
        self._see_writable()
        step = self._steps.last_done
        if step is None:
            return None
        self._commit([Retract(ids=step.ids)], step.before)
        return step.changes

    def redo(self) -> tuple[Change | Retract, ...] | None:
        """Bring the last undone gesture back, and return it, or nothing."""
        self._see_writable()
        undone = self._steps.last_undone
        if undone is None:
            return None
        step, by = undone
        self._commit([Retract(ids=(by,))], step.after)
        return step.changes

    def restore(self, content: "Content") -> bool:
        """Go back to what a backup holds, as one gesture, and say whether that changed anything.

        What the store lacks is put into its folder, but held back until all of it is there; what
        the backup lacks is taken back. Nothing is deleted. Where the store is not there any more, a
        new one is begun for it.

        Raises:
            NotSaved: when that failed; then all is as it was.
        """
        self._unread += self._take_in()
        if self.not_there:
            self.start_new()
        self._make_ready()
        gap = content.against(self._journal.records)
        if not gap.brought and not gap.taken:
            return False
        held = self._held(gap.missing, content, "restored")
        ids = (*held, *(one.name for one in gap.extra))
        self._commit([Retract(ids=ids, purpose="restore")], None)
        return True

    def merge(self, content: "Content") -> bool:
        """Take in what a document holds, as one gesture, and say whether that changed anything.

        What the store has stays as it is. What it lacks is put into its folder under its own ids
        and stamps, but held back until all of it is there.

        Raises:
            NotSaved: when that failed; then all is as it was.
        """
        from planner.storage.document.merging import merge  # noqa: PLC0415 - seldom needed

        self._make_ready()
        gap = merge(content, self._journal.records)
        if gap.changes_nothing:
            return False
        held = (*self._held(gap.missing, content, "imported"), *(one.name for one in gap.held))
        kept_back = [Retract(ids=gap.kept_back, purpose="hold")] if gap.kept_back else []
        if held:
            self._commit([Retract(ids=held, purpose="import"), *kept_back], None)
        return True

    def try_again(self) -> bool:
        """Write the waiting commands in order, and say whether all can be written now."""
        if self._read_only:
            self._unread += self._take_in()
            self._read_only = self._why_read_only()
        self._write_waiting()
        self._listeners.tell(self._state, self._state)
        self._hear_others()
        return not (self.unsaved or self._read_only)

    def refresh(self) -> tuple[Record, ...]:
        """Take in what others wrote, and return it with what was read while we wrote."""
        news = self._take_in()
        told, self._unread = (*self._unread, *news), ()
        return told

    def start_new(self) -> None:
        """Begin an empty store in place of one that is not there any more.

        Raises:
            NotSaved: when another window has the store, or that failed.
        """
        if barred := self._barred():
            raise NotSaved(barred)
        self._journal.start_new()
        self._read_only = self._why_read_only()
        self._show_anew()

    def accept_edits(self) -> tuple[Record, ...]:
        """Take lines of the journals as they were changed by hand, and return them.

        Raises:
            NotSaved: when the store is read-only, or that failed.
        """
        self._see_writable()
        self._before_write()
        accepted = self._journal.accept_edits()
        if accepted:
            self._show_anew()
        return accepted

    def listen(self, callback: Listener) -> None:
        """Call a function after each change, until `forget`."""
        self._listeners.add(callback)

    def forget(self, callback: Listener) -> None:
        """Call a function no more."""
        self._listeners.remove(callback)

    def _why_read_only(self) -> str:
        return self._barred() or self._journal.read_only

    def _see_writable(self) -> None:
        if self.read_only:
            raise NotSaved(self.read_only)

    def _make_ready(self) -> None:
        """Take in what others wrote, and see that lines from elsewhere can be brought in."""
        self._unread += self._take_in()
        trouble = self.read_only or self.unsaved
        if trouble or self.hidden:
            raise NotSaved(trouble or self.hidden)

    def _held(self, records: Sequence[Record], content: "Content", origin: str) -> tuple[str, ...]:
        """Bring records in that do not count, and return what to take back for them to count."""
        if not records:
            return ()
        self._before_write()
        self._journal.reserve(records)
        names = tuple(one.name for one in records)
        entries = self._outbox.append([Retract(ids=names, purpose="hold")])
        if self.unsaved:
            self._listeners.tell(self._state, self._state)
            raise NotSaved(self.unsaved)
        self._journal.bring_in(content.lines_of(records), origin)
        self._take_in()
        return tuple(one.name for one in entries)

    def _commit(self, commands: Sequence[Change | Retract], new: State | None) -> None:
        """Write a gesture and make its outcome current; None means that the fold must tell it."""
        self._before_write()
        before = self._state
        self._write_waiting()
        if self._state is not before:
            new = None
        old, device = self._state, self._journal.device
        entries = self._outbox.append(commands)
        if new is None:
            self._refold()
        else:
            self._state = new
            self._steps.add(entries, old, new)
            if device and device != self._journal.device:  # steps under the old id may be another's
                self._tell_steps()
        self._listeners.tell(old, self._state)
        self._hear_others()

    def _write_waiting(self) -> None:
        if self._outbox.write_waiting():
            self._unread += tuple(self._outbox.news)
            self._outbox.news.clear()
            self._refold()

    def _hear_others(self) -> None:
        if self._journal.has_news:
            self._unread += self._take_in()

    def _take_in(self) -> tuple[Record, ...]:
        news = self._journal.catch_up()
        if news:
            self._show_anew()
        return news

    def _show_anew(self) -> None:
        old = self._state
        self._refold()
        self._listeners.tell(old, self._state)

    def _refold(self) -> None:
        self._state, self._refused = fold(self._start, self._outbox.entries())
        self._tell_steps()

    def _tell_steps(self) -> None:
        self._steps = Steps(self._outbox.gestures(), retracted(self._outbox.entries()))
