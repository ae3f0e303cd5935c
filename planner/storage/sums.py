"""Sums of bytes that Python computes by itself.

`hashlib` loads OpenSSL first, which takes a window longer than all its sums; `random` of Python
goes the same way. Where a Python keeps them elsewhere, `hashlib` gives the same sums.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import blake2b, sha256
else:
    try:
        from _blake2 import blake2b
        from _sha256 import sha256
    except ImportError:  # Python 3.12 and later
        from hashlib import blake2b, sha256

__all__ = ["blake2b", "sha256"]
