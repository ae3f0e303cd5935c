"""Kills the program at random moments: whatever it had acknowledged is there afterwards.

The program is loaded once, and every round forks a child, or two that share the store as the window
and the command line of one computer do. A child says over a pipe what it was told is safe.
"""

import argparse
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import sleep

from reliability.children import Child, Say, ack, status_of
from reliability.deeds import begin, gesture, mark
from reliability.ledger import Ledger
from reliability.shell import INIT, CommandLine
from reliability.tally import Tally
from tests.support.stores import Computer

ROUNDS = 300
PER_STORE = 40
"""Rounds in one store; then a new one is begun, so that opening it stays cheap."""
SHORT, LONG = 0.15, 0.8
"""Seconds after which a child is killed at the latest."""


def main(arguments: Sequence[str] = ()) -> Tally:
    """Kill the program so many times, and count what of the acknowledged is gone."""
    parser = argparse.ArgumentParser(prog="reliability kill", description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often it is killed")
    parser.add_argument("--seed", type=int, default=1, help="which commands, which moments")
    asked = parser.parse_args(arguments)
    tally, dice = Tally("kill"), Random(asked.seed)
    for first in range(0, asked.rounds, PER_STORE):
        with TemporaryDirectory(prefix="loopready-kill-") as place:
            _one_store(Path(place), min(PER_STORE, asked.rounds - first), dice, tally)
    return tally


def _one_store(root: Path, rounds: int, dice: Random, tally: Tally) -> None:
    computer = Computer(root)
    begin(computer)
    ledger = Ledger(computer.file, computer.workspace, tally)
    line = CommandLine(root / "home").settle()
    tally.expect(status_of(lambda: line.run(*INIT)) == 0, "a plan could not be made")
    line_ledger = Ledger(line.file, line.workspace, tally)
    for number in range(rounds):
        seed = dice.randrange(2**32)
        alone = partial(_work, computer, seed)
        other = partial(_work, computer, seed + 1)
        match number % 4:
            case 0 | 1:
                _round([alone], dice.uniform(0, SHORT), ledger, "window", tally)
            case 2:
                _round([alone, other], dice.uniform(0, SHORT), ledger, "two programs", tally)
            case _:
                works = [partial(line.work, seed)]
                _round(works, dice.uniform(0, LONG), line_ledger, "command line", tally)


def _round(
    works: Sequence[Callable[[Say], None]], delay: float, ledger: Ledger, where: str, tally: Tally
) -> None:
    children = [Child(work) for work in works]
    sleep(delay)
    ended = [child.killed() for child in children]
    tally.expect(all(at_work for _, at_work in ended), f"{where}: a child ended by itself")
    ledger.check([said for said, _ in ended], where)
    tally.count("rounds")
    tally.count("acknowledged", sum(len(said) for said, _ in ended))


def _work(computer: Computer, seed: int, say: Say) -> None:
    dice = Random(seed)
    workspace = computer.workspace()
    while True:
        if gesture(workspace, dice):
            if workspace.unsaved:
                raise RuntimeError(workspace.unsaved)
            say(ack(computer.file, mark(workspace.state)))
