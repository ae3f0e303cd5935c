"""Where a file is offered to go: among the documents, or at home where there are none."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def offered_file(name: str) -> str:
    """Return a file of this name in the first of both folders that there is.

    A dialog that is told of a folder that does not exist opens wherever the program was started.
    """
    places = (
        QStandardPaths.StandardLocation.DocumentsLocation,
        QStandardPaths.StandardLocation.HomeLocation,
    )
    folders = [Path(QStandardPaths.writableLocation(place)) for place in places]
    return str(next((one for one in folders if one.is_dir()), folders[-1]) / name)
