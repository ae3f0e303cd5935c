"""The program as a test calls it: words in, exit status and both outputs out."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from planner.__main__ import main

TODAY = "2026-12-05"
CANDIDATE = ("--level", "L6", "--start", "2026-11-30", "--loop", "2027-02-08", "--hours", "10")


@dataclass(frozen=True, slots=True)
class Result:
    """What a run of the program gave."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> dict[str, Any]:
        """The output as JSON."""
        found: dict[str, Any] = json.loads(self.out)
        return found

    @property
    def complaint(self) -> str:
        """The one line on standard error."""
        (line,) = self.err.splitlines()
        assert line.startswith("loopready: ")
        return line.removeprefix("loopready: ")


@dataclass(frozen=True, slots=True)
class Program:
    """Runs commands on a store of its own, on a day of its own."""

    store: Path
    read: Callable[[], tuple[str, str]]

    def run(self, *words: str, today: str = TODAY) -> Result:
        status = main([*words, "--store", str(self.store), "--today", today])
        return Result(status, *self.read())

    def bare(self, *words: str) -> Result:
        """Run without the common options."""
        return Result(main(words), *self.read())

    def init(self, *words: str) -> Result:
        return self.run("init", *(words or CANDIDATE))

    def refuses(self, *words: str) -> str:
        """Run what cannot be; nothing is printed or kept. Return what it complains of."""
        before = self.lines()
        result = self.run(*words)
        assert (result.status, result.out, self.lines()) == (2, "", before)
        return result.complaint

    def lines(self) -> list[bytes]:
        """All lines of all journals."""
        files = sorted(self.store.glob("*.jsonl"))
        return [line for file in files for line in file.read_bytes().splitlines()]

    def journal(self) -> Path:
        (file,) = self.store.glob("*.jsonl")
        return file


def program_in(folder: Path, capsys: pytest.CaptureFixture[str]) -> Program:
    def read() -> tuple[str, str]:
        captured = capsys.readouterr()
        return captured.out, captured.err

    return Program(folder / "store", read)
