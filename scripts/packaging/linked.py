"""Which libraries the files of a program folder are linked to."""

import re
import shutil
import subprocess
from pathlib import Path

from scripts.packaging.glibc import is_elf

_NEEDED = re.compile(r"^ +NEEDED +(\S+)$", re.MULTILINE)


def linked_to(file: Path) -> list[str]:
    """Return the names of the libraries a file is linked to by itself, not through others."""
    objdump = shutil.which("objdump") or "objdump"  # PyInstaller itself needs it
    told = subprocess.run([objdump, "-p", file], capture_output=True, text=True, check=True)
    return _NEEDED.findall(told.stdout)


def outside(folder: Path) -> dict[str, list[Path]]:
    """Return the libraries that a folder does not hold, each with the files linked to it."""
    files = sorted(one for one in folder.rglob("*") if one.is_file())
    held = {one.name for one in files}
    found: dict[str, list[Path]] = {}
    for file in files:
        if not file.is_symlink() and is_elf(file):
            for name in linked_to(file):
                if name not in held:
                    found.setdefault(name, []).append(file)
    return found
