"""Makes the icons that Windows and macOS want, into build/icons."""

import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ICON, PLACE = ROOT / "resources" / "icons" / "loopready.svg", ROOT / "build" / "icons"
_SET = (16, 32, 128, 256, 512)
"""Sizes of a set for macOS, each for usual screens and for fine ones."""


def main() -> int:
    """Make the icon of Windows, and where there is iconutil that of macOS."""
    PLACE.mkdir(parents=True, exist_ok=True)
    paint({PLACE / "loopready.ico": 256})
    if shutil.which("iconutil"):
        folder = PLACE / "loopready.iconset"
        folder.mkdir(exist_ok=True)
        usual = {folder / f"icon_{size}x{size}.png": size for size in _SET}
        fine = {folder / f"icon_{size}x{size}@2x.png": 2 * size for size in _SET}
        paint(usual | fine)
        subprocess.run(
            ["iconutil", "-c", "icns", "-o", PLACE / "loopready.icns", folder], check=True
        )
    return 0


def paint(pictures: Mapping[Path, int]) -> None:
    """Paint our icon into files of so many pixels.

    Qt is asked in a process of its own, as it holds on to its platform.
    """
    words = [word for file, size in pictures.items() for word in (str(size), str(file))]
    subprocess.run(
        [sys.executable, "-m", "scripts.packaging.icon", str(ICON), *words], cwd=ROOT, check=True
    )


if __name__ == "__main__":
    sys.exit(main())
