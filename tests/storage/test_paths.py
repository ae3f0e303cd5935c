"""A store is opened where it can be used, and a wrong path is told in one sentence."""

import errno
import os
import re
from pathlib import Path

import pytest
from platformdirs import PlatformDirs
from platformdirs.api import PlatformDirsABC
from platformdirs.macos import MacOS
from platformdirs.unix import Unix

from planner.storage.journal import Journal
from planner.storage.paths import (
    has_pack,
    open_store,
    preferences_file,
    state_folder,
    store_folder,
)
from planner.storage.places import place_of
from planner.storage.trouble import NotSaved, StoreError
from tests.support.faults import failing
from tests.support.lines import TICK
from tests.support.stores import Clock


def opened(store: Path | None, state: Path | None = None) -> Journal:
    return open_store(store, now=Clock(), new_id=lambda: "ada", state=state)


@pytest.mark.parametrize("system", [Unix, MacOS])
def test_the_usual_places_lie_in_the_home_folder_apart_from_each_other(
    home: Path, monkeypatch: pytest.MonkeyPatch, system: type[PlatformDirsABC]
) -> None:
    if system is MacOS:
        for variable in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
            monkeypatch.delenv(variable)
        monkeypatch.setattr("sys.platform", "darwin")
        monkeypatch.setattr("platformdirs.PlatformDirs", MacOS)
    store, state, preferences = store_folder(), state_folder(), preferences_file()
    for place in (store, state, preferences):
        assert place.is_relative_to(home)
        assert "loopready" in place.parts
    assert not state.is_relative_to(store)
    assert not preferences.is_relative_to(store)


@pytest.mark.parametrize("chosen", [None, "", "here/", "/there/", "/", "//twice", "~/mine"])
@pytest.mark.parametrize("at_home", [None, "", "relative", "/srv/me", "/srv/me//", "/", "//"])
def test_the_places_are_those_of_platformdirs(
    monkeypatch: pytest.MonkeyPatch, chosen: str | None, at_home: str | None
) -> None:
    variables = {"HOME": at_home}
    variables |= dict.fromkeys(("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"), chosen)
    for variable, value in variables.items():
        if value is None:
            monkeypatch.delenv(variable)
        else:
            monkeypatch.setenv(variable, value)
    told = PlatformDirs("loopready", appauthor=False)
    places = [place_of("data"), place_of("state"), place_of("config")]
    assert places == [told.user_data_path, told.user_state_path, told.user_config_path]


def test_without_a_path_the_usual_store_is_opened(home: Path) -> None:
    journal = opened(None)
    assert list(home.iterdir()) == []
    journal.append([TICK])
    assert (store_folder() / "journal-ada.jsonl").is_file()
    assert (state_folder() / "device").read_text() == "ada"
    assert opened(None).catch_up() == tuple(journal.records)


def test_a_relative_path_means_the_folder_it_meant_when_it_was_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    journal = opened(Path("mine"))
    monkeypatch.chdir("/")
    journal.append([TICK])
    assert (tmp_path / "mine" / "journal-ada.jsonl").is_file()


def test_two_ways_to_one_folder_share_a_lock(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    for name in ("real", "link"):
        opened(tmp_path / name, tmp_path / "state").append([TICK])
    assert len(list((tmp_path / "state").glob("*.lock"))) == 1
    opened(tmp_path / "other", tmp_path / "state").append([TICK])
    assert len(list((tmp_path / "state").glob("*.lock"))) == 2


def refusal(store: Path) -> str:
    with pytest.raises(StoreError) as error:
        opened(store)
    text = str(error.value)
    assert re.fullmatch(r"[A-Z][^\n]*\.", text)
    assert str(store) in text
    return text


def test_a_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert "must be a folder" in refusal(tmp_path / "file")


def test_a_link_that_leads_nowhere_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("nowhere")
    assert "must be a folder" in refusal(tmp_path / "link")


def test_a_store_below_a_file_can_never_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "file").chmod(0o700)
    assert "cannot be made" in refusal(tmp_path / "file" / "store")


# Root may read and write everywhere, so the answers of the system are made up.


def test_a_store_that_may_not_be_made_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert "cannot be made" in refusal(tmp_path / "deep" / "store")


def test_a_store_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    with failing("scandir", errno.EACCES):
        assert "no permission to read" in refusal(tmp_path)
    with failing("stat", errno.EACCES):
        assert "no permission to read" in refusal(tmp_path)


def test_a_store_on_a_broken_disk_is_told(tmp_path: Path) -> None:
    with failing("scandir", errno.EIO):
        assert "cannot be read, Input/output error" in refusal(tmp_path)


@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO])
@pytest.mark.parametrize("name", ["scandir", "stat"])
def test_a_window_opens_it_read_only_with_the_reason(
    tmp_path: Path, name: str, number: int
) -> None:
    with failing(name, number):
        journal = open_store(
            tmp_path, now=Clock(), new_id=lambda: "ada", state=tmp_path / "s", unreadable=True
        )
        assert not has_pack(tmp_path)
    with failing("scandir", number):
        journal.catch_up()
        assert re.fullmatch(r"(There is no|The store cannot)[^\n]*\.", journal.read_only)
        with pytest.raises(NotSaved, match=r"cannot be read|no permission"):
            journal.append([TICK])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("after", range(4))
def test_a_folder_that_cannot_be_looked_at_is_told(tmp_path: Path, after: int) -> None:
    with failing("stat", errno.EIO, after=after):
        refusal(tmp_path / "new")
