"""Makes the icons that Windows and macOS want, into build/icons."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ICON, PLACE = ROOT / "resources" / "icons" / "loopready.svg", ROOT / "build" / "icons"
_SET = (
    (16, 1),
    (16, 2),
    (32, 1),
    (32, 2),
    (128, 1),
    (128, 2),
    (256, 1),
    (256, 2),
    (512, 1),
    (512, 2),
)
"""Sizes of a set for macOS, each for usual screens and for fine ones."""


def main() -> int:
    """Make the icon of Windows, and where there is iconutil that of macOS."""
    PLACE.mkdir(parents=True, exist_ok=True)
    _paint(256, PLACE / "loopready.ico")
    if shutil.which("iconutil"):
        folder = PLACE / "loopready.iconset"
        folder.mkdir(exist_ok=True)
        for size, scale in _SET:
            suffix = "" if scale == 1 else f"@{scale}x"
            _paint(size * scale, folder / f"icon_{size}x{size}{suffix}.png")
        subprocess.run(
            ["iconutil", "-c", "icns", "-o", PLACE / "loopready.icns", folder], check=True
        )
    return 0


def _paint(size: int, file: Path) -> None:
    words = [sys.executable, "-m", "scripts.packaging.icon", str(ICON), str(size), str(file)]
    subprocess.run(words, cwd=ROOT, check=True)


if __name__ == "__main__":
    sys.exit(main())
