"""What one's own work speaks for, and where that is another level than the one aimed at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.apply import apply
from planner.core.assessment import (
    CHOICES,
    Assessment,
    Question,
    Standing,
    Verdict,
    against,
    is_mismatch,
    row_text,
    verdict,
)
from planner.core.commands import AssessLevel
from planner.core.refusal import Refusal, Refused
from planner.core.screens.readiness import readiness_screen
from planner.core.values import Level
from planner.core.wording.assessment import choice_text, question_text, reasons, risk_text
from tests.core.strategies import FEW, usual
from tests.support import study

B, S, N, T = Standing.BELOW, Standing.L6, Standing.BETWEEN, Standing.L7
STATE = usual(Level.L7)


def one(*answers: Standing) -> Assessment:
    return Assessment(study.TODAY, dict(zip(Question, answers, strict=True)))


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ((S, S, S, S, S), Verdict.L6),
        ((S, S, S, S, T), Verdict.L6),
        ((S, N, S, T, S), Verdict.L6),
        ((B, B, S, S, S), Verdict.L6),
        ((B, B, B, S, S), Verdict.BELOW),
        ((B, B, B, T, T), Verdict.BELOW),
        ((T, T, T, S, S), Verdict.L7),
        ((T, T, T, T, T), Verdict.L7),
        ((T, N, T, T, S), Verdict.L7),
        ((T, T, T, B, S), Verdict.BETWEEN),
        ((T, N, T, S, S), Verdict.BETWEEN),
    ],
)
def test_the_verdict_follows_from_the_rows(
    answers: tuple[Standing, ...], expected: Verdict
) -> None:
    assert verdict(one(*answers)) is expected


@FEW
@given(st.data())
def test_a_larger_answer_never_speaks_for_a_smaller_level(data: st.DataObject) -> None:
    ranks = [Verdict.BELOW, Verdict.L6, Verdict.BETWEEN, Verdict.L7]
    answers = {
        question: data.draw(st.sampled_from(choices)) for question, choices in CHOICES.items()
    }
    question = data.draw(st.sampled_from(Question))
    place = CHOICES[question].index(answers[question])
    larger = {**answers, question: data.draw(st.sampled_from(CHOICES[question][place:]))}
    before = verdict(Assessment(study.TODAY, answers))
    after = verdict(Assessment(study.TODAY, larger))
    assert ranks.index(after) >= ranks.index(before)


def test_a_mismatch_is_a_risk_that_names_its_rows() -> None:
    six = one(S, N, S, S, T)
    assert not is_mismatch(six, Level.L6)
    assert is_mismatch(six, Level.L7)
    assert not is_mismatch(one(T, N, T, S, S), Level.L7)
    assert not is_mismatch(None, Level.L7)
    assert against(six, Level.L7) == (
        Question.SCOPE,
        Question.TEAM_SIZE,
        Question.IMPACT,
        Question.DEPTH,
    )
    risk = risk_text(six, Level.L7, STATE.curriculum)
    assert "Scope, Team Size, Business Impact, Technical Depth." in risk
    assert risk_text(six, Level.L6, STATE.curriculum) == ""


def test_answers_are_kept_and_the_risk_stays_visible() -> None:
    answers = dict.fromkeys(Question, S)
    command = AssessLevel(
        on=study.TODAY, answers=answers, facts={Question.SCOPE: "two teams", Question.REACH: " "}
    )
    state = apply(STATE, command)
    assert state.assessment == Assessment(study.TODAY, answers, {Question.SCOPE: "two teams"})
    assert state.profile == STATE.profile
    screen = readiness_screen(state, study.TODAY)
    assert screen is not None
    assert screen.risk.startswith("You aim at L7")
    before = readiness_screen(STATE, study.TODAY)
    assert before is not None
    assert before.risk == ""


def test_an_answer_a_question_does_not_have_is_refused() -> None:
    with pytest.raises(Refused) as found:
        apply(STATE, AssessLevel(on=study.TODAY, answers={Question.SCOPE: N}))
    assert found.value.refusal is Refusal.NO_SUCH_ANSWER


def test_each_answer_rests_on_a_row_of_the_guide() -> None:
    every = one(S, S, S, S, S)
    told = reasons(every.evolve(facts={Question.IMPACT: "EU billing"}), STATE.curriculum)
    assert len(told) == len(Question)
    assert told[2] == (
        "Business Impact: you said $10M or more (“EU billing”); "
        "L6 is “$10M+ initiatives”, L7 “$100M+ initiatives”."
    )
    assert "Influencing 3-4 adjacent teams" in told[4]
    for question in Question:
        assert question_text(question).endswith("?")
        for level in Level:
            assert all(row_text(STATE.curriculum, question, level))
        assert len({choice_text(question, choice) for choice in CHOICES[question]}) == len(
            CHOICES[question]
        )
