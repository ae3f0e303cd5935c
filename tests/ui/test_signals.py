"""The window ends on what the system asks of it, and only on what it is let hear."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import closing
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from planner.ui.signals import STOPS, Signals

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in numbers()}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def numbers() -> list[signal.Signals]:
    return [signal.Signals[name] for name in STOPS]


def test_each_is_told_once_and_given_back(qtbot: QtBot) -> None:
    for number in numbers():
        signal.signal(number, signal.SIG_DFL)
    told = list[signal.Signals]()
    for number in numbers():
        with closing(Signals(partial(told.append, number))):
            os.kill(os.getpid(), number)
            qtbot.waitUntil(lambda: bool(told))
        assert [told.pop(), *told] == [number]
        assert signal.getsignal(number) is signal.SIG_DFL


@pytest.mark.parametrize("name", STOPS)
def test_what_is_kept_from_the_program_stays_away(qtbot: QtBot, name: str) -> None:
    kept, other = signal.Signals[name], next(one for one in numbers() if one.name != name)
    signal.signal(kept, signal.SIG_IGN)
    signal.signal(other, signal.SIG_DFL)
    told = list[str]()
    with closing(Signals(lambda: told.append("stop"))):
        assert signal.getsignal(kept) is signal.SIG_IGN
        os.kill(os.getpid(), kept)
        os.kill(os.getpid(), other)
        qtbot.waitUntil(lambda: told == ["stop"])
    assert signal.getsignal(kept) is signal.SIG_IGN
