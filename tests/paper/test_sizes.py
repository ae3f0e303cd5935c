import pytest

from planner.paper.default import default_paper
from planner.paper.sizes import Paper, paper_in


@pytest.mark.parametrize(
    ("country", "paper"),
    [
        ("US", Paper.LETTER),
        ("CA", Paper.LETTER),
        ("DE", Paper.A4),
        ("GB", Paper.A4),
        ("", Paper.A4),
    ],
)
def test_a_country_has_its_usual_paper(country: str, paper: Paper) -> None:
    assert paper_in(country) is paper


@pytest.mark.parametrize(
    ("variables", "paper"),
    [
        ({"LANG": "en_US.UTF-8"}, Paper.LETTER),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "de_DE.UTF-8"}, Paper.A4),
        ({"LANG": "de_DE.UTF-8", "LC_PAPER": "es_MX"}, Paper.LETTER),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "", "LC_PAPER": "fr_FR"}, Paper.A4),
        ({"LC_PAPER": "en_US.UTF-8"}, Paper.LETTER),
        ({"LC_PAPER": "de_DE.UTF-8"}, Paper.A4),
        ({"LC_ALL": "en_US.UTF-8", "LC_PAPER": "de_DE.UTF-8"}, Paper.LETTER),
        ({"LC_ALL": "C"}, Paper.A4),
    ],
)
def test_the_paper_of_the_locale_goes_before_its_language(
    variables: dict[str, str], paper: Paper
) -> None:
    assert default_paper(variables) is paper
