"""The wheel carries the program and its resources, and nothing else."""

import zipfile
from importlib.metadata import PathDistribution
from pathlib import Path

import pytest

import planner
from planner.resources import changelog, resource
from tests.architecture.project import ROOT, run_python


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, unpacked as an installer would."""
    folder = tmp_path_factory.mktemp("wheel")
    built = run_python("-m", "hatchling", "build", "-t", "wheel", "-d", str(folder))
    assert built.returncode == 0, built.stderr
    (file,) = folder.glob("*.whl")
    unpacked = folder / "unpacked"
    zipfile.ZipFile(file).extractall(unpacked)
    return unpacked


def test_the_resources_lie_beside_the_package_in_the_checkout() -> None:
    assert resource() == ROOT / "resources"
    assert resource("curriculum", "x.json") == ROOT / "resources" / "curriculum" / "x.json"


def test_the_wheel_carries_every_resource(wheel: Path) -> None:
    in_checkout = {path.relative_to(ROOT) for path in (ROOT / "resources").rglob("*.*")}
    in_wheel = {Path("resources") / path for path in _names(wheel / "planner" / "resources")}
    assert in_checkout
    assert in_wheel == in_checkout | {Path("resources", "CHANGELOG.md")}


def test_the_program_finds_them_there(wheel: Path) -> None:
    asked = "from planner.resources import resource; print(resource('curriculum'))"
    told = run_python("-c", asked, folder=wheel).stdout.strip()
    assert Path(told) == wheel / "planner" / "resources" / "curriculum"


def test_the_changelog_comes_along_and_is_found(wheel: Path) -> None:
    asked = "from planner.resources import changelog; print(changelog())"
    told = Path(run_python("-c", asked, folder=wheel).stdout.strip())
    assert told.is_relative_to(wheel)
    assert told.read_bytes() == changelog().read_bytes()
    assert changelog() == ROOT / "CHANGELOG.md", "there is one, and in the checkout it is that one"


def test_the_wheel_carries_nothing_else(wheel: Path) -> None:
    metadata = f"loopready-{planner.__version__}.dist-info"
    assert {path.name for path in wheel.iterdir()} == {"planner", metadata}


def test_the_metadata_tell_name_version_and_licence(wheel: Path) -> None:
    (folder,) = wheel.glob("*.dist-info")
    metadata = PathDistribution(folder).metadata
    assert metadata["Name"] == "loopready"
    assert metadata["Version"] == planner.__version__
    assert metadata["License-Expression"] == "MIT"


def _names(folder: Path) -> set[Path]:
    return {path.relative_to(folder) for path in folder.rglob("*.*")}
