"""Makes a language up that shows what is not translated and what has no room: English with accents.

    python -m scripts.pseudo       write build/pseudo.qm
    python -m scripts.pseudo he    the same in Hebrew letters, which run from right to left

Every sentence is longer by two fifths and stands in brackets. Placeholders stay as they are.
LOOPREADY_LANGUAGE=build/pseudo.qm makes the program speak it.
"""

import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree  # noqa: ICN001 - its own name

from planner.core.language import ended
from scripts.languages import compile_, update
from scripts.sentences import ROOT, Sentence, collect

OPENING, CLOSING = "⟦", "⟧"
LONGER, WORD = 0.4, 12
"""How much longer it is, in words of so many letters: a line that can break must do so."""
PSEUDO = ROOT / "build" / "pseudo.qm"
_ACCENTED = str.maketrans("aAceEiInNoOsSuUyYzZgdlrtj", "åÅçéÉîÎñÑöÖšŠûÛýÝžŽğđłřťĵ")
_HEBREW = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", 2 * "אבצדהפגחיזקלמנופקרסטוושסיז"
)
_KEPT = re.compile(r"(\{[^{}]*\}|%n|&\w?)")


def pseudo(sentences: Iterable[Sentence], into: Path, language: str = "en_GB") -> None:
    """Write the compiled catalogue; a language from right to left mirrors the window."""
    with TemporaryDirectory() as place:
        file = Path(place, f"pseudo_{language}.ts")
        pseudo_catalogue(sentences, file)
        compile_(file, into)


def pseudo_catalogue(sentences: Iterable[Sentence], file: Path) -> None:
    """Write the catalogue as a translator would; its name tells the language."""
    update(file, sentences)
    letters = _HEBREW if file.stem.endswith("_he") else _ACCENTED
    tree = ElementTree.parse(file)  # noqa: S314 - lupdate wrote it just now
    for message in tree.iter("message"):
        source = message.findtext("source", "")
        for said in message.iter("translation"):
            said.attrib.pop("type", None)
            forms = said.findall("numerusform")
            for number, form in enumerate(forms, 1):
                form.text = longer(ended(source, number), letters)
            if not forms:
                said.text = longer(source, letters)
    tree.write(file, encoding="utf-8", xml_declaration=True)


def longer(text: str, letters: Mapping[int, str | int]) -> str:
    """Return a text in other letters, longer, and in brackets; placeholders stay."""
    parts = _KEPT.split(text)
    said = "".join(one if _KEPT.fullmatch(one) else one.translate(letters) for one in parts)
    count = sum(len(one) for one in parts if not _KEPT.fullmatch(one))
    more = "~" * max(1, round(LONGER * count))
    words = " ".join(more[at : at + WORD] for at in range(0, len(more), WORD))
    return f"{OPENING}{said}{words}{CLOSING}"


if __name__ == "__main__":
    PSEUDO.parent.mkdir(exist_ok=True)
    pseudo(collect().sentences, PSEUDO, *sys.argv[1:])
    print(f"wrote {PSEUDO.relative_to(ROOT)}")
