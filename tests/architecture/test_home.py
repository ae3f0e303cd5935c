"""The guard of tests/conftest.py: no test sees the real home folder."""

from collections.abc import Callable
from pathlib import Path

import platformdirs
import pytest


@pytest.mark.parametrize(
    "ask",
    [
        Path.home,
        lambda: platformdirs.user_data_path("loopready"),
        lambda: platformdirs.user_state_path("loopready"),
        lambda: platformdirs.user_config_path("loopready"),
        lambda: platformdirs.user_cache_path("loopready"),
        lambda: platformdirs.user_log_path("loopready"),
    ],
    ids=["home", "data", "state", "config", "cache", "log"],
)
def test_every_folder_of_the_user_is_a_made_up_one(ask: Callable[[], Path], home: Path) -> None:
    assert ask().is_relative_to(home)
