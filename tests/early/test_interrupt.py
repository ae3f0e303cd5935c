"""Ctrl+C ends a window that is not there yet at once, and a command as ever."""

import signal
import sys

import pytest

from tests.architecture.project import ROOT, run_python

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no window to end there")

PRESSED = """
import os, signal, sys
sys.path.insert(0, sys.argv[1])
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from planner.__main__ import begin
before = {"ignored": signal.SIG_IGN, "usual": signal.default_int_handler}[sys.argv[2]]
signal.signal(signal.SIGINT, before)  # who runs the tests may have it ignored
begin(sys.argv[3:])
try:
    os.kill(os.getpid(), signal.SIGINT)
except KeyboardInterrupt:
    print("interrupted")
else:
    print("goes on")
"""


def test_it_ends_a_start_without_a_word() -> None:
    done = run_python("-c", PRESSED, str(ROOT), "usual")
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, "", "")


@pytest.mark.parametrize(
    ("before", "words", "said"),
    [("usual", ["status"], "interrupted\n"), ("ignored", [], "goes on\n")],
)
def test_a_command_and_what_is_out_of_reach_are_left_alone(
    before: str, words: list[str], said: str
) -> None:
    done = run_python("-c", PRESSED, str(ROOT), before, *words)
    assert (done.returncode, done.stdout, done.stderr) == (0, said, "")
