"""Tells which lines of a store were written here, as far as a copied computer lets it be told."""

from collections.abc import Callable, Collection, Iterable

from planner.storage.line import Record


class Own:
    """The id of this computer, but where another one has it too, only what this program wrote."""

    def __init__(self, device: Callable[[], str]) -> None:
        """Remember where the id comes from."""
        self._device = device
        self._shared: set[str] = set()
        self._wrote: set[str] = set()

    @property
    def devices(self) -> Collection[str]:
        """The ids under which nobody else writes."""
        return {self._device()} - self._shared

    @property
    def lines(self) -> Collection[str]:
        """The names of the lines that were written under an id that another computer has."""
        return self._wrote if self._shared else ()

    def share(self, device: str) -> None:
        """Take in that another computer has an id as well."""
        self._shared.add(device)

    def took(self, records: Iterable[Record]) -> None:
        """Take in what this program wrote."""
        self._wrote.update(one.name for one in records)
