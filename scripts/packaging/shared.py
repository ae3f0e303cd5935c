"""What both packages hold beside the program: entries of the desktop, icons, manual, licences."""

import gzip
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

from scripts.packaging.icons import ICON, paint
from scripts.packaging.manual import manual

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "packaging" / "linux"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def fill_share(share: Path, version: str, epoch: int) -> None:
    """Fill a folder `share` as desktops of Linux look for it."""
    day = datetime.fromtimestamp(epoch, UTC).date()
    _put(LINUX / "loopready.desktop", share / "applications" / "loopready.desktop")
    _put(LINUX / "loopready-packs.xml", share / "mime" / "packages" / "loopready.xml")
    about = (LINUX / "loopready.metainfo.xml.in").read_text("utf-8")
    about = about.replace("@VERSION@", version).replace("@DATE@", day.isoformat())
    write(share / "metainfo" / "io.github.loopready.loopready.metainfo.xml", about.encode())
    write(share / "man" / "man1" / "loopready.1.gz", packed(manual(version, day).encode()))
    _put(ICON, share / "icons" / "hicolor" / "scalable" / "apps" / "loopready.svg")
    icons = share / "icons" / "hicolor"
    pictures = {icons / f"{size}x{size}" / "apps" / "loopready.png": size for size in SIZES}
    for file in pictures:
        file.parent.mkdir(parents=True)
    paint(pictures)
    for file in pictures:
        file.chmod(0o644)


def put_program(program: Path, place: Path) -> None:
    """Copy the program folder, with modes that do not depend on who built it."""
    shutil.copytree(program, place, symlinks=True)
    for one in (place, *place.rglob("*")):
        if not one.is_symlink():
            is_run = one.is_dir() or (os.access(one, os.X_OK) and one.parent == place)
            one.chmod(0o755 if is_run else 0o644)


def packed(data: bytes) -> bytes:
    """Return data as gzip without a time in it."""
    return gzip.compress(data, compresslevel=9, mtime=0)


def write(file: Path, data: bytes) -> None:
    """Write a file everybody can read, and the folders above it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    file.chmod(0o644)


def _put(source: Path, place: Path) -> None:
    write(place, source.read_bytes())
