"""The names that programs and people give to a second version of a file."""

from collections.abc import Callable
from pathlib import Path
from random import Random

from reliability.deeds import begin, gesture, mark
from reliability.tally import Tally
from tests.support.stores import Computer

NAMES: tuple[Callable[[str], str], ...] = (
    lambda stem: f"{stem}.sync-conflict-20261201-193000-K3UL4MQ.jsonl",
    lambda stem: f"{stem}.sync-conflict-20261201-193000-K3U.sync-conflict-20261202-080000-A.jsonl",
    lambda stem: f"~syncthing~{stem}.jsonl.tmp",
    lambda stem: f".syncthing.{stem}.jsonl.tmp",
    lambda stem: f"{stem} (LAPTOP's conflicted copy 2026-12-01).jsonl",
    lambda stem: f"{stem} (LAPTOP's conflicted copy 2026-12-01 (1)).jsonl",
    lambda stem: f"{stem} (In Konflikt stehende Kopie von LAPTOP 2026-12-01).jsonl",
    lambda stem: f"{stem} (Copie en conflit de LAPTOP 2026-12-01).jsonl",
    lambda stem: f"{stem} (コンフリクト LAPTOP 2026-12-01).jsonl",
    lambda stem: f"{stem} (conflicted copy 2026-12-01 193000).jsonl",
    lambda stem: f"{stem}_conflict-20261201-193000.jsonl",
    lambda stem: f"{stem} 2.jsonl",
    lambda stem: f"{stem}-LAPTOP.jsonl",
    lambda stem: f"{stem} (1).jsonl",
    lambda stem: f"{stem} - Copy.jsonl",
    lambda stem: f"Kopie von {stem}.jsonl",
    lambda stem: f"{stem}.jsonl.bak",
    lambda stem: f"{stem}.jsonl~",
    lambda stem: f"{stem}.json",
    lambda _: "journal",
    lambda _: "x" * 200,
)


def read_all_names(root: Path, dice: Random, rounds: int, tally: Tally) -> None:
    """Write apart on one computer that was copied, and join the two files under every name."""
    for number in range(rounds * len(NAMES)):
        place = root / str(number)
        name = NAMES[number % len(NAMES)]
        left, right = Computer(place / "left"), Computer(place / "right")
        begin(left)
        right.store.mkdir(parents=True)
        right.file.write_bytes(left.file.read_bytes())
        (place / "right" / "state-ada").mkdir()
        (place / "right" / "state-ada" / "device").write_text("ada")
        wanted = {key for one in (left, right) for key in _work_apart(one, dice)}
        (left.store / name(left.file.stem)).write_bytes(right.file.read_bytes())
        (right.store / name(right.file.stem)).write_bytes(left.file.read_bytes())
        shown = set()
        for one in (left, right):
            workspace = one.workspace()
            there = [(record.id, record.sum) for record in workspace.records]
            shown.add(mark(workspace.state))
            where = f"a copy called {name('journal-ada')}"
            tally.expect(wanted <= set(there), f"{where}: lines are gone")
            tally.expect(len(set(there)) == len(there), f"{where}: lines are doubled")
            tally.expect(not workspace.set_aside, f"{where}: whole lines are set aside")
        tally.expect(len(shown) == 1, f"a copy called {name('journal-ada')}: two states")
        tally.count("conflict copies", 2)


def _work_apart(computer: Computer, dice: Random) -> set[tuple[str, str]]:
    workspace = computer.workspace()
    for _ in range(dice.randint(1, 6)):
        gesture(workspace, dice)
        computer.clock.move(seconds=dice.randint(-5, 90))
    return {(record.id, record.sum) for record in workspace.records}
