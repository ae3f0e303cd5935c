"""What build.spec tells PyInstaller on systems where we do not build; its tools are fakes."""

import marshal
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any, ClassVar

import pytest

import planner
from scripts.packaging import beginning
from scripts.packaging.links import with_targets
from tests.architecture.project import ROOT

FRAMEWORK = "PySide6/Qt/lib/QtCore.framework"
TARGETS = {
    f"{FRAMEWORK}/Versions/Current": "A",
    f"{FRAMEWORK}/QtCore": "Versions/Current/QtCore",
    f"{FRAMEWORK}/Resources": "Versions/Current/Resources",
    "QtCore": f"{FRAMEWORK}/Versions/A/QtCore",
}
FILES = (
    f"{FRAMEWORK}/Versions/A/QtCore",
    f"{FRAMEWORK}/Versions/A/Resources/Info.plist",
    "PySide6/plugins/platforms/qwindows.dll",
    "PySide6/plugins/imageformats/qsvg.dll",
    "PySide6/translations/qtbase_pt_BR.qm",
)
UNUSED = (
    "PySide6/Qt/plugins/platforms/libqminimal.dylib",
    "PySide6/plugins/imageformats/qpdf.dll",
    "PySide6/translations/qtbase_de.qm",
    "PySide6/translations/qt_help_pt_BR.qm",
    "resources/languages/loopready_pt.ts",
)


class Told:
    """What the recipe told each tool, by the name of the tool."""

    def __init__(self) -> None:
        self.by: dict[str, dict[str, Any]] = {}

    def tool(self, name: str) -> Callable[..., SimpleNamespace]:
        def call(*given: Any, **named: Any) -> SimpleNamespace:
            self.by[name] = {"given": given, **named}
            return SimpleNamespace(name=name, dependencies=[])

        return call


class Packed:
    """Stand for the archive of the modules; a namespace has no code."""

    toc: ClassVar = dict.fromkeys(("planner.program", "planner.paper", "space"))

    def __init__(self, file: str, offset: int) -> None:
        assert (file, offset) == ("PYZ", 0)

    def extract(self, name: str) -> str | None:
        return None if name == "space" else f"code of {name}"


def fakes(told: Told) -> dict[str, dict[str, Any]]:
    """Return what stands for the modules of PyInstaller, by their names."""
    names = ("VSVersionInfo", "FixedFileInfo", "StringFileInfo", "StringTable", "StringStruct")
    windows = {name: told.tool(name) for name in (*names, "VarFileInfo", "VarStruct")}
    hooks = ("collect_data_files", "collect_submodules", "copy_metadata")
    return {
        "loader.pyimod01_archive": {"ZlibArchiveReader": Packed},
        "utils.hooks": {name: lambda *_, **__: [] for name in hooks},
        "utils.win32": {"versioninfo": SimpleNamespace(**windows)},
    }


def collected(*_: object, **__: object) -> SimpleNamespace:
    """Stand for PyInstaller's analysis: files and links, some of which are of no use."""
    files = [(place, "from", "BINARY") for place in (*FILES, *UNUSED)]
    links = [(place, target, "SYMLINK") for place, target in TARGETS.items()]
    links.append(("libqminimal.dylib", UNUSED[0], "SYMLINK"))
    return SimpleNamespace(binaries=files, datas=links, pure=[], scripts=[])


@pytest.fixture
def told(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> dict[str, dict[str, Any]]:
    """What the recipe tells on a system that has none of Linux's tools."""
    told = Told()
    for name, parts in fakes(told).items():
        module = ModuleType(f"PyInstaller.{name}")
        vars(module).update(parts)
        monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(sys, "platform", request.param)
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.setenv("PATH", str(tmp_path))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "packaging" / "frozen", tmp_path / "packaging" / "frozen")
    for icon in ("loopready.ico", "loopready.icns"):
        (tmp_path / "build" / "icons").mkdir(parents=True, exist_ok=True)
        (tmp_path / "build" / "icons" / icon).touch()
    tools = {name: told.tool(name) for name in ("PYZ", "EXE", "COLLECT", "BUNDLE")}
    catalogue = tmp_path / "resources" / "languages" / "loopready_pt.qm"
    catalogue.parent.mkdir(parents=True)
    catalogue.touch()
    started = frozenset({"planner.program", "space", "sys"})
    monkeypatch.setattr(beginning, "loaded_at_start", lambda: started)
    recipe = (ROOT / "build.spec").read_text(encoding="utf-8")
    exec(  # noqa: S102 - it is ours
        compile(recipe, "build.spec", "exec"),
        {"SPECPATH": str(tmp_path), "Analysis": collected, **tools},
    )
    held = (tmp_path / "build" / "contents.txt").read_text(encoding="utf-8").splitlines()
    codes = tmp_path / "build" / "start.codes"
    kept = marshal.loads(codes.read_bytes()) if codes.exists() else {}  # noqa: S302 - just made
    return told.by | {"contents": {"held": held}, "start": kept}


@pytest.mark.parametrize("told", ["darwin"], indirect=True)
def test_on_macos_it_is_a_bundle_with_a_place_in_the_dock(told: dict[str, dict[str, Any]]) -> None:
    bundle = told["BUNDLE"]
    assert bundle["name"] == "Loopready.app"
    assert bundle["version"] == planner.__version__
    assert bundle["icon"].endswith("loopready.icns")
    assert bundle["info_plist"]["LSBackgroundOnly"] is False
    assert told["EXE"]["console"] is True
    assert told["EXE"]["version"] is None
    assert not told["EXE"]["strip"]


@pytest.mark.parametrize("told", ["darwin"], indirect=True)
def test_links_and_the_code_of_a_start_stay_and_what_is_unused_goes(
    told: dict[str, dict[str, Any]],
) -> None:
    held = set(told["contents"]["held"])
    assert "start.codes" in held
    assert told["start"] == {"planner.program": "code of planner.program"}
    assert {*FILES, *TARGETS} <= held
    assert not held & {*UNUSED, "libqminimal.dylib"}
    assert any(place.startswith("licences/pydantic/") for place in held)


@pytest.mark.parametrize("told", ["win32"], indirect=True)
def test_on_windows_it_has_an_icon_a_version_and_no_console_for_who_clicks(
    told: dict[str, dict[str, Any]],
) -> None:
    program = told["EXE"]
    assert program["hide_console"] == "hide-early"
    assert program["icon"].endswith("loopready.ico")
    assert program["version"].name == "VSVersionInfo"
    numbers = tuple(int(one) for one in planner.__version__.split("."))
    assert told["FixedFileInfo"]["filevers"] == (*numbers, 0)
    assert "BUNDLE" not in told
    assert not told["start"]
    assert "start.codes" not in told["contents"]["held"]


def test_a_link_in_a_circle_leads_nowhere() -> None:
    circle = [("a/one", "../b/two", "SYMLINK"), ("b/two", "../a/one", "SYMLINK")]
    assert with_targets(circle, circle) == []
