"""A small client of D-Bus: calls, their answers, and the signals that come meanwhile."""

import os
import socket
import struct
from collections import deque
from collections.abc import Sequence
from typing import Any, NamedTuple

CALL, ANSWER, ERROR, SIGNAL = 1, 2, 3, 4
SIZES = {"y": 1, "b": 4, "n": 2, "q": 2, "i": 4, "u": 4, "x": 8, "t": 8, "d": 8}
LETTERS = {"y": "B", "b": "I", "n": "h", "q": "H", "i": "i", "u": "I", "x": "q", "t": "Q", "d": "d"}
ALIGNED = {"s": 4, "o": 4, "g": 1, "a": 4, "(": 8, "{": 8, "v": 1, **SIZES}


class BusError(Exception):
    """The other side refused a call, or is gone."""


class Message(NamedTuple):
    """What came over the bus; `fields` are those of the header, by their numbers."""

    kind: int
    serial: int
    fields: dict[int, Any]
    body: list[Any]

    @property
    def member(self) -> str:
        """The name of a signal."""
        return str(self.fields.get(3, ""))

    @property
    def source(self) -> tuple[str, str]:
        """Whose it is: the name on the bus, and the path of the object."""
        return str(self.fields.get(7, "")), str(self.fields.get(1, ""))


class Bus:
    """A connection. Each call waits for its answer at most `patience` seconds."""

    def __init__(self, address: str, patience: float = 15) -> None:
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(patience)
        self._socket.connect(_place(address))
        self._serial = 0
        self.signals: deque[Message] = deque()
        self._introduce()
        self.name = self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "Hello")[0]

    def close(self) -> None:
        """End the connection."""
        self._socket.close()

    def call(
        self,
        to: str,
        path: str,
        member: str,
        signature: str = "",
        *arguments: Any,
        interface: str = "org.freedesktop.DBus",
    ) -> list[Any]:
        """Call a method and return what it answers."""
        serial = self.send(to, path, member, signature, *arguments, interface=interface)
        while True:
            message = self._receive()
            if message.kind == SIGNAL:
                self.signals.append(message)
            elif message.fields.get(5) == serial:
                if message.kind == ERROR:
                    raise BusError(f"{interface}.{member}: {message.body or message.fields}")
                return message.body

    def send(
        self,
        to: str,
        path: str,
        member: str,
        signature: str = "",
        *arguments: Any,
        interface: str = "org.freedesktop.DBus",
    ) -> int:
        """Call a method without waiting for it, and return the number of the call."""
        self._serial += 1
        body = bytearray()
        for one, value in zip(split(signature), arguments, strict=True):
            write(body, one, value)
        fields = [(1, "o", path), (2, "s", interface), (3, "s", member), (6, "s", to)]
        if signature:
            fields.append((8, "g", signature))
        head = bytearray(struct.pack("<cBBBII", b"l", CALL, 0, 1, len(body), self._serial))
        write(head, "a(yv)", [(number, (kind, value)) for number, kind, value in fields])
        _align(head, 8)
        self._socket.sendall(bytes(head + body))
        return self._serial

    def _introduce(self) -> None:
        self._socket.sendall(b"\0AUTH EXTERNAL " + str(os.getuid()).encode().hex().encode())
        self._socket.sendall(b"\r\n")
        answer = self._socket.recv(4096)
        if not answer.startswith(b"OK"):
            raise BusError(answer)
        self._socket.sendall(b"BEGIN\r\n")

    def _receive(self) -> Message:
        start = self._exactly(16)
        order = "<" if start[:1] == b"l" else ">"
        kind, size, serial, fields = struct.unpack(f"{order}xBxxIII", start)
        head = start + self._exactly(fields + -fields % 8)
        known = dict(Reader(head, order, 12).read("a(yv)"))
        reader = Reader(self._exactly(size), order)
        return Message(kind, serial, known, [reader.read(one) for one in split(known.get(8, ""))])

    def _exactly(self, size: int) -> bytes:
        found = b""
        while len(found) < size:
            more = self._socket.recv(size - len(found))
            if not more:
                raise BusError("the bus is gone")
            found += more
        return found


class Reader:
    """Reads values from bytes by their signatures."""

    def __init__(self, data: bytes, order: str, place: int = 0) -> None:
        self._data, self._order, self._place = data, order, place

    def read(self, kind: str) -> Any:
        """Read one value; an array becomes a list, a structure a tuple, entries a dictionary."""
        first = kind[0]
        if first in "sog":
            size = self.read("y" if first == "g" else "u")
            return self._take(size + 1)[:-1].decode()
        if first == "v":
            return self.read(self.read("g"))
        self._place += -self._place % ALIGNED[first]
        if first == "a":
            return self._array(kind[1:])
        if first in "({":
            return tuple(self.read(one) for one in split(kind[1:-1]))
        (value,) = struct.unpack(self._order + LETTERS[first], self._take(SIZES[first]))
        return bool(value) if first == "b" else value

    def _array(self, kind: str) -> list[Any] | dict[Any, Any]:
        size = self.read("u")
        self._place += -self._place % ALIGNED[kind[0]]
        end, found = self._place + size, []
        while self._place < end:
            found.append(self.read(kind))
        return dict(found) if kind[0] == "{" else found

    def _take(self, size: int) -> bytes:
        self._place += size
        return self._data[self._place - size : self._place]


def write(out: bytearray, kind: str, value: Any) -> None:
    """Append a value; a variant is a pair of its signature and its value."""
    first = kind[0]
    _align(out, ALIGNED[first])
    if first in "sog":
        text = value.encode()
        out += struct.pack("<B" if first == "g" else "<I", len(text)) + text + b"\0"
    elif first == "v":
        write(out, "g", value[0])
        write(out, value[0], value[1])
    elif first == "a":
        _write_array(out, kind[1:], value)
    elif first == "(":
        for one, part in zip(split(kind[1:-1]), value, strict=True):
            write(out, one, part)
    else:
        out += struct.pack("<" + LETTERS[first], value)


def split(signature: str) -> list[str]:
    """Return the single types of a signature: "sa(so)u" has three."""
    found, at = [], 0
    while at < len(signature):
        end = _end(signature, at)
        found.append(signature[at:end])
        at = end
    return found


def _end(signature: str, at: int) -> int:
    if signature[at] == "a":
        return _end(signature, at + 1)
    if signature[at] not in "({":
        return at + 1
    depth = 0
    for place in range(at, len(signature)):
        depth += (signature[place] in "({") - (signature[place] in ")}")
        if not depth:
            return place + 1
    raise ValueError(signature)


def _write_array(out: bytearray, kind: str, values: Sequence[Any]) -> None:
    at = len(out)
    out += b"\0\0\0\0"
    _align(out, ALIGNED[kind[0]])
    start = len(out)
    for value in values:
        write(out, kind, value)
    out[at : at + 4] = struct.pack("<I", len(out) - start)


def _align(out: bytearray, size: int) -> None:
    out += bytes(-len(out) % size)


def _place(address: str) -> str:
    for one in address.split(";"):
        kind, _, rest = one.partition(":")
        known = dict(part.split("=", 1) for part in rest.split(","))
        if kind == "unix" and "path" in known:
            return known["path"]
        if kind == "unix" and "abstract" in known:
            return "\0" + known["abstract"]
    raise BusError(address)
