"""What the window says in Chinese: no blank parts Chinese from Chinese."""

import re
from collections.abc import Iterable, Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QWidget

from scorecard.figures.explanation import explanation
from scorecard.text import LANGUAGES, Said, say, sentences, tell
from scorecard.vocabulary import Words
from tests.ui.windows import room, window
from ui.main_window import MainWindow
from ui.pages import pages
from ui.selection import Reach
from ui.views.panel.detail_panel import TABS

PARTED = re.compile(r"[㐀-鿿、。，：；？！」』）][ ]+[㐀-鿿「『（]")
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)

__all__ = ["window"]


def parted(texts: Iterable[str]) -> set[str]:
    """Those that have a blank between Chinese and Chinese."""
    return {text for text in texts if PARTED.search(text)}


def told(widget: QWidget) -> Iterator[str]:
    """Everything that a widget and those in it show or read out."""
    for each in (widget, *widget.findChildren(QWidget)):
        yield from (each.toolTip(), each.accessibleName(), each.accessibleDescription())
        if isinstance(each, QLabel | QAbstractButton):
            yield each.text()
        if isinstance(each, QLineEdit):
            yield each.placeholderText()
        if isinstance(each, QAbstractItemView) and each.model() is not None:
            yield from cells(each.model(), QModelIndex())


def cells(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    """What the cells of a model say, those below `parent`."""
    for row in range(model.rowCount(parent)):
        for column in range(columns(model, parent)):
            index = model.index(row, column, parent)
            yield from (str(model.data(index, role) or "") for role in ROLES)
        yield from cells(model, model.index(row, 0, parent))


def columns(model: QAbstractItemModel, parent: QModelIndex) -> int:
    """How many columns there are; a list keeps its number to itself."""
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)


def test_the_templates_have_none() -> None:
    assert parted(words.zh_TW for words in sentences().values()) == set()


def test_a_name_is_joined_to_the_words_beside_it() -> None:
    facts: dict[str, str | Words | Said] = {
        "name": Words("海外營收", "Overseas revenue"),
        "points": "9.2",
    }

    said = [tell(Said("why.parent.lost", facts), language) for language in LANGUAGES]

    assert said == ["海外營收失 9.2 分。", "Overseas revenue costs 9.2 points."]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("OEE", "OEE 失 9.2 分。"),
        ("流失率（B2B）", "流失率（B2B）失 9.2 分。"),
        ("第 3 線", "第 3 線失 9.2 分。"),
        ("{points}", "{points} 失 9.2 分。"),
    ],
)
def test_what_is_not_chinese_keeps_its_blank(name: str, said: str) -> None:
    assert say("why.parent.lost", "zh_TW", name=name, points="9.2") == said


def test_two_chinese_names_in_a_row_are_joined() -> None:
    assert say("flip.result", "zh_TW", status="綠燈", score="91") == "綠燈 91"
    assert say("flip.result", "zh_TW", status="綠燈", score="九十") == "綠燈九十"


def test_no_page_of_the_window_has_any(window: MainWindow) -> None:
    found: set[str] = set()

    for page in pages():
        room(window).show_page(page)
        found |= parted(told(window))

    assert found == set()


def test_no_line_has_any_in_any_view(window: MainWindow) -> None:
    found: set[str] = set()

    for reach in Reach:
        room(window).selection.set_reach(reach)
        evaluation = room(window).bridge.evaluation
        for line in evaluation.lines():
            said = explanation(evaluation, line.node.id, lambda _key: ("張志豪", "2026-11-10"))
            texts = said["sentences"]
            assert isinstance(texts, dict)
            found |= parted(texts["zh_TW"])

    assert found == set()


@pytest.mark.parametrize("tab", TABS)
def test_no_tab_of_the_panel_has_any(window: MainWindow, tab: str) -> None:
    panel, found = room(window).panel, set[str]()
    assert panel is not None
    panel.show_tab(tab)

    for node in ("n-oee", "t-deliv", "n-otd", "goal"):
        room(window).selection.choose(node)
        panel.refresh()
        found |= parted(told(panel))

    assert found == set()
