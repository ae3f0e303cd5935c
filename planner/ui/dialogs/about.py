"""What this program is, and what it is made of."""

from PySide6.QtWidgets import QWidget

from planner import __version__
from planner.storage.support.versions import versions
from planner.ui.dialogs.dialog import Dialog
from planner.ui.kit.words.labels import Body, Muted, Small
from planner.ui.outward import window_title


class AboutDialog(Dialog):
    """Unofficial, with versions and licences."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__("Loopready", parent)
        self.setWindowTitle(window_title(self.tr("About Loopready")))
        self.body.addWidget(Muted(self.tr("Version {version}").format(version=__version__), self))
        self.body.addWidget(
            Body(
                self.tr(
                    "A study planner for the Amazon L6 and L7 engineering manager interview loop. "
                    "It is unofficial: not made by, affiliated with or endorsed by Amazon."
                ),
                self,
            )
        )
        self.body.addWidget(
            Body(
                self.tr(
                    "It keeps everything on this computer and talks to no network. "
                    "Its figures measure preparation; they predict no decision."
                ),
                self,
            )
        )
        self.body.addWidget(
            Body(
                self.tr(
                    "Tables, lists and short labels come from a public guide, “Fundamentals of "
                    "Amazon L6/L7 Engineering Manager Interviews”, of the SystemCraft site; the "
                    "sentences are our own. The Guide page says where it is odd."
                ),
                self,
            )
        )
        self.body.addWidget(Small(versions(), self))
        self.body.addWidget(
            Small(
                self.tr(
                    "Loopready: MIT. Qt, PySide6, recurring-ical-events and x-wr-timezone: LGPL 3. "
                    "pydantic, platformdirs and holidays: MIT. icalendar: BSD."
                ),
                self,
            )
        )
        self.add_buttons(self.tr("Close"))
