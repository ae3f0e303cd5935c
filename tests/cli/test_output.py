"""Where output goes, and what happens when it cannot."""

import io
import os
import sys
from pathlib import Path

import pytest

from planner.cli import running
from planner.cli.failure import Failure, ReaderGone
from planner.cli.output import complain, deliver, prepare, tell
from planner.storage.trouble import NotSaved, StoreError
from tests.cli.program import Program


class Stream(io.TextIOWrapper):
    """A standard output whose reader or disk fails."""

    def __init__(self, error: OSError) -> None:
        super().__init__(_Broken(error), encoding="ascii")


class _Broken(io.BytesIO):
    def __init__(self, error: OSError) -> None:
        super().__init__()
        self.error = error

    def write(self, _: object) -> int:
        raise self.error


def test_a_reader_that_leaves_is_no_error(
    planned: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", Stream(BrokenPipeError(32, "Broken pipe")))
    result = planned.run("week")
    assert (result.status, result.err) == (0, "")


def test_a_full_disk_is_one_line(planned: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Stream(OSError(28, "No space left on device")))
    result = planned.run("week")
    assert result.status == 1
    assert result.complaint == "The output could not be written: No space left on device."


def test_no_output_at_all_is_one_line(planned: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    result = planned.run("week")
    assert result.status == 1
    assert result.complaint == "The output is closed, so nothing could be printed."


def test_no_place_for_errors_is_borne(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    assert program.run("week").status == 2


def test_output_is_utf_8_whatever_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    memory = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(memory, encoding="ascii"))
    prepare()
    tell("L6 · “Łódź” \udcff\n")
    sys.stdout.write("\udcff")
    sys.stdout.flush()
    assert memory.getvalue() == "L6 · “Łódź” \\udcff\n\\udcff".encode()


def test_a_complaint_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    complain("two\nlines\x1b[31m of 100 % trouble")
    assert capsys.readouterr().err == "loopready: two lines[31m of 100 % trouble\n"


def test_a_pdf_is_not_for_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    with pytest.raises(Failure, match="not for a terminal"):
        deliver(b"%PDF", None, is_text=False)


def test_a_file_that_cannot_be_written_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, _data: bytes) -> None:
        raise NotSaved("The disk is full.")

    file = tmp_path / "plan.txt"
    file.write_text("old", encoding="utf-8")
    monkeypatch.setattr("planner.cli.output.write_whole", refuse)
    with pytest.raises(Failure, match=r"The disk is full\."):
        deliver(b"new", file)
    assert file.read_text(encoding="utf-8") == "old"


def test_prepare_keeps_the_places_of_closed_streams(tmp_path: Path) -> None:
    """In a fresh process, since the streams of the test runner are its own."""
    seen = tmp_path / "seen"
    child = os.fork()
    if child == 0:
        os.close(2)
        prepare()
        handle = os.open(seen, os.O_CREAT | os.O_WRONLY)
        os._exit(0 if handle > 2 else 1)
    assert os.waitpid(child, 0)[1] == 0


@pytest.mark.parametrize(
    ("error", "status", "told"),
    [
        (Failure("It failed."), 1, "It failed."),
        (StoreError("No store."), 2, "No store."),
        (NotSaved("Not saved."), 1, "Not saved."),
        (
            ImportError("libEGL.so.1: cannot open shared object file"),
            *(1, "Qt needs the library libEGL.so.1, and this system lacks it."),
        ),
        (
            ImportError("/usr/lib/libGL.so.1: file too short"),
            *(1, "Qt needs the library libGL.so.1, and this system lacks it."),
        ),
        (ImportError("No module named 'x'"), 1, "A part of the program is missing: No module"),
        (OSError(5, "Input/output error", "here"), 1, "Input/output error: here"),
        (RuntimeError("a\nbug"), 1, "This is a mistake in the program, please report it: Runtime"),
    ],
)
def test_every_error_is_one_line_and_a_status(
    error: Exception, status: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> int:
        raise error

    assert running.guarded(fail) == status
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"loopready: {told}")


@pytest.mark.parametrize(
    ("error", "status"),
    [(ReaderGone(), 0), (KeyboardInterrupt(), 130), (SystemExit(0), 0), (SystemExit(2), 2)],
)
def test_some_ends_need_no_words(
    error: BaseException, status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> int:
        raise error

    assert running.guarded(fail) == status
    assert capsys.readouterr().err == ""
