"""Builds menus, keys and context menus from the table of actions."""

import sys
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QMenu, QMenuBar, QWidget

from planner.core.language import QT_TRANSLATE_NOOP, translate
from planner.core.state import State
from planner.ui.action import Action, MenuName
from planner.ui.actions import ACTIONS, BY_ID
from planner.ui.kit.layout.page import Page
from planner.ui.kit.words.labels import hint
from planner.ui.read_only import edits

MENUS: Mapping[MenuName, str] = {
    "file": QT_TRANSLATE_NOOP("Menus", "&File"),
    "edit": QT_TRANSLATE_NOOP("Menus", "&Edit"),
    "session": QT_TRANSLATE_NOOP("Menus", "&Session"),
    "plan": QT_TRANSLATE_NOOP("Menus", "&Plan"),
    "interview": QT_TRANSLATE_NOOP("Menus", "&Interview"),
    "view": QT_TRANSLATE_NOOP("Menus", "&View"),
    "help": QT_TRANSLATE_NOOP("Menus", "&Help"),
}


def menu_name(name: MenuName) -> str:
    """Return what a menu is called."""
    return translate("Menus", MENUS[name]).replace("&", "")


_ROLES = {
    "quit": QAction.MenuRole.QuitRole,
    "preferences": QAction.MenuRole.PreferencesRole,
    "about": QAction.MenuRole.AboutRole,
}


class Menus(QObject):
    """The live actions of one window. `triggered` carries the id of what was chosen."""

    triggered = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        group = QActionGroup(self)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        group.triggered.connect(self._on_triggered)
        self.actions = {row.id: self._made(row, group) for row in ACTIONS}
        self._menus: list[QMenu] = []
        self._barred = ""
        self.deeds: dict[str, str] = {}
        """What undo and redo would do now, by their ids."""

    def fill(self, bar: QMenuBar) -> None:
        """Put the menus into a menu bar."""
        for name, title in MENUS.items():
            menu = bar.addMenu(translate("Menus", title))
            self._menus.append(menu)
            self._letter(menu)
            for row in ACTIONS:
                if row.menu == name:
                    self._add(menu, row)

    def attach(self, page: Page) -> None:
        """Give the lists of a page their keys and their context menu."""
        for view in page.lists():
            for action in self._of_lists:
                view.addAction(action)
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            view.customContextMenuRequested.connect(self._on_menu_wanted)
            if sys.platform == "linux":  # elsewhere Qt knows the key
                key = QShortcut(QKeySequence("Shift+F10"), view)
                key.setContext(Qt.ShortcutContext.WidgetShortcut)
                key.activated.connect(self._on_menu_key)

    def refresh(self, state: State, offers: AbstractSet[str], read_only: str = "") -> None:
        """Enable what can be done: in this state, by the page that is shown.

        Where the store is read-only, what would change it says so and is disabled.
        """
        self._tell_barred(read_only)
        for name, action in self.actions.items():
            row = BY_ID[name]
            here = row.scope == "window" or name == "today" or name in offers
            can = row.enabled(state)
            action.setEnabled(here and can and not (read_only and edits(row)))
            if row.scope == "list":
                action.setVisible(can)

    def name_undo(self, undo: str, redo: str) -> None:
        """Say what undo and redo would do; empty words disable them."""
        self._name("undo", self.tr("Undo {deed}"), undo)
        self._name("redo", self.tr("Redo {deed}"), redo)

    def tick(self, name: str, *, on: bool) -> None:
        """Show whether what is on or off is on."""
        self.actions[name].setChecked(on)

    def _tell_barred(self, read_only: str) -> None:
        if read_only == self._barred:
            return
        self._barred = read_only
        for menu in self._menus:
            menu.setToolTipsVisible(bool(read_only))
        for name, action in self.actions.items():
            if edits(BY_ID[name]):
                action.setToolTip(hint(read_only))

    def menu_of(self, view: QWidget) -> QMenu:
        """Return a menu of what can be done now with the selected rows of a list."""
        menu = QMenu(view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._letter(menu)
        parted = False
        for row in ACTIONS:
            parted = parted or row.starts_group
            action = self.actions[row.id]
            if row.scope == "list" and row.menu != "view" and action.isEnabled():
                if parted and not menu.isEmpty():
                    menu.addSeparator()
                menu.addAction(action)
                parted = False
        return menu

    def _letter(self, menu: QMenu) -> None:
        menu.aboutToShow.connect(self._on_menu_shown)
        menu.aboutToHide.connect(self._on_menu_hidden)

    def _on_menu_shown(self) -> None:
        menu = self.sender()
        if isinstance(menu, QMenu):
            from planner.ui.kit.keyboard.mnemonics import give_letters_to_menu

            give_letters_to_menu(menu)

    def _on_menu_hidden(self) -> None:
        menu = self.sender()
        if isinstance(menu, QMenu):
            from planner.ui.kit.keyboard.mnemonics import take_letters_back

            take_letters_back(menu)

    def _on_menu_wanted(self, place: QPoint) -> None:
        """Open the menu of the row that is meant, by the pointer or by a key."""
        view = self.sender()
        if isinstance(view, QAbstractItemView):
            self._open_menu(view, place)

    def _on_menu_key(self) -> None:
        view = self.sender().parent()
        if isinstance(view, QAbstractItemView):
            self._open_menu(view, view.visualRect(view.currentIndex()).center())

    def _open_menu(self, view: QAbstractItemView, place: QPoint) -> None:
        menu = self.menu_of(view)
        enabled = Qt.ItemFlag.ItemIsEnabled in view.indexAt(place).flags()
        if enabled and not menu.isEmpty():
            menu.popup(view.viewport().mapToGlobal(place))
        else:
            menu.deleteLater()

    @cached_property
    def _of_lists(self) -> list[QAction]:
        return [self.actions[row.id] for row in ACTIONS if row.scope == "list"]

    def _made(self, row: Action, group: QActionGroup) -> QAction:
        action = QAction(self)  # a text beside it makes QIcon and its 150 names
        action.setText(row.text)
        action.setData(row.id)
        action.setShortcuts(row.keys)
        if row.scope == "list":
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setCheckable(row.ticks)
        action.setMenuRole(_ROLES.get(row.id, QAction.MenuRole.NoRole))
        group.addAction(action)
        return action

    def _add(self, menu: QMenu, row: Action) -> None:
        if row.starts_group:
            menu.addSeparator()
        menu.addAction(self.actions[row.id])

    def _name(self, name: str, words: str, deed: str) -> None:
        action = self.actions[name]
        self.deeds[name] = deed
        action.setEnabled(bool(deed))
        text = words.format(deed=deed) if deed else BY_ID[name].text
        action.setText(text.replace("&", "&&"))

    def _on_triggered(self, action: QAction) -> None:
        self.triggered.emit(action.data())
