"""Which version of glibc the files of a program folder ask for."""

import re
import subprocess
from pathlib import Path

FLOOR = (2, 35)
"""That of Ubuntu 22.04, the oldest system we promise to run on."""
_SYMBOL = re.compile(r"GLIBC_(\d+(?:\.\d+)+)")
_ELF = b"\x7fELF"


def highest(folder: Path) -> dict[Path, tuple[int, ...]]:
    """Return for each program and library of a folder the highest version that it asks for."""
    files = (one for one in folder.rglob("*") if one.is_file() and not one.is_symlink())
    found = {one: _of(one) for one in files if is_elf(one)}
    return {one: version for one, version in found.items() if version}


def is_elf(file: Path) -> bool:
    """Say whether a file is a program or a library of Linux."""
    with file.open("rb") as opened:
        return opened.read(4) == _ELF


def _of(file: Path) -> tuple[int, ...]:
    told = subprocess.run(["objdump", "-T", file], capture_output=True, text=True, check=False)
    versions = [tuple(map(int, one.split("."))) for one in _SYMBOL.findall(told.stdout)]
    return max(versions, default=())
