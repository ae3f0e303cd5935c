"""The one socket of the program is local: a second start raises the first window."""

import pytest

from tests.architecture.project import ROOT, imports, sources

LOCAL = {"QLocalServer", "QLocalSocket"}


def network_imports(source: str) -> list[str]:
    """What a source imports of Qt's network, the local socket left out."""
    return [
        f"{module} {name}".strip()
        for module, name in imports(source)
        if (module.startswith("PySide6.QtNetwork") and name not in LOCAL)
        or (module == "PySide6" and name.startswith("QtNetwork"))
    ]


def test_only_the_local_socket_is_imported() -> None:
    found = {
        str(path.relative_to(ROOT)): network_imports(path.read_text(encoding="utf-8"))
        for path in sources()
    }
    assert {path: names for path, names in found.items() if names} == {}


@pytest.mark.parametrize(
    "line",
    [
        "from PySide6.QtNetwork import QTcpSocket",
        "from PySide6.QtNetwork import QLocalServer, QNetworkAccessManager",
        "from PySide6 import QtNetwork",
        "import PySide6.QtNetwork",
        "def late():\n    from PySide6.QtNetwork import QUdpSocket",
    ],
)
def test_any_other_import_of_the_network_is_seen(line: str) -> None:
    assert network_imports(line)


def test_the_local_socket_is_allowed() -> None:
    assert network_imports("from PySide6.QtNetwork import QLocalServer, QLocalSocket") == []
