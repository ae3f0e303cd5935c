"""Every text can be read on every ground it stands on, in both themes."""

import json
import re
from collections.abc import Iterator
from itertools import product
from typing import get_args

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from planner.resources import resource
from planner.ui.look import Look
from planner.ui.theme import MEANINGS, Theme, ThemeName, load_theme, strengthened

Role = QPalette.ColorRole
GROUPS = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled)

LEAST = 4.5  # WCAG 2.2, 1.4.3, level AA for text of usual size
LEAST_SHAPE = 3.0  # the same, 1.4.11, for what is no text but has to be seen

WORDLESS = re.compile("::(indicator|handle|groove|sub-page|separator)")
"""Parts of widgets on which nothing is written."""

GROUNDS = ("window", "sidebar", "surface", "accent_soft")
KINDS = ("accent", "technical", "leadership", "mock", "review", "amber", "red")
PAIRS = [
    *product(("text", "muted"), GROUNDS),
    *product(("accent", "red"), ("window", "surface")),
    *((kind, f"{kind}_soft") for kind in KINDS),
    ("muted", "review_soft"),
    ("on_accent", "accent"),
    ("accent", "amber_soft"),
]
PALETTE = [
    (Role.WindowText, Role.Window),
    (Role.Text, Role.Base),
    (Role.Text, Role.AlternateBase),
    (Role.ButtonText, Role.Button),
    (Role.PlaceholderText, Role.Base),
    (Role.HighlightedText, Role.Highlight),
    (Role.ToolTipText, Role.ToolTipBase),
    (Role.Link, Role.Base),
]
SHAPES = [
    *product(("accent", "muted"), GROUNDS),
    *product(("rim",), ("window", "surface")),
    *((kind, "review_soft") for kind in KINDS),  # a bar on its track
    *product(KINDS, ("window", "surface")),
]
THEMES = [load_theme(name) for name in get_args(ThemeName)]
STRONG = [strengthened(theme) for theme in THEMES]
LEAST_STRONG = 7.0  # WCAG 2.2, 1.4.6, level AAA


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(theme: Theme, ink: str, ground: str) -> float:
    lights = sorted(luminance(theme.colours[meaning]) for meaning in (ink, ground))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_a_text_can_be_read(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(theme, ink, ground) >= LEAST


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("ink", "ground"), SHAPES)
def test_a_shape_can_be_seen(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(theme, ink, ground) >= LEAST_SHAPE


@pytest.mark.parametrize("theme", STRONG, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("ink", "ground"), [*product(("text", "muted", "review"), GROUNDS)])
def test_more_contrast_is_more(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(theme, ink, ground) >= LEAST_STRONG
    assert contrast(theme, "line", ground) >= LEAST_SHAPE


@pytest.mark.parametrize("theme", [*THEMES, *STRONG], ids=lambda theme: theme.name)
def test_each_rule_of_the_style_sheet_can_be_read(theme: Theme) -> None:
    """A rule that names one of ink and ground stands on the other as it is everywhere."""
    low = [
        f"{selector} {pair}"
        for selector, rule in rules().items()
        for pair in pairs(rule)
        if not WORDLESS.search(selector) and contrast(theme, *pair) < LEAST
    ]
    assert low == []


@pytest.mark.parametrize("theme", [*THEMES, *STRONG], ids=lambda theme: theme.name)
def test_the_focus_can_be_seen_on_both_sides_of_its_rim(theme: Theme) -> None:
    focused = {one: rule for one, rule in rules().items() if ":focus" in one and rims(rule)}
    assert len(focused) > 5
    low = {
        selector: (rim, ground)
        for selector, rule in focused.items()
        for rim, ground in product(rims(rule), ("window", ground_of(rule) or "surface"))
        if contrast(theme, rim, ground) < LEAST_SHAPE
    }
    assert low == {}


@pytest.mark.parametrize("mode", get_args(ThemeName))
@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize(("ink", "ground"), PALETTE)
def test_what_the_style_paints_by_itself_can_be_read(
    look: Look,
    mode: ThemeName,
    group: QPalette.ColorGroup,
    ink: QPalette.ColorRole,
    ground: QPalette.ColorRole,
) -> None:
    look.set_mode(mode)
    palette = QApplication.palette()
    shown = {
        name: palette.color(group, role).name().upper()
        for name, role in (("ink", ink), ("ground", ground))
    }
    assert contrast(Theme(name=mode, colours=shown), "ink", "ground") >= LEAST


def rules() -> dict[str, dict[str, str]]:
    """The rules of the style sheet: what is declared, by selectors."""
    sheet = resource("themes", "window.qss").read_text(encoding="utf-8")
    sheet = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    return {
        " ".join(selector.split()): {
            name.strip(): value.strip()
            for name, _, value in (one.partition(":") for one in body.split(";"))
            if value
        }
        for selector, body in re.findall(r"([^{}]+){([^{}]*)}", sheet)
    }


def pairs(rule: dict[str, str]) -> Iterator[tuple[str, str]]:
    """What is written on what: usual text, what is selected, and what only holds a place."""
    ground = ground_of(rule)
    ink = named(rule.get("color", ""))
    if ink and ground:
        yield ink, ground
    elif ground:
        yield "text", ground
    elif ink and not ink.startswith("on_"):
        yield from product((ink,), ("window", "surface"))
    chosen = named(rule.get("selection-background-color", ""))
    if chosen:
        yield named(rule["selection-color"]), chosen
    if "placeholder-text-color" in rule:
        yield named(rule["placeholder-text-color"]), ground or "surface"


def ground_of(rule: dict[str, str]) -> str:
    """The meaning of the ground a rule lays, empty where it lets another one through."""
    return named(rule.get("background", ""))


def rims(rule: dict[str, str]) -> list[str]:
    """The meanings of the colours of borders."""
    borders = (named(value) for name, value in rule.items() if name.startswith("border"))
    return [one for one in borders if one]


def named(value: str) -> str:
    """The meaning in a declaration."""
    found = re.search(r"@([a-z_]+)", value)
    return found[1] if found and found[1] in MEANINGS else ""


def test_the_measure_is_right() -> None:
    theme = Theme(name="light", colours={"text": "#000000", "window": "#FFFFFF"})
    assert contrast(theme, "text", "window") == pytest.approx(21)


@pytest.mark.parametrize("name", get_args(ThemeName))
def test_a_base_colour_stands_once(name: str) -> None:
    base = json.loads(resource("themes", f"{name}.json").read_text(encoding="utf-8"))["base"]
    assert len(set(base.values())) == len(base)


def test_the_style_sheet_names_meanings_only() -> None:
    sheet = resource("themes", "window.qss").read_text(encoding="utf-8")
    sheet = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    named = set(re.findall(r"@([a-z_]+)", sheet))
    sizes = {name for name in named if name.endswith("_pt")}
    assert named - sizes - {"icons", "name"} <= set(MEANINGS)
    colours = re.findall(r"(?:color|background|border)[a-z-]*:[^;]*(?:#[0-9a-fA-F]{3}|rgb)", sheet)
    assert colours == []
