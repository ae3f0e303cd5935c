"""Every sentence of the program can be translated, and its catalogue holds it."""

from pathlib import Path
from xml.etree import ElementTree  # noqa: ICN001 - its own name

import pytest

from scripts.languages import FOLDER, misplaced, update
from scripts.pseudo import pseudo_catalogue
from scripts.sentences import Found, collect

HEAD = """
from functools import partial
from planner.core.language import QT_TRANSLATE_NOOP, translate
_tr = partial(translate, "Module")
"""


@pytest.fixture(scope="module")
def told() -> Found:
    """What the whole program tells; reading it takes a second."""
    return collect()


def read(folder: Path, source: str) -> Found:
    (folder / "package").mkdir()
    (folder / "package" / "module.py").write_text(HEAD + source, encoding="utf-8")
    return collect(folder / "package")


def test_every_sentence_is_told_in_a_way_that_is_read(told: Found) -> None:
    assert told.faults == ()
    assert len(told.sentences) > 500  # a reader that finds nothing finds no faults either


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ('translate("A", "one")', ("A", "one", "")),
        ('translate("A", "o" "ne", "button")', ("A", "one", "button")),
        ('_tr("{a} of %n", n=len(list()), a=1)', ("Module", "{a} of %n", "")),
        ('class B:\n    def f(self):\n        return self.tr("one")', ("B", "one", "")),
        ('ROWS = {1: QT_TRANSLATE_NOOP("A", "one")}\ntranslate("A", ROWS[1])', ("A", "one", "")),
        ('_tr("%n stor(y|ies)", n=2)', ("Module", "%n stor(y|ies)", "")),
        ('_tr("of {a}").format(a=1)', ("Module", "of {a}", "")),
    ],
)
def test_a_sentence_is_found(tmp_path: Path, source: str, kept: tuple[str, str, str]) -> None:
    found = read(tmp_path, source)
    assert found.faults == ()
    assert [(one.context, one.text, one.comment) for one in found.sentences] == [kept]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ('translate("A", f"{1} of 2")', "no literal"),
        ('translate("A", "one " + str(2))', "no literal"),
        ('x = "one"\n_tr(x)', "stands in a variable"),
        ('_tr("{} of 2").format(1)', "has no name"),
        ('_tr("{a.b} of 2").format(a=1)', "has no name"),
        ('_tr("{a} of {b}", a=1)', "gets a"),
        ('_tr("{a} of {b}").format(a=1, c=2)', "gets a, c"),
        ('_tr("%n items")', "gets no number"),
        ('_tr("item(s)")', "gets no number"),
        ('_tr("items", n=3)', "gets no number"),
        ('translate(str(1), "one")', "no literal"),
        ('translate("A", "one", "", 3)', "at most a comment"),
        ('print.tr("one")', "not read"),
        ('_tr("a" if 1 else f"{2}")', "no literal"),
    ],
)
def test_a_sentence_that_is_told_wrongly_is_a_fault(
    tmp_path: Path, source: str, reason: str
) -> None:
    faults = read(tmp_path, source).faults
    assert all(one.startswith("package/module.py:") for one in faults)
    assert any(reason in one for one in faults)


def test_the_catalogue_holds_every_sentence(tmp_path: Path, told: Found) -> None:
    file, found = tmp_path / "loopready_de.ts", told
    update(file, found.sentences)
    parsed = ElementTree.parse(file)  # noqa: S314 - written the moment before
    held = {
        (
            context.findtext("name"),
            message.findtext("source"),
            message.findtext("comment", ""),
            message.get("numerus") == "yes",
        )
        for context in parsed.iter("context")
        for message in context.iter("message")
    }
    assert held == {(one.context, one.text, one.comment, one.counts) for one in found.sentences}


def test_what_is_translated_stays_when_the_source_changes(tmp_path: Path, told: Found) -> None:
    file, found = tmp_path / "loopready_de.ts", told
    first, *others = found.sentences
    update(file, [first])
    empty = '<translation type="unfinished"></translation>'
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(empty, "<translation>Erstes</translation>"), encoding="utf-8")
    update(file, found.sentences)
    assert "<translation>Erstes</translation>" in file.read_text(encoding="utf-8")
    update(file, others)
    assert "Erstes" not in file.read_text(encoding="utf-8")


def test_placeholders_are_the_same_in_every_translation(tmp_path: Path, told: Found) -> None:
    file = tmp_path / "pseudo_en_GB.ts"
    pseudo_catalogue(told.sentences, file)
    assert misplaced(file) == ()
    text = file.read_text(encoding="utf-8")
    assert text.count("⟦") > 500
    changed = text.replace("⟦Ûñđö {deed}", "⟦Ûñđö {dééđ}")
    assert changed != text
    file.write_text(changed, encoding="utf-8")
    assert len(misplaced(file)) == 1


def test_our_catalogues_keep_their_placeholders() -> None:
    assert [misplaced(one) for one in FOLDER.glob("*.ts") if misplaced(one)] == []
