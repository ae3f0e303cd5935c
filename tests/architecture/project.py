"""Where the project lies and what belongs to it, for the tests that read its own files."""

import ast
import os
import pkgutil
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import planner

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "planner"


def module_names() -> list[str]:
    """Every module of the program, the package itself included."""
    found = pkgutil.walk_packages([str(PACKAGE)], prefix="planner.")
    return ["planner", *sorted(module.name for module in found)]


def sources() -> list[Path]:
    """Every Python file of the program."""
    return sorted(PACKAGE.rglob("*.py"))


def imports(source: str) -> Iterator[tuple[str, str]]:
    """Yield (module, name) of each import; the name is empty for `import module`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.module or "", alias.name) for alias in node.names)


def project_files() -> list[Path]:
    """Every file that git tracks or would track."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listing = subprocess.run(
        [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    paths = (ROOT / name for name in listing.split("\0") if name)
    return [path for path in paths if path.is_file()]


def run_python(
    *arguments: str, folder: Path = ROOT, seconds: int = 120
) -> subprocess.CompletedProcess[str]:
    """Run a fresh interpreter of this environment in a folder; the program found there is meant."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )


assert Path(planner.__file__).parent == PACKAGE
