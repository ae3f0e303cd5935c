"""Puts dist/loopready into a Debian package and a tarball, with the sums of both.

Two runs on the same commit give the same bytes: times come from SOURCE_DATE_EPOCH, names are
sorted, nobody owns anything.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from planner import __version__
from scripts.packaging.debian import make_deb
from scripts.packaging.glibc import FLOOR, highest
from scripts.packaging.tarball import make_tarball

ROOT = Path(__file__).resolve().parents[2]
PROGRAM, PLACE = ROOT / "dist" / "loopready", ROOT / "dist" / "packages"


def main() -> int:
    """Make both packages, and return 1 when a library wants too new a system."""
    found = highest(PROGRAM)
    file, version = max(found.items(), key=lambda one: one[1])
    print(f"glibc {'.'.join(map(str, version))} at the most, for {file.name}")
    if version > FLOOR:
        print(f"that is above {'.'.join(map(str, FLOOR))}:", *_above(found), sep="\n  ")
        return 1
    epoch = int(os.environ.get("SOURCE_DATE_EPOCH") or _committed())
    os.environ["SOURCE_DATE_EPOCH"] = str(epoch)
    PLACE.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="loopready-packages-") as folder:
        made = (
            make_deb(PROGRAM, Path(folder, "deb"), PLACE, __version__, epoch),
            make_tarball(PROGRAM, Path(folder, "tar"), PLACE, __version__, epoch),
        )
    sums = [f"{hashlib.sha256(one.read_bytes()).hexdigest()}  {one.name}" for one in made]
    (PLACE / "SHA256SUMS").write_text("\n".join([*sums, ""]), "utf-8")
    for one in made:
        print(f"{one.relative_to(ROOT)}  {one.stat().st_size / 1e6:.1f} MB")
    return 0


def _above(found: dict[Path, tuple[int, ...]]) -> list[str]:
    return [f"{file} {version}" for file, version in sorted(found.items()) if version > FLOOR]


def _committed() -> str:
    """Return when the commit was made that is built."""
    told = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return told.stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
