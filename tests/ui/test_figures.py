"""The window tells the figures that paper and files are compared with (tests/figures)."""

import re

from tests.figures.screen import of_screen
from tests.figures.values import Figures, OfThings
from tests.ui.house import TODAY, House
from tests.ui.seen import settle, texts

WEEK = "4"
"""The week the demo is in."""


def shown(house: House, page: str) -> list[str]:
    house.window.turn_to(page)
    settle(house.window)
    return list(texts(house.window))


def of(house: House) -> Figures:
    return of_screen(house.workspace.state, TODAY)


def test_the_week_and_the_foot_of_the_sidebar(house: House) -> None:
    figures, there = of(house), shown(house, "week")
    week = {name: figures["week", name, WEEK] for name in ("done", "planned", "buffer")}
    assert f"{week['done']} done of {week['planned']} planned" in there
    assert f"{week['buffer']} buffer kept free" in there
    assert {f"{figures['loop', 'days']} days", figures["slack",], figures["finish",]} <= {*there}
    plan = house.workspace.state.plan
    assert plan is not None
    sessions = plan.sessions_of(plan.week_of_number(int(WEEK)))
    rows = [one for one in there if re.search(r", \d+ minutes, (not )?done", one)]
    assert len(rows) == len(sessions)
    for one, row in zip(sessions, rows, strict=True):
        done = "done" if figures["session", "done", one.code] else "not done"
        assert f", {figures['session', 'minutes', one.code]} minutes, {done}" in row
        assert any(each.endswith(f", {figures['day', one.date.isoformat()]}") for each in there)


def test_the_plan(house: House) -> None:
    figures, there = of(house), shown(house, "plan")
    rows = [one for one in there if re.match(r"Week \d+, ", one)]
    assert len(rows) == len([key for key in figures if key[:2] == ("week", "load")])
    for number, row in enumerate(rows, start=1):
        assert f". {figures['week', 'load', str(number)]} planned." in row
    assert f"Left out: {figures['plan', 'left out']} in " in "\n".join(there)


def test_the_checklist(house: House) -> None:
    figures, there = of(house), shown(house, "checklist")
    for key, figure in figures.items():
        if key[0] == "section":
            heading = "Technical skills · L6" if key[1] == "Technical skills" else key[1]
            assert f"{heading}, {figure}" in there or str(figure) == "–"


def test_readiness(house: House) -> None:
    figures, there = of(house), shown(house, "readiness")
    bars = [one for one in there if re.fullmatch(r".* · .* with evidence · .*", one)]
    labels = [key[2] for key in figures if key[:2] == ("criterion", "studied")]
    assert len(bars) == len(labels)
    for label, bar in zip(labels, bars, strict=True):
        tested = figures["criterion", "tested", label]
        mocks = "no mock planned" if tested == OfThings(0, 0) else f"{tested} mocks at bar"
        assert bar == (
            f"{figures['criterion', 'studied', label]} · "
            f"{figures['criterion', 'evidenced', label]} with evidence · {mocks}"
        )
    for key, figure in figures.items():
        if key[0] == "guarded":
            assert any(one.startswith(f"{key[1]}: ") and f", {figure} " in one for one in there)


def test_practice(house: House) -> None:
    figures, there = of(house), shown(house, "practice")
    ready = figures["practice", "ready"]
    assert f"{figures['practice', 'mocks']} mocks · {ready} rounds ready" in there
    rows = {key[2]: figure for key, figure in figures.items() if key[:2] == ("practice", "tested")}
    for label, figure in rows.items():
        mocks = "no mock planned" if figure == OfThings(0, 0) else f"{figure} mocks at the bar"
        assert any(one.startswith(f"{label}, ") and mocks in one for one in there) or (
            figure == OfThings(0, 0)
        )
