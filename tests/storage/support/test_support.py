"""What helps to mend the program is kept, stays small, and holds no word of the user's."""

import io
import json
import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from planner.core.commands import AddEvidence, Tick
from planner.storage.support.crash import Crash
from planner.storage.support.diagnosis import ABOUT, diagnosis, shape
from planner.storage.support.log import Log, log_error, where
from planner.storage.support.support import Support
from planner.workspace import Workspace
from tests.support import study
from tests.support.faults import failing
from tests.support.stores import Computer

WORDS = "my own words"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Log]:
    made = Log(tmp_path / "log")
    made.open()
    yield made
    made.close()


def test_the_log_takes_what_the_program_and_qt_say(log: Log) -> None:
    logging.getLogger("planner.ui").error("here")
    logging.getLogger("qt.default").warning("there")
    logging.getLogger("other").error("elsewhere")
    text = log.file.read_text("utf-8")
    assert "ERROR planner.ui here" in text
    assert "WARNING qt.default there" in text
    assert "elsewhere" not in text


def test_the_words_of_an_error_are_kept_out_of_the_log(log: Log) -> None:
    try:
        int("how I failed at Foo, Inc.")
    except ValueError as error:
        log_error(error)
    text = log.file.read_text("utf-8")
    assert "ValueError < test_support.py:" in text
    assert "Foo" not in text


def test_the_log_stays_small(log: Log) -> None:
    for _ in range(400):
        logging.getLogger("planner.ui").error("x" * 4000)
    assert len(log.files()) == 3
    assert sum(one.stat().st_size for one in log.files()) < 1_000_000


def test_a_log_that_cannot_be_written_troubles_nobody(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a file")
    log = Log(tmp_path / "log")
    log.open()
    logging.getLogger("planner.ui").error("lost")
    log.close()
    assert log.files() == []
    logging.getLogger("planner.ui").error("after")


def test_where_something_went_wrong_is_said_without_its_words() -> None:
    with pytest.raises(ValueError, match=WORDS) as caught:
        int(WORDS)
    told = where(caught.type, caught.tb)
    assert told.startswith("ValueError < test_support.py:")
    assert WORDS not in told


CRASHES = """
import faulthandler, sys
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from planner.storage.support.crash import Crash
crash = Crash(Path(sys.argv[1]))
print(crash.begin())
if sys.argv[3] == "crash":
    faulthandler._sigabrt()
crash.end()
"""


def run(folder: Path, how: str) -> subprocess.CompletedProcess[str]:
    root = str(Path(__file__).resolve().parents[3])
    words = [sys.executable, "-c", CRASHES, str(folder), root, how]
    return subprocess.run(words, capture_output=True, text=True, check=False)


def test_a_crash_is_told_at_the_next_start_and_once(tmp_path: Path) -> None:
    assert run(tmp_path, "well").stdout == "False\n"
    assert list(tmp_path.iterdir()) == []
    assert run(tmp_path, "crash").returncode < 0
    assert run(tmp_path, "well").stdout == "True\n"
    assert "Fatal Python error: Aborted" in Crash(tmp_path).last.read_text("utf-8")
    assert run(tmp_path, "well").stdout == "False\n"


def test_a_folder_that_takes_no_file_is_no_trouble(tmp_path: Path) -> None:
    crash = Crash(tmp_path / "log")
    with failing("mkdir", 28):
        assert not crash.begin()
    crash.end()


def test_what_crashed_is_said_in_the_window(tmp_path: Path) -> None:
    told: list[str] = []
    support = Support(Log(tmp_path / "log"), Crash(tmp_path / "log"))
    support.begin(told.append, crashed=False)
    assert told == []
    logging.getLogger("planner.ui").error("a line")
    assert "a line" in (tmp_path / "log" / "loopready.log").read_text("utf-8")
    support.begin(told.append, crashed=True)
    assert "loopready diagnose" in told[0]
    support.crash.begin()
    support.end()
    assert [one.name for one in (tmp_path / "log").iterdir()] == ["loopready.log"]


def test_a_report_holds_the_shape_of_the_store_and_no_text(
    tmp_path: Path, computer: Computer, log: Log
) -> None:
    workspace = Workspace(study.CURRICULUM, computer.journal())
    workspace.do(Tick(target=study.SKILL, on=study.TODAY))
    workspace.do(AddEvidence(item=study.SKILL, text=WORDS))
    with next(computer.store.glob("*.jsonl")).open("ab") as journal:
        journal.write(f"{WORDS}\n".encode())
    (computer.store / "notes.txt").write_text(WORDS)
    logging.getLogger("planner.ui").error("a line")
    packed = diagnosis(computer.store, log, Crash(tmp_path), "Loopready 1.2.3")
    with ZipFile(io.BytesIO(packed)) as archive:
        found = {one: archive.read(one).decode() for one in archive.namelist()}
    assert WORDS not in " ".join(found.values())
    assert found["README.txt"] == ABOUT
    assert found["versions.txt"] == "Loopready 1.2.3\n"
    assert "a line" in found["log/loopready.log"]
    (journal_shape,) = json.loads(found["store.json"])["journals"]
    assert journal_shape["kinds"] == {
        "accept-plan": 1,
        "add-evidence": 1,
        "change-profile": 1,
        "set aside: not-json": 1,
        "tick": 1,
    }


def test_a_store_that_is_not_there_has_a_shape_too(tmp_path: Path) -> None:
    assert shape(tmp_path / "nowhere") == {"unreadable": "FileNotFoundError"}
