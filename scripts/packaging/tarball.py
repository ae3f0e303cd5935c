"""The program as a tarball for a home folder, with a script that puts it into the menu."""

import lzma
import tarfile
from pathlib import Path

from scripts.packaging.shared import ROOT, fill_share, put_program, write

_HOME = ROOT / "packaging" / "linux"


def make_tarball(program: Path, stage: Path, place: Path, version: str, epoch: int) -> Path:
    """Return the tarball of a program folder."""
    name = f"loopready-{version}-linux-x86_64"
    top = stage / name
    put_program(program, top / "loopready")
    fill_share(top / "share", version, epoch)
    for script in ("install.sh", "uninstall.sh"):
        write(top / script, (_HOME / script).read_bytes())
        (top / script).chmod(0o755)
    file = place / f"{name}.tar.xz"
    with lzma.open(file, "wb") as out, tarfile.open(fileobj=out, mode="w") as archive:
        for one in (top, *sorted(top.rglob("*"))):
            entry = archive.gettarinfo(str(one), str(one.relative_to(stage)))
            _by_nobody(entry, epoch)
            if entry.isreg():
                with one.open("rb") as content:
                    archive.addfile(entry, content)
            else:
                archive.addfile(entry)
    return file


def _by_nobody(entry: tarfile.TarInfo, epoch: int) -> None:
    """Take out of an entry who made it, when, and what others of that computer may do."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mtime = epoch
    if entry.isdir():
        entry.mode = 0o755
