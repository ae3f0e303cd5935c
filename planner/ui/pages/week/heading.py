"""The top of the week page: which week it is, and the buttons beside it."""

from collections.abc import Container

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractButton

from planner.core.screens.week import WeekScreen
from planner.ui.kit.buttons import Button, PrimaryButton
from planner.ui.kit.layout.header import Header
from planner.ui.pages.week import words

PREVIOUS, NEXT = "\u2039", "\u203a"


class Heading(QObject):
    """`asked` carries the id of the action that a button stands for."""

    asked = Signal(str)

    def __init__(self, header: Header) -> None:
        super().__init__(header)
        self._header, self._does = header, "start-focus"
        self._back = Button(self.tr("This week"), self._on_back, header)
        self._before = Button(PREVIOUS, self._on_before, header)
        self._after = Button(NEXT, self._on_after, header)
        self._catch_up = Button(self.tr("Catch up…"), self._on_catch_up, header)
        self._print = Button(self.tr("Print week"), self._on_print, header)
        self._focus = PrimaryButton(self.tr("Start focus"), self._on_focus, header)
        self._before.setAccessibleName(self.tr("Week before"))
        self._after.setAccessibleName(self.tr("Week after"))
        for button in (*self.turning, self._catch_up, self._print, self._focus):
            header.add(button)

    @property
    def turning(self) -> tuple[QAbstractButton, ...]:
        """The buttons that turn to another week."""
        return (self._back, self._before, self._after)

    def show_week(self, week: WeekScreen | None, selected: int) -> None:
        """Name a week, with how many of its sessions are selected."""
        for button in (self._before, self._after, self._catch_up, self._print, self._focus):
            button.setVisible(week is not None)
        self._back.setVisible(week is not None and not week.is_current)
        if week is None:
            self._header.set_words(self.tr("This week"))
            return
        self._before.setEnabled(week.number > 1)
        self._after.setEnabled(week.number < week.weeks)
        self._header.set_words(words.week_title(week), words.week_subtitle(week, selected))

    def show_offers(self, offered: Container[str]) -> None:
        """Let a session be begun where one can be."""
        self._focus.setEnabled("start-focus" in offered)

    def show_timer(self, *, here: bool, running: bool) -> None:
        """Say what the button does: begin, or rest and go on where the timer is `here`."""
        self._does = "pause-focus" if here else "start-focus"
        going = self.tr("Pause focus") if running else self.tr("Go on")
        self._focus.setText(going if here else self.tr("Start focus"))

    def _on_back(self) -> None:
        self.asked.emit("today")

    def _on_before(self) -> None:
        self.asked.emit("week-before")

    def _on_after(self) -> None:
        self.asked.emit("week-after")

    def _on_catch_up(self) -> None:
        self.asked.emit("catch-up")

    def _on_print(self) -> None:
        self.asked.emit("print")

    def _on_focus(self) -> None:
        self.asked.emit(self._does)
