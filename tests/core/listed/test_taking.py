"""What a list would bring: ticks of this plan, items of one's own, or nothing at all."""

from itertools import count

import pytest

from planner.core.apply import apply
from planner.core.commands import AddItem, LogTime, Tick
from planner.core.exchange.table import plan_csv
from planner.core.listed import (
    Brought,
    UnfitListError,
    brought,
    from_markdown,
    from_table,
    matched,
    unused_columns,
)
from planner.core.listed.lines import Listed
from planner.core.values import Subject
from planner.core.wording import session_title
from tests.core.exchange.example import FRESH, TODAY

assert FRESH.plan is not None
FIRST = FRESH.plan.sessions[0]
TITLE = session_title(FRESH, FIRST)


def taken(lines: tuple[Listed, ...]) -> Brought:
    names = count(1)
    return brought(FRESH, lines, lambda: str(next(names)), TODAY)


def test_work_that_a_list_names_twice_is_logged_once() -> None:
    line = f"- [x] {FIRST.code} \u00b7 {TITLE}"
    found = taken(from_markdown(f"{line}, took 45 m\n{line}\n{line}, took 50 m\n"))
    assert found.commands == (
        Tick(target=FIRST.code, on=TODAY),
        LogTime(code=FIRST.code, minutes=50, on=TODAY),
    )
    assert found.told[0].startswith("1 tick ")


@pytest.mark.parametrize(
    "lines",
    [
        from_markdown("- [x] Watch the talk\n- [ ] Write notes\n"),
        from_table("Title,Unit,Done\nOne,Week 1,yes\nTwo,Week 2,\n"),
    ],
)
def test_a_list_of_somebody_else_is_not_taken_for_a_plan_of_ours(
    lines: tuple[Listed, ...],
) -> None:
    kinds = [type(one) for one in taken(lines).commands]
    assert kinds == [AddItem, Tick, AddItem]


def test_a_list_that_is_mostly_of_another_plan_says_so_first() -> None:
    ours = f"- [x] {FIRST.code} \u00b7 {TITLE}\n"
    others = "- [x] W1-02 \u00b7 Elsewhere\n- [x] W1-03 \u00b7 Another\n"
    assert taken(from_markdown(ours)).told[1].startswith(f"  {FIRST.code}  ")
    told = taken(from_markdown(ours + others)).told
    assert told[1].startswith("Most ticked lines are of another plan")
    assert "2 ticked lines not of this plan:" in told


@pytest.mark.parametrize("title", ["'97 paper", "=cmd()", "\uff1dcmd()", "plain"])
def test_a_title_comes_back_from_a_table_however_it_begins(title: str) -> None:
    assert FRESH.plan is not None
    own = apply(FRESH, AddItem(id="own.1", title=title, subject=Subject.READING, minutes=60))
    one = FIRST.evolve(item="own.1", units=())
    state = own.evolve(plan=FRESH.plan.evolve(sessions=(one, *FRESH.plan.sessions[1:])))
    there = apply(state, Tick(target=one.code, on=TODAY))
    found = matched(state, from_table(plan_csv(there, TODAY)))
    assert ([note.target for note in found.notes], found.strange) == ([one.code], ())


@pytest.mark.parametrize("box", [" ", "x"])
def test_another_plan_of_ours_becomes_no_items(box: str) -> None:
    lines = (
        from_markdown(
            f"- [{box}] W1-01 \u00b7 Tue 1 Dec \u00b7 Something else \u00b7 1 h\n- a note\n"
        ),
        from_table(f"code,title,done\nW1-01,Something else,{box}\n"),
        from_table(f"item,unit,title,done\nl6.gone,,Gone,{box}\nl6.book,l6.book/c1,C,{box}\n"),
    )
    for each in lines:
        with pytest.raises(UnfitListError, match="another plan"):
            taken(each)


def test_times_that_are_too_short_are_told() -> None:
    told = taken(from_table("Titel;Minuten\nBuch;2,5\nHeft;25\n")).told
    assert told[1] == (
        "1 item takes less than 20 m in the list and gets that; where hours are meant, name the "
        "column \u201chours\u201d."
    )
    assert "20 m" not in " ".join(taken(from_table("Titel;Stunden\nBuch;2,5\n")).told)


def test_columns_from_which_nothing_is_taken_are_named() -> None:
    table = "Task,Priority,Status,Due,Notes,Minutes\nBook,high,done,Friday,,60\nPaper,low,,,,\n"
    unused = unused_columns(table)
    assert unused == ("Priority", "Due")
    told = brought(FRESH, from_table(table), lambda: "a", TODAY, unused=unused).told
    assert told[1] == "Nothing is taken from 2 columns: \u201cPriority\u201d, \u201cDue\u201d."


def test_many_columns_are_counted() -> None:
    names = ",".join(f"c{place}" for place in range(12))
    unused = unused_columns(f"title,{names}\n{','.join('x' * 13)}\n")
    told = brought(FRESH, (Listed(text="x"),), lambda: "a", TODAY, unused=unused).told
    assert told[1].endswith("\u201cc7\u201d, 4 more.")


@pytest.mark.parametrize("table", ["one\ntwo\n", "title,done\nOne,yes\n", ""])
def test_a_table_of_which_all_is_taken_has_no_such_column(table: str) -> None:
    assert unused_columns(table) == ()
