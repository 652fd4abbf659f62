"""Every action of the window, as a table: key, shortcut, icon; and the menus that offer them."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from scorecard.text import Said
from ui.look import Look, Wording


class Deed(NamedTuple):
    """One action. `keys` may name several shortcuts, the first one is shown. `edits` is off
    while the document is only read. Deeds of one `choice` are alternatives, one is ticked."""

    key: str
    keys: str = ""
    icon: str = ""
    edits: bool = False
    choice: str = ""


DEEDS = (
    Deed("new", "Ctrl+N", "file"),
    Deed("open", "Ctrl+O", "folder-open"),
    Deed("import", "Ctrl+I", "download", edits=True),
    Deed("blank", "", "table-2"),
    Deed("save_copy", "Ctrl+Shift+S", "copy"),
    Deed("backups", "", "hard-drive"),
    Deed("snapshot_pdf", "Ctrl+P", "file-down"),
    Deed("snapshot_json", "", "file-down"),
    Deed("quit", "Ctrl+Q"),
    Deed("undo", "Ctrl+Z", "undo-2", edits=True),
    Deed("redo", "Ctrl+Y; Ctrl+Shift+Z", "redo-2", edits=True),
    Deed("copy_table", "Ctrl+C", "copy"),
    Deed("find", "Ctrl+K; Ctrl+F", "search"),
    Deed("close_period", "Ctrl+L", "lock", edits=True),
    Deed("reopen_period", "", "lock-open", edits=True),
    Deed("settings", "Ctrl+,", "settings"),
    Deed("show_line", "", "panel-right-open"),
    Deed("add_line", "Insert", "plus", edits=True),
    Deed("star", "", "star", edits=True),
    Deed("weigh", "", "hash", edits=True),
    Deed("rename", "F2", "pencil", edits=True),
    Deed("move_up", "Alt+Shift+Up; Ctrl+Shift+Up", "chevron-up", edits=True),
    Deed("move_down", "Alt+Shift+Down; Ctrl+Shift+Down", "chevron-down", edits=True),
    Deed("move_in", "Alt+Shift+Right; Ctrl+Shift+Right", "chevron-right", edits=True),
    Deed("move_out", "Alt+Shift+Left; Ctrl+Shift+Left", "chevron-left", edits=True),
    Deed("own", "", "user", edits=True),
    Deed("for_units", "", "columns-3", edits=True),
    Deed("duplicate", "", "copy", edits=True),
    Deed("archive", "", "calendar-clock", edits=True),
    Deed("archived", "", "history", edits=True),
    Deed("units", "", "building-2", edits=True),
    Deed("remove_line", "", "trash-2", edits=True),
    Deed("next_red"),
    Deed("language.zh_TW", choice="language"),
    Deed("language.en", choice="language"),
    Deed("theme.light", choice="theme"),
    Deed("theme.dark", choice="theme"),
    Deed("theme.system", choice="theme"),
    Deed("density.compact", choice="density"),
    Deed("density.comfortable", choice="density"),
    Deed("page.scorecard", "Alt+1"),
    Deed("page.entry", "Alt+2"),
    Deed("page.snapshots", "Alt+7"),
    Deed("page.library", "Alt+8"),
    Deed("page.governance", "Alt+9"),
    Deed("page.due", "Alt+0", "calendar-clock"),
    Deed("page.history", "Ctrl+H", "history"),
    Deed("period_back", "Alt+Left", "chevron-left"),
    Deed("period_on", "Alt+Right", "chevron-right"),
    Deed("reach.month", "Alt+M", choice="reach"),
    Deed("reach.quarter", "Alt+Q", choice="reach"),
    Deed("reach.to_date", "Alt+Y", choice="reach"),
    Deed("open_all"),
    Deed("close_all"),
    Deed("next_pane", "F6"),
    Deed("menu_bar", "F10"),
    Deed("context_menu", "Shift+F10"),
    Deed("glossary", "", "library"),
    Deed("meaning", "Shift+F1", "info"),
    Deed("keys", "F1"),
    Deed("about", "", "info"),
)

#: Menus by key; `-` is a line, `@name` a menu in the menu.
MENUS: Mapping[str, tuple[str, ...]] = {
    "file": (
        *("new", "open", "@recent", "-", "import", "blank", "save_copy", "backups", "@snapshot"),
        "-",
        "quit",
    ),
    "edit": (
        *("undo", "redo", "page.history", "-", "copy_table", "find", "-"),
        *("@line", "archived", "units", "-", "close_period", "reopen_period", "-", "settings"),
    ),
    "view": (
        *("page.scorecard", "page.entry", "page.snapshots", "page.library", "page.governance"),
        *("page.due", "-"),
        *("period_back", "period_on", "reach.month", "reach.quarter", "reach.to_date", "-"),
        *("open_all", "close_all", "show_line", "next_red", "next_pane", "-"),
        *("@language", "@theme", "@density"),
    ),
    "help": ("glossary", "meaning", "-", "keys", "about"),
}
SUBMENUS: Mapping[str, tuple[str, ...]] = {
    "recent": (),
    "snapshot": ("snapshot_pdf", "snapshot_json"),
    "line": (
        *("add_line", "for_units", "duplicate", "-", "rename", "weigh", "own", "star", "-"),
        *("@move", "-", "archive", "remove_line"),
    ),
    "move": ("move_up", "move_down", "move_in", "move_out"),
    "language": ("language.zh_TW", "language.en"),
    "theme": ("theme.light", "theme.dark", "theme.system"),
    "density": ("density.compact", "density.comfortable"),
}
#: The menus of what can be chosen.
CHOICES = ("language", "theme", "density")
#: Ways to a menu are not offered in one.
WAYS = ("menu_bar", "context_menu")
#: What a right click on a line offers.
CONTEXT = ("show_line", "copy_table", "-", *SUBMENUS["line"])


class Actions:
    """The actions of `DEEDS` on `window`, worded by the look; `does` says what each one does."""

    def __init__(
        self, window: QWidget, look: Look, does: Mapping[str, Callable[[], object]]
    ) -> None:
        self._window, self._look = window, look
        self._wordings: dict[str, Wording] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._menus: dict[str, QMenu] = {}
        self._has_icons = False
        self._made = {deed.key: self._make(deed, does[deed.key]) for deed in DEEDS}
        look.changed.connect(self.retell)
        self.retell()

    def __getitem__(self, key: str) -> QAction:
        return self._made[key]

    def menu(self, key: str) -> QMenu:
        """A menu or submenu by its key."""
        return self._menus[key]

    def fill(self, bar: QMenuBar) -> None:
        """Put the menus into the menu bar."""
        for key, content in MENUS.items():
            self._menus[key] = bar.addMenu("")
            self._menus[key].aboutToShow.connect(self._add_icons)
            self._put(self._menus[key], content)
        self.retell()

    def context_menu(self) -> QMenu:
        """A menu for the chosen line, made anew; it deletes itself when closed."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add_icons()
        self._put(menu, CONTEXT)
        return menu

    def offer_settings(self, rail: QWidget) -> None:
        """A menu of what can be chosen, above the foot of `rail`. Its submenus stay those of the
        menu bar: it takes their actions, not the menus themselves, which would go with it."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in CHOICES:
            menu.addAction(self.menu(name).menuAction())
        menu.addSeparator()
        menu.addAction(self["settings"])
        foot = rail.mapToGlobal(rail.rect().bottomRight())
        menu.popup(foot - QPoint(0, menu.sizeHint().height()))

    def choose(self, key: str) -> None:
        """Tick one of several alternatives without doing it."""
        self._made[key].setChecked(True)

    def tick_look(self) -> None:
        """Tick the language, the theme and the density of now."""
        self.choose(f"language.{self._look.language}")
        self.choose(f"theme.{self._look.theme}")
        self.choose(f"density.{self._look.density}")

    def set_wording(self, key: str, wording: Wording | None) -> None:
        """Have an action say more than its name, such as what undo would undo; None: its name."""
        if wording is None:
            self._wordings.pop(key, None)
        else:
            self._wordings[key] = wording
        self._name(key)

    def set_editing(self, *, possible: bool) -> None:
        """Turn off what edits, where the document is only read."""
        for deed in DEEDS:
            if deed.edits:
                self._made[deed.key].setEnabled(possible)

    def retell(self) -> None:
        """Take words from the look again; icons follow when a menu opens."""
        for key in self._made:
            self._name(key)
        self._has_icons = False
        for key, menu in self._menus.items():
            menu.setTitle(self._look.say(f"window.menu.{key}"))

    def _make(self, deed: Deed, do: Callable[[], object]) -> QAction:
        action = QAction(self._window)
        action.setShortcuts([QKeySequence(text.strip()) for text in deed.keys.split(";") if text])
        action.triggered.connect(lambda _checked=False: do())
        if deed.choice:
            action.setCheckable(True)
            if deed.choice not in self._groups:
                self._groups[deed.choice] = QActionGroup(self._window)
            self._groups[deed.choice].addAction(action)
        self._window.addAction(action)
        return action

    def _add_icons(self) -> None:
        """Icons are drawn for the first menu that opens, not for the first picture."""
        if self._has_icons:
            return
        self._has_icons = True
        for deed in DEEDS:
            if deed.icon:
                self._made[deed.key].setIcon(self._look.icon(deed.icon))

    def _put(self, menu: QMenu, content: tuple[str, ...]) -> None:
        for key in content:
            if key == "-":
                menu.addSeparator()
            elif key.startswith("@"):
                self._put_below(menu, key.removeprefix("@"))
            else:
                menu.addAction(self._made[key])

    def _put_below(self, menu: QMenu, name: str) -> None:
        """A menu in the menu. One that is in the menu bar stays there: others take its action,
        not the menu itself, which would go with them."""
        if name in self._menus:
            menu.addAction(self._menus[name].menuAction())
            return
        self._menus[name] = menu.addMenu("")
        self._put(self._menus[name], SUBMENUS[name])

    def _name(self, key: str) -> None:
        wording = self._wordings.get(key, Said(f"window.action.{key}"))
        # A single & would be read as the sign for a key to press.
        self._made[key].setText(self._look.tell(wording).replace("&", "&&"))
