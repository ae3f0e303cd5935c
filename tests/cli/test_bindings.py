"""The bindings of Qt leave the counts of Python's own objects alone."""

import sys

from PySide6.QtGui import QTextOption


def test_calls_that_return_nothing_do_not_use_nothing_up() -> None:
    """PySide6 6.12.0 on Python 3.11 gives None away at each such call.

    After some thousand calls the program ends with "none_dealloc: deallocating None". 6.8.3 and
    6.11.3 do not; on Python 3.12 None is immortal.
    """
    option = QTextOption()
    before = sys.getrefcount(None)
    for _ in range(200):
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
    assert sys.getrefcount(None) > before - 100
