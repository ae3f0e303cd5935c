"""The program as a Debian package, made with dpkg-deb alone.

It has no maintainer scripts: desktop, icons, types and manual are seen to by triggers of the
packages that read them.
"""

import hashlib
import os
import subprocess
from pathlib import Path

from scripts.packaging.shared import ROOT, fill_share, packed, put_program, write

# Which package brings what the folder is linked to and does not hold. A bar parts the names in
# different distributions.
LINKED = {
    **dict.fromkeys(("ld-linux-x86-64.so.2", "libc.so.6", "libm.so.6"), "libc6 (>= 2.35)"),
    **dict.fromkeys(("libdl.so.2", "libpthread.so.0", "libresolv.so.2"), "libc6 (>= 2.35)"),
    "librt.so.1": "libc6 (>= 2.35)",
    "libcups.so.2": "libcups2 | libcups2t64",
    "libEGL.so.1": "libegl1",
    "libexpat.so.1": "libexpat1",
    "libgcc_s.so.1": "libgcc-s1",
    "libGL.so.1": "libgl1",
    "libstdc++.so.6": "libstdc++6 (>= 12)",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb.so.1": "libxcb1",
}
# Beside them letters to write with, and the keyboard layouts of X11.
DEPENDS = (
    *dict.fromkeys(LINKED.values()),
    "fontconfig-config",
    "fonts-dejavu-core | fonts-noto-core | fonts-liberation | fonts-freefont-ttf",
    "xkb-data",
)
CONTROL = """\
Package: loopready
Version: {version}
Architecture: amd64
Maintainer: Loopready <loopready@users.noreply.github.com>
Installed-Size: {size}
Depends: {depends}
Recommends: xdg-desktop-portal
Section: education
Priority: optional
Description: study planner for engineering manager interview loops
 Loopready plans the study for an Amazon L6 or L7 engineering manager
 interview loop, week by week, from level, dates, free hours and ratings. It
 says why each session stands where it stands, what does not fit, and what
 would bring it back.
 .
 It tracks what is done on this computer alone, shows what could be shown for
 each success criterion, keeps stories, runs mocks under the clock, and prints
 the schedule. It is unofficial: not made by, affiliated with or endorsed by
 Amazon.
"""
OVERRIDES = """\
# dateutil brings the zones of the world as they were packed.
loopready: package-contains-timestamped-gzip *
# PyInstaller's starter is not built by us.
loopready: hardening-no-pie *
# Modules of Python find Python in the program that loads them.
loopready: shared-library-lacks-prerequisites *
# One folder for all systems brings the libraries it was tested with.
loopready: embedded-library *
# These two modules of Python use nothing of the C library.
loopready: library-not-linked-against-libc *_statistics.cpython*
loopready: library-not-linked-against-libc *_uuid.cpython*
# The changelog is one for people, the same on every system.
loopready: syntax-error-in-debian-changelog *
"""


def make_deb(program: Path, stage: Path, place: Path, version: str, epoch: int) -> Path:
    """Return the Debian package of a program folder."""
    usr = stage / "usr"
    put_program(program, usr / "lib" / "loopready")
    (usr / "bin").mkdir()
    (usr / "bin" / "loopready").symlink_to("../lib/loopready/loopready")
    fill_share(usr / "share", version, epoch)
    doc = usr / "share" / "doc" / "loopready"
    write(doc / "copyright", (ROOT / "packaging" / "linux" / "copyright").read_bytes())
    write(doc / "changelog.gz", packed((ROOT / "CHANGELOG.md").read_bytes()))
    write(usr / "share" / "lintian" / "overrides" / "loopready", OVERRIDES.encode())
    size = sum(one.stat().st_size for one in _files(usr)) // 1024
    control = CONTROL.format(version=version, size=size, depends=", ".join(DEPENDS))
    write(stage / "DEBIAN" / "control", control.encode())
    write(stage / "DEBIAN" / "md5sums", _sums(stage, usr).encode())
    _set_times(stage, epoch)
    file = place / f"loopready_{version}_amd64.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(stage), str(file)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return file


def _sums(stage: Path, usr: Path) -> str:
    """Return what `dpkg --verify` compares the installed files with."""
    lines = (
        f"{hashlib.md5(one.read_bytes(), usedforsecurity=False).hexdigest()}"
        f"  {one.relative_to(stage)}\n"
        for one in _files(usr)
    )
    return "".join(lines)


def _files(folder: Path) -> list[Path]:
    return sorted(one for one in folder.rglob("*") if one.is_file() and not one.is_symlink())


def _set_times(stage: Path, epoch: int) -> None:
    for one in (*stage.rglob("*"), stage):
        os.utime(one, (epoch, epoch), follow_symlinks=False)
        if one.is_dir() and not one.is_symlink():
            one.chmod(0o755)
