"""Somebody else's list becomes items of one's own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.apply import apply
from planner.core.listed import Draft, drafts, from_markdown, from_table, own_items
from planner.core.state import State
from tests.core.exchange.example import FRESH, TODAY


def from_list(text: str) -> list[tuple[str, int, bool]]:
    return [(one.title, one.minutes, one.done) for one in drafts(FRESH, from_markdown(text))]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("- [ ] Read DDIA (2 h)", ("Read DDIA", 120, False)),
        ("- [x] Blind 75 \u2014 10 hours", ("Blind 75", 600, True)),
        ("* [X] Watch talk, 45 min", ("Watch talk", 45, True)),
        ("1. [ ] [Paxos](https://x.org/a) \u00b7 1 h 30 m", ("Paxos", 90, False)),
        ("- no box at all", ("no box at all", 60, False)),
        ("- [ ] Tiny 5 min", ("Tiny 5 min", 20, False)),
        ("- [ ] 12 factor app", ("12 factor app", 60, False)),
        ("- [ ] **Bold** \\*x\\*", ("**Bold** *x*", 60, False)),
    ],
)
def test_a_line_becomes_an_item(line: str, wanted: tuple[str, int, bool]) -> None:
    assert from_list(line) == [wanted]


def test_where_there_are_boxes_other_lines_are_no_items() -> None:
    assert [one[0] for one in from_list("- a note\n- [ ] a task\n  - another note")] == ["a task"]


def test_nothing_is_added_twice() -> None:
    wanted = drafts(FRESH, from_markdown("- [ ] One\n- [ ] one\n- [ ] Two"))
    assert [one.title for one in wanted] == ["One", "Two"]
    state = done(FRESH, wanted)
    assert drafts(state, from_markdown("- [ ] ONE\n- [ ] Two (3 h)")) == ()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("title,minutes,done\nOne,45,yes\nTwo,,no\n", [("One", 45, True), ("Two", 60, False)]),
        ("Task;Hours;Status\n\u00dcben;2,5;done\n", [("\u00dcben", 150, True)]),
        ("One\nTwo\n", [("One", 60, False), ("Two", 60, False)]),
        ('name\tduration\n"a\tb"\t1 h\n', [("a b", 60, False)]),
        ("title\n\n \n=cmd()\n", [("=cmd()", 60, False)]),
        (
            'Title,Done\n"Read\r\nand write",x\r\nOne\u2028two,\n',
            [("Read and write", 60, True), ("One two", 60, False)],
        ),
        ("title,done\rOne,yes\rTwo,", [("One", 60, True), ("Two", 60, False)]),
        ("sep=;\r\nTask;Hours\r\nA, b;2\r\n", [("A, b", 120, False)]),
        ('"sep=\t"\nTask\tDone\nA\tyes\n', [("A", 60, True)]),
        (
            "Titel;Minuten;Erledigt\nBuch;45;ja\n\u00dcben;30;nein\n",
            [("Buch", 45, True), ("\u00dcben", 30, False)],
        ),
        ("T\u00e2che;Dur\u00e9e (h);Termin\u00e9\nLire;1,5;oui\n", [("Lire", 90, True)]),
        ("T\u00cdTULO,Horas\nLeer,2\n", [("Leer", 120, False)]),
        ("Buch;Minuten\nDDIA;90\n", [("DDIA", 90, False)]),
        ("\u672c;\u6642\nA;45\nB;60\n", [("A", 60, False), ("B", 60, False)]),
        ("Task;Minutes\nA;1,250\n", [("A", 60, False)]),
        ("Status\nB\n", [("Status", 60, False), ("B", 60, False)]),
        ("A;soon\nB;45\n", [("A", 60, False), ("B", 60, False)]),
        ("A;45\nB;60\nC;\n", [("A", 60, False), ("B", 60, False), ("C", 60, False)]),
        ("Task;Dauer\nA;2,5 Std.\nB;2,5 h\n", [("A", 150, False), ("B", 150, False)]),
        ("Task;Minutes\nA;2,5\nB;22.5\n", [("A", 20, False), ("B", 23, False)]),
        ("", []),
    ],
)
def test_a_table_becomes_items(text: str, wanted: list[tuple[str, int, bool]]) -> None:
    found = drafts(FRESH, from_table(text))
    assert [(one.title, one.minutes, one.done) for one in found] == wanted


def done(state: State, wanted: tuple[Draft, ...]) -> State:
    numbers = iter(range(10_000))
    for command in own_items(wanted, lambda: str(next(numbers)), TODAY):
        state = apply(state, command)
    return state


@given(st.lists(st.text(min_size=1, max_size=300), max_size=20))
def test_whatever_a_list_says_can_be_added(titles: list[str]) -> None:
    wanted = drafts(FRESH, from_markdown("\n".join(f"- [x] {one}" for one in titles)))
    state = done(FRESH, wanted)
    assert len(state.own) == len(wanted)
    assert all(f"own.{n}" in state.ticks for n in range(len(wanted)))
