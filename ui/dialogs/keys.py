"""Every key of the window, read from the same table that the actions come from."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from scorecard.text import Said, sentences
from ui.actions import DEEDS
from ui.dialogs.frame import EDGE, Frame
from ui.look import Look, Wording
from ui.widgets.button import Button, Kind
from ui.widgets.label import Label

#: Its width, px.
LEAST = 480
#: Keys that no action has: those of the tree itself.
TREE = (
    ("↑ ↓", "row"),
    ("← →", "fold"),
    ("*", "unfold"),
    ("Enter", "panel"),
    ("1 – 5", "tab"),
    ("S", "star"),
    ("C", "comment"),
    ("R", "red"),
    ("Esc", "back"),
)
#: Those of the entry sheet.
SHEET = (
    ("Enter, Shift+Enter", "enter"),
    ("Tab, Shift+Tab", "tab"),
    ("F2", "edit"),
    ("=", "sum"),
    ("Backspace", "empty"),
    ("Del", "none"),
    ("Ctrl+;", "note"),
    ("Ctrl+D", "as_before"),
    ("Ctrl+R", "fill_right"),
    ("Ctrl+↓, Ctrl+↑", "next_empty"),
    ("F8, Shift+F8", "next_doubted"),
    ("Ctrl+.", "repair"),
    ("Ctrl+V, Ctrl+Enter", "paste"),
    ("Alt+Shift+←, Alt+Shift+→", "fold"),
)


def keys(look: Look, parent: QWidget | None, *, of_sheet: bool = False) -> Frame:
    """A list of keys and what they do; those `of_sheet` come first for whoever is there."""
    dialog = Frame(look, parent, Said("window.keys.title"), LEAST)
    grid = QWidget()
    layout = QGridLayout(grid)
    layout.setHorizontalSpacing(24)
    layout.setVerticalSpacing(6)
    for row, (key, wording) in enumerate(_all(of_sheet=of_sheet)):
        layout.addWidget(Label(look, key, role="mono", colour="text"), row, 0)
        layout.addWidget(Label(look, wording), row, 1)
    area = QScrollArea()
    area.setWidget(grid)
    area.setWidgetResizable(True)
    area.setMinimumHeight(360)
    # Each line is whole: it scrolls downwards only.
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    bar = area.verticalScrollBar().sizeHint().width()
    wanted = grid.sizeHint().width() + bar + 2 * area.frameWidth()
    dialog.setMinimumWidth(max(LEAST, wanted + 2 * EDGE))
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    area.setAccessibleName(look.say("window.keys.title"))
    dialog.add(area)
    close = Button(look, Said("window.close"), Kind.PRIMARY)
    close.clicked.connect(dialog.accept)
    dialog.close_with([close])
    area.setFocus()  # arrows and Page Down read on
    return dialog


def _all(*, of_sheet: bool) -> list[tuple[str, Wording]]:
    tree = [(key, Said(f"window.keys.{name}")) for key, name in TREE]
    deeds = [(d.keys.replace(";", ","), _name(d.key)) for d in DEEDS if d.keys]
    sheet = [(key, Said(f"window.keys.sheet.{name}")) for key, name in SHEET]
    return [*sheet, *deeds, *tree] if of_sheet else [*tree, *deeds, *sheet]


def _name(key: str) -> Said:
    """The name of an action; more of it where its menu says the rest."""
    whole = f"window.title.{key}"
    return Said(whole if whole in sentences() else f"window.action.{key}")
