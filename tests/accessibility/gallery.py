"""A program that shows every dialog at once, for a screen reader to go through."""

import sys

from planner.ui.app import application
from planner.ui.look import Look
from tests.ui.every_dialog import DIALOGS
from tests.ui.house import demo_workspace, opened


def main() -> int:
    """Show them all until the program is ended."""
    app = application()
    look = Look(app, "light")
    with opened(app, demo_workspace(), look) as house:
        dialogs = [(name, make(house)) for name, make in DIALOGS.items()]
        for name, dialog in dialogs:
            dialog.setWindowTitle(f"{name}: {dialog.windowTitle()}")
            dialog.show()
        return app.exec()


if __name__ == "__main__":
    sys.exit(main())
