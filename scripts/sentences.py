"""Collects every sentence of the program that a catalogue translates, by reading its source.

Qt's own lupdate reads Python only in part: it passes over a call whose number is worked out, and
over named values. So the sentences are found here, and given to lupdate in a form it reads whole.

A sentence is a literal in one of these calls:

    translate("Context", "text", "comment", n=…, name=…)
    _tr("text", …)                       where the module says _tr = partial(translate, "Context")
    self.tr("text")                      in the context of its class, as Qt looks it up
    Table("Context", {key: "text", …})   which tells the text of a key
    QT_TRANSLATE_NOOP("Context", "text") which translate then looks up by a name
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from planner.core.language import ENDING

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "planner"
_TELLERS = {"planner/core/language.py", "planner/ui/language.py"}
"""The files that define how a sentence is told."""
_NAMED = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, order=True)
class Sentence:
    """What is to be translated, and the file it stands in."""

    context: str
    text: str
    comment: str
    place: str

    @property
    def counts(self) -> bool:
        """Say whether its words change with a number."""
        return "%n" in self.text or re.search(ENDING, self.text) is not None


@dataclass(frozen=True)
class Found:
    """All sentences, and what is wrong about how some are told."""

    sentences: tuple[Sentence, ...]
    faults: tuple[str, ...]


def placeholders(text: str) -> tuple[str, ...]:
    """Return the names in braces in order of the alphabet, and `%n` where it stands."""
    return tuple(sorted(_NAMED.findall(text) + ["%n"] * text.count("%n")))


def collect(package: Path = PACKAGE) -> Found:
    """Return the sentences of all modules of a package."""
    sentences: set[Sentence] = set()
    faults: list[str] = []
    for file in sorted(package.rglob("*.py")):
        place = file.relative_to(package.parent).as_posix()
        if place in _TELLERS:
            continue
        reader = _Reader(place)
        reader.visit(ast.parse(file.read_text(encoding="utf-8")))
        sentences |= set(reader.sentences)
        faults += reader.faults
    return Found(tuple(sorted(sentences)), tuple(faults))


class _Reader(ast.NodeVisitor):
    """Reads one module."""

    def __init__(self, place: str) -> None:
        self.sentences: list[Sentence] = []
        self.faults: list[str] = []
        self._place = place
        self._classes: list[str] = []
        self._contexts: dict[str, str] = {}
        self._said: set[str] = set()

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Assign(self, node: ast.Assign) -> None:
        """Note the context of `_tr = partial(translate, "Context")`."""
        match node:
            case ast.Assign(
                targets=[ast.Name(id=name)],
                value=ast.Call(
                    func=ast.Name(id="partial"),
                    args=[ast.Name(id="translate"), ast.Constant(value=str(context))],
                ),
            ):
                self._contexts[name] = context
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=str())):
                self._said.add(name)
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        match node.func:
            case ast.Name(id="translate" | "QT_TRANSLATE_NOOP"):
                match node.args:
                    case [ast.Constant(value=str(context)), *rest]:
                        self._take(node, context, rest)
                    case _:
                        self._fault(node, "its context is no literal")
            case ast.Name(id="Table"):
                self._take_table(node)
            case ast.Name(id=name) if name in self._contexts:
                self._take(node, self._contexts[name], node.args)
            case ast.Attribute(value=ast.Name(id="self"), attr="tr"):
                self._take(node, self._classes[-1], node.args)
            case ast.Attribute(value=ast.Call(args=[*_, ast.Constant() as text]), attr="format"):
                self._check_values(node, str(text.value))
            case ast.Attribute(value=ast.Name(id="painter" | "self"), attr="translate"):
                pass  # moves what is painted, or is called by `translate` itself
            case ast.Attribute(attr="tr" | "translate"):
                self._fault(node, "it is told in a way that is not read")
        self.generic_visit(node)

    def _take_table(self, node: ast.Call) -> None:
        match node.args:
            case [ast.Constant(value=str(context)), ast.Dict(values=values)]:
                for text in values:
                    for said in self._texts(node, text):
                        self.sentences.append(Sentence(context, said, "", self._place))
            case _:
                self._fault(node, "it is no table of literals")

    def _take(self, node: ast.Call, context: str, arguments: list[ast.expr]) -> None:
        if not arguments or len(arguments) > 2:  # noqa: PLR2004 - text and comment
            self._fault(node, "it wants a text, and at most a comment")
            return
        comment = next((one.value for one in arguments[1:] if isinstance(one, ast.Constant)), "")
        is_told = ast.unparse(node.func) != "QT_TRANSLATE_NOOP"
        for text in self._texts(node, arguments[0]):
            self.sentences.append(Sentence(context, text, str(comment), self._place))
            for name in _NAMED.findall(text):
                if not name.isidentifier():
                    self._fault(node, f"the placeholder {{{name}}} has no name")
            given = {one.arg for one in node.keywords}
            if is_told and self.sentences[-1].counts != ("n" in given):
                self._fault(node, "its text counts and gets no number, or the other way round")
            if given - {"n"}:
                self._check_values(node, text)

    def _check_values(self, node: ast.Call, text: str) -> None:
        """See that every placeholder gets its value, and every value has a placeholder."""
        given = {one.arg for one in node.keywords} - {"n"}
        if not any(one is None for one in given) and given != set(_NAMED.findall(text)):
            self._fault(node, f"{text!r} gets {', '.join(sorted(map(str, given))) or 'nothing'}")

    def _texts(self, node: ast.Call, text: ast.expr) -> Iterator[str]:
        match text:
            case ast.Constant(value=str(said)):
                yield said
            case ast.IfExp(body=one, orelse=other):
                yield from self._texts(node, one)
                yield from self._texts(node, other)
            case ast.Name(id=name) if name in self._said:
                self._fault(node, "its text stands in a variable")
            case ast.Name() | ast.Attribute() | ast.Subscript():
                pass  # from a table, whose rows are marked
            case _:
                self._fault(node, "its text is no literal")

    def _fault(self, node: ast.AST, reason: str) -> None:
        line = getattr(node, "lineno", 0)
        self.faults.append(f"{self._place}:{line}: {ast.unparse(node)[:80]}: {reason}")
