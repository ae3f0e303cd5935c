"""Markdown that GitHub and Obsidian tick, and in which every text is plain text."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from planner.core.apply import apply
from planner.core.commands import AddEvidence, AddItem
from planner.core.exchange.markdown import (
    checklist_markdown,
    plan_markdown,
    status_markdown,
    week_markdown,
    why_markdown,
)
from planner.core.exchange.markdown.layout import escaped
from planner.core.exchange.words import line
from planner.core.forecast import forecast
from planner.core.plan import Rule, because
from planner.core.refusal import Refused
from planner.core.screens.finding import Found
from planner.core.values import Subject
from planner.core.wording.finish import outlook_text
from tests.core.exchange.example import CHOSEN, EMPTY, FRESH, PLAN, STARTED, TODAY

READER = MarkdownIt("commonmark").enable("table").enable("strikethrough")
TASK = re.compile(r"^- \[([ x])\] (W\d+-\d+) · ", re.MULTILINE)


def test_each_session_is_a_task() -> None:
    tasks = TASK.findall(plan_markdown(STARTED, TODAY))
    assert tasks == [("x" if one.code == "W1-01" else " ", one.code) for one in PLAN.sessions]


def test_a_task_says_what_when_and_how_long() -> None:
    text = plan_markdown(STARTED, TODAY)
    assert "- [x] W1-01 · Tue 1 Dec · Assess Your Level · 60 m, took 50 m\n" in text
    assert "- [ ] W2-02 · Sat 12 Dec · Review: Assess Your Level · 20 m\n" in text


def test_a_plan_tells_what_is_left_out() -> None:
    text = plan_markdown(FRESH, TODAY)
    assert "\n## Left out\n" in text
    assert "\n- ML basics · 3 h · " in text


def test_a_week_is_one_list_with_reasons() -> None:
    text = week_markdown(STARTED, 1, TODAY)
    assert text.startswith("# Week 1 of 2: 30 Nov to 6 Dec, orientation\n")
    assert [code for _, code in TASK.findall(text)] == ["W1-01", "W1-02", "W1-03"]
    assert "\n  part of the orientation\n" in text


def test_status_is_tables() -> None:
    html = READER.render(status_markdown(STARTED, TODAY))
    assert html.count("<table>") == 2
    assert html.count("<tr>") == (1 + 9) + (1 + 5)


def test_status_tells_when_the_plan_will_be_done() -> None:
    found = forecast(STARTED, TODAY)
    assert found is not None
    assert f"\n{escaped(outlook_text(found))}\n" in status_markdown(STARTED, TODAY)
    done = STARTED.evolve(ticks={one.code: TODAY for one in PLAN.sessions})
    text = status_markdown(done, TODAY)
    assert "\nThe plan was done on 8 Dec.\n" in text
    assert "courses" not in text


def test_why_is_a_list_of_sessions_with_their_reasons() -> None:
    text = why_markdown(STARTED, Found("next.assess"))
    assert text.startswith("# Assess Your Level\n\norientation, core · finished on ")
    assert "ticked off on Tue 1 Dec\n  - part of the orientation\n" in text
    assert "\n- [ ] W2-02 · week 2, Sat 12 Dec, 09:00 · review · 20 m\n" in text
    only = why_markdown(STARTED, Found("next.assess", "W2-02"))
    assert "part of the orientation" not in only
    assert "  - closed book; finished in week 1\n" in only


def test_why_lists_what_is_left_out() -> None:
    text = why_markdown(STARTED, Found("l6.data.ml"))
    assert "\n## Left out\n\n- 3 h\n- optional; needs 3 h and only 1 h was free for it\n" in text
    back = PLAN.left_out[0].evolve(back=because(Rule.BRINGS_BACK, week=2))
    state = STARTED.evolve(plan=PLAN.evolve(left_out=(back,)))
    assert "\n- 2 weeks more would bring it back\n" in why_markdown(state, Found("l6.data.ml"))
    assert "only 1 h was free for it · 2 weeks more would bring it back\n" in plan_markdown(
        state, TODAY
    )


def test_the_checklist_nests_chapters_under_their_book() -> None:
    text = checklist_markdown(STARTED)
    book = text.index("- [ ] The Manager's Path, Camille Fournier")
    assert text.index("\n  - [ ] 1 Management 101", book) > book
    assert "- [x] Assess Your Level · 1 of 1 h\n  Evidence: Wrote down \\*my\\* level\n" in text


def test_what_a_user_typed_stays_text() -> None:
    title = "<img src=file:///etc/passwd> [a](javascript:b) *c* `d` &lt; | $e$ # f"
    own = apply(STARTED, AddItem(id="own.a", title=title, subject=Subject.READING, minutes=60))
    own = apply(own, AddEvidence(item="own.a", text="~~gone~~ ![x](y)"))
    html = READER.render(checklist_markdown(own))
    for tag in ("<img", "<a ", "<em>", "<code>", "<s>"):
        assert tag not in html
    assert "&lt;img src=file:///etc/passwd&gt; [a](javascript:b) *c* `d` &amp;lt;" in html


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_escaped_text_reads_back_as_it_was(text: str) -> None:
    assert unescape(READER.renderInline(f"x{escaped(text)}y")) == f"x{line(text)}y"


@pytest.mark.parametrize(
    "write",
    [
        lambda: plan_markdown(CHOSEN, TODAY),
        lambda: week_markdown(CHOSEN, 1, TODAY),
        lambda: status_markdown(CHOSEN, TODAY),
        lambda: checklist_markdown(EMPTY),
    ],
)
def test_without_a_plan_there_is_nothing_to_write(write: Callable[[], str]) -> None:
    with pytest.raises(Refused):
        write()
