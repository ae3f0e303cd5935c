"""What holds for every test: no real home folder, no screen, examples that repeat."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# Qt reads this when the first application object is made. A developer may name a real platform.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A slow machine is no failure, and CI tries the same examples each time.
settings.register_profile("dev", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "dev")

HOME_FOLDERS = {
    "HOME": "",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
    "XDG_DOCUMENTS_DIR": "Documents",
    "USERPROFILE": "",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
}


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder, so that no test reads or writes the real one."""
    folder = tmp_path_factory.mktemp("home")
    for variable, place in HOME_FOLDERS.items():
        monkeypatch.setenv(variable, str(folder / place))
    return folder
