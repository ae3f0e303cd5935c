"""Which modules a start of the window loads, found by starting it.

A list that somebody keeps would be wrong after the next change, and nobody would notice.
"""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
_TODAY, _LOOP = "2026-12-01", "2027-02-08"
_WAIT = 120
_STARTED = """
import gc, os, sys

def stands():
    print(*sys.modules, sep="\\n", flush=True)
    os._exit(0)

gc.freeze = stands  # what the window does with what a start made, once it stands
from planner.__main__ import main
sys.exit(main(sys.argv[1:]) or "The window was closed before it stood")
"""


def loaded_at_start() -> frozenset[str]:
    """Return the names of all modules that are loaded when the window stands, with a plan in it."""
    with TemporaryDirectory(prefix="loopready-start-") as home:
        asked = ("--store", f"{home}/store", "--today", _TODAY)
        _told(home, "-m", "planner", *asked, "init", "--level", "L6", "--loop", _LOOP)
        return frozenset(_told(home, "-c", _STARTED, *asked).splitlines())


def _told(home: str, *words: str) -> str:
    places = {f"XDG_{one}_HOME": home for one in ("CONFIG", "DATA", "STATE")}
    done = subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env={**os.environ, **places, "HOME": home, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
        timeout=_WAIT,
        check=True,
    )
    return done.stdout
