"""Puts dist/loopready into a Debian package and a tarball, with the sums of both.

They come into dist/packages once they are whole and found to be right. Two runs on the same commit
give the same bytes: times come from SOURCE_DATE_EPOCH, names are sorted, nobody owns anything.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from planner import __version__
from scripts.packaging.checks import complaints
from scripts.packaging.debian import LINKED, make_deb
from scripts.packaging.glibc import FLOOR, highest
from scripts.packaging.linked import outside
from scripts.packaging.runpath import foreign_to
from scripts.packaging.tarball import make_tarball

ROOT = Path(__file__).resolve().parents[2]
PROGRAM, PLACE = ROOT / "dist" / "loopready", ROOT / "dist" / "packages"
LIST = ROOT / "build" / "glibc.txt"


def main() -> int:
    """Make both packages, and return 1 when something is wrong with the folder or with them."""
    shutil.rmtree(PLACE, ignore_errors=True)
    if faults := [*_too_new(), *_astray(), *_undeclared()]:
        print(*faults, sep="\n")
        return 1
    epoch = int(os.environ.get("SOURCE_DATE_EPOCH") or _committed())
    os.environ["SOURCE_DATE_EPOCH"] = str(epoch)
    with TemporaryDirectory(prefix="packages-", dir=PLACE.parent) as folder:
        place = Path(folder, "made")
        place.mkdir(0o755)
        made = (
            make_deb(PROGRAM, Path(folder, "deb"), place, __version__, epoch),
            make_tarball(PROGRAM, Path(folder, "tar"), place, __version__, epoch),
        )
        sums = [f"{hashlib.sha256(one.read_bytes()).hexdigest()}  {one.name}" for one in made]
        (place / "SHA256SUMS").write_text("\n".join([*sums, ""]), "utf-8")
        if faults := complaints(made[0]):
            print(*faults, sep="\n")
            return 1
        place.rename(PLACE)
    for one in sorted(PLACE.iterdir()):
        print(f"{one.relative_to(ROOT)}  {one.stat().st_size / 1e6:.1f} MB")
    return 0


def _too_new() -> list[str]:
    """Return what asks for a newer glibc than we promise, and list what each file asks for."""
    found = highest(PROGRAM)
    told = {file: ".".join(map(str, version)) for file, version in found.items()}
    lines = [f"{told[file]}  {file.relative_to(PROGRAM)}" for file in sorted(found)]
    LIST.parent.mkdir(exist_ok=True)
    LIST.write_text("\n".join([*lines, ""]), "utf-8")
    most = max(found, key=lambda file: found[file])
    print(f"glibc {told[most]} at the most, for {most.name}, of {len(found)} in build/{LIST.name}")
    return [f"asks for glibc {told[file]}: {file}" for file in sorted(found) if found[file] > FLOOR]


def _astray() -> list[str]:
    """Return what looks for libraries outside the program folder."""
    found = foreign_to(PROGRAM)
    return [f"looks for libraries in {', '.join(found[file])}: {file}" for file in sorted(found)]


def _undeclared() -> list[str]:
    """Return where what the folder is linked to and what the package depends on differ."""
    found = outside(PROGRAM)
    missing = [name for name in sorted(found) if name not in LINKED]
    return [
        *(f"asks for {one}, which no dependency brings: {found[one][0]}" for one in missing),
        *(f"asks no longer for {one}: {LINKED[one]}" for one in LINKED if one not in found),
    ]


def _committed() -> str:
    """Return when the commit was made that is built."""
    told = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return told.stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
