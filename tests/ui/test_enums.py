"""Classes of names that are made quickly are those that Python makes."""

import json
from collections.abc import Callable
from enum import KEEP, STRICT, Enum, EnumType, Flag, IntEnum, IntFlag
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from planner.ui.enums import is_known, made, made_by_python, make_quickly
from tests.architecture.project import ROOT, run_python

KINDS = (Enum, IntEnum, Flag, IntFlag)
WORDS = ("Red", "green", "x", "name", "value", "real", "mro", "_x", "_x_", "__x__", "", "_Made__x")
NAMES = st.one_of(
    st.lists(
        st.tuples(
            st.sampled_from(WORDS) | st.text(max_size=3),
            st.integers(-2, 9) | st.integers().map(lambda bits: 1 << bits % 40) | st.integers(),
        ),
        max_size=8,
    ),
    st.lists(st.tuples(st.text(max_size=2), st.booleans() | st.floats() | st.text()), max_size=3),
    st.dictionaries(st.sampled_from(WORDS), st.integers(0, 9)),
    st.lists(st.sampled_from(WORDS)),
    st.sampled_from(["red green", None, [("a", 1, 2)], [["a", 1]], [("a",)], [(1, 1)]]),
)

# Everything that there is to see of all classes of names of Qt, by hash of what is told of each.
ALL = """
import hashlib, importlib, json, pickle, sys
from enum import Enum, EnumType, Flag
sys.path.insert(0, sys.argv[1])
if sys.argv[2] == "quickly":
    from planner.ui.enums import make_quickly
    make_quickly()
for name in ("QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtPrintSupport", "QtSvg", "QtDBus"):
    module = importlib.import_module(f"PySide6.{name}")
    for one in dir(module):
        getattr(module, one)

def below(kind):
    for one in kind.__subclasses__():
        yield one
        yield from below(one)

def member(one, kind):
    parts = {key: value for key, value in vars(one).items() if key != "__objclass__"}
    numbers = (int(one), one + 1) if isinstance(one, int) else ()
    words = repr(one), str(one), f"{one}", hash(one) == hash(one), one.name, one.value
    same = one is kind(one.value), one is pickle.loads(pickle.dumps(one)), one in kind
    return parts, one.__objclass__ is kind, type(one) is kind, numbers, words, same

def part(value, kind):
    if isinstance(value, kind):
        return member(value, kind)
    if isinstance(value, dict):
        return {str(key): part(one, kind) for key, one in value.items()}
    return getattr(value, "__qualname__", None) or str(value).split(" at 0x")[0]

def told(kind):
    yield kind.__qualname__, kind.__module__, kind.__doc__, str(kind.__mro__), kind.__flags__
    yield {key: part(value, kind) for key, value in sorted(vars(kind).items())}
    yield [repr(one) for one in kind], len(kind), sorted(kind.__members__), dir(kind)
    yield str(kind.__members__), kind.__members__ and str(kind(1 << 21))
    if issubclass(kind, Flag):
        for one in kind:
            yield [repr(each) for each in (~one, one | kind(1 << 22), one ^ one, *one)]

kinds = {f"{one.__module__}.{one.__qualname__}": one for one in below(Enum)}
qt = {name: list(told(one)) for name, one in kinds.items() if name.startswith("PySide6")}
print(json.dumps({k: hashlib.sha256(repr(v).encode()).hexdigest() for k, v in qt.items()}))
"""


def seen(create: Callable[..., Any], *given: object, **more: object) -> object:
    """What there is to see of a class of names, or of the error instead of it."""
    try:
        kind = create(*given, **more)
    except Exception as error:  # noqa: BLE001 - whatever it is, both ways meet it
        return type(error), str(error)
    parts = {
        key: (vars(value) | {"__objclass__": value.__objclass__ is kind}, repr(value))
        if isinstance(value, kind)
        else getattr(value, "__qualname__", str(value).split(" at 0x")[0])
        for key, value in vars(kind).items()
        if key not in ("__dict__", "__weakref__")
    }
    return parts, [repr(one) for one in kind], kind.__mro__[1:], dir(kind)


@pytest.mark.skipif(not is_known(), reason="enum makes them on this Python")
@given(st.sampled_from(KINDS), NAMES, st.sampled_from([KEEP, KEEP, KEEP, STRICT, None]))
@example(IntFlag, [("b", 2), ("a", 1), ("both", 3), ("again", 2), ("none", 0), ("all", -1)], KEEP)
@example(IntEnum, [("a", 1), ("b", 1), ("c", 0)], KEEP)
def test_what_is_made_is_what_python_makes(
    kind: type[Enum], names: object, boundary: object
) -> None:
    asked: dict[str, object] = {
        "module": "here",
        "qualname": None,
        "type": None,
        "start": 1,
        "boundary": boundary,
    }
    quickly = seen(made, kind, "Made", names, **asked)
    assert quickly == seen(made_by_python, kind, "Made", names, **asked)


@pytest.mark.skipif(not is_known(), reason="enum makes them on this Python")
def test_what_asks_for_more_gets_it(monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = [("a", 1), ("b", 2)]
    monkeypatch.setattr(EnumType, "_create_", made)
    ours = [IntEnum("Made", pairs, boundary=KEEP), Enum("Made", "a b"), Flag("Made", pairs)]
    ours += [Enum("Made", pairs, type=float, qualname="Other.Made", module="there")]
    monkeypatch.undo()
    theirs = [IntEnum("Made", pairs, boundary=KEEP), Enum("Made", "a b"), Flag("Made", pairs)]
    theirs += [Enum("Made", pairs, type=float, qualname="Other.Made", module="there")]
    for one, other in zip(ours, theirs, strict=True):
        assert seen(lambda it: it, one) == seen(lambda it: it, other)
    assert [one.__module__ for one in ours] == [__name__] * 3 + ["there"]


def test_an_older_enum_makes_them_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Debian 12 brings Python 3.11.2, whose flags know their bits by another name."""
    monkeypatch.setattr(EnumType, "_create_", vars(EnumType)["_create_"])
    monkeypatch.delattr(Flag, "_singles_mask_", raising=False)
    make_quickly()
    assert vars(EnumType)["_create_"] is made_by_python


@pytest.mark.skipif(not is_known(), reason="enum makes them on this Python")
def test_each_class_of_names_of_qt_is_the_same() -> None:
    told = [run_python("-c", ALL, str(ROOT), how) for how in ("quickly", "slowly")]
    assert [one.stderr for one in told] == ["", ""]
    quickly, slowly = (json.loads(one.stdout) for one in told)
    assert len(slowly) > 700
    assert {name for name, digest in slowly.items() if quickly.get(name) != digest} == set()
    assert quickly.keys() == slowly.keys()
