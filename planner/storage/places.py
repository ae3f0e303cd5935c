"""The places a system gives the data, the state and the preferences of a program."""

import os
import sys
from pathlib import Path
from typing import Literal

_NAME = "loopready"
_ON_LINUX = {
    "data": ("XDG_DATA_HOME", "~/.local/share"),
    "state": ("XDG_STATE_HOME", "~/.local/state"),
    "config": ("XDG_CONFIG_HOME", "~/.config"),
}


def place_of(what: Literal["data", "state", "config"]) -> Path:
    """Return the folder of the program for one of them; nothing is made.

    platformdirs knows it everywhere. On a usual Linux desktop the answer is a line or two, and
    loading it for them would be a thirtieth of a start.
    """
    if sys.platform == "linux" and "ANDROID_ROOT" not in os.environ:
        variable, usual = _ON_LINUX[what]
        chosen = os.environ.get(variable, "")
        if chosen.startswith("/"):
            return Path(chosen, _NAME)
        if os.environ.get("HOME", "").startswith("/"):
            return Path(usual, _NAME).expanduser()
    from platformdirs import PlatformDirs  # noqa: PLC0415 - see above

    places = PlatformDirs(_NAME, appauthor=False)
    known = {
        "data": lambda: places.user_data_path,
        "state": lambda: places.user_state_path,
        "config": lambda: places.user_config_path,
    }
    return known[what]()
