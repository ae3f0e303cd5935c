"""Importing a module does nothing, and what has no window needs no Qt."""

import json
from pathlib import Path

import pytest

from tests.architecture.project import ROOT, module_names, run_python

# Imports the modules named on the command line and prints what that did.
WATCHED_IMPORT = """
import contextlib, importlib, io, json, os, sys, threading

ROOT, *NAMES = sys.argv[1:]
sys.path.insert(0, ROOT)
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
deeds = []

def watch(event, arguments):
    if event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITING:
        deeds.append(f"opens {arguments[0]} for writing")
    elif event.split(".")[0] in ("socket", "subprocess", "shutil", "tempfile"):
        deeds.append(f"{event} {arguments}")
    elif event in ("os.mkdir", "os.rename", "os.remove", "os.chmod", "os.system", "os.fork"):
        deeds.append(f"{event} {arguments}")

sys.addaudithook(watch)
said = io.StringIO()
with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
    for name in NAMES:
        importlib.import_module(name)
if said.getvalue():
    deeds.append(f"says {said.getvalue()}")
if threading.active_count() > 1:
    deeds.append("starts a thread")
if "PySide6.QtCore" in sys.modules:
    from PySide6.QtCore import QCoreApplication
    if QCoreApplication.instance() is not None:
        deeds.append("makes an application")
loaded = {
    "toolkit": sorted(one for one in sys.modules if one.startswith(("PySide6", "shiboken6"))),
    "checker": sorted(one for one in sys.modules if one.startswith(("pydantic", "annotated"))),
}
print(json.dumps({"deeds": deeds, **loaded}))
"""


def effects(names: list[str], folder: Path, root: Path = ROOT) -> dict[str, list[str]]:
    """What importing these modules did in a fresh interpreter."""
    result = run_python("-c", WATCHED_IMPORT, str(root), *names, folder=folder)
    assert result.returncode == 0, result.stderr
    assert result.stderr == ""
    found: dict[str, list[str]] = json.loads(result.stdout)
    return found


def floor(*names: str) -> list[str]:
    return [
        module
        for module in module_names()
        if any(module == name or module.startswith(f"{name}.") for name in names)
    ]


def test_importing_any_module_does_nothing(tmp_path: Path, home: Path) -> None:
    assert effects(module_names(), tmp_path)["deeds"] == []
    assert list(tmp_path.iterdir()) == []
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("name", ["core", "storage", "workspace", "resources", "cli", "__main__"])
def test_what_has_no_window_needs_no_qt(name: str, tmp_path: Path) -> None:
    modules = floor(f"planner.{name}")
    assert modules
    assert effects(modules, tmp_path)["toolkit"] == []


LATE = """
import sys
sys.path.insert(0, sys.argv[1])
import planner.__main__, planner.ui.app, planner.ui.pages.plan, planner.ui.wizard.wizard
import planner.cli.commands.planning
late = {"icalendar", "recurring_ical_events", "holidays", "dateutil"}
print(sorted(late.intersection(sys.modules)))
"""


def test_calendars_and_holidays_are_loaded_when_they_are_asked_for(tmp_path: Path) -> None:
    result = run_python("-c", LATE, str(ROOT), folder=tmp_path)
    assert (result.stdout, result.stderr) == ("[]\n", "")


@pytest.mark.parametrize("name", ["core", "storage", "workspace", "resources", "ui", "paper"])
def test_what_checks_is_loaded_only_when_something_is_checked(name: str, tmp_path: Path) -> None:
    modules = floor(f"planner.{name}")
    assert modules
    assert effects(modules, tmp_path)["checker"] == []


@pytest.mark.parametrize(
    ("line", "kind", "told"),
    [
        ("open('made', 'w').close()", "deeds", "opens made"),
        ("import socket; socket.socket().close()", "deeds", "socket"),
        ("import os; os.mkdir('made')", "deeds", "os.mkdir"),
        ("print('hello')", "deeds", "says hello"),
        ("import PySide6", "toolkit", "PySide6"),
        ("import pydantic", "checker", "pydantic"),
    ],
)
def test_the_watch_sees_what_a_module_does(line: str, kind: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "offender.py").write_text(line, encoding="utf-8")
    assert told in str(effects(["offender"], tmp_path, tmp_path)[kind])
