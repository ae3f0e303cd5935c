"""The ways in which the bytes of a file go bad."""

from collections.abc import Callable, Iterator, Mapping
from random import Random

Way = Callable[[bytes], Iterator[bytes]]

_BLOCKS = (4, 64, 512)


def flipped(data: bytes) -> Iterator[bytes]:
    """Flip each bit."""
    for place in range(len(data)):
        for bit in range(8):
            yield data[:place] + bytes([data[place] ^ 1 << bit]) + data[place + 1 :]


def cut(data: bytes) -> Iterator[bytes]:
    """Cut at each byte."""
    return (data[:length] for length in range(len(data)))


def zeroed(data: bytes) -> Iterator[bytes]:
    """Zero blocks of several sizes, and each tail."""
    for size in _BLOCKS:
        for place in range(0, len(data), max(size // 4, 1)):
            hole = data[place : place + size]
            yield data[:place] + bytes(len(hole)) + data[place + size :]
    for length in range(0, len(data), 7):
        yield data[:length] + bytes(len(data) - length)


def rearranged(data: bytes) -> Iterator[bytes]:
    """Double, move and join lines, and write them as editors of other systems do."""
    lines = data.split(b"\n")[:-1]
    for one in range(len(lines)):
        for other in range(len(lines)):
            moved = [*lines[:one], *lines[one + 1 :]]
            moved.insert(other, lines[one])
            yield b"\n".join(moved) + b"\n"
            yield b"\n".join([*lines, lines[one], lines[other]])
            yield b"\n".join([*lines[:one], lines[one] + lines[other], *lines[one + 1 :]]) + b"\n"
    yield data.replace(b"\n", b"\r\n")
    yield data.replace(b"\n", b"\n\n")
    yield data.replace(b"\n", b"\0\n")
    yield b"\xef\xbb\xbf" + data
    yield data.decode().encode("utf-16")
    yield data + b"\xff\xfe{[" * 50


def random(dice: Random, number: int, data: bytes) -> Iterator[bytes]:
    """Put random bytes in, take some out, and copy some elsewhere."""
    for _ in range(number):
        hurt = bytearray(data)
        for _ in range(dice.choice((1, 2, 8, 64))):
            place = dice.randrange(len(hurt))
            match dice.randrange(4):
                case 0:
                    hurt[place] = dice.randrange(256)
                case 1:
                    del hurt[place : place + dice.randrange(200)]
                case 2:
                    hurt[place:place] = dice.randbytes(dice.randrange(20))
                case _:
                    start = dice.randrange(len(data))
                    hurt[place:place] = data[start : start + dice.randrange(600)]
            hurt = hurt or bytearray(b"\0")
        yield bytes(hurt)


WAYS: Mapping[str, Way] = {
    "a bit flipped": flipped,
    "cut": cut,
    "zeroed": zeroed,
    "rearranged": rearranged,
}
