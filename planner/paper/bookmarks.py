"""Adds bookmarks and the language to a PDF that Qt wrote, which can do neither.

Both are an update at the end of the file, as PDF (ISO 32000-1, 7.5.6) has them: what Qt wrote stays
as it is, a new catalog takes the place of the old one.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_END = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s*(\d+)\s*%%EOF\s*$", re.DOTALL)
_XREF = re.compile(rb"xref\s+0 (\d+)\s*\n")
_ENTRY = 20
"""Bytes of a line of the table of objects."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A title, the index of its page, and how high it stands there in points from below."""

    title: str
    page: int
    height: float


def with_bookmarks(data: bytes, language: str, bookmarks: Sequence[Bookmark]) -> bytes:
    """Return a PDF with its language and with bookmarks in their order.

    Raises:
        ValueError: when it is not built as Qt builds one.
    """
    end = _END.search(data)
    if end is None:
        raise ValueError("a PDF without a trailer")
    before = int(end[2])
    root, size, info = (_number(end[1], name) for name in (b"Root", b"Size", b"Info"))
    catalog = _dictionary(data, before, root)
    pages = _pages(data, before, _number(catalog, b"Pages"))
    outline = size
    objects = {root: catalog + _entries(language, outline, bookmarks)}
    if bookmarks:
        objects.update(_outline(outline, bookmarks, pages))
    identity = re.search(rb"/ID \[.*?\]", end[1], re.DOTALL)
    trailer = b"/Size %d\n/Info %d 0 R\n/Root %d 0 R\n/Prev %d\n%s\n" % (
        max(size, *(number + 1 for number in objects)),
        info,
        root,
        before,
        identity[0] if identity else b"",
    )
    return _updated(data, objects, trailer)


def _entries(language: str, outline: int, bookmarks: Sequence[Bookmark]) -> bytes:
    spoken = b"/Lang (%s)\n" % language.encode("ascii", "ignore")
    return spoken + (b"/Outlines %d 0 R\n" % outline if bookmarks else b"")


def _outline(
    outline: int, bookmarks: Sequence[Bookmark], pages: Sequence[bytes]
) -> Mapping[int, bytes]:
    last = outline + len(bookmarks)
    objects = {
        outline: b"/Type /Outlines\n/First %d 0 R\n/Last %d 0 R\n/Count %d\n"
        % (outline + 1, last, len(bookmarks))
    }
    for number, one in enumerate(bookmarks, outline + 1):
        beside = b"/Prev %d 0 R\n" % (number - 1) if number > outline + 1 else b""
        beside += b"/Next %d 0 R\n" % (number + 1) if number < last else b""
        title = b"\xfe\xff" + one.title.encode("utf-16-be", "replace")
        place = b"%s /XYZ 0 %.2f 0" % (pages[one.page], one.height)
        objects[number] = b"/Title <%s>\n/Parent %d 0 R\n%s/Dest [%s]\n" % (
            title.hex().encode(),
            outline,
            beside,
            place,
        )
    return objects


def _updated(data: bytes, objects: Mapping[int, bytes], trailer: bytes) -> bytes:
    """Append objects, where each of them stands, and a trailer."""
    out = bytearray(data)
    table = b"xref\n"
    for number, inside in sorted(objects.items()):
        table += b"%d 1\n%010d 00000 n \n" % (number, len(out))
        out += b"%d 0 obj\n<<\n%s>>\nendobj\n" % (number, inside)
    start = len(out)
    out += table + b"trailer\n<<\n%s>>\nstartxref\n%d\n%%%%EOF\n" % (trailer, start)
    return bytes(out)


def _pages(data: bytes, xref: int, number: int) -> list[bytes]:
    kids = re.search(rb"/Kids\s*\[(.*?)\]", _dictionary(data, xref, number), re.DOTALL)
    if kids is None:
        raise ValueError("a PDF without pages")
    return re.findall(rb"\d+ 0 R", kids[1])


def _dictionary(data: bytes, xref: int, number: int) -> bytes:
    """Return what stands in an object that holds no other dictionary."""
    table = _XREF.match(data, xref)
    if table is None or number >= int(table[1]):
        raise ValueError("a PDF without a table of objects")
    at = int(data[table.end() + number * _ENTRY :][:10])
    found = re.compile(rb"%d 0 obj\s*<<\n?(.*?)>>\s*endobj" % number, re.DOTALL).match(data, at)
    if found is None:
        raise ValueError(f"a PDF without its object {number}")
    return found[1]


def _number(inside: bytes, name: bytes) -> int:
    found = re.search(rb"/%s (\d+)" % name, inside)
    if found is None:
        raise ValueError(f"a PDF without {name.decode()}")
    return int(found[1])
