"""What is left out so that the rest fits: by priority, and never at the price of coverage."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from planner.core.curriculum import Item
from planner.core.planning.cover import Choice, Cover
from planner.core.planning.kept import Kept
from planner.core.planning.rooms import Space
from planner.core.planning.work import LEAST, Work
from planner.core.values import Level, Priority, Subject


@dataclass(frozen=True, slots=True)
class Trimmed:
    """Studies and mocks that stay, in the guide's order, and the minutes each of them keeps.

    `sole` are the ids of what alone covers a criterion, a failure point or a round, `last` of what
    is begun last in its lane, so that it reaches into the mock block. `spare` minutes before that
    block are free for mocks. `has_other` says that a choice for a small room that rehearses less is
    worth as much or a little more.
    """

    studies: Sequence[Work]
    mocks: Sequence[Work]
    sizes: Mapping[str, int]
    sole: frozenset[str]
    last: AbstractSet[str]
    spare: int
    has_other: bool


class Trimmer:
    """Says what stays of some work when there is so much space for all of it (rule 9).

    Optional work goes first, then important one, each time the one that covers least per hour; the
    last that goes is shortened instead where that uses the space better. Where even that is not
    enough, everything is shortened, the less important first, down to the effort of a strong
    candidate. Never one that something kept requires, and never the last of a criterion, a failure
    point or a round. Where not even shortened work fits, `Cover` chooses anew from all of it.
    At last single items are exchanged where that keeps more of what matters.
    `done` items cover as well; what is `due` for a round is studied in one go. Of choices for a
    small room that are worth nearly the same it takes the one that is most `rehearsed`, else the
    best.
    """

    def __init__(
        self,
        works: Sequence[Work],
        space: Space,
        level: Level,
        done: Iterable[Item] = (),
        due: AbstractSet[str] = frozenset(),
        *,
        rehearsed: bool = True,
    ) -> None:
        """Take the work, and decide nothing yet."""
        self._space = space
        self._level = level
        self._done = tuple(done)
        self._due = due
        self._whole = self._board_of(works)
        self._cover: Cover | None = None
        self._rehearsed = rehearsed
        self._has_other = False

    def trimmed(self, without: AbstractSet[str] = frozenset()) -> Trimmed:
        """Return what stays, `without` some of the work and what requires that."""
        board = None if self._cover else self._dropped(without)
        if board is None:
            board = self._chosen(without)
        if not board.fits():
            self._shorten(board)
        kept = sorted(board.kept.values(), key=lambda work: work.order)
        return Trimmed(
            studies=[work for work in kept if not work.is_mock],
            mocks=[work for work in kept if work.is_mock],
            sizes={work.id: board.sizes[work.id] for work in kept},
            sole=board.sole(),
            last=board.reaching,
            spare=board.spare,
            has_other=self._has_other,
        )

    def _dropped(self, without: AbstractSet[str]) -> Kept | None:
        """Return what stays once the less important has gone, if that fits when it is short."""
        board = self._board(without)
        if not board.can_hold_core():
            return None
        for rank in (Priority.OPTIONAL.rank, Priority.IMPORTANT.rank):
            last = board.drop(rank)
            if last is not None:
                board.keep_shortened(last)
        if not board.fits():
            board.reach_into_block()
            if not board.can_fit():
                return None
        board.exchange()
        return board

    def _shorten(self, board: Kept) -> None:
        """Shorten what is kept until it fits, the next steps last where they can become brief."""
        steps = [one for one in board.kept.values() if one.lane is Subject.ORIENTATION]
        others = [one for one in board.kept.values() if one.lane is not Subject.ORIENTATION]
        for priority in reversed(Priority):
            board.shorten([one for one in others if one.rank == priority.rank])
        board.shorten(steps)
        board.lengthen()

    def _chosen(self, without: AbstractSet[str]) -> Kept:
        """Return what is chosen anew for a small room."""
        if self._cover is None:
            self._cover = self._cover_of()
            choice = self._choice(self._cover, without)
            if choice.uncovered or self._steps_crowd_out():
                choice = self._with_brief_steps(choice, without)
        else:
            choice = self._choice(self._cover, without)
        board = self._board(without)
        board.keep(choice.chosen)
        if not choice.is_best:
            board.exchange()
        return board

    def _choice(self, cover: Cover, without: AbstractSet[str]) -> Choice:
        choice = cover.choice(without, rehearsed=self._rehearsed)
        self._has_other = self._has_other or choice.has_other
        return choice

    def _with_brief_steps(self, choice: Choice, without: AbstractSet[str]) -> Choice:
        """Return a better choice than one, if there is one when the next steps become brief.

        A little of each is better than all of some and nothing of what they lead to.
        """
        before = self._whole, self._cover
        self._whole = self._board_of([*map(_brief, self._whole.works)])
        self._cover = self._cover_of()
        other = self._choice(self._cover, without)
        if other.worth > choice.worth:
            return other
        self._whole, self._cover = before
        return choice

    def _steps_crowd_out(self) -> bool:
        """Say whether the next steps take more than half of the room before the mock block."""
        steps = [one.minutes for one in self._whole.works if one.lane is Subject.ORIENTATION]
        return 2 * sum(steps) > self._space.early

    def _cover_of(self) -> Cover:
        whole = self._whole
        return Cover(whole.works, *whole.bits, self._space, whole.early_of)

    def _board(self, without: AbstractSet[str]) -> Kept:
        if not without:
            return self._whole.copy()
        return self._board_of(that_can_follow(self._whole.works, without))

    def _board_of(self, works: Sequence[Work]) -> Kept:
        return Kept(works, self._space, self._level, self._done, self._due)


def _brief(work: Work) -> Work:
    """Return work that may be as short as any part, where it is one of the next steps."""
    least = min(work.minutes, LEAST)
    return replace(work, least=least) if work.lane is Subject.ORIENTATION else work


def that_can_follow(works: Sequence[Work], without: AbstractSet[str]) -> Sequence[Work]:
    """Return the work `without` some, and without what requires that, also through others."""
    gone = set(without)
    found = len(gone)
    while found:
        before = len(gone)
        gone.update(work.id for work in works if gone.intersection(work.item.requires))
        found = len(gone) - before
    return [work for work in works if work.id not in gone]
