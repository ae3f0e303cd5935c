"""Qt's libraries are there before Qt is asked for, and Qt does not mind who brought them."""

import subprocess
import sys
from pathlib import Path

import pytest

from planner.early.libraries import MODULES, PLATFORMS, platform_of
from tests.architecture.project import ROOT, run_python

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux loads them beforehand")

BEFORE = """
import sys, time
sys.path.insert(0, sys.argv[1])
from planner.early.libraries import load_beforehand

def mapped():
    with open("/proc/self/maps") as maps:
        return {line.split("/")[-1].strip() for line in maps if "/" in line}

load_beforehand()
wanted = {f"{one}.abi3.so" for one in ("QtCore", "QtGui", "QtWidgets")}
wanted |= {"libQt6Widgets.so.6", "libqoffscreen.so", "libfontconfig.so.1"}
for _ in range(600):
    there = mapped()
    if all(any(name.startswith(one) for name in there) for one in wanted):
        break
    time.sleep(0.05)
missing = [one for one in sorted(wanted) if not any(name.startswith(one) for name in there)]
print(missing, "PySide6" in sys.modules)
"""
THREADS = """
import sys
sys.path.insert(0, sys.argv[1])
from planner.early.libraries import load_beforehand
load_beforehand()
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel("text")
label.show()
QTimer.singleShot(0, app.quit)
app.exec()
print(app.thread() is QThread.currentThread(), QThread.currentThread().isMainThread())
"""
MEANWHILE = """
import os, sys
from importlib.machinery import ExtensionFileLoader
sys.path.insert(0, sys.argv[1])
found, create = [], ExtensionFileLoader.create_module

def creating(self, spec):
    if spec.name.startswith("shiboken6"):
        print(*found)
        sys.stdout.flush()
        os._exit(0)
    found.append(spec.name)
    return create(self, spec)

from planner.__main__ import begin
words = ["--store", sys.argv[2]]
begin(words)
ExtensionFileLoader.create_module = creating
from planner.program import run
run(words, lambda: None)
"""


@pytest.fixture(autouse=True)
def _off_the_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")


def told(source: str) -> subprocess.CompletedProcess[str]:
    return run_python("-c", source, str(ROOT))


def test_the_libraries_come_without_qt_being_imported() -> None:
    done = told(BEFORE)
    assert (done.stdout, done.stderr) == ("[] False\n", "")


def test_the_first_thread_waits_for_no_library_until_it_wants_qt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    (tmp_path / "loopready").mkdir()
    store = str(tmp_path / "store")
    assert run_python("-m", "planner", "--store", store, "guide").returncode == 0  # once checked
    done = run_python("-c", MEANWHILE, str(ROOT), store)
    assert (set(done.stdout.split()) - {"_ctypes"}, done.stderr) == (set(), "")


def test_qt_lives_in_the_thread_that_asks_for_it() -> None:
    for _ in range(5):  # however far the other thread has come
        done = told(THREADS)
        assert (done.stdout, done.stderr) == ("True True\n", "")


@pytest.mark.parametrize("gone", ["sys.path[:] = []", "sys.modules['_ctypes'] = None"])
def test_where_something_lacks_nothing_is_said(gone: str) -> None:
    source = BEFORE.partition("def mapped")[0] + f"{gone}\nload_beforehand()\ntime.sleep(0.2)"
    done = told(source)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("environment", "name"),
    [
        ({}, "xcb"),
        ({"DISPLAY": ":0"}, "xcb"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "wayland"),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, "offscreen"),
        ({"QT_QPA_PLATFORM": "xcb:extra=1;wayland"}, "xcb"),
    ],
)
def test_the_platform_is_the_one_qt_chooses(environment: dict[str, str], name: str) -> None:
    assert platform_of(environment) == name


def test_every_file_is_one_of_this_pyside() -> None:
    import PySide6  # noqa: PLC0415 - where it lies

    package = Path(PySide6.__file__).parent
    assert all((package / f"{one}.abi3.so").is_file() for one in MODULES)
    plugins = package / "Qt" / "plugins" / "platforms"
    assert all((plugins / one).is_file() for one in PLATFORMS.values())


def test_a_program_that_ends_at_once_ends_in_peace() -> None:
    source = (
        BEFORE.partition("def mapped")[0] + "load_beforehand()\ntime.sleep({pause})\nsys.exit(3)"
    )
    for pause in (0, 0.004, 0.01, 0.02, 0.03):
        done = told(source.format(pause=pause))
        assert (done.returncode, done.stdout, done.stderr) == (3, "", "")
