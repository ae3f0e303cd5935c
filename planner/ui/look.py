"""The look of the whole window: colours by meaning, fonts by role, theme and text size."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

from planner.core.values import Subject
from planner.resources import resource
from planner.storage.collecting import uncollected
from planner.ui.theme import Theme, ThemeName, load_theme, strengthened

Mode = Literal["system", "light", "dark"]
Role = Literal["title", "heading", "brand", "section", "body", "small", "tag"]

SMALLEST_SCALE, LARGEST_SCALE = 80, 200

_SCHEMES: Mapping[Mode, Qt.ColorScheme] = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}
_ROLES: Mapping[Role, tuple[float, QFont.Weight]] = {
    "title": (9, QFont.Weight.Bold),
    "heading": (4, QFont.Weight.Bold),
    "brand": (2, QFont.Weight.Bold),
    "section": (0, QFont.Weight.DemiBold),
    "body": (0, QFont.Weight.Normal),
    "small": (-1, QFont.Weight.Normal),
    "tag": (-2, QFont.Weight.DemiBold),
}
_MEANING_OF_SUBJECT: Mapping[Subject, str] = {
    Subject.READING: "accent",
    Subject.ORIENTATION: "review",
}
_PALETTE: Mapping[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "window",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "red",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "muted",
    QPalette.ColorRole.Shadow: "muted",
}


class Look(QObject):
    """Dresses the application. `changed` is sent after colours or text sizes have changed.

    Style sheets break the way Qt hands a changed palette down (openscad PR 6776), so the palette
    and the style sheet are both made anew on every change.
    """

    changed = Signal()
    is_dressing = False
    """Whether the look is between two states; what is measured now will be so again."""

    def __init__(
        self, app: QApplication, mode: Mode = "system", scale: int = 100, *, late: bool = False
    ) -> None:
        """Dress the application at once, or `late`: then its sheet waits for `lay_sheet`."""
        super().__init__(app)
        self._app = app
        self._mode = mode
        self._scale = _bounded(scale)
        self._fonts: dict[Role, QFont] = {}
        self._heights: dict[Role, int] = {}
        self._font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        self._points = QFontInfo(self._font).pointSizeF()
        app.styleHints().setColorScheme(_SCHEMES[mode])
        self._is_strong = False
        self._theme = load_theme(self._wanted())
        app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self._colour()
        if not late:
            self.lay_sheet()

    @property
    def theme(self) -> Theme:
        """The theme that is shown."""
        return self._theme

    @property
    def mode(self) -> Mode:
        """The theme the user chose, or "system"."""
        return self._mode

    @property
    def scale(self) -> int:
        """The text size in percent of the system's."""
        return self._scale

    def colour(self, meaning: str) -> QColor:
        """Return the colour of a meaning, such as "muted"."""
        return QColor(self._theme.colours[meaning])

    def pair(self, meaning: str) -> tuple[QColor, QColor]:
        """Return the strong and the soft colour of a meaning that has both, such as "amber"."""
        return self.colour(meaning), self.colour(f"{meaning}_soft")

    def subject(self, subject: Subject) -> tuple[QColor, QColor]:
        """Return the strong and the soft colour of a subject."""
        return self.pair(_MEANING_OF_SUBJECT.get(subject, subject.value))

    def font(self, role: Role) -> QFont:
        """Return the font of a role at the chosen text size."""
        if role not in self._fonts:
            more, weight = _ROLES[role]
            font = QFont(self._font)
            font.setPointSizeF(self._sized(more))
            font.setWeight(weight)
            self._fonts[role] = font
        return QFont(self._fonts[role])

    def height(self, role: Role) -> int:
        """Return the height of a line in the font of a role, in pixels."""
        if role not in self._heights:
            self._heights[role] = QFontMetrics(self.font(role)).height()
        return self._heights[role]

    def set_mode(self, mode: Mode) -> None:
        """Follow the system, or pin a theme."""
        self._mode = mode
        self._app.styleHints().setColorScheme(_SCHEMES[mode])
        self._follow()

    def set_scale(self, percent: int) -> None:
        """Set the text size in percent of the system's, kept between 80 and 200."""
        if _bounded(percent) == self._scale:
            return
        self._scale = _bounded(percent)
        self._fonts.clear()
        self._heights.clear()
        self._dress()
        self.changed.emit()

    def heed_contrast(self) -> None:
        """Follow the system from now on where the user asks it for more contrast."""
        self._hints = self._app.styleHints()  # gone with it would be what it gives
        ask = getattr(self._hints, "accessibility", None)  # since Qt 6.10
        if ask is not None:
            self._asked = ask()
            self._asked.contrastPreferenceChanged.connect(self.strengthen)
            self.strengthen(self._asked.contrastPreference())

    def strengthen(self, wanted: Qt.ContrastPreference) -> None:
        """Show more contrast, or the usual one."""
        is_strong = wanted is Qt.ContrastPreference.HighContrast
        if is_strong is not self._is_strong:
            self._is_strong = is_strong
            self._show_theme()

    def _on_scheme_changed(self) -> None:
        self._follow()

    def _follow(self) -> None:
        if self._wanted() != self._theme.name:
            self._show_theme()

    def _show_theme(self) -> None:
        theme = load_theme(self._wanted())
        self._theme = strengthened(theme) if self._is_strong else theme
        self._dress()
        self.changed.emit()

    def _wanted(self) -> ThemeName:
        return system_theme(self._app) if self._mode == "system" else self._mode

    @uncollected()
    def lay_sheet(self) -> None:
        """Lay the style sheet on; on the whole window at once it costs half of part by part."""
        points = {f"{role}_pt": f"{self._sized(more):g}pt" for role, (more, _) in _ROLES.items()}
        icons = resource("icons").as_posix()
        names = {**self._theme.colours, **points, "icons": icons, "name": self._theme.name}
        self._app.setStyleSheet(filled(_template(), names))

    def _dress(self) -> None:
        self.is_dressing = True
        try:
            self._undress()
            self._colour()
            self.lay_sheet()
        finally:
            self.is_dressing = False

    @uncollected()
    def _undress(self) -> None:
        """Take the sheet away: in its place Qt dresses each widget again for each one around it.

        A widget that was asked for its size on the way still counts as dressed. Qt would then not
        hear when it goes, and dress what is no more.
        """
        self._app.setStyleSheet("")
        for widget in self._app.allWidgets():
            widget.setAttribute(Qt.WidgetAttribute.WA_StyleSheet, False)

    @uncollected()
    def _colour(self) -> None:
        self._app.setPalette(self._palette())
        self._app.setFont(self.font("body"))

    def _palette(self) -> QPalette:
        palette = QPalette()
        for role, meaning in _PALETTE.items():
            palette.setColor(role, self.colour(meaning))
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("muted"))
        disabled = QPalette.ColorGroup.Disabled
        palette.setColor(disabled, QPalette.ColorRole.ButtonText, self.colour("muted"))
        return palette

    def _sized(self, more: float) -> float:
        return (self._points + more) * self._scale / 100


def system_theme(app: QApplication) -> ThemeName:
    """Return the theme the system asks for; light where it does not say."""
    dark = app.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return "dark" if dark else "light"


def filled(sheet: str, names: Mapping[str, str]) -> str:
    """Return a style sheet with what stands for its names, each written like @accent_soft.

    Raises:
        KeyError: when there is nothing for a name.
    """
    return re.sub("@([a-z_]+)", lambda found: names[found[1]], sheet)


@cache
def _template() -> str:
    return resource("themes", "window.qss").read_text(encoding="utf-8")


def _bounded(percent: int) -> int:
    return min(max(percent, SMALLEST_SCALE), LARGEST_SCALE)
