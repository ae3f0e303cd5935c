"""What Debian's own tools say of the packages."""

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory


def complaints(deb: Path) -> list[str]:
    """Return a line for each tool that finds something wrong, or worth a warning, in a package."""
    with TemporaryDirectory(prefix="loopready-checks-") as folder:
        subprocess.run(["dpkg-deb", "--extract", deb, folder], check=True)
        share = Path(folder, "usr", "share")
        tools: tuple[list[str | Path], ...] = (
            ["desktop-file-validate", *share.glob("applications/*.desktop")],
            ["appstreamcli", "validate-tree", "--no-net", "--no-color", folder],
            ["lintian", "--allow-root", "--fail-on=error,warning", deb],
        )
        return [said for said in map(_said, tools) if said]


def _said(words: list[str | Path]) -> str:
    told = subprocess.run(words, capture_output=True, text=True, check=False)
    if told.returncode == 0:
        return ""
    return f"{words[0]}: {told.stdout}{told.stderr}".rstrip()
