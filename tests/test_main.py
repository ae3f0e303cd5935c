"""The program as a user starts it: a process of its own, its words, and how it ends."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from planner import __version__
from planner.__main__ import main
from planner.program import _today
from planner.storage.line import VERSION
from planner.storage.paths import preferences_file
from planner.ui.selftest import Bench, self_test
from planner.ui.startup import missing_library
from planner.workspace import Workspace
from tests.support.study import CURRICULUM

ROOT = Path(__file__).resolve().parents[1]
CANDIDATE = ("--level", "L6", "--start", "2026-11-30", "--loop", "2027-02-08", "--hours", "10")
NO_DISPLAY = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
OFF_SCREEN = {"QT_QPA_PLATFORM": "offscreen"}
WITHOUT_QT = """
import json, sys
from planner.__main__ import main
for words in json.loads(sys.argv[1]):
    status = main(words)
    loaded = [name for name in sys.modules if name.startswith(("PySide6", "shiboken6"))]
    if status or loaded:
        sys.exit(f"{words} ended with {status} and loaded {sorted(loaded)}")
"""
WINDOW = """
import builtins, gc, sys
from enum import Enum, Flag, IntEnum, IntFlag
from planner.__main__ import main
from planner.ui.lean import LATE
from planner.workspace import Workspace

LATER = ("pydantic", "filelock", "dataclasses", "html", "inspect", "logging", "email",
    "importlib.metadata", "platform", "platformdirs", "argparse", "string",
    "PySide6.QtNetwork", "planner.paper")
LATER += ("planner.core.planning", "planner.core.screens.weekly_review")
LATER += ("planner.cli.commands", "planner.cli.asked.grammar")
LATER += ("planner.ui.wizard", "planner.ui.free_time", "planner.ui.mock")
LATER += tuple("planner.ui.pages." + one for one in ("plan", "checklist", "readiness", "stories"))
LATER += ("planner.ui.pages.practice", "planner.ui.pages.guide")
UNNAMED = {"QStyle", "QIcon", "QMessageBox", "QGradient", "QImage", "QLibraryInfo"}
opened = Workspace.__init__

def opening(self, *parts, **more):
    opened(self, *parts, **more)
    sys.modules["planner.ui.window"].Window.welcome = welcome

def welcome(window):
    plain = builtins.__import__ is builtins.__orig_import__
    kinds = (kind.__subclasses__() for kind in (Enum, Flag, IntEnum, IntFlag))
    made = {one.__qualname__.partition(".")[0] for some in kinds for one in some}
    print([one for one in LATER if one in sys.modules], gc.isenabled(), plain)
    print([one for one in LATE if "__getattr__" not in vars(sys.modules[one])])
    print(sorted(made.intersection(UNNAMED)))
    look()

def look():
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    if "pydantic" in sys.modules:
        print("ready", gc.isenabled(), gc.get_freeze_count() > 0)
        QApplication.quit()
    else:
        QTimer.singleShot(20, look)

Workspace.__init__ = opening
sys.exit(main(sys.argv[1:]))
"""


def start(
    *words: str, environment: Mapping[str, str] | None = None, out: int = subprocess.PIPE
) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, *words],
        cwd=ROOT,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **(environment or {})},
        stdout=out,
        stderr=subprocess.PIPE,
    )


def finished(process: "subprocess.Popen[bytes]") -> tuple[int, bytes, str]:
    """Exit status, output and errors of a process, once it has ended."""
    with process:
        out, err = process.communicate(timeout=60)
    return process.returncode, out or b"", err.decode()


def run(*words: str, environment: Mapping[str, str] | None = None) -> tuple[int, str, str]:
    """Exit status, output and errors of `python -m planner` in a fresh process."""
    status, out, err = finished(start("-m", "planner", *words, environment=environment))
    return status, out.decode(), err


def test_the_whole_way_from_a_level_to_a_ticked_week(tmp_path: Path) -> None:
    common = ("--store", str(tmp_path / "store"), "--today", "2026-12-01")
    assert run("init", *CANDIDATE, *common)[0] == 0
    assert run("done", "W1-01=50", *common)[0] == 0
    status, out, err = run("week", "--format", "json", *common)
    assert (status, err) == (0, "")
    first = json.loads(out)["sessions"][0]
    assert (first["code"], first["done"], first["actual_minutes"]) == ("W1-01", True, 50)
    assert run("undo", *common)[0] == 0
    assert not json.loads(run("week", "--format", "json", *common)[1])["sessions"][0]["done"]
    assert run("check", *common)[0] == 0


def test_a_start_loads_nothing_that_its_window_does_not_need_and_gets_ready_afterwards(
    tmp_path: Path,
) -> None:
    common = ("--store", str(tmp_path / "store"), "--today", "2026-12-01")
    assert run("init", *CANDIDATE, *common)[0] == 0
    for _start in range(2):  # the first one leaves preferences behind
        status, out, err = finished(start("-c", WINDOW, *common, environment=OFF_SCREEN))
        assert (status, err) == (0, "")
        assert out.decode().splitlines() == ["[] False True", "[]", "[]", "ready True True"]


def test_the_store_has_a_place_of_its_own(home: Path) -> None:
    assert run("init", *CANDIDATE, "--today", "2026-12-01")[0] == 0
    assert run("week", "--today", "2026-12-01")[0] == 0
    journals = list(home.rglob("journal-*.jsonl"))
    assert [one.stat().st_mode & 0o777 for one in journals] == [0o600]


def test_no_command_loads_qt(tmp_path: Path) -> None:
    common = ("--store", str(tmp_path), "--today", "2026-12-01")
    commands = [
        *(["--version"], [*common], ["plan", *CANDIDATE, *common], ["init", *CANDIDATE, *common]),
        *(["done", "W1-01", *common], ["undo", *common], ["check", *common], [*common]),
        *(
            [name, "--format", form, *common]
            for name in ("week", "status", "checklist", "export")
            for form in ("text", "json", "markdown")
        ),
    ]
    status, _, err = finished(start("-c", WITHOUT_QT, json.dumps(commands), environment=NO_DISPLAY))
    assert (status, err) == (0, "")


def test_the_watch_sees_qt(tmp_path: Path) -> None:
    file = str(tmp_path / "plan.pdf")
    commands = [["plan", *CANDIDATE, "--today", "2026-12-01", "--output", file]]
    assert "PySide6.QtGui" in finished(start("-c", WITHOUT_QT, json.dumps(commands)))[2]


def test_a_pdf_may_go_into_a_pipe() -> None:
    words = ("plan", *CANDIDATE, "--today", "2026-12-01", "--format", "pdf")
    status, out, err = finished(start("-m", "planner", *words))
    assert (status, err) == (0, "")
    assert out.startswith(b"%PDF-")
    assert out.rstrip().endswith(b"%%EOF")


def test_output_is_utf_8_in_any_locale(tmp_path: Path) -> None:
    words = ("plan", *CANDIDATE, "--today", "2026-12-01")
    plain = run(*words)[1]
    bare = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert "·" in plain
    assert run(*words, environment=bare)[1] == plain
    deep = tmp_path / "Łódź"
    status, _, err = run("week", "--store", str(deep), environment=bare)
    assert status == 2
    assert len(err.splitlines()) == 1


def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    process = start("-m", "planner", "plan", *CANDIDATE, "--today", "2026-12-01")
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(60) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_one_line() -> None:
    full = os.open("/dev/full", os.O_WRONLY)
    words = ("-m", "planner", "plan", *CANDIDATE, "--today", "2026-12-01")
    status, _, err = finished(start(*words, out=full))
    os.close(full)
    assert status == 1
    assert err.splitlines() == [
        "loopready: The output could not be written: No space left on device."
    ]


@pytest.mark.skipif(os.name != "posix", reason="closes a stream as a shell does")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_closed_streams_do_no_harm(closed: str, tmp_path: Path) -> None:
    shell = shutil.which("sh")
    assert shell
    words = f"-m planner init {' '.join(CANDIDATE)} --today 2026-12-01 --store {tmp_path}"
    subprocess.run([shell, "-c", f"{sys.executable} {words} {closed}"], cwd=ROOT, check=False)
    assert main(["check", "--store", str(tmp_path)]) == 0
    assert main(["week", "--store", str(tmp_path), "--today", "2026-12-01"]) == 0


def test_a_traceback_is_never_shown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for words in (("plan", "--level"), ("nonsense",), ("week", "--store", "\udcff")):
        status, out, err = run(*words)
        assert (status, out) == (2, "")
        assert len(err.splitlines()) == 1
        assert "Traceback" not in err


def test_without_a_display_it_prints_and_ends_well(tmp_path: Path) -> None:
    status, out, err = run("--store", str(tmp_path / "none"), environment=NO_DISPLAY)
    assert (status, err) == (0, "")
    assert "There is no display" in out
    assert "EXAMPLE" in out
    assert "loopready init" in out


def test_a_display_that_does_not_answer_is_one_sentence(tmp_path: Path) -> None:
    words = ("--store", str(tmp_path), "--today", "2026-12-01")
    status, out, err = run(*words, environment={**NO_DISPLAY, "QT_QPA_PLATFORM": "nowhere"})
    assert (status, out) == (1, "")
    assert err.splitlines()[-1].startswith("loopready: The window cannot open: ")
    assert "nowhere" in err


def test_the_self_test_passes_off_the_screen(tmp_path: Path) -> None:
    place = {**NO_DISPLAY, "TMPDIR": str(tmp_path)}
    status, out, err = run("--self-test", environment=place)
    assert (status, err) == (0, "")
    steps = ("files", "resources", "bindings", "plan", "store", "calendar", "window", "pdf")
    assert [line.split(":")[0] for line in out.splitlines()] == [f"ok      {one}" for one in steps]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="looks into the process")
def test_the_demo_opens_a_window_and_leaves_nothing(tmp_path: Path, home: Path) -> None:
    place = {"QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(tmp_path)}
    process = start("-m", "planner", "--demo", "--today", "2026-12-05", environment=place)
    while not catches(process.pid, signal.SIGTERM):
        assert process.poll() is None
        time.sleep(0.05)
    assert len(list(tmp_path.glob("loopready-demo-*/store/journal-*.jsonl"))) == 1
    process.send_signal(signal.SIGTERM)
    assert finished(process)[0] == 0
    assert list(tmp_path.iterdir()) == []
    assert not preferences_file().exists()
    assert not list(home.rglob("*.jsonl"))


def catches(process: int, number: int) -> bool:
    """Whether a process has a handler for a signal, as a window that runs has one."""
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    caught = next(line for line in status.splitlines() if line.startswith("SigCgt:"))
    return bool(int(caught.split()[1], 16) >> (number - 1) & 1)


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    first, made_of = capsys.readouterr().out.splitlines()
    assert first == f"loopready {__version__}"
    for part in ("Qt 6.", "PySide6 6.", "Python 3.", f"store format {VERSION}"):
        assert part in made_of


@pytest.mark.parametrize("words", [["--help"], ["plan", "--help"], ["done", "-h"]])
def test_help_is_printed(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 0
    captured = capsys.readouterr()
    assert captured.out.startswith("usage: loopready")
    assert captured.err == ""


def test_a_library_that_the_window_lacks_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str) -> None:
        raise OSError("libxcb-cursor.so.0: cannot open shared object file")

    monkeypatch.setattr("ctypes.CDLL", refuse)
    assert missing_library() == "the library libxcb-cursor.so.0 is missing"


def test_a_plug_in_that_is_not_there_is_no_missing_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "nowhere")
    assert missing_library() == ""


def test_the_self_test_names_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planner.ui.selftest.resource", tmp_path.joinpath)
    said: list[str] = []
    bench = Bench(tmp_path, date(2026, 12, 1), lambda: "id", lambda: Workspace(CURRICULUM, None))
    assert self_test(bench, said.append) == 1
    _, line = said
    assert line.startswith("FAILED  resources: CurriculumError: The curriculum file ")


def test_the_self_test_of_a_built_program_looks_for_each_of_its_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "resources").mkdir()
    (tmp_path / "contents.txt").write_text("resources\nlib/one.so\nlib/two.so\n")
    monkeypatch.setattr("planner.ui.selftest.resource", (tmp_path / "resources").joinpath)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    said: list[str] = []
    bench = Bench(tmp_path, date(2026, 12, 1), lambda: "id", lambda: Workspace(CURRICULUM, None))
    assert self_test(bench, said.append) == 1
    assert said == ["FAILED  files: Wrong: 2 files are missing, lib/one.so among them\n"]


@pytest.mark.skipif(sys.platform == "win32", reason="sets the zone as systems with tzset do")
def test_the_day_follows_the_time_zone_while_the_program_runs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    days = []
    with monkeypatch.context() as patch:
        for zone in ("XXX-14", "XXX+12"):  # more than a day apart, at any hour
            patch.setenv("TZ", zone)
            days.append(_today())
    time.tzset()
    assert (days[0] - days[1]).days in {1, 2}
