"""Loads Qt's libraries in a second thread while the first one loads what needs no Qt."""

import atexit
import os
import sys
from _thread import LockType, allocate_lock, start_new_thread
from collections.abc import Mapping
from contextlib import suppress

MODULES = ("QtWidgets", "QtGui", "QtCore")
"""The first of them brings nearly all the libraries along, in one call."""
OF_PYTHON = (
    *("math", "_datetime", "_typing", "unicodedata", "zlib", "_bz2", "_lzma", "_bisect"),
    *("_random", "_sha512", "_json", "_blake2", "_sha256", "binascii", "_struct", "fcntl"),
)
"""Small libraries that the first thread needs meanwhile: it would wait for the large ones."""
PLATFORMS = {"xcb": "libqxcb.so", "wayland": "libqwayland.so", "offscreen": "libqoffscreen.so"}
FONTS = "libfontconfig.so.1"


def load_beforehand() -> None:
    """Begin to load them, on Linux; elsewhere, and where one is missing, Qt does so itself.

    The calls go to the C library without Python's lock, so that both threads are busy. Nothing
    depends on how far it came: what Qt asks for later is there, or is waited for, or is loaded
    then. Only a program that ends at once waits: libraries that are half there cannot be left.
    """
    if sys.platform != "linux":
        return
    package = next(filter(os.path.isdir, (f"{one}/PySide6" for one in sys.path)), None)
    if package:
        for module in OF_PYTHON:
            with suppress(ImportError):  # each Python has some of them built in, or not at all
                __import__(module)
        working = allocate_lock()
        working.acquire()
        with suppress(RuntimeError):
            start_new_thread(_load, (package, platform_of(os.environ), working))
            atexit.register(working.acquire)


def platform_of(environment: Mapping[str, str]) -> str:
    """Return the name of the plug-in that Qt is going to choose, as far as one can know."""
    named = environment.get("QT_QPA_PLATFORM", "").partition(";")[0].partition(":")[0]
    return named or ("wayland" if environment.get("WAYLAND_DISPLAY") else "xcb")


def _load(package: str, platform: str, working: LockType) -> None:
    try:
        with suppress(Exception):
            _call_for(package, platform)
    finally:
        working.release()


def _call_for(package: str, platform: str) -> None:
    import _ctypes  # noqa: PLC0415 - the public module takes three times as long

    class Function(_ctypes.CFuncPtr):
        _flags_ = _ctypes.FUNCFLAG_CDECL
        _restype_ = None

    load = Function(_ctypes.dlsym(_ctypes.dlopen("libc.so.6", 0), "dlopen"))
    for module in MODULES:
        load(f"{package}/{module}.abi3.so".encode(), os.RTLD_NOW)
    if platform in PLATFORMS:
        load(f"{package}/Qt/plugins/platforms/{PLATFORMS[platform]}".encode(), os.RTLD_NOW)
    Function(_ctypes.dlsym(_ctypes.dlopen(FONTS, 0), "FcInit"))()
