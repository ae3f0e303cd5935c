"""The web page is read by everybody: with a screen reader, on a telephone, on paper."""

import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest

from planner.core.exchange.exports import How, text_of
from planner.core.exchange.forms import Form, What
from tests.core.screens.candidates import TODAY, demo


@pytest.fixture(scope="module")
def page() -> ET.Element:
    """The page of the demo with its stories, which is well-formed but for what HTML leaves open."""
    text = text_of(demo(), What.PLAN, Form.WEB_PAGE, 1, TODAY, How(stories=True))
    closed = re.sub(r"<(meta|br)([^>]*)>", r"<\1\2/>", text.removeprefix("<!DOCTYPE html>\n"))
    return ET.fromstring(closed)  # noqa: S314 - our own text


def test_it_has_a_language_a_title_and_a_landmark(page: ET.Element) -> None:
    assert page.get("lang") == "en"
    assert page.findtext("head/title") == page.findtext("body/main/h1") == "Study plan for L6"
    assert [one.tag for one in page.findall("body/*")] == ["main"]
    assert page.find("head/meta[@name='viewport']") is not None


def test_its_headings_go_down_step_by_step(page: ET.Element) -> None:
    depths = [int(one.tag[1]) for one in page.iter() if re.fullmatch(r"h\d", one.tag)]
    assert depths.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(depths))
    assert max(depths) == 3, "stories have headings of their own"


def test_its_tables_say_what_they_are_however_they_are_laid_out(page: ET.Element) -> None:
    tables = list(page.iter("table"))
    assert len(tables) == 10 + 1
    for table in tables:
        assert table.get("role") == "table"
        assert table.get("aria-label")
        heads = table.findall("thead/tr/th")
        assert {one.get("role") for one in heads} == {"columnheader"}
        for row in table.findall("tbody/tr"):
            assert row.get("role") == "row"
            assert len(row) == len(heads)
            assert [one.get("role") for one in row].count("rowheader") == 1
            assert all(one.get("role") in {"cell", "rowheader"} for one in row)


def test_its_boxes_have_words(page: ET.Element) -> None:
    boxes, plan = page.findall(".//span[@role='img']"), demo().plan
    assert plan is not None
    assert len(boxes) == len(plan.sessions)
    assert {one.get("aria-label") for one in boxes} == {"done", "open", "slipped"}
