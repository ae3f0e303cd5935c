"""Zips are the same for the same files, and whatever else a zip may be is refused in a sentence."""

import os
import struct
import zipfile
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from planner.storage.backup import packing
from planner.storage.backup.content import content_of
from planner.storage.backup.packing import packed, read_backup, read_zip, unpacked, version_of
from planner.storage.trouble import BackupError
from tests.support.lines import line, tick

NAMES = st.text(max_size=12) | st.sampled_from(["a", "..", "../x", "/x", "C:x", "a\\b", "a:b", ""])
FILES = st.dictionaries(NAMES, st.binary(max_size=200), max_size=5)
GOOD = {"journal-ada.jsonl": tick(1) + tick(2)}


def zipped(*entries: tuple[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", how) as opened:
        for name, data in entries:
            opened.writestr(zipfile.ZipInfo(name), data, how)
    return made.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(BackupError) as caught:
        content_of(unpacked(data, "x.zip"), "x.zip")
    return str(caught.value)


@given(FILES)
@example({"a\ud800": b"1", "a?": b"2", "\udfffa": b"3", "a_": b"4", "a/": b"5"})
def test_any_files_come_back_and_no_name_leads_outside(files: dict[str, bytes]) -> None:
    held = unpacked(packed(files), "x.zip")
    assert sorted(held.values()) == sorted(files.values())


@given(FILES)
def test_the_same_files_give_the_same_bytes(files: dict[str, bytes]) -> None:
    assert packed(files) == packed(dict(reversed(files.items())))


def test_names_stay_where_every_system_takes_them() -> None:
    assert unpacked(packed(GOOD), "x.zip") == GOOD


def test_a_zip_says_which_version_its_lines_are_of() -> None:
    assert version_of(packed(GOOD, 7)) == 7
    assert version_of(zipped(("a", b"1"))) == 0


def test_a_zip_of_the_folder_made_by_hand_is_one_too(tmp_path: Path) -> None:
    file = tmp_path / "mine.zip"
    file.write_bytes(
        zipped(("store/", b""), ("store/a.jsonl", tick(1)), ("store/notes.txt", b"hello\n"))
    )
    content = read_backup(file)
    assert (len(content.records), content.unreadable) == (1, 0)


BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "It is no zip, or a damaged one"),
    "text": (lambda: b"dear diary", "It is no zip, or a damaged one"),
    "cut": (lambda: packed(GOOD)[:-40], "It is no zip, or a damaged one"),
    "above": (lambda: zipped(("../x", tick(1))), "It names files outside of its own folder"),
    "within": (lambda: zipped(("a/../../x", tick(1))), "It names files outside of its own folder"),
    "absolute": (lambda: zipped(("/etc/x", tick(1))), "It names files outside of its own folder"),
    "drive": (lambda: zipped(("C:x", tick(1))), "It names files outside of its own folder"),
    "backslash": (lambda: zipped(("..\\x", tick(1))), "It names files outside of its own folder"),
    "bzip2": (
        lambda: zipped(("a", tick(1)), how=zipfile.ZIP_BZIP2),
        "It is packed in a way that is not known",
    ),
    "many": (
        lambda: zipped(*((str(n), b"") for n in range(packing.MOST_FILES + 1))),
        "It holds more than a backup can",
    ),
    "empty": (zipped, "It holds no journal that can be read"),
    "other": (lambda: zipped(("notes.txt", b"hello")), "It holds no journal that can be read"),
    "newer": (
        lambda: zipped(("a", tick(1) + line(id="ada-2", v=99) + b"\n")),
        "It was made by a newer version of Loopready",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_backup_is_refused_in_a_sentence(name: str) -> None:
    make, told = BAD[name]
    assert refusal(make()) == f"{told}: x.zip."


def test_an_encrypted_zip_is_refused() -> None:
    data = bytearray(zipped(("a", tick(1))))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    data[6] |= 1
    assert refusal(bytes(data)) == "It is encrypted, and only plain zips can be read: x.zip."


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "MOST_BYTES", 10_000)
    data = zipped(("a", bytes(9_000)), ("b", bytes(9_000)))
    assert len(data) < 500
    assert refusal(data) == "It holds more than a backup can: x.zip."


def test_a_bomb_that_lies_about_its_size_gives_no_more_than_it_says() -> None:
    data = bytearray(zipped(("a", bytes(1_000_000))))
    place = data.index(b"PK\x01\x02") + 24
    assert struct.unpack_from("<I", data, place) == (1_000_000,)
    struct.pack_into("<I", data, place, 100)
    assert refusal(bytes(data)) == "It is no zip, or a damaged one: x.zip."


def test_what_is_no_file_or_far_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "x.zip"
    for place in (file, tmp_path):
        with pytest.raises(BackupError, match="There is no file"):
            read_zip(place)
    file.write_bytes(packed(GOOD))
    monkeypatch.setattr(packing, "MOST_PACKED", 10)
    with pytest.raises(BackupError, match="too large to be a backup"):
        read_zip(file)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such files")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.zip")
    with pytest.raises(BackupError, match="There is no file"):
        read_zip(tmp_path / "x.zip")


@given(st.data())
def test_damage_of_any_kind_is_told_or_harmless(data: st.DataObject) -> None:
    whole = bytearray(packed(GOOD | {"notes": b"hello" * 50}))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(whole)))
    for one in (bytes(whole), bytes(whole[:cut]), bytes(whole[cut:])):
        with suppress(BackupError):
            assert set(unpacked(one, "x.zip").values()) <= {*GOOD.values(), b"hello" * 50}


@given(st.binary(max_size=300))
def test_no_bytes_whatever_raise_anything_else(data: bytes) -> None:
    with pytest.raises(BackupError):
        unpacked(b"PK\x03\x04" + data, "x.zip")
