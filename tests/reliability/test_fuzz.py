"""The fuzzer of the readers finds what is wrong, and nothing where all is well."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reliability import fuzz
from reliability.fuzz import Thrower, main
from reliability.readers import Reader, readers
from reliability.spoiling import bytes_anywhere
from reliability.tally import Tally


@pytest.fixture
def tally(capsys: pytest.CaptureFixture[str]) -> Iterator[Tally]:
    yield Tally("fuzz")
    capsys.readouterr()


def reader(read: object) -> Reader:
    return Reader(1, (b'{"a": 1}',), (bytes_anywhere,), read)  # type: ignore[arg-type]


def test_every_reader_has_an_answer_to_some_inputs(capsys: pytest.CaptureFixture[str]) -> None:
    tally = main(["--inputs", "300"])
    assert tally.losses == []
    assert tally.tried["inputs"] > 290
    out = capsys.readouterr().out
    for name in ("line", "document", "theme", "curriculum", "calendar", "preferences", "backup"):
        assert f"fuzz: {name}: " in out


def test_what_is_sound_is_read_by_every_reader(tmp_path: Path) -> None:
    for name, one in readers(tmp_path).items():
        for seed in one.seeds:
            assert one.read(seed) == "read", name


def test_whatever_a_reader_raises_is_a_fault(tally: Tally) -> None:
    def read(data: bytes) -> str:
        if len(data) % 2:
            raise KeyError(data)
        return "read"

    Thrower("mine", reader(read), 1, tally).throw(range(50))
    assert 0 < len(tally.losses) < 50
    assert all("KeyError in test_fuzz.py" in one for one in tally.losses)
    assert tally.tried["inputs"] == 50


def test_who_thinks_for_ever_is_given_up(tally: Tally, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz, "_GIVEN_UP", 0.05)

    def read(_: bytes) -> str:
        time.sleep(30)
        return "read"

    with fuzz.watch():
        Thrower("mine", reader(read), 1, tally).throw(range(1))
    assert "Hangs" in tally.losses[0]


def test_an_input_is_the_same_in_every_run(tally: Tally, tmp_path: Path) -> None:
    for name, one in readers(tmp_path).items():
        again = Thrower(name, one, 3, tally)
        assert again.input(7) == Thrower(name, one, 3, tally).input(7)
        assert len({again.input(n) for n in range(30)}) > 20


def test_the_words_of_the_command_line_are_checked(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--reader", "none"])
    assert "none is none of: line, document" in capsys.readouterr().err
    assert main(["--reader", "line", "--only", "3"]).tried["inputs"] == 1
    assert capsys.readouterr().out.startswith("b'")
