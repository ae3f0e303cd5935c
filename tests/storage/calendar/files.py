"""Calendar files for tests, written event by event."""

from pathlib import Path

MEETING = ("DTSTART:20270105T100000Z", "DTEND:20270105T110000Z")


def event(*lines: str, uid: str | None = "1@example") -> str:
    """An appointment with these lines."""
    head = [] if uid is None else [f"UID:{uid}"]
    return "\r\n".join(["BEGIN:VEVENT", *head, *lines, "END:VEVENT", ""])


def calendar(*parts: str) -> str:
    """A calendar with these parts, each ending in a line break."""
    return "\r\n".join(
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example", *parts, "END:VCALENDAR", ""]
    ).replace("\r\n\r\n", "\r\n")


def written(folder: Path, *parts: str) -> Path:
    """A file with a calendar of these parts."""
    file = folder / "work.ics"
    file.write_text(calendar(*parts), encoding="utf-8", newline="")
    return file
