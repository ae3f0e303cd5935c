"""Shows what a document would make of the store, before it is taken in."""

from functools import partial

from PySide6.QtWidgets import QWidget

from planner.core.language import translate
from planner.core.screens.taking import Taking
from planner.core.wording.importing import refused_text, taking_rows, taking_text
from planner.ui.dialogs.dialog import Dialog
from planner.ui.kit.words.dates import long_day
from planner.ui.kit.words.figures import Figures
from planner.ui.kit.words.labels import Body, Muted, Small, breakable

_tr = partial(translate, "TakingInDialog")


class TakingInDialog(Dialog):
    """Accepted, it is to be taken in. `source` says where the document comes from."""

    least_width = 93

    def __init__(self, source: str, taking: Taking, parent: QWidget | None) -> None:
        promise = _tr("What is here stays as it is, and Undo takes back what comes in.")
        super().__init__(_tr("Import"), parent, promise)
        self.figures = Figures(_tr("Now"), _tr("Afterwards"), self)
        rows = taking_rows(taking, long_day)
        self.figures.show_rows({name: (now, after) for name, now, after in rows})
        self.body.addWidget(Body(taking_text(taking), self))
        self.body.addWidget(self.figures)
        refused = refused_text(taking)
        if refused:
            self.body.addWidget(Muted(refused, self))
        self.body.addWidget(Small(breakable(source), self))
        self.add_buttons(_tr("Import"), _tr("Cancel"))
