"""What is done while the disk fails, and what has to be true afterwards."""

from collections.abc import Mapping

from reliability.scenes.appends import Append, FirstAppend
from reliability.scenes.copies import Backup, Restore
from reliability.scenes.everything import ExportEverything, Import
from reliability.scenes.files import Export, Whole
from reliability.scenes.lines import Line
from reliability.scenes.scene import Scene

SCENES: Mapping[str, Scene] = {
    "append": Append(),
    "first append": FirstAppend(),
    "command line": Line(),
    "whole file": Whole(),
    "export text": Export("text", b"", b""),
    "export pdf": Export("pdf", b"%PDF-", b"%%EOF"),
    "backup": Backup(into_file=False),
    "backup into a file": Backup(into_file=True),
    "restore": Restore(),
    "export everything": ExportEverything(),
    "import": Import(),
}
