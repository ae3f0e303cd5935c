"""What PySide6 leaves for later answers as if it had been there from the beginning."""

import json

import pytest

from planner.ui.lean import LATE, UNUSED
from tests.architecture.project import ROOT, run_python

BEGIN = """
import builtins, json, sys
sys.path.insert(0, sys.argv[1])
plain, finders = builtins.__import__, list(sys.meta_path)
from planner.ui.lean import LATE, UNUSED, load_qt

def ran():
    return [one for one in sorted(LATE | UNUSED) if "__getattr__" not in vars(sys.modules[one])]

def tell(*told):
    print(json.dumps(told))
"""
LOADED = (
    BEGIN
    + """
load_qt()
import PySide6.QtWidgets
tools = {"inspect", "argparse", "logging"}.intersection(sys.modules)
from enum import EnumType
from planner.ui.enums import is_known
quickly = (EnumType._create_.__module__ == "planner.ui.enums") is is_known()
tell(ran(), sorted(tools), builtins.__import__ is plain, sys.meta_path == finders, quickly)
"""
)
ANSWERS = """
import sys
from PySide6.QtCore import QDate, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QWidget

def error(wrong, /, *given, **more):
    try:
        wrong(*given, **more)
    except Exception as error:
        return type(error).__name__, str(error)

from PySide6.support.signature import get_signature
app = QApplication(["x", "-platform", "offscreen"])
label = QLabel("text")
said = [
    error(QRect, "a", 1), error(label.resize, "x"), error(label.setText), error(label.setText, 1),
    error(QDate, wrong=1), error(QLabel, "text", colour=1), error(QColor, object(), 1, 2, 3, 4, 5),
    error(label.setAlignment, 3.5), error(Qt.AlignmentFlag, "x"),
    QWidget.resize.__doc__, QRect.__doc__,
    [str(get_signature(one)) for one in (QWidget.resize, QDate.addDays, QDate, QRect)],
    [(one.__name__, str(one.__mro__), repr(list(one)[:3])) for one in (Qt.AlignmentFlag, Qt.Key)],
]
import __feature__
from PySide6.support.signature import mapping, parser
from PySide6.support import feature
import shibokensupport.signature.parser
said += [
    feature is __feature__, feature.all_feature_names, feature.info("planner"),
    parser is shibokensupport.signature.parser, parser.__name__, parser.__spec__.name,
    sorted(vars(parser)), sorted(vars(feature)), sorted(map(str, mapping.type_map)),
    error(lambda: mapping.no_such_name), sys.pyside6_option_python_enum,
]
tell(said, ran())
"""


def told(source: str, *arguments: str) -> list[object]:
    done = run_python("-c", source, str(ROOT), *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    found: list[object] = json.loads(done.stdout)
    return found


def test_nothing_is_run_before_it_is_wanted_and_import_is_python_s_own() -> None:
    assert told(LOADED) == [[], [], True, True, True]


def test_signatures_help_and_errors_are_those_of_the_whole() -> None:
    (late, ran), (whole, _) = told(f"{BEGIN}load_qt()\n{ANSWERS}"), told(f"{BEGIN}{ANSWERS}")
    assert late == whole
    assert "shibokensupport.signature.mapping" in str(ran)


@pytest.mark.parametrize("before", ["import PySide6.QtCore", "load_qt()", "import shiboken6"])
def test_what_is_loaded_already_only_gets_a_plain_import(before: str) -> None:
    once_more = """load_qt()
tell(builtins.__import__ is builtins.__orig_import__, sys.meta_path == finders)"""
    assert told(f"{BEGIN}{before}\n{once_more}") == [True, True]


@pytest.mark.parametrize(
    "wrong", ["QRect('a')", "QDate(1, x=1)", "QRect.isNull(1)", "QRect(*range(9))"]
)
def test_the_first_wrong_call_of_all_is_told(wrong: str) -> None:
    call = f"""
from PySide6.QtCore import QDate, QRect
try:
    {wrong}
except (TypeError, AttributeError) as error:
    tell(str(error))
"""
    late, whole = told(f"{BEGIN}load_qt()\n{call}"), told(BEGIN + call)
    assert late == whole


def test_two_first_wrong_calls_at_once_are_both_told() -> None:
    calls = """
load_qt()
import threading
from PySide6.QtCore import QRect
sys.setswitchinterval(1e-6)
said, gate = [], threading.Barrier(2)

def wrong():
    gate.wait()
    try:
        QRect("a")
    except TypeError as error:
        said.append(str(error))

threads = [threading.Thread(target=wrong) for _ in range(2)]
for one in threads:
    one.start()
for one in threads:
    one.join()
tell(len(said), len(set(said)))
"""
    assert told(BEGIN + calls) == [2, 1]


def test_what_fails_as_it_is_run_is_run_once_more() -> None:
    failing = """
load_qt()
from PySide6.support.signature import parser
sys.modules["ast"] = None
try:
    parser.pyside_type_init
except ModuleNotFoundError as error:
    missing = error.name
del sys.modules["ast"]
tell(missing, parser.pyside_type_init.__name__)
"""
    assert told(BEGIN + failing) == ["ast", "pyside_type_init"]


def test_a_late_module_of_python_s_library_is_the_whole_one() -> None:
    used = """
load_qt()
import tempfile, traceback
from pathlib import Path

def names():
    return [sorted(vars(one)) for one in (tempfile, traceback)]

few = [len(one) for one in names()]
with tempfile.TemporaryDirectory() as folder:
    there = Path(folder).is_dir()
try:
    raise ValueError("x")
except ValueError as error:
    told = traceback.format_exception_only(error)
said = [there, told], names(), [one.__spec__.name for one in (tempfile,)]
tell(said, max(few))
"""
    (late, few), (whole, _) = told(BEGIN + used), told(BEGIN + used.replace("load_qt()\n", ""))
    assert late == whole
    assert few in range(10)


def test_the_self_test_loads_qt_as_the_window_does() -> None:
    proving = """
from types import SimpleNamespace
from planner.__main__ import main

def self_test(*_):
    import PySide6.QtWidgets
    return 7

sys.modules["planner.ui.selftest"] = SimpleNamespace(Bench=lambda *_: None, self_test=self_test)
tell(main(["--self-test"]), builtins.__import__ is plain)
"""
    assert told(BEGIN + proving) == [7, True]


def test_without_qt_everything_is_put_back() -> None:
    lacking = """
sys.path[:] = [one for one in sys.path if "site-packages" not in one]
try:
    load_qt()
except ModuleNotFoundError as error:
    tell(error.name, builtins.__import__ is plain, sys.meta_path == finders)
"""
    assert told(BEGIN + lacking) == ["PySide6", True, True]


def test_every_late_module_is_one_of_this_pyside() -> None:
    names = f"{BEGIN}import PySide6.QtCore\ntell(sorted((LATE | UNUSED) - set(sys.modules)))"
    assert told(names) == [[]]
    assert (len(LATE), len(UNUSED)) == (8, 2)
