"""Stands in for the part of PyInstaller that loads ctypes at every start.

It would let `CDLL` look into the program folder for a bare name. Loopready asks for a library by
its whole path, and only when something has failed.
"""


def install() -> None:
    """Change nothing."""
