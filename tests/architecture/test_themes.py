"""Every text can be read on every ground it stands on, in both themes."""

import json
import re
from itertools import product
from typing import get_args

import pytest

from planner.resources import resource
from planner.ui.theme import MEANINGS, Theme, ThemeName, load_theme

LEAST = 4.5  # WCAG 2.2, 1.4.3, level AA for text of usual size
LEAST_SHAPE = 3.0  # the same, 1.4.11, for what is no text but has to be seen

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
SHAPES = [
    *product(("accent", "muted"), GROUNDS),
    *product(KINDS, ("window", "surface")),
]
THEMES = [load_theme(name) for name in get_args(ThemeName)]


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
