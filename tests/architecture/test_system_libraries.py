"""scripts/system-libraries, on machines made of stand-ins for dpkg, apt and id."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.architecture.project import ROOT

SCRIPT = ROOT / "scripts" / "system-libraries"
TOOLS = ("cat", "head", "readlink", "sed", "sh", "tr")
ALL_FOR_RUN = [
    "libegl1",
    "libgl1",
    "libglib2.0-0",
    "libgssapi-krb5-2",
    "libdbus-1-3",
    "libfontconfig1",
    "libx11-xcb1",
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-sync1",
    "libxcb-xfixes0",
    "libxcb-xinerama0",
    "fonts-dejavu-core",
]


@dataclass
class Machine:
    """A PATH with nothing on it but the stand-ins and a few plain tools."""

    path: Path

    def has(self, command: str, script: str) -> None:
        file = self.path / command
        file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        file.chmod(0o755)

    def has_packages(self, *packages: str) -> None:
        lines = "\n".join(f"ii  {package}" for package in packages)
        self.has("dpkg-query", f"cat <<'END'\nun  fonts-liberation\n{lines}\nEND\nexit 1")

    def is_used_by(self, user: int) -> None:
        self.has("id", f"echo {user}")

    def check(self, purpose: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [SCRIPT, purpose],
            env={"PATH": str(self.path)},
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    for tool in TOOLS:
        found = shutil.which(tool)
        assert found
        (tmp_path / tool).symlink_to(found)
    fresh = Machine(tmp_path)
    fresh.is_used_by(1000)
    return fresh


def test_nothing_is_said_when_all_is_there(machine: Machine) -> None:
    machine.has_packages(*ALL_FOR_RUN)
    result = machine.check("run")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_nothing_is_said_on_another_system(machine: Machine) -> None:
    result = machine.check("test")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_another_name_of_the_library_counts(machine: Machine) -> None:
    renamed = [f"{name}t64" if name.startswith("libglib") else name for name in ALL_FOR_RUN]
    machine.has_packages(*renamed)
    assert machine.check("run").stderr == ""


def test_any_font_will_do(machine: Machine) -> None:
    machine.has_packages(*ALL_FOR_RUN[:-1], "fonts-noto-core")
    assert machine.check("run").stderr == ""


def test_a_font_that_is_no_package_will_do(machine: Machine) -> None:
    machine.has_packages(*ALL_FOR_RUN[:-1])
    assert "fonts-dejavu-core" in machine.check("run").stderr
    machine.has("fc-list", "echo Inter")
    assert machine.check("run").stderr == ""


@pytest.mark.parametrize(
    ("purpose", "status"), [("run", 0), ("test", 1), ("binary", 1), ("reliability", 1)]
)
def test_a_plain_user_is_told_the_one_line_to_run(
    machine: Machine, purpose: str, status: int
) -> None:
    machine.has_packages(*(name for name in ALL_FOR_RUN if name != "libegl1"))
    result = machine.check(purpose)
    assert result.returncode == status
    assert result.stderr.count("\n") == 1
    assert "sudo apt-get install --no-install-recommends libegl1" in result.stderr


def test_root_installs_exactly_what_is_missing(machine: Machine) -> None:
    machine.is_used_by(0)
    machine.has_packages(*ALL_FOR_RUN)
    machine.has("apt-get", f'echo "$@" >> {machine.path}/asked')
    assert machine.check("test").returncode == 0
    update, install = (machine.path / "asked").read_text(encoding="utf-8").splitlines()
    assert update == "update -qq"
    wanted = "xvfb xauth poppler-utils qpdf at-spi2-core dbus"
    assert install.endswith(f"--no-install-recommends {wanted}")


@pytest.mark.parametrize(("purpose", "status"), [("run", 0), ("test", 1)])
def test_root_is_told_when_installing_fails(machine: Machine, purpose: str, status: int) -> None:
    machine.is_used_by(0)
    machine.has_packages()
    machine.has("apt-get", "exit 100")
    result = machine.check(purpose)
    assert result.returncode == status
    assert "sudo apt-get install" in result.stderr


def test_an_unknown_purpose_is_wrong_usage(machine: Machine) -> None:
    machine.has_packages()
    assert machine.check("walk").returncode == 2
