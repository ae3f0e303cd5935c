"""Whatever somebody calls a document: it is refused in one clear sentence, or sound."""

import gzip
import json
import os
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.storage.document import file, form, reading
from planner.storage.document.reading import document_of, read_document
from planner.storage.trouble import DocumentError
from tests.support.documents import HOLDS, command, document
from tests.support.lines import TICKED, line

GOOD = document()
BOM, LATIN = b"\xef\xbb\xbf", "é".encode("latin-1")


def refusal(path: Path) -> str:
    with pytest.raises(DocumentError) as caught:
        read_document(path)
    told = str(caught.value)
    assert "\n" not in told
    assert len(told) < 400 + len(str(path))
    return told.removeprefix(f"{path} cannot be imported: ")


def refused_bytes(tmp_path: Path, data: bytes) -> str:
    path = tmp_path / "all.json"
    path.write_bytes(data)
    told = refusal(path)
    assert path.read_bytes() == data
    return told


def refused_text(text: str) -> str:
    with pytest.raises(ValueError, match=r".") as caught:
        document_of(text)
    return str(caught.value)


def test_a_good_one_is_read(tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    path.write_text(GOOD, encoding="utf-8")
    found = read_document(path)
    assert [one.id for one in found.content.records] == ["ada-1"]
    assert found.content.lines_of(found.content.records) == line() + b"\n"
    assert found.header.count == 1


NO_JSON = "it is not JSON as it should be: "


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "it is empty."),
        (b" \n\t", "it is empty."),
        (b"\0" * 4096, "it holds nothing but zeros."),
        (GOOD.encode() + b"\0" * 512, "it holds zero bytes, which no text does."),
        (BOM + GOOD.encode(), "it begins with a byte order mark; save it as UTF-8 without one."),
        (GOOD.encode("utf-16"), "it is UTF-16 text; save it as UTF-8."),
        (GOOD.encode("utf-16-be"), "it holds zero bytes, which no text does."),
        (GOOD.encode("utf-32"), "it is UTF-16 text; save it as UTF-8."),
        (b'{"title": "' + LATIN + b'"}', "it is not UTF-8 at byte 11."),
        (b'"\xc0\xaf"', "it is not UTF-8 at byte 1."),
        (b'"\xed\xa0\x80"', "it is not UTF-8 at byte 1."),
        (b'"\xf4\xbf\xbf\xbf"', "it is not UTF-8 at byte 1."),
        (gzip.compress(GOOD.encode()), "it is packed with gzip; unpack it first."),
        (line() + b"\n", "it is a journal; copy it into the folder of the store instead."),
        (b"[" * 1_000_000, f"{NO_JSON}it is nested too deeply."),
        (b'{"a":' * 100_000, f"{NO_JSON}it is nested too deeply."),
        (b"[" * 500 + b"]" * 500, f"{NO_JSON}it is nested too deeply."),
        (b"1" * 5_000, f"{NO_JSON}a number has more than 18 digits."),
        (b"[-" + b"1" * 19 + b"]", f"{NO_JSON}a number has more than 18 digits."),
        (b"[1e999]", f"{NO_JSON}a number is too large."),
        (b"[NaN]", f"{NO_JSON}NaN is not a number."),
        (b"[-Infinity]", f"{NO_JSON}-Infinity is not a number."),
        (b'{"id": 1, "id": 1}', f"{NO_JSON}the key “id” stands twice in one object."),
        (rb'["\ud800"]', f"{NO_JSON}a text holds half a character, a lone surrogate."),
        (rb'["\udc00x"]', f"{NO_JSON}a text holds half a character, a lone surrogate."),
        (b'["a\x01b"]', f"{NO_JSON}Invalid control character at: line 1 column 4 (char 3)."),
        (b"{'format': 1}", f"{NO_JSON}Expecting property name enclosed in double quotes"),
        (b"[1,]", f"{NO_JSON}"),
        (b"{} {}", f"{NO_JSON}Extra data: line 1 column 4 (char 3)."),
        (b"<!DOCTYPE html><title>Sign in</title>", f"{NO_JSON}Expecting value: line 1 column 1"),
        (b"null", "it is JSON, but no document of Loopready."),
        (b"[]", "it is JSON, but no document of Loopready."),
        (b'"x"', "it is JSON, but no document of Loopready."),
        (b"{}", "it is JSON, but no document of Loopready."),
        (b'{"name": "other", "version": "1.0.0"}', "it is JSON, but no document of Loopready."),
    ],
)
def test_what_is_no_document_is_refused_in_a_sentence(
    tmp_path: Path, data: bytes, why: str
) -> None:
    assert refused_bytes(tmp_path, data).startswith(why)


@pytest.mark.parametrize(
    "text",
    [
        document(command(id="ada\n\x1b[31m-1")),
        json.dumps({"x" * 1_000_000: 1}).replace(": 1", ': 1, "' + "x" * 1_000_000 + '": 2'),
        document(**{"\u202e\n" * 1_000: 1}),
    ],
)
def test_the_sentence_is_one_line_whatever_it_is_about(tmp_path: Path, text: str) -> None:
    told = refused_bytes(tmp_path, text.encode())
    assert told.isprintable()
    assert len(told) < 260


def test_a_zip_is_told_where_to_go(tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    with zipfile.ZipFile(path, "w") as opened:
        opened.writestr("all.json", GOOD)
    assert refusal(path) == "it is a zip; loopready restore goes back to a backup."


def test_what_was_cut_off_anywhere_is_told_so(tmp_path: Path) -> None:
    for length in range(1, len(GOOD)):
        told = refused_bytes(tmp_path, GOOD[:length].encode())
        assert told == f"{NO_JSON}it ends too early, as if it had been cut off."


def test_each_flipped_bit_is_refused_or_harmless(tmp_path: Path) -> None:
    good = document_of(GOOD)
    path = tmp_path / "all.json"
    harmless = 0
    for place in range(8 * len(GOOD)):
        data = bytearray(GOOD.encode())
        data[place // 8] ^= 1 << place % 8
        path.write_bytes(data)
        with suppress(DocumentError):
            assert read_document(path).content == good.content
            harmless += 1
    # Of eight times as many; those are in the words of the head, which change no command.
    assert 0 < harmless < 2 * len(GOOD)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"version": 2}, "it was written by a newer version of Loopready"),
        ({"version": 999}, "it was written by a newer version of Loopready"),
        ({"version": -1}, "its version is none"),
        ({"version": "3"}, "its version is none"),
        ({"version": True}, "its version is none"),
        ({"version": 1.0}, "its version is none"),
        ({"version": None}, "its version is none"),
        ({"format": "other"}, "it is JSON, but no document of Loopready"),
        ({"format": None}, "it is JSON, but no document of Loopready"),
        ({"surplus": 1}, "its head is wrong: surplus: Extra inputs are not permitted"),
        ({"x" * 5_000: 1}, f"its head is wrong: {'x' * 59}…: Extra inputs are not permitted"),
        ({"program": 7}, "its head is wrong: program: Input should be a valid string"),
        ({"program": "x" * 1_000_000}, "its head is wrong: program: String should have at most 40"),
        ({"about": "x" * 10_000_000}, "its head is wrong: about: String should have at most 500"),
        ({"written": "2026-02-30"}, "its head is wrong: written: Input should be a valid date"),
        ({"written": "1700000000"}, "its head is wrong: written: "),
        ({"written": "9999-12-31"}, "its head is wrong: written: Input should be less than"),
        ({"holds": {}}, "its head is wrong: holds.level: Field required"),
        ({"holds": HOLDS | {"ticks": True}}, "its head is wrong: holds.ticks: Input should be a"),
        ({"holds": HOLDS | {"more": 1}}, "its head is wrong: holds.more: Extra inputs are not"),
        ({"count": True}, "its head is wrong: count: Input should be a valid integer"),
        ({"count": -1}, "its head is wrong: count: Input should be greater than or equal to 0"),
        ({"count": 2}, "it speaks of 2 commands and holds 1"),
        ({"commands": None}, "it speaks of 1 commands and holds no list"),
        ({"commands": {}}, "it speaks of 1 commands and holds no list"),
        ({"commands": [None]}, "command 1 is wrong: "),
        ({"commands": [[]]}, "command 1 is wrong: "),
    ],
)
def test_a_wrong_head_is_told(changes: dict[str, Any], why: str) -> None:
    assert refused_text(document(**changes)).startswith(why)


def test_a_plan_alone_is_told_from_everything() -> None:
    told = refused_text(json.dumps({"level": "L6", "loop": "2027-02-08", "weeks": []}))
    assert told == "it is a plan alone; loopready export --everything writes all"


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"v": 2}, " was written by a newer version of Loopready"),
        ({"v": -1}, " is wrong: v: Input should be 1"),
        ({"v": "1"}, " is wrong: v: Input should be 1"),
        ({"v": None}, " is wrong: v: Field required"),
        ({"surplus": 1}, " is wrong: surplus: Extra inputs are not permitted"),
        ({"at": None}, " is wrong: at: Field required"),
        ({"at": "2026-12-15"}, " is wrong: at: String should match pattern"),
        ({"at": "2026-12-15T24:00:00.000Z/0001"}, " is wrong: at: String should match pattern"),
        ({"at": "2026-12-15T23:59:60.000Z/0001"}, " is wrong: at: String should match pattern"),
        ({"at": "2026-02-30T19:30:00.000Z/0001"}, " has a day that is none"),
        ({"at": "0000-01-01T19:30:00.000Z/0001"}, " has a day that is none"),
        ({"at": "9999-12-31T23:59:59.999Z/9999"}, " lies outside the years 1970 to 2200"),
        ({"seen": {"bob": True}}, " is wrong: seen.bob: Input should be a valid integer"),
        ({"seen": {"bob": "5"}}, " is wrong: seen.bob: Input should be a valid integer"),
        ({"command": None}, " is wrong: command: Field required"),
        ({"command": {}}, " is of a kind that this version does not know"),
        ({"command": {"kind": "fly"}}, " is of a kind that this version does not know"),
        ({"command": TICKED | {"on": None}}, " is wrong: command.tick.on: Input should be"),
        ({"command": TICKED | {"on": "2027-02-30"}}, " is wrong: command.tick.on: Input should"),
        ({"command": TICKED | {"on": "1700000000"}}, " is wrong: command.tick.on: "),
        ({"command": TICKED | {"on": 1700000000}}, " is wrong: command.tick.on: "),
        ({"command": TICKED | {"on": "9999-12-31"}}, " is wrong: command.tick.on: "),
        ({"command": TICKED | {"on": "P1000000000D"}}, " is wrong: command.tick.on: "),
        ({"command": TICKED | {"done": 1}}, " is wrong: command.tick.done: Input should be"),
        ({"command": TICKED | {"target": "x" * 1_000_000}}, " is wrong: command.tick.target: "),
        ({"command": TICKED | {"target": "e" + "\u0301" * 50_000}}, " is wrong: command.tick."),
        ({"command": TICKED | {"more": "x"}}, " is wrong: command.tick.more: Extra inputs"),
        (
            {"command": {"kind": "log-time", "code": "W1-01", "minutes": True, "on": "2026-12-05"}},
            " is wrong: command.log-time.minutes: Input should be a valid integer",
        ),
        (
            {"command": {"kind": "log-time", "code": "W1-01", "minutes": 1e9, "on": "2026-12-05"}},
            " is wrong: command.log-time.minutes: ",
        ),
        (
            {"command": {"kind": "add-evidence", "item": "a", "text": "x" * 10_000_000}},
            " is wrong: command.add-evidence.text: String should have at most 500 characters",
        ),
        (
            {"command": {"kind": "retract", "ids": []}},
            " is wrong: command.retract.ids: Tuple should have at least 1 item",
        ),
    ],
)
def test_a_wrong_command_is_named_with_its_place(changes: dict[str, Any], why: str) -> None:
    told = refused_text(document(command(id="bob-1"), command(**changes)))
    assert told.startswith(f"command 2 (ada-1){why}")
    assert len(told) < 400


@pytest.mark.parametrize("wrong", [7, None, "x" * 5_000, "no-number-", "ada-0", "-1", "a/../b-1"])
def test_a_wrong_id_is_told(wrong: object) -> None:
    assert refused_text(document(command(id=wrong))).startswith("command 1")


def test_a_changed_command_is_told() -> None:
    changed = command() | {"command": TICKED | {"target": "W1-02"}}
    assert refused_text(document(changed)).endswith("(ada-1) was changed after it was written")
    without = {name: one for name, one in command().items() if name != "sum"}
    assert refused_text(document(without)).endswith("(ada-1) was changed after it was written")


def test_one_command_may_not_stand_twice() -> None:
    told = refused_text(document(command(), command(id="bob-1"), command()))
    assert told == "command 3 (ada-1) stands in it twice"


def test_two_commands_of_one_id_stay_both_as_in_a_folder() -> None:
    """A copied device makes such, and a store that has them must be able to move."""
    other = command(command=TICKED | {"target": "W1-02"})
    assert len(document_of(document(command(), other)).content.records) == 2


def test_a_double_key_deep_inside_is_told() -> None:
    text = GOOD.replace('"kind": "tick"', '"kind": "tick", "kind": "tick"')
    assert text != GOOD
    assert refused_text(text).endswith("the key “kind” stands twice in one object")


def test_spaces_do_not_matter_but_order_does() -> None:
    good = document_of(GOOD)
    assert document_of(json.dumps(json.loads(GOOD), indent=4)).content == good.content
    assert document_of(json.dumps(json.loads(GOOD), separators=(",", ":"))).content == good.content
    assert "was changed" in refused_text(json.dumps(json.loads(GOOD), sort_keys=True))


def test_more_than_the_limit_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "all.json"
    with path.open("wb") as opened:
        opened.truncate(form.MOST_BYTES + 1)
    monkeypatch.setattr(Path, "open", None)
    assert refusal(path) == "it has 64.0 MB, and no document has more than 64 MB."


def test_a_file_that_grows_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "all.json"
    path.write_text(GOOD, encoding="utf-8")
    grown = path.stat()
    monkeypatch.setattr(file, "MOST_BYTES", len(GOOD) - 1)
    monkeypatch.setattr(Path, "stat", lambda _: os.stat_result([grown.st_mode, *[0] * 9]))
    assert "it has more than" in refusal(path)


def test_more_commands_than_the_limit_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_COMMANDS", 1)
    assert refused_text(document(command(), command(id="bob-1"))) == "it has more than 1 commands"


def test_a_million_commands_are_refused_by_their_count_alone() -> None:
    told = refused_text(document(commands=[0] * 1_000_000, count=1_000_000))
    assert told.startswith("its head is wrong: count: Input should be less than or equal to")


def a_folder(path: Path) -> None:
    path.mkdir()


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_circle(path: Path) -> None:
    path.symlink_to(path)


def a_link_to_nothing(path: Path) -> None:
    path.symlink_to("nothing")


def a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def nothing(path: Path) -> None:
    del path


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (a_folder, "it is a folder."),
        (a_pipe, "it is no ordinary file."),
        (a_device, "it is no ordinary file."),
        (a_circle, "its links lead round in a circle."),
    ],
)
def test_what_is_no_file_is_refused_without_waiting(
    tmp_path: Path, make: Callable[[Path], None], why: str
) -> None:
    path = tmp_path / "all.json"
    make(path)
    assert refusal(path) == why


@pytest.mark.parametrize("make", [nothing, a_link_to_nothing])
def test_what_is_not_there_is_told(tmp_path: Path, make: Callable[[Path], None]) -> None:
    path = tmp_path / "all.json"
    make(path)
    assert refusal(path) == f"There is no file {path}."


def test_a_link_to_a_document_is_one(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text(GOOD, encoding="utf-8")
    (tmp_path / "all.json").symlink_to("real.json")
    assert read_document(tmp_path / "all.json").header.count == 1


def test_a_file_below_a_file_and_a_name_too_long_are_told(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("", encoding="utf-8")
    assert refusal(tmp_path / "x" / "y") == "part of its path is a file."
    assert refusal(tmp_path / ("x" * 300)) == "its name is too long."


def test_a_file_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "all.json"
    path.write_text(GOOD, encoding="utf-8")

    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)  # root may read any file, so it is said for it
    assert refusal(path) == "there is no permission to read it."


@settings(max_examples=200)
@given(st.data())
def test_whatever_stands_in_it_there_is_an_answer(data: st.DataObject) -> None:
    values = json.loads(GOOD)
    odd = st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
        lambda one: st.lists(one, max_size=3) | st.dictionaries(st.text(max_size=9), one),
        max_leaves=5,
    )
    place = data.draw(st.sampled_from([values, values["commands"][0], values["holds"]]))
    place[data.draw(st.sampled_from([*place, "more"]))] = data.draw(odd)
    text = json.dumps(values)
    with suppress(ValueError):
        assert document_of(text).header.count == 1
