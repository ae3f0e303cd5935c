"""The tree of a running program as a screen reader has it, over AT-SPI."""

import time
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from tests.accessibility.bus import Bus, BusError

Found = TypeVar("Found")
ATSPI = "org.a11y.atspi"
REGISTRY = "/org/a11y/atspi/registry"
STATES = {
    1: "active", 4: "checked", 7: "editable", 8: "enabled", 9: "expandable", 10: "expanded",
    11: "focusable", 12: "focused", 16: "modal", 22: "selectable", 23: "selected",
    24: "sensitive", 25: "showing", 30: "visible", 32: "mixed", 41: "checkable", 43: "read-only",
}  # fmt: skip


class Node:
    """One thing in the tree: its name, role and states, and what can be done to it."""

    def __init__(self, bus: Bus, place: tuple[str, str]) -> None:
        self.bus, self.place = bus, place

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Node) and other.place == self.place

    def __hash__(self) -> int:
        return hash(self.place)

    def __repr__(self) -> str:
        return f"{self.role} “{self.name}”"

    def ask(self, interface: str, member: str, signature: str = "", *arguments: Any) -> Any:
        """Call a method of AT-SPI on it; return its one answer."""
        to, path = self.place
        found = self.bus.call(
            to, path, member, signature, *arguments, interface=f"{ATSPI}.{interface}"
        )
        return found[0] if found else None

    def get(self, interface: str, name: str) -> Any:
        """Return a property."""
        to, path = self.place
        asked = (f"{ATSPI}.{interface}", name)
        properties = "org.freedesktop.DBus.Properties"
        return self.bus.call(to, path, "Get", "ss", *asked, interface=properties)[0]

    @property
    def name(self) -> str:
        """What it is called."""
        return str(self.get("Accessible", "Name"))

    @property
    def description(self) -> str:
        """What is said of it besides."""
        return str(self.get("Accessible", "Description"))

    @property
    def role(self) -> str:
        """What it is: "push button", "list item"."""
        return str(self.ask("Accessible", "GetRoleName"))

    @property
    def states(self) -> frozenset[str]:
        """What holds of it now; states without a meaning for us are left out."""
        low, high = self.ask("Accessible", "GetState")
        bits = low | high << 32
        return frozenset(name for bit, name in STATES.items() if bits >> bit & 1)

    @property
    def interfaces(self) -> frozenset[str]:
        """What it can be asked for: "Action", "Value", "EditableText"."""
        found = self.ask("Accessible", "GetInterfaces")
        return frozenset(one.removeprefix(f"{ATSPI}.") for one in found)

    @property
    def children(self) -> list["Node"]:
        """What is in it."""
        return [Node(self.bus, one) for one in self.ask("Accessible", "GetChildren")]

    @property
    def actions(self) -> list[str]:
        """What can be done to it, by names that do not depend on the language."""
        return [one[0] for one in self.ask("Action", "GetActions")]

    @property
    def text(self) -> str:
        """What a field holds."""
        return str(self.ask("Text", "GetText", "ii", 0, -1))

    def below(self) -> Iterator["Node"]:
        """Yield it and everything in it that is on the screen or could be scrolled to."""
        yield self
        for child in self.children:
            yield from child.below()

    def do(self, action: str) -> None:
        """Do something to it, without waiting: what it opens may wait for us."""
        to, path = self.place
        index = self.actions.index(action)
        self.bus.send(to, path, "DoAction", "i", index, interface=f"{ATSPI}.Action")

    def fill(self, text: str) -> None:
        """Put a text into a field."""
        if not self.ask("EditableText", "SetTextContents", "s", text):
            raise BusError(f"{self!r} takes no text")

    def set_value(self, value: float) -> None:
        """Give a slider, or a field of numbers, a value."""
        to, path = self.place
        asked = (f"{ATSPI}.Value", "CurrentValue", ("d", value))
        self.bus.call(to, path, "Set", "ssv", *asked, interface="org.freedesktop.DBus.Properties")

    def select(self, place: int) -> None:
        """Select a child."""
        if not self.ask("Selection", "SelectChild", "i", place):
            raise BusError(f"{self!r} selects nothing at {place}")

    def hear(self, event: str = "announcement", member: str = "Announcement") -> None:
        """Listen from now on to what the programs say aloud, or to another event of theirs."""
        registry = f"{ATSPI}.Registry"
        asked: tuple[Any, ...] = (f"object:{event}", [], "")
        self.bus.call(registry, REGISTRY, "RegisterEvent", "sass", *asked, interface=registry)
        rule = f"type='signal',interface='{ATSPI}.Event.Object',member='{member}'"
        self.bus.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "AddMatch", "s", rule)

    def heard(self) -> list[str]:
        """Return what was said aloud up to now."""
        _ = self.name  # what was said before this answer has come by then
        return [str(one.body[3]) for one in self.bus.signals if one.member == "Announcement"]

    def focus(self) -> None:
        """Put the keyboard on it."""
        self.ask("Component", "GrabFocus")


def desktop(session: str) -> Node:
    """Return the root of what all programs show, on the bus that the session's bus names."""
    first = Bus(session)
    address = first.call("org.a11y.Bus", "/org/a11y/bus", "GetAddress", interface="org.a11y.Bus")
    first.close()
    bus = Bus(str(address[0]))
    return Node(bus, (f"{ATSPI}.Registry", f"/{ATSPI.replace('.', '/')}/accessible/root"))


def wait_for(found: Callable[[], Found | None], what: object, seconds: float = 15) -> Found:
    """Return what is found once it is there; it may still be coming.

    `what` is missed otherwise: its name, or what tells it.
    """
    end = time.monotonic() + seconds
    while True:
        try:
            one = found()
        except BusError:
            one = None
        if one:
            return one
        if time.monotonic() > end:
            raise AssertionError(f"not there: {what() if callable(what) else what}")
        time.sleep(0.05)
