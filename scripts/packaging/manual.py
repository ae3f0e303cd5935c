"""The manual page, made of what the program says of itself, so that it never tells another tale."""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_COMMAND = re.compile(r"^ {4}([a-z]+) ", re.MULTILINE)
_HEAD = """\
.TH LOOPREADY 1 "{day}" "Loopready {version}" "User Commands"
.SH NAME
loopready \\- study planner for engineering manager interview loops
.SH SYNOPSIS
.B loopready
[\\-\\-store DIR] [\\-\\-today DATE] [\\-\\-demo | \\-\\-version | \\-\\-self\\-test]
.br
.B loopready
COMMAND [OPTION ...]
.SH DESCRIPTION
Plans the study for an Amazon L6 or L7 engineering manager interview loop, week by week, from level,
dates, free hours and ratings. Without a command the window opens; where there is no display, the
plan is printed instead. It is unofficial: not made by, affiliated with or endorsed by Amazon.
"""
_TAIL = """\
.SH EXIT STATUS
0 done, 1 a problem was found, 2 wrong usage. Errors are one line on standard error.
.SH FILES
.TP
.I ~/.local/share/loopready/store
The journals: everything that was done, one line a step. They are safe to synchronise and to copy.
.TP
.I ~/.local/state/loopready
What belongs to this computer alone: backups, and what makes the start quick.
.TP
.I ~/.config/loopready
Preferences of the window.
"""


def manual(version: str, day: date) -> str:
    """Return the page in the language of man."""
    told = _said()
    commands = _COMMAND.findall(told.partition("\ncommands:")[2])
    blocks = [_block(f"loopready {name}", _said(name)) for name in commands]
    pages = [_HEAD.format(day=day.isoformat(), version=version), _options(told)]
    return "".join([*pages, ".SH COMMANDS\n", *blocks, _TAIL])


def _said(*words: str) -> str:
    """Return the help of the program, or of a command of it."""
    return subprocess.run(
        [sys.executable, "-m", "planner", *words, "--help"],
        cwd=ROOT,
        env={"COLUMNS": "78", "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    ).stdout


def _options(told: str) -> str:
    body = told.partition("\noptions:\n")[2].partition("\n\n")[0]
    return f".SH OPTIONS\n.nf\n{_plain(body)}\n.fi\n"


def _block(heading: str, told: str) -> str:
    return f".SS {heading}\n.nf\n{_plain(told.strip())}\n.fi\n"


def _plain(text: str) -> str:
    """Return text that man takes for nothing else."""
    lines = (line.replace("\\", "\\e").replace("-", "\\-") for line in text.splitlines())
    return "\n".join(f"\\&{line}" if line[:1] in {".", "'"} else line for line in lines)
