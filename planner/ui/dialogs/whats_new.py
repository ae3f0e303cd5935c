"""What a version of the program brings, as the changelog tells it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner import __version__
from planner.core.changelog import Part, Point, read_changelog, release_of
from planner.core.language import translate
from planner.resources import changelog
from planner.ui.dialogs.dialog import Dialog
from planner.ui.kit.words.labels import Body, Heading, Muted, SectionLabel

BULLET = "•"


class WhatsNewDialog(Dialog):
    """The changes of this version. The keyboard scrolls them."""

    least_width = 113

    def __init__(self, parent: QWidget | None) -> None:
        title = translate(
            "WhatsNewDialog", "What is new in Loopready {version}", version=__version__
        )
        super().__init__(title, parent)
        self.setWindowTitle(self.tr("What is new"))
        self.body.setSpacing(8)
        parts = _parts()
        for part in parts:
            self.body.addWidget(Heading(part.title, self))
            for point in part.points:
                self._say(point)
        if not parts:
            self.body.addWidget(Muted(self.tr("The changelog was not found."), self))
        self.add_buttons(self.tr("Close"))
        self.let_read(title)

    def _say(self, point: Point) -> None:
        """Say a change; what it is about stands over it, so that one sees where to read on."""
        if not point.lead:
            self.body.addWidget(Body(f"{BULLET} {point.text}", self))
            return
        pair = QVBoxLayout()
        pair.setSpacing(1)
        pair.addWidget(SectionLabel(point.lead, self))
        pair.addWidget(Body(point.text, self))
        self.body.addLayout(pair)


def _parts() -> tuple[Part, ...]:
    try:
        text = changelog().read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ()
    release = release_of(read_changelog(text), __version__)
    return release.parts if release else ()
