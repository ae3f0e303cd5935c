"""The window tells the figures that paper and files are compared with (tests/figures)."""

import re

from PySide6.QtCore import Qt

from planner.ui.pages.week.view import WeekView
from tests.figures.screen import of_screen
from tests.figures.values import Figures, OfThings
from tests.ui.house import TODAY, House
from tests.ui.seen import settle, texts

Box = Qt.ItemDataRole.CheckStateRole
WEEK = "4"
"""The week the demo is in."""


def shown(house: House, page: str) -> list[str]:
    house.window.turn_to(page)
    settle(house.window)
    return list(texts(house.window))


def of(house: House) -> Figures:
    return of_screen(house.workspace.state, TODAY)


def boxes_of(house: House) -> list[bool]:
    """Return of each session of the week whether its box is ticked."""
    (view,) = house.window.findChildren(WeekView)
    model = view.model()
    states = [model.index(row, 0).data(Box) for row in range(model.rowCount())]
    return [state == Qt.CheckState.Checked for state in states if state is not None]


def test_the_week_and_the_foot_of_the_sidebar(house: House) -> None:
    figures, there = of(house), shown(house, "week")
    week = {name: figures["week", name, WEEK] for name in ("done", "planned", "buffer")}
    assert f"{week['done']} done of {week['planned']} planned" in there
    assert f"{week['buffer']} buffer kept free" in there
    assert {f"{figures['loop', 'days']} days", figures["slack",], figures["finish",]} <= {*there}
    plan = house.workspace.state.plan
    assert plan is not None
    sessions = plan.sessions_of(plan.week_of_number(int(WEEK)))
    rows = [one for one in there if re.search(r", \d+ minutes(,|$)", one)]
    assert len(rows) == len(sessions)
    boxes = boxes_of(house)
    for one, row, is_ticked in zip(sessions, rows, boxes, strict=True):
        assert is_ticked == bool(figures["session", "done", one.code])
        assert f", {figures['session', 'minutes', one.code]} minutes" in row
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
