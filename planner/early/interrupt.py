"""Lets Ctrl+C end a start at once."""

import signal
import sys


def end_at_once() -> None:
    """End on Ctrl+C as any program does by itself, until the window takes care of it.

    Python would raise `KeyboardInterrupt` in whatever it is doing. Qt loses that where it calls
    Python, and half a class of its names ends the program in a crash. Nothing of the user's is
    open yet. Who starts a program that Ctrl+C is not to reach has said so before.
    """
    is_usual = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if is_usual and sys.platform != "win32":
        signal.signal(signal.SIGINT, signal.SIG_DFL)
