"""Two computers that tick while they are apart, with real Syncthing programs in between."""

from pathlib import Path
from random import Random

from reliability.deeds import begin, gesture, mark
from reliability.syncthing import Peer, join
from reliability.tally import Tally
from tests.support.stores import Computer

Key = tuple[str, str]


def tick_apart(root: Path, rounds: int, dice: Random, tally: Tally) -> None:
    """Work on both, join, and compare; from half time on one computer is a copy of the other."""
    left, right = Computer(root / "left", "ada"), Computer(root / "right", "bob")
    begin(left)
    peers = (Peer(root / "home-left", left.store), Peer(root / "home-right", right.store))
    peers[0].meet(peers[1])
    peers[1].meet(peers[0])
    safe: set[Key] = set()
    with peers[0].running(), peers[1].running():
        join(peers)
        for number in range(rounds):
            twins = number >= rounds // 2
            if twins:
                right = _copied(left, right)
            online = dice.random() < 0.3 and not twins
            if not online:
                peers[0].pause(peers[1])
            programs = [one.workspace() for one in (left, right)]
            for _ in range(dice.randint(4, 20)):
                program = dice.choice(programs)
                gesture(program, dice)
                program.refresh()
            safe |= {(one.id, one.sum) for program in programs for one in program.records}
            for one in (left, right):
                one.clock.move(seconds=dice.randint(0, 900))
            if not online:
                peers[0].resume(peers[1])
            join(peers)
            _compare((left, right), safe, "twins" if twins else "apart", tally)
    tally.count("conflict copies of Syncthing", sum("conflict" in one for one in peers[0].files()))
    tally.count("lines through Syncthing", len(safe))


def _copied(left: Computer, right: Computer) -> Computer:
    """Return the right computer with the name of the left one, as a restored machine has it."""
    twin = Computer(right.root, left.name, right.clock)
    state = right.root / f"state-{left.name}"
    state.mkdir(exist_ok=True)
    (state / "device").write_bytes((left.root / f"state-{left.name}" / "device").read_bytes())
    return twin


def _compare(computers: tuple[Computer, Computer], safe: set[Key], how: str, tally: Tally) -> None:
    programs = [one.workspace() for one in computers]
    for program in programs:
        there = {(one.id, one.sum) for one in program.records}
        tally.expect(safe <= there, f"{how}: {len(safe - there)} lines are gone")
        tally.expect(not program.set_aside, f"{how}: whole lines were set aside")
    is_same = mark(programs[0].state) == mark(programs[1].state)
    tally.expect(is_same, f"{how}: the computers show different states")
    tally.count(f"rounds {how}")
