"""Writes and compiles the catalogues of languages with the tools that PySide6 brings.

    python -m scripts.languages            bring every catalogue up to date, and compile it
    python -m scripts.languages de         begin a catalogue for German

A catalogue is resources/languages/loopready_xx.ts, which Qt Linguist opens; the program loads the
.qm beside it where the computer, or LOOPREADY_LANGUAGE, asks for that language.
"""

import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree  # noqa: ICN001 - its own name

from scripts.sentences import ROOT, Sentence, collect, placeholders

FOLDER = ROOT / "resources" / "languages"


def main(arguments: list[str]) -> int:
    """Do what is asked, and return 1 where a sentence is told in a way that is not read."""
    found = collect()
    for fault in found.faults:
        print(fault)
    if found.faults:
        return 1
    FOLDER.mkdir(exist_ok=True)
    files = {*FOLDER.glob("loopready_*.ts")}
    files |= {FOLDER / f"loopready_{code}.ts" for code in arguments}
    for file in sorted(files):
        update(file, found.sentences)
        wrong = misplaced(file)
        if wrong:
            print("\n".join(f"{file.name}: {one}" for one in wrong))
            return 1
        compile_(file, file.with_suffix(".qm"))
        print(f"wrote {file.relative_to(ROOT)} and its .qm")
    return 0


def update(file: Path, sentences: Iterable[Sentence]) -> None:
    """Bring a catalogue up to date; what is translated stays, what is no longer told goes."""
    with TemporaryDirectory() as place:
        source = Path(place, "sentences.cpp")
        source.write_text("\n".join(_listed(sentences)), encoding="utf-8")
        options = ("-locations", "none", "-no-obsolete", "-source-language", "en")
        _tool("lupdate", *options, str(source), "-ts", str(file))


def compile_(file: Path, into: Path) -> None:
    """Compile a catalogue; what is not translated yet stays out of it."""
    _tool("lrelease", str(file), "-qm", str(into))


def misplaced(file: Path) -> tuple[str, ...]:
    """Return each translation that has other placeholders than its source."""
    tree = ElementTree.parse(file)  # noqa: S314 - a file of this project
    return tuple(
        f"“{said}” is no translation of “{source}”: its placeholders differ"
        for message in tree.iter("message")
        for source in [message.findtext("source", "")]
        for said in _translations(message)
        if said and _named(said) != _named(source)
    )


def _named(text: str) -> set[str]:
    """Return the placeholders of a text; a form for one thing may do without its number."""
    return set(placeholders(text)) - {"%n"}


def _translations(message: ElementTree.Element) -> Iterator[str]:
    for said in message.iter("translation"):
        yield from (form.text or "" for form in said.iter("numerusform"))
        yield (said.text or "").strip()


def _listed(sentences: Iterable[Sentence]) -> Iterable[str]:
    yield "static const char *const sentences[] = {"
    for one in sentences:
        mark = "QT_TRANSLATE_N_NOOP3" if one.counts else "QT_TRANSLATE_NOOP3"
        yield f"//: {one.place}"
        yield f"{mark}({', '.join(map(_quoted, (one.context, one.text, one.comment)))}),"
    yield "};"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")
    return f'"{escaped}"'


def _tool(name: str, *arguments: str) -> None:
    tool = Path(sysconfig.get_path("scripts"), f"pyside6-{name}")
    done = subprocess.run(
        [tool, "-silent", *arguments], capture_output=True, text=True, check=False
    )
    if done.returncode or done.stderr.strip():
        sys.exit(f"{name}: {done.stderr.strip() or done.returncode}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
