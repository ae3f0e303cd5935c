"""Single items are rated, estimated, added and changed from the command line."""

from typing import Any

import pytest

from planner.core.refusal import Refusal, Refused
from planner.core.wording import refusal_text
from tests.cli.program import CANDIDATE, Program

AGAIN = "The plan stays as it is; to replan: loopready replan. To take this back: loopready undo"


def row(program: Program, item: str) -> dict[str, Any]:
    document = program.run("checklist", "--format", "json").document
    rows = (one for part in document["sections"] for one in part["items"])
    found: dict[str, Any] = next(one for one in rows if one["item"] == item)
    return found


def add(program: Program, *words: str) -> str:
    """Add an item and return its id."""
    result = program.run("add", *words)
    assert result.status == 0, result.err
    return result.out.split()[0]


def test_an_item_is_rated_and_its_rating_taken_back(planned: Program) -> None:
    planned.run("init", "--hours", "40")  # enough for every minute of it
    before = row(planned, "l6.cloud.aws")
    result = planned.run("rate", "l6.cloud.aws=new", "technical_skills_L6.data=strong")
    assert (result.status, result.err) == (0, "")
    assert result.out == f"AWS services · rated new\nData · rated strong\n{AGAIN}\n"
    assert (row(planned, "l6.cloud.aws")["minutes"], before["minutes"]) == (720, 420)
    assert row(planned, "l6.cloud.aws")["rating"] == "new"
    assert row(planned, "l6.data.sqlnosql")["rating"] is None
    back = planned.run("rate", "l6.cloud.aws=GROUP")
    assert back.out.startswith("AWS services · rated as its group\n")
    assert row(planned, "l6.cloud.aws") == before


def test_an_item_is_given_a_time_and_ours_is_taken_again(planned: Program) -> None:
    before = row(planned, "l6.cloud.aws")
    for words, minutes in (("90", 90), ("75m", 75), ("1.5h", 90), ("10 h", 600)):
        assert planned.run("estimate", f"l6.cloud.aws={words}").status == 0
        assert row(planned, "l6.cloud.aws")["minutes"] == minutes
        assert row(planned, "l6.cloud.aws")["estimated"] is True
    back = planned.run("estimate", "l6.cloud.aws=ours")
    assert back.out.startswith("AWS services · our estimate\n")
    assert row(planned, "l6.cloud.aws") == before


def test_the_plan_moves_only_when_it_is_made_anew(planned: Program) -> None:
    before = planned.run("export", "--format", "json").document
    planned.run("estimate", "read.managers-path=9h")
    assert planned.run("export", "--format", "json").document == before
    planned.run("init")
    assert planned.run("export", "--format", "json").document != before


def test_own_items_wait_for_others(planned: Program) -> None:
    first = add(planned, "Read  the\nDynamo paper", "--minutes", "3h", "--after", "l6.cloud.aws")
    second = add(
        planned,
        *("Talk", "--minutes", "45", "--about", "leadership", "--priority", "core"),
        *("--after", first),
    )
    assert row(planned, first)["title"] == "Read the Dynamo paper"
    talk = row(planned, second)
    assert (talk["minutes"], talk["priority"], talk["done"]) == (45, "core", False)
    circle = planned.run("change", first, "--after", second)
    titles = "Read the Dynamo paper → Talk → Read the Dynamo paper"
    assert circle.status == 2
    assert circle.complaint == f"Items cannot wait for each other in a circle: {titles}."
    assert planned.run("change", second, "--after").status == 0
    assert planned.run("change", first, "--after", second).status == 0


def test_an_own_item_is_changed_as_one_step(planned: Program) -> None:
    own = add(planned, "Talk", "--minutes", "45")
    result = planned.run("change", own, "--title", "Speak", "--minutes", "2h", "--priority", "core")
    assert result.out.startswith(f"{own}  Speak · changed\n")
    assert (row(planned, own)["minutes"], row(planned, own)["priority"]) == (120, "core")
    assert planned.run("change", own, "--title", "Speak").out.startswith(
        f"{own}  Speak · is like this already\n"
    )
    undone = planned.run("undo")
    assert "own item renamed to “Speak”" in undone.out
    assert "change of own item “Speak”" in undone.out
    assert (row(planned, own)["title"], row(planned, own)["minutes"]) == ("Talk", 45)


def test_undo_names_what_it_takes_back(planned: Program) -> None:
    planned.run("rate", "l6.cloud.aws=new")
    assert "  rating of AWS services" in planned.run("undo").out
    planned.run("estimate", "l6.cloud.aws=90")
    assert "  time for AWS services" in planned.run("undo").out


BAD = [
    (("rate", "l6.cloud.aws"), "ID=new|working|strong|group: “l6.cloud.aws” has no rating"),
    (("rate", "l6.cloud.aws=good"), "ID=new|working|strong|group: there is no rating “good”"),
    (("rate", "a b=new"), "ID=new|working|strong|group: “a b” is no id"),
    (("rate", "no.such=new"), "There is no item no.such."),
    (("rate", "key_technical=group"), "key_technical is a group itself; choose new, working or"),
    (("rate", "l6.cloud.aws=new", "l6.cloud.aws=strong"), "l6.cloud.aws is named twice. Nothing"),
    (("estimate", "l6.cloud.aws"), "ITEM=TIME|ours: “l6.cloud.aws” has no time"),
    (("estimate", "l6.cloud.aws=soon"), "ITEM=TIME|ours: “soon” is no time from 20 minutes to 500"),
    (("estimate", "l6.cloud.aws=19"), "ITEM=TIME|ours: “19” is no time from 20 minutes"),
    (("estimate", "l6.cloud.aws=501h"), "ITEM=TIME|ours: “501h” is no time from 20 minutes"),
    (("estimate", "l6.cloud.aws=-5"), "ITEM=TIME|ours: “-5” is no time"),
    (("estimate", "read.leadership-principles=45"), "With all its parts it takes at least 80"),
    (("estimate", "no.such=45"), "There is no item no.such."),
    (("add", "", "--minutes", "60"), "TITLE: a title has 1 to 200 letters"),
    (("add", "x" * 201, "--minutes", "60"), "TITLE: a title has 1 to 200 letters"),
    (("add", "x"), "the following arguments are required: --minutes"),
    (("add", "x", "--minutes", "5"), "--minutes: “5” is no time from 20 minutes"),
    (("add", "x", "--minutes", "60", "--about", "mock"), "--about: there is no “mock”; choose"),
    (("add", "x", "--minutes", "60", "--priority", "high"), "--priority: there is no priority"),
    (("add", "x", "--minutes", "60", "--after", "no.such"), "There is no item no.such."),
    (("change", "own.a", "--minutes", "60"), "There is no item own.a."),
    (("change", "own.a"), "Say what to change: --title, --about, --minutes, --priority or --after"),
    (("change", "l6.cloud.aws", "--minutes", "60"), "“AWS services” belongs to the guide; only"),
]


@pytest.mark.parametrize(("words", "told"), BAD)
def test_an_impossible_wish_is_one_line_and_changes_nothing(
    planned: Program, words: tuple[str, ...], told: str
) -> None:
    before = planned.lines()
    result = planned.run(*words)
    assert (result.status, result.out) == (2, "")
    assert result.complaint.startswith(told)
    assert planned.lines() == before


def test_an_own_item_is_changed_not_estimated(planned: Program) -> None:
    own = add(planned, "Talk", "--minutes", "45")
    for words in (("estimate", f"{own}=60"), ("rate", f"{own}=new")):
        result = planned.run(*words)
        assert (result.status, result.complaint) == (2, refusal_text(Refused(Refusal.OWN, "Talk")))


def test_without_a_store_there_is_nothing_to_rate(program: Program) -> None:
    result = program.run("rate", "l6.cloud.aws=new")
    assert result.status == 2
    assert result.complaint.startswith("There is no store in ")
    assert not program.store.exists()


def test_a_candidate_who_is_new_to_everything_gets_foundations_at_l7(program: Program) -> None:
    words = ("--loop", "2028-02-07", "--hours", "20", "--level", "L7")
    found = {}
    for rating in ("new", "working"):
        result = program.run("plan", *words, "--rating", rating, "--format", "json")
        sessions = [one for week in result.document["weeks"] for one in week["sessions"]]
        found[rating] = {one["item"] for one in sessions if one["item"].startswith("l6.")}
        if rating == "new":
            first = next(one for one in sessions if one["item"] == "l6.cloud.aws")
            assert "a foundation that is wanted, since Cloud is rated new" in first["why"]
    assert len(found["new"]) == 4
    assert found["working"] == set()


def test_status_tells_own_pace(program: Program) -> None:
    program.init(*CANDIDATE[:6], "--hours", "30")
    assert "Your pace" not in program.run("status").out
    assert program.run("status", "--format", "json").document["pace"] == []
    exported = program.run("export", "--format", "json").document
    sessions = [one for week in exported["weeks"] for one in week["sessions"]]
    study = [one for one in sessions if one["kind"] == "study"]
    technical = [one for one in study if one["item"].startswith("l6.")]
    names = list(dict.fromkeys(one["item"] for one in technical))[:5]
    done = [f"{one['code']}={2 * one['minutes']}" for one in technical if one["item"] in names]
    assert program.run("done", *done, *names).status == 0
    result = program.run("status")
    assert "Your pace: technical ×1.5 (5 items)" in result.out
    pace = program.run("status", "--format", "json").document["pace"]
    assert pace == [{"kind": "technical", "factor": 1.5, "items": 5}]
    markdown = program.run("status", "--format", "markdown").out
    assert "Your pace: technical ×1.5 (5 items)." in markdown


def test_the_checklist_marks_what_is_the_users(planned: Program) -> None:
    planned.run("rate", "l6.cloud.aws=new")
    planned.run("estimate", "l6.cloud.aws=5h")
    assert "your estimate, rated new" in planned.run("checklist").out
    markdown = planned.run("checklist", "--format", "markdown").out
    assert "AWS services · 0 of 5 h · your estimate, rated new" in markdown
