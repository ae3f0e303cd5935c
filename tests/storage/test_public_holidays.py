"""Public holidays are looked up by country and part, with names, and stay what they are."""

from datetime import date

import pytest

from planner.storage.public_holidays import (
    HolidayError,
    countries,
    parts_of,
    public_holidays,
)

FIRST, LAST = date(2026, 12, 1), date(2027, 1, 31)


@pytest.mark.parametrize(
    ("place", "found"),
    [
        (
            "DE",
            {
                date(2026, 12, 25): "Christmas Day",
                date(2026, 12, 26): "Second Day of Christmas",
                date(2027, 1, 1): "New Year's Day",
            },
        ),
        ("FR", {date(2026, 12, 25): "Christmas Day", date(2027, 1, 1): "New Year's Day"}),
    ],
)
def test_a_country_has_its_holidays_in_english(place: str, found: dict[date, str]) -> None:
    assert public_holidays(place, FIRST, LAST) == found


def test_a_part_of_a_country_can_have_more() -> None:
    more = public_holidays("de-by", FIRST, LAST).keys() - public_holidays("DE", FIRST, LAST).keys()
    assert more == {date(2027, 1, 6)}


def test_only_the_days_asked_for_are_given() -> None:
    assert public_holidays("DE", FIRST, FIRST) == {}
    assert list(public_holidays("DE", date(2027, 1, 1), date(2027, 1, 1))) == [date(2027, 1, 1)]


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("QQ", "There is no country “QQ”; write its two letters, as in US."),
        ("", "There is no country “”; write its two letters, as in US."),
        ("DE-QQ", "DE has no part “QQ”; choose from BB, BE, BW"),
        ("VA-X", "VA has no part “X”; it has none."),
    ],
)
def test_a_place_nobody_knows_is_told_in_a_sentence(place: str, told: str) -> None:
    with pytest.raises(HolidayError) as refused:
        public_holidays(place, FIRST, LAST)
    assert str(refused.value).startswith(told)
    assert str(refused.value).endswith(".")


def test_every_country_that_is_offered_can_be_asked() -> None:
    for country in countries():
        assert all(FIRST <= day <= LAST for day in public_holidays(country, FIRST, LAST))


def test_parts_have_names_where_they_are_known() -> None:
    assert parts_of("DE")["BY"] == "Bayern"
    assert parts_of("US")["CA"] == "California"
    assert parts_of("VA") == {}
