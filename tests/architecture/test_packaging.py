"""What packages hold beside the program agrees with the program."""

import configparser
import re
import shutil
import subprocess
import tarfile
from datetime import date
from pathlib import Path
from xml.etree import ElementTree  # noqa: ICN001 - its own name

import pytest

from planner import __version__
from planner.cli.asked.options import PROGRAM as NAME
from planner.cli.commands.table import COMMANDS
from scripts.packaging.beginning import loaded_at_start
from scripts.packaging.checks import complaints
from scripts.packaging.debian import make_deb
from scripts.packaging.glibc import highest
from scripts.packaging.licences import licences
from scripts.packaging.linked import linked_to, outside
from scripts.packaging.manual import manual
from scripts.packaging.tarball import make_tarball

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "packaging" / "linux"
EPOCH = 1_795_000_000


@pytest.fixture(scope="module")
def page() -> str:
    return manual(__version__, date(2026, 11, 27))


def test_the_manual_tells_of_every_command(page: str) -> None:
    told = re.findall(r"^\.SS loopready ([a-z]+)$", page, re.MULTILINE)
    assert sorted(told) == sorted(COMMANDS)
    assert __version__ in page
    assert not re.search(r"(?<!\\)--", page), "man makes a dash of a bare hyphen"


@pytest.mark.skipif(not shutil.which("man"), reason="man is not installed")
def test_man_takes_the_manual_without_a_complaint(page: str, tmp_path: Path) -> None:
    file = tmp_path / "loopready.1"
    file.write_text(page, "utf-8")
    shown = subprocess.run(
        ["man", "--warnings", "-E", "UTF-8", "-l", file],  # noqa: S607 - wherever it lies
        capture_output=True,
        text=True,
        check=True,
    )
    assert "W3-04 45m" in shown.stdout
    assert shown.stderr == ""


def test_the_desktop_knows_the_program_by_its_own_name() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(LINUX / "loopready.desktop", "utf-8")
    wanted = entry["Desktop Entry"]
    assert wanted["Exec"] == wanted["Icon"] == wanted["StartupWMClass"] == NAME
    about = ElementTree.parse(LINUX / "loopready.metainfo.xml.in")  # noqa: S314 - our own file
    assert about.findtext("launchable") == f"{NAME}.desktop"
    assert about.findtext("project_license") == "MIT"


def test_the_licence_of_each_package_that_is_shipped_comes_along() -> None:
    folders = {folder for _, folder in licences()}
    for name in ("pydantic", "platformdirs", "filelock", "icalendar", "holidays", "six"):
        assert f"licences/{name}" in folders
    texts = {Path(file).name for file, folder in licences() if folder == "licences"}
    assert {"LGPL-3.0.txt", "GPL-3.0.txt", "README.md"} <= texts


def test_libraries_of_one_source_share_their_licence() -> None:
    found = [Path("/usr/lib/x86_64-linux-gnu", name) for name in ("libX11.so.6", "libX11-xcb.so.1")]
    if not shutil.which("dpkg-query") or not all(one.exists() for one in found):
        pytest.skip("Debian's libraries are missing")
    added = set(licences(found)) - set(licences())
    assert {folder for _, folder in added} == {"licences/libx11"}
    assert [Path(file).name for file, _ in added] == ["copyright"]


def test_what_a_start_loads_is_found_by_a_start() -> None:
    loaded = loaded_at_start()
    assert {"planner.ui.window", "planner.ui.pages.week", "PySide6", "enum"} <= loaded
    assert not {"planner.ui.wizard", "planner.cli.commands.table", "pydantic"} & loaded


def program(folder: Path) -> Path:
    inside = folder / "_internal"
    inside.mkdir(parents=True)
    (folder / NAME).write_text("#!/bin/sh\n")
    (folder / NAME).chmod(0o700)
    (inside / "a.txt").write_text("a")
    (inside / "link").symlink_to("a.txt")
    return folder


@pytest.mark.usefixtures("qapp")
def test_two_tarballs_of_one_program_are_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for number in (1, 2):
        place = tmp_path / str(number)
        place.mkdir()
        source = program(place / "program")
        made.append(make_tarball(source, place / "stage", place, "1.2.3", EPOCH))
    assert made[0].read_bytes() == made[1].read_bytes()
    with tarfile.open(made[0]) as archive:
        modes = {one.name.partition("/")[2]: one.mode for one in archive if one.isfile()}
        owners = {(one.uid, one.uname, one.mtime) for one in archive}
    assert owners == {(0, "", EPOCH)}
    assert (modes["loopready/loopready"], modes["loopready/_internal/a.txt"]) == (0o755, 0o644)
    assert {modes["install.sh"], modes["uninstall.sh"]} == {0o755}
    assert "share/icons/hicolor/16x16/apps/loopready.png" in modes


@pytest.mark.skipif(not shutil.which("objdump"), reason="objdump comes with what builds")
def test_what_a_file_asks_of_glibc_is_found(tmp_path: Path) -> None:
    (tmp_path / "no-program.txt").write_text("GLIBC_2.99")
    shell = Path("/bin/sh").resolve()
    shutil.copy(shell, tmp_path / "sh")
    found = highest(tmp_path)
    assert list(found) == [tmp_path / "sh"]
    assert (2, 2) <= found[tmp_path / "sh"] < (3,)


@pytest.mark.skipif(not shutil.which("objdump"), reason="objdump comes with what builds")
def test_what_the_folder_asks_of_the_system_is_found(tmp_path: Path) -> None:
    shell = tmp_path / "sh"
    shutil.copy(Path("/bin/sh").resolve(), shell)
    (tmp_path / "again").symlink_to("sh")
    (tmp_path / "no-program.txt").write_text("NEEDED libQt.so")
    assert outside(tmp_path) == {name: [shell] for name in linked_to(shell)}
    assert "libc.so.6" in linked_to(shell)
    (tmp_path / "libc.so.6").touch()
    assert "libc.so.6" not in outside(tmp_path)


def test_the_readme_names_the_packages_by_this_version() -> None:
    told = (ROOT / "README.md").read_text("utf-8")
    named = re.findall(r"loopready[_-](\d[\d.]*\d)[_-](?:amd64|linux)", told)
    assert set(named) == {__version__}


@pytest.fixture(scope="module")
def deb(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Debian package of a small program."""
    del qapp
    if not all(map(shutil.which, ("dpkg-deb", "lintian", "desktop-file-validate", "appstreamcli"))):
        pytest.skip("Debian's tools are missing")
    folder = tmp_path_factory.mktemp("deb")
    return make_deb(program(folder / "program"), folder / "stage", folder, "1.2.3", EPOCH)


def test_debian_finds_nothing_wrong_and_would_say_so(deb: Path, tmp_path: Path) -> None:
    assert complaints(deb) == []
    inside, worse = tmp_path / "inside", tmp_path / "worse.deb"
    run_tool("dpkg-deb", "--raw-extract", deb, inside)
    (inside / "usr/share/doc/loopready/copyright").unlink()
    (inside / "usr/share/applications/loopready.desktop").write_text("[Desktop Entry]\n")
    (about,) = (inside / "usr/share/metainfo").iterdir()
    about.write_text("<component/>\n")
    run_tool("dpkg-deb", "--root-owner-group", "--build", inside, worse)
    said = complaints(worse)
    tools = [one.partition(":")[0] for one in said]
    assert tools == ["desktop-file-validate", "appstreamcli", "lintian"]
    assert "no-copyright-file" in said[-1]


def test_the_package_lists_the_sums_of_its_files(deb: Path, tmp_path: Path) -> None:
    run_tool("dpkg-deb", "--extract", deb, tmp_path)
    run_tool("dpkg-deb", "--control", deb, tmp_path)
    run_tool("md5sum", "--check", "--strict", "--quiet", "md5sums", folder=tmp_path)


def run_tool(*words: str | Path, folder: Path | None = None) -> None:
    subprocess.run(words, cwd=folder, check=True, stdout=subprocess.DEVNULL)
