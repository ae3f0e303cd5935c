"""Finds the files that come with the program: curriculum, themes, icons, the changelog."""

from pathlib import Path


def resource(*parts: str) -> Path:
    """Return the path of a file or folder that comes with the program.

    A wheel carries the folder inside the package. In a checkout and in the binary it lies beside
    the package. Nothing is checked: opening a path that is not there tells its name.
    """
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    folder = inside if inside.is_dir() else package.parent / "resources"
    return folder.joinpath(*parts)


def changelog() -> Path:
    """Return the path of the changelog: among the resources, in a checkout beside them."""
    among = resource("CHANGELOG.md")
    return among if among.is_file() else resource().with_name(among.name)
