"""What runs first in the built program, beside a stand-in for PyInstaller's reader of modules."""

import json
import marshal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.project import ROOT

BEGIN = ROOT / "packaging" / "frozen" / "begin.py"
READER = """
import marshal, os, sys, zlib
from types import ModuleType, SimpleNamespace

SOURCES = {
    "house": (1, "SAYS = 'here'"), "house.roof": (0, "SAYS = 'rain'"), "open": (3, ""),
}
file = sys.argv[2]
with open(file, "wb") as archive:
    archive.write(b"before")
    toc, place = {}, 0
    for name, (kind, source) in SOURCES.items():
        data = zlib.compress(marshal.dumps(compile(source, name, "exec")))
        toc[name] = (kind, place, len(data))
        place += archive.write(data)

class Archive:
    _filename, _start_offset = file, len(b"before")
    toc = toc
    def extract(self, name, raw=False):
        return f"PyInstaller's {name} {raw}"

class Loader:
    def __init__(self, name, archive, entry, is_package):
        self.name, self.archive = name, archive
        end = (name.replace(".", os.sep), "__init__.py") if is_package else ()
        self.path = os.sep.join(("", "here", *(end or [name.replace(".", os.sep) + ".py"])))
    def create_module(self, spec):
        return None
    def exec_module(self, module):
        exec(self.archive.extract(self.name), module.__dict__)

archive = Archive()
sys.modules["pyimod01_archive"] = SimpleNamespace(PYZ_ITEM_MODULE=0, PYZ_ITEM_PKG=1)
sys.modules["pyimod02_importers"] = SimpleNamespace(pyz_archive=archive, PyiFrozenLoader=Loader)
"""
LOADED = f"""
{READER}
import gc
text = open(sys.argv[1], encoding="utf-8").read()
sys._MEIPASS, before = os.sep + "somewhere", set(sys.modules)
exec(text)
print(os.environ["QT_PLUGIN_PATH"], gc.isenabled(), sorted(set(sys.modules) - before))
"""
FOUND = f"""
{LOADED}
import json
import marshal
import house.roof
try:
    import open
except ModuleNotFoundError as error:
    missing = error.name
both = (house, house.roof)
print(json.dumps([
    [one.SAYS for one in both], [one.__file__ for one in both], [one.__package__ for one in both],
    house.__path__, missing, archive.extract("house", True), archive.extract("open"),
]))
"""


def told(script: str, folder: Path) -> str:
    words = [sys.executable, "-I", "-c", script, str(BEGIN), str(folder / "archive")]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


def test_it_loads_nothing(tmp_path: Path) -> None:
    qt = "PySide6" if sys.platform == "win32" else "PySide6/Qt"
    assert told(LOADED, tmp_path).split(" ", 1) == [f"/somewhere/{qt}/plugins", "False []\n"]


unix = pytest.mark.skipif(sys.platform == "win32", reason="there PyInstaller reads by itself")


@unix
def test_the_archive_s_modules_are_found_by_their_names(tmp_path: Path) -> None:
    said = json.loads(told(FOUND, tmp_path).splitlines()[-1])
    assert said == [
        ["here", "rain"],
        ["/here/house/__init__.py", "/here/house/roof.py"],
        ["house", "house"],
        ["/here/house"],
        "open",
        "PyInstaller's house True",
        "PyInstaller's open False",
    ]


@unix
@pytest.mark.parametrize("spoil", ["", "gone", "cut", "noise", "no code"])
def test_the_code_of_a_start_is_read_in_one_piece_or_from_the_archive(
    tmp_path: Path, spoil: str
) -> None:
    codes = marshal.dumps({"house.roof": compile("SAYS = 'one piece'", "roof.py", "exec")})
    if spoil != "gone":
        less = b"c" + b"\xff" * 4 + marshal.dumps(compile("", "", "exec"))[5:]  # than no arguments
        said = {"": codes, "cut": codes[:20], "noise": b"noise", "no code": less}[spoil]
        (tmp_path / "start.codes").write_bytes(said)
    script = FOUND.replace('os.sep + "somewhere"', repr(str(tmp_path)))
    says, *_ = json.loads(told(script, tmp_path).splitlines()[-1])
    assert says == ["here", "rain" if spoil else "one piece"]
