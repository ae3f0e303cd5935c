"""Every refusal has a sentence, and no word is missing in it."""

import re

import pytest

from planner.core.refusal import Refusal, Refused
from planner.core.wording import refusal_text
from planner.core.wording.refusals import _SENTENCES

SPEAKS_OF = {refusal for refusal, sentence in _SENTENCES.items() if "{about}" in sentence}


@pytest.mark.parametrize("refusal", Refusal)
def test_every_refusal_is_one_sentence(refusal: Refusal) -> None:
    text = refusal_text(Refused(refusal, "W3-04"))
    assert re.fullmatch(r"[A-Z“][^{}\n]*[^ ]\.", text)
    assert "  " not in text
    assert "None" not in text
    assert ("W3-04" in text) is (refusal in SPEAKS_OF)


def test_no_two_refusals_say_the_same() -> None:
    assert len(set(_SENTENCES.values())) == len(Refusal)


@pytest.mark.parametrize("about", ["{about}", "{0}", "{", "100 %", "%s", "“”", "\\"])
def test_the_words_of_a_user_stay_as_they_are(about: str) -> None:
    assert about in refusal_text(Refused(Refusal.NOT_OWN, about))


@pytest.mark.parametrize("refusal", [Refusal.LOOP_IN_PAST, Refusal.LOOP_BEFORE_START])
def test_a_day_that_is_refused_is_named(refusal: Refusal) -> None:
    assert "2027-02-08" in refusal_text(Refused(refusal, "2027-02-08"))


def test_the_sentence_about_a_loop_today_does_not_say_that_it_is_over() -> None:
    text = refusal_text(Refused(Refusal.LOOP_IN_PAST, "2027-02-08"))
    assert text == "The loop day must lie after today; 2027-02-08 does not."


def test_a_refusal_keeps_what_it_is_about() -> None:
    refused = Refused(Refusal.UNKNOWN_CODE, "W3-04")
    assert (refused.refusal, refused.about) == (Refusal.UNKNOWN_CODE, "W3-04")
    assert str(refused) == "unknown-code: W3-04"
