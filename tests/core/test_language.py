from datetime import date, time

import pytest

from planner.core.language import English, numbered, speak, spoken, translate


@pytest.mark.parametrize(
    ("text", "one", "many"),
    [
        ("%n session(s)", "1 session", "3 sessions"),
        ("%n box(es)", "1 box", "3 boxes"),
        ("%n stor(y|ies)", "1 story", "3 stories"),
        ("%n (is|are) kept (here)", "1 is kept (here)", "3 are kept (here)"),
        ("it need(s|) %n", "it needs 1", "it need 3"),
    ],
)
def test_english_takes_the_ending_that_goes_with_the_number(text: str, one: str, many: str) -> None:
    assert numbered(text, 1) == one
    assert numbered(text, 3) == many
    assert numbered(text, 0) == many.replace("3", "0")


def test_a_value_with_braces_stays_as_it_is() -> None:
    assert translate("Test", "of {title}", title="{n} %n (s)") == "of {n} %n (s)"


def test_a_number_and_values_stand_in_one_sentence() -> None:
    assert translate("Test", "%n item(s) of {of}", n=2, of="L6") == "2 items of L6"


def test_english_writes_days_times_and_figures() -> None:
    english = English()
    day = date(2026, 12, 7)
    assert english.day(day, "dddd d MMMM yyyy") == "Monday 7 December 2026"
    assert english.day(day, "ddd d MMM") == "Mon 7 Dec"
    assert english.weekday(6) == "Sunday"
    assert english.clock(time(9, 5)) == "09:05"
    assert [english.number(one, 1) for one in (6.5, 8.0, 10.04, 100)] == ["6.5", "8", "10", "100"]


class Bracketed(English):
    def translate(self, context: str, text: str, comment: str, n: int | None) -> str:
        return f"[{context}: {super().translate(context, text, comment, n)}]"


def test_another_language_tells_everything() -> None:
    before = spoken()
    speak(Bracketed())
    try:
        assert translate("Week", "%n day(s) of {a}", n=2, a="L6") == "[Week: 2 days of L6]"
    finally:
        speak(before)
    assert translate("Week", "%n day(s)", n=2) == "2 days"
