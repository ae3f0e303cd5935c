"""scripts/release, in a checkout of its own whose make and packages are stand-ins."""

import os
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.architecture.project import ROOT

NOTES = "# Changelog\n\n## [Unreleased]\n{waiting}\n## [1.2.3] - 2026-11-27\n\n- The first.\n"
MAKE = """
[ "$1" != packages ] || {
    mkdir -p dist/packages
    cd dist/packages && touch new.deb new.tar.xz SHA256SUMS
}
"""
STEPS = {
    "make check": "the checks",
    "make test": "the tests",
    "make packages": "the packages",
    "timeout 120 dist/loopready/loopready --self-test": "the self-test without a screen",
    "timeout 120 xvfb-run -a dist/loopready/loopready --self-test": "the self-test on a screen",
    "try-same-bytes": "the same bytes, built elsewhere",
    "try-packages": "the packages on a bare system",
}


@dataclass
class Checkout:
    """A committed release 1.2.3, and what is on the PATH of who makes it."""

    folder: Path
    tools: Path

    def has(self, file: Path, script: str) -> None:
        """Put a stand-in somewhere; with the words in `failing` it fails."""
        said = 'words="$(basename "$0")${1:+ $*}"\n[ "$words" != "$FAILING" ] || exit 1\n'
        file.write_text(f"#!/bin/sh\n{said}{script}\n", encoding="utf-8")
        file.chmod(0o755)

    def git(self, *words: str) -> None:
        who = ("-c", "user.name=nobody", "-c", "user.email=nobody@localhost")
        subprocess.run(["git", *who, *words], cwd=self.folder, check=True, capture_output=True)  # noqa: S607

    def release(self, failing: str = "") -> subprocess.CompletedProcess[str]:
        path = f"{self.tools}:{os.environ['PATH']}"
        return subprocess.run(
            [self.folder / "scripts" / "release"],
            env={"PATH": path, "FAILING": failing, "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            check=False,
        )

    def packages(self) -> list[str]:
        return sorted(one.name for one in (self.folder / "dist" / "packages").glob("*"))


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    one = Checkout(tmp_path / "checkout", tmp_path / "tools")
    for folder in (one.tools, one.folder / "planner", one.folder / "scripts"):
        folder.mkdir(parents=True)
    shutil.copy(ROOT / "scripts" / "release", one.folder / "scripts")
    (one.folder / "planner" / "__init__.py").write_text('__version__ = "1.2.3"\n')
    (one.folder / "CHANGELOG.md").write_text(NOTES.format(waiting=""))
    (one.folder / ".gitignore").write_text("dist/\n")
    for script in ("try-same-bytes", "try-packages", "system-libraries"):
        one.has(one.folder / "scripts" / script, "")
    one.has(one.tools / "make", MAKE)
    one.has(one.tools / "id", "echo 0")
    for tool in ("timeout", "debootstrap"):
        one.has(one.tools / tool, "")
    one.git("init", "-q")
    one.git("add", "-A")
    one.git("commit", "-qm", "Begin")
    older = one.folder / "dist" / "packages" / "old.deb"
    older.parent.mkdir(parents=True)
    older.touch()
    return one


def test_what_passed_everything_is_there_to_publish(checkout: Checkout) -> None:
    told = checkout.release()
    assert (told.returncode, told.stderr) == (0, "")
    assert checkout.packages() == ["SHA256SUMS", "new.deb", "new.tar.xz"]
    assert "git tag -a v1.2.3" in told.stdout
    assert told.stdout.endswith("== what is new\n\n- The first.\n")


@pytest.mark.parametrize("failing", STEPS)
def test_a_step_that_fails_is_named_and_leaves_nothing(checkout: Checkout, failing: str) -> None:
    told = checkout.release(failing)
    assert told.returncode == 1
    expected = f"Release 1.2.3 stopped at {STEPS[failing]}: there is nothing to publish.\n"
    assert told.stderr == expected
    assert checkout.packages() == []
    assert "to publish" not in told.stdout


def test_what_goes_on_meanwhile_ends_with_it(checkout: Checkout, tmp_path: Path) -> None:
    begun, ended = tmp_path / "begun", tmp_path / "ended"
    endless = f"trap 'touch {ended}; exit' TERM\ntouch {begun}\nwhile :; do sleep 0.05; done"
    checkout.has(checkout.folder / "scripts" / "try-same-bytes", endless)
    checkout.git("commit", "-qam", "Let it take its time")
    checkout.has(
        checkout.tools / "make",
        f'{MAKE}[ "$1" != test ] || {{ until [ -e {begun} ]; do sleep 0.05; done; exit 1; }}',
    )
    assert "stopped at the tests" in checkout.release().stderr
    deadline = time.monotonic() + 20
    while not ended.exists():
        assert time.monotonic() < deadline
        time.sleep(0.05)
    assert checkout.packages() == []


def test_a_plain_user_is_told_what_was_not_tried(checkout: Checkout) -> None:
    checkout.has(checkout.tools / "id", "echo 1000")
    told = checkout.release("try-packages")
    assert told.returncode == 0
    assert "== NOT tried on a bare system" in told.stdout


def test_a_step_that_changes_the_tree_is_no_release(checkout: Checkout) -> None:
    checkout.has(checkout.tools / "make", MAKE.replace("touch", "touch ../../stray"))
    told = checkout.release()
    assert told.returncode == 1
    assert "changed a file" in told.stderr
    assert checkout.packages() == []


@pytest.mark.parametrize("wrong", ["uncommitted", "waiting", "tagged", "no notes"])
def test_what_is_not_ready_is_refused_before_anything_runs(checkout: Checkout, wrong: str) -> None:
    notes = checkout.folder / "CHANGELOG.md"
    if wrong == "uncommitted":
        notes.write_text("")
    elif wrong == "tagged":
        checkout.git("tag", "v1.2.3")
    else:
        waiting = NOTES.format(waiting="\n- One more.\n")
        notes.write_text(waiting if wrong == "waiting" else NOTES.replace("1.2.3", "1.2.4"))
        checkout.git("commit", "-qam", "Note")
    told = checkout.release()
    assert told.returncode == 1
    assert told.stderr.count("\n") == 1
    assert told.stdout == "== release 1.2.3\n"
    assert checkout.packages() == ["old.deb"]
