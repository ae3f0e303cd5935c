"""A change of the curriculum is told once, and what cannot be remembered stops nothing."""

import errno
from pathlib import Path

from planner.core.curriculum import Curriculum
from planner.core.curriculum_news import ids
from planner.core.state import State
from planner.storage.curriculum_seen import tell_news
from tests.support.faults import failing
from tests.support.study import CURRICULUM, item

LATER = CURRICULUM.evolve(items=(*CURRICULUM.items, item("more")))
TOLD = "The curriculum changed: 1 new, 0 renamed, 0 ticks lost."


def told(file: Path, curriculum: Curriculum = CURRICULUM) -> list[str]:
    said: list[str] = []
    tell_news(file, State(curriculum), (), said.append)
    return said


def test_a_first_start_tells_nothing_and_remembers(tmp_path: Path) -> None:
    file = tmp_path / "curriculum"
    assert told(file) == told(file) == []
    assert set(file.read_text(encoding="ascii").split()) == ids(CURRICULUM)


def test_a_change_is_told_once(tmp_path: Path) -> None:
    file = tmp_path / "curriculum"
    told(file)
    assert told(file, LATER) == [TOLD]
    assert told(file, LATER) == []


def test_an_unchanged_curriculum_writes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "curriculum"
    told(file)
    before = file.stat()
    assert told(file) == []
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_what_cannot_be_kept_is_told_again(tmp_path: Path) -> None:
    file = tmp_path / "curriculum"
    told(file)
    for _ in range(2):
        with failing("write", errno.ENOSPC):
            assert told(file, LATER) == [TOLD]


def test_a_damaged_memory_tells_nothing(tmp_path: Path) -> None:
    file = tmp_path / "curriculum"
    file.write_bytes(b"\xff\x00")
    assert told(file) == []
    assert told(file, LATER) == [TOLD]


def test_the_state_folder_is_not_made_for_it(tmp_path: Path) -> None:
    assert told(tmp_path / "none" / "curriculum") == []
    assert list(tmp_path.iterdir()) == []
