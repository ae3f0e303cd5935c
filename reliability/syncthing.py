"""Two real Syncthing programs on this machine, which share a folder and talk to nobody else."""

import json
import shutil
import socket
import subprocess
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

FOLDER = "store"
_PATIENCE = 90.0
_TEMPORARY = ".syncthing."
_OFF = (
    *("globalAnnounceEnabled", "localAnnounceEnabled", "relaysEnabled", "natEnabled"),
    *("startBrowser", "crashReportingEnabled", "announceLANAddresses"),
)


class Peer:
    """One Syncthing with its own home, and the folder it keeps the same as the other's."""

    def __init__(self, home: Path, folder: Path) -> None:
        """Make its keys; it does not run yet."""
        self.folder = folder
        self._home = home
        self.port, self._gui = _free_port(), _free_port()
        folder.mkdir(parents=True, exist_ok=True)
        _heard("syncthing", "generate", f"--home={home}", "--no-default-folder")
        told = subprocess.run(
            ["syncthing", f"--home={home}", "--device-id"],
            capture_output=True,
            text=True,
            check=True,
        )
        self.id = told.stdout.strip()

    def meet(self, other: "Peer") -> None:
        """Write down the other one's address, and that nobody else is to be asked for it."""
        file = self._home / "config.xml"
        root = ET.parse(file).getroot()  # noqa: S314 - Syncthing has just written it
        options = _child(root, "options")
        for name in ("listenAddress", "globalAnnounceServer"):
            for one in options.findall(name):
                options.remove(one)
        _set(options, "listenAddress", f"tcp://127.0.0.1:{self.port}")
        for name in _OFF:
            _set(options, name, "false")
        for name, value in {"urAccepted": "-1", "reconnectionIntervalS": "1"}.items():
            _set(options, name, value)
        gui = _child(root, "gui")
        _set(gui, "address", f"127.0.0.1:{self._gui}")
        _set(gui, "apikey", self._home.name)
        device = ET.SubElement(root, "device", id=other.id, name="other", compression="never")
        _set(device, "address", f"tcp://127.0.0.1:{other.port}")
        shared = ET.SubElement(root, "folder", id=FOLDER, path=str(self.folder))
        shared.attrib |= {"type": "sendreceive", "rescanIntervalS": "5"}
        shared.attrib |= {"fsWatcherEnabled": "true", "fsWatcherDelayS": "1"}
        _set(shared, "maxConflicts", "-1")
        for peer in (self, other):
            ET.SubElement(shared, "device", id=peer.id)
        ET.ElementTree(root).write(file)

    @contextmanager
    def running(self) -> Iterator[None]:
        """Run it."""
        log = (self._home / "log").open("wb")
        program = subprocess.Popen(
            ["syncthing", "serve", f"--home={self._home}", "--no-browser", "--no-restart"],
            stdout=log,
            stderr=log,
            env={"HOME": str(self._home), "PATH": "/usr/bin:/bin", "STNOUPGRADE": "1"},
        )
        try:
            _until(self._answers, "Syncthing does not start")
            yield
        finally:
            program.terminate()
            program.wait(_PATIENCE)
            log.close()

    def pause(self, other: "Peer") -> None:
        """Go offline."""
        self._ask("POST", f"/rest/system/pause?device={other.id}")

    def resume(self, other: "Peer") -> None:
        """Come online again."""
        self._ask("POST", f"/rest/system/resume?device={other.id}")

    def is_idle(self) -> bool:
        """Look at the folder, and say whether there is nothing to fetch."""
        self._ask("POST", f"/rest/db/scan?folder={FOLDER}")
        told = self._ask("GET", f"/rest/db/status?folder={FOLDER}")
        return told["state"] == "idle" and told["needTotalItems"] == 0

    def files(self) -> Mapping[str, bytes]:
        """Return what lies in the folder."""
        there = (one for one in self.folder.iterdir() if one.is_file())
        return {one.name: one.read_bytes() for one in there if not one.name.startswith(_TEMPORARY)}

    def _answers(self) -> bool:
        try:
            return "pong" in str(self._ask("GET", "/rest/system/ping"))
        except OSError:
            return False

    def _ask(self, how: str, what: str) -> Mapping[str, object]:
        line = HTTPConnection("127.0.0.1", self._gui, timeout=30)
        try:
            line.request(how, what, headers={"X-API-Key": self._home.name})
            answer = line.getresponse().read()
        finally:
            line.close()
        told: Mapping[str, object] = json.loads(answer or b"{}")
        return told


def is_installed() -> bool:
    """Say whether there is a Syncthing."""
    return shutil.which("syncthing") is not None


def join(peers: Sequence[Peer]) -> None:
    """Wait until both folders hold the same."""

    def is_same() -> bool:
        idle = all([peer.is_idle() for peer in peers])  # noqa: C419 - both are to look
        return idle and peers[0].files() == peers[1].files()

    _until(is_same, "the folders do not become the same")
    _until(is_same, "the folders do not stay the same")


def _until(is_so: Callable[[], bool], otherwise: str) -> None:
    end = time.monotonic() + _PATIENCE
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError(otherwise)
        time.sleep(0.2)


def _heard(*words: str) -> str:
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout.strip()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
    return port


def _child(element: ET.Element, name: str) -> ET.Element:
    found = element.find(name)
    return ET.SubElement(element, name) if found is None else found


def _set(element: ET.Element, name: str, value: str) -> None:
    _child(element, name).text = value
