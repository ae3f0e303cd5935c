"""Says at a button that cannot be pressed why not."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from planner.ui.kit.words.labels import Problem


class WhyNot(QObject):
    """Keeps what is wrong with the fields of a window as the description of its button.

    It looks when the fields are through: some say what is wrong after the button heard of it.
    """

    def __init__(self, button: QWidget) -> None:
        super().__init__(button)
        self._button = button
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._on_through)
        button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.EnabledChange:
            self._timer.start()
        return super().eventFilter(watched, event)

    def _on_through(self) -> None:
        problems = self._button.window().findChildren(Problem)
        wrong = [] if self._button.isEnabled() else [one.text() for one in problems if one.text()]
        self._button.setAccessibleDescription(" ".join(wrong))
