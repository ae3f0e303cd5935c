"""The quiet bar under a page: what was just done, with Undo, or what is wrong with the store."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QEnterEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from planner.core.values import Fact
from planner.ui.kit.buttons import LinkButton
from planner.ui.kit.layout.card import Card, Tone
from planner.ui.kit.words.labels import Body

SECONDS = 8.0
MOST_CHOICES = 3
RIM = 4
"""How far several lines stand off the rim."""


class Choice(Fact, frozen=True):
    """What a button says, and what it runs."""

    text: str
    run: Callable[[], object]


class Said(Fact, frozen=True):
    """A sentence, with a button for each choice."""

    text: str
    choices: tuple[Choice, ...] = ()
    tone: Tone = "plain"
    urgent: bool = False


class Notice(QWidget):
    """Shows one sentence. A passing one goes after some seconds, a standing one comes back.

    Its place is kept while there is nothing to say, so that nothing on the page moves. While the
    pointer or the focus rests on it, a passing sentence stays.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing: Said | None = None
        self._advice: Said | None = None
        self._passing: Said | None = None
        self._later: list[Said] = []
        self._shown: Said | None = None
        self._heard: set[str] = set()
        self._card = Card(self)
        self._label = Body(parent=self._card)
        self._buttons = [
            LinkButton("", partial(self.press, place), self._card) for place in range(MOST_CHOICES)
        ]
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(SECONDS * 1000))
        self._timer.timeout.connect(self._on_timeout)
        self._inside = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._card)
        self._inside.setContentsMargins(12, 0, 0, 0)
        self._inside.setSpacing(0)
        beside = self._label.contentsMargins()
        self._label.setContentsMargins(beside.left(), RIM, beside.right(), RIM)
        self._inside.addWidget(self._label, stretch=1)
        row = QHBoxLayout()
        for button in self._buttons:
            row.addWidget(button)
        self._inside.addLayout(row)
        around = QHBoxLayout(self)
        around.setContentsMargins(28, 0, 28, 6)
        around.addWidget(self._card)
        for part in (self._card, self._buttons[0]):
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
        self._card.hide()

    @property
    def text(self) -> str:
        """The sentence that is shown, or an empty one."""
        return self._shown.text if self._shown else ""

    def tell(self, sentence: str) -> None:
        """Say something for some seconds."""
        self._pass(Said(sentence))

    def tell_later(self, sentence: str) -> None:
        """Say something for some seconds, once what is offered now has had its time."""
        if self._passing and self._passing.choices:
            self._later.append(Said(sentence))
        else:
            self.tell(sentence)

    def offer(self, sentence: str, action: str, run: Callable[[], object]) -> None:
        """Say something for some seconds, with a button that runs something.

        It never hides what is urgent.
        """
        if self._standing is None or not self._standing.urgent:
            self._pass(Said(sentence, (Choice(action, run),)))

    def stand(self, sentence: str, *choices: Choice, urgent: bool = True) -> None:
        """Say something until an empty sentence takes it back; offers yield to what is urgent."""
        if sentence and urgent and self._passing and self._passing.choices:
            self._passing = None
        self._standing = Said(sentence, choices, "amber", urgent) if sentence else None
        self._show()

    def advise(self, sentence: str, *choices: Choice) -> None:
        """Say something while there is nothing else to say, until an empty sentence ends it."""
        self._advice = Said(sentence, choices) if sentence else None
        self._show()

    def dismiss(self) -> None:
        """Let a passing sentence go; the next one comes."""
        self._timer.stop()
        self._passing = None
        if self._later:
            self._pass(self._later.pop(0))
        else:
            self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the words where they would leave those too little room."""
        super().resizeEvent(event)
        self._arrange()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait while the pointer rests here."""
        self.rest()

    def rest(self) -> None:
        """Let what passes stay until the pointer leaves."""
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Go on when the pointer leaves."""
        if self._passing:
            self._timer.start()

    def _pass(self, said: Said) -> None:
        self._passing = said
        self._timer.start()
        self._show()

    def _show(self) -> None:
        said = self._passing or self._standing or self._advice
        self._heard &= {one.text for one in (self._standing, self._advice) if one}
        news = said is not None and said != self._shown
        self._shown = said
        self._card.setVisible(said is not None)
        if said is None or not news:
            return
        self._label.setText(said.text)
        for place, button in enumerate(self._buttons):
            is_wanted = place < len(said.choices)
            button.setVisible(is_wanted)
            button.setText(said.choices[place].text if is_wanted else "")
        self._card.set_tone(said.tone)
        self._arrange()
        self._say(said)

    def _say(self, said: Said) -> None:
        """Have a sentence said; one that only comes back was heard before."""
        if said.text not in self._heard:
            from planner.ui.kit.words.aloud import say_aloud

            say_aloud(self, said.text)
        if said is not self._passing:
            self._heard.add(said.text)

    def _arrange(self) -> None:
        choices = self._shown.choices if self._shown else ()
        wanted = sum(one.sizeHint().width() for one in self._buttons[: len(choices)])
        direction = QBoxLayout.Direction
        below = len(choices) > 1 and wanted > self.width() / 2
        self._inside.setDirection(direction.TopToBottom if below else direction.LeftToRight)

    def press(self, place: int = 0) -> None:
        """Do what a button offers."""
        said = self._shown
        self.dismiss()
        if said and place < len(said.choices):
            said.choices[place].run()

    def _on_timeout(self) -> None:
        if any(button.hasFocus() for button in self._buttons):
            self._timer.start()
        else:
            self.dismiss()
