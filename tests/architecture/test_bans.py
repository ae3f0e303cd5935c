"""Clock, ids and chance come in from planner/program.py; ruff refuses them elsewhere."""

import subprocess
import sys

import pytest

from tests.architecture.project import ROOT

BANNED = [
    "from datetime import datetime\ndatetime.now()",
    "from datetime import datetime\ndatetime.today()",
    "from datetime import datetime\ndatetime.utcnow()",
    "from datetime import date\ndate.today()",
    "import time\ntime.time()",
    "import uuid\nuuid.uuid4()",
    "from uuid import uuid4\nuuid4()",
    "import random",
    "from random import choice",
    "import secrets",
    "from PySide6.QtCore import QDate\nQDate.currentDate()",
    "import importlib\nimportlib.import_module('planner.ui')",
]


def banned_uses(source: str, file: str) -> str:
    """What ruff's list of banned names says of a source, as if it stood in a file."""
    options = ["--no-cache", "--select", "TID251", "--output-format", "concise"]
    return subprocess.run(
        [sys.executable, "-m", "ruff", "check", *options, "--stdin-filename", file, "-"],
        cwd=ROOT,
        input=source,
        capture_output=True,
        text=True,
        check=False,
    ).stdout


@pytest.mark.parametrize("source", BANNED)
@pytest.mark.parametrize("file", ["planner/core/probe.py", "planner/ui/probe.py"])
def test_a_banned_name_is_refused(source: str, file: str) -> None:
    assert "TID251" in banned_uses(source, file)


def test_the_composition_root_may_read_the_clock() -> None:
    assert "TID251" not in banned_uses(BANNED[0], "planner/program.py")
