"""The sample in English: nothing of it is left in Chinese, on the screen, on paper, in answers."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from resources.sample.generate import SAMPLE
from scorecard.board import Board
from scorecard.evaluation import View, of
from scorecard.exchange.board_file import read_board
from scorecard.exchange.plan import plan
from tests.cli.running import Run, run, sample
from tests.ui.panels import OCTOBER
from tests.ui.test_report import Frozen
from tests.ui.windows import room, sample_in, show, window_in
from ui.main_window import MainWindow
from ui.report import pdf
from ui.selection import Reach
from ui.views.panel.definition_page import DefinitionPage
from ui.views.panel.detail_panel import FOR_ALL, TABS, DetailPanel

__all__ = ["run", "sample"]

#: Letters, signs and full-width forms of Chinese.
CHINESE = re.compile(r"[\u2e80-\u2fff\u3001-\u9fff\uf900-\ufaff\uff01-\uff60]")
#: What stays Chinese in an English window, and why.
KEPT = {
    "繁體中文": "the language's own name, in the menu that leads to it",
}
#: Fields of the definition that are Chinese by what they are.
CHINESE_FIELDS = {"name_zh"}


@pytest.fixture
def english(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = window_in(tmp_path, "en")
    made.documents.open_path(sample_in(tmp_path))
    show(made, qtbot)
    yield made
    made.close()
    made.deleteLater()


def chinese(texts: Iterable[str]) -> list[str]:
    """The texts with Chinese in them that have no reason to be so."""
    return [text for text in texts if CHINESE.search(without_kept(text))]


def without_kept(text: str) -> str:
    """The text without what may stay: a note beside an entry is in the words of who wrote it,
    and has no other language."""
    for kept in (*KEPT, *board().notes.values()):
        text = text.replace(kept, "")
    return text


def cells(model: QAbstractItemModel) -> Iterator[str]:
    """What a table or tree shows, says and explains, cell by cell."""
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
    waiting = [model.index(-1, -1)]
    while waiting:
        parent = waiting.pop()
        for row in range(model.rowCount(parent)):
            waiting.append(model.index(row, 0, parent))
            for column in range(model.columnCount(parent)):
                index = model.index(row, column, parent)
                yield from (str(index.data(role) or "") for role in roles)
                yield str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")


def words(widget: QWidget) -> Iterator[str]:
    """Every text that a widget and those in it show, say and explain."""
    for each in [widget, *widget.findChildren(QWidget)]:
        if not each.isVisibleTo(widget):
            continue
        yield from (each.accessibleName(), each.accessibleDescription(), each.toolTip())
        if isinstance(each, QLabel):
            yield each.text()
        elif isinstance(each, QLineEdit):
            yield from (each.text(), each.placeholderText())
        elif isinstance(each, QPlainTextEdit):
            yield from (each.toPlainText(), each.placeholderText())
        elif isinstance(each, QComboBox):
            yield from (each.itemText(at) for at in range(each.count()))
        elif isinstance(each, QAbstractItemView) and each.model() is not None:
            yield from cells(each.model())


@pytest.mark.parametrize("reach", list(Reach))
def test_the_tree_says_everything_in_english(english: MainWindow, reach: Reach) -> None:
    room(english).selection.set_reach(reach)

    assert chinese(cells(room(english).page.model)) == []


def test_every_page_of_the_panel_says_everything_in_english(english: MainWindow) -> None:
    there, left = room(english), dict[str, list[str]]()
    panel = there.page.findChild(DetailPanel)
    assert panel is not None

    for node, line in there.page.model.rows.lines.items():
        there.selection.choose(node)
        for tab in TABS if line.cell is not None else FOR_ALL:
            panel.show_tab(tab)
            page = panel.page(tab)
            for row in page.form.rows.values() if isinstance(page, DefinitionPage) else ():
                row.setParent(None) if row.field.key in CHINESE_FIELDS else None
            if found := chinese(words(panel.head)) + chinese(words(page)):
                left[f"{node} {tab}"] = found

    assert left == {}


@pytest.mark.parametrize("verb", ["values", "history", "check"])
def test_the_answers_of_a_verb_are_in_english(run: Run, sample: Path, verb: str) -> None:
    period = ["--period", "2026-10"] if verb == "values" else []

    answer = run(verb, sample, *period)

    assert chinese(answer.out.replace(sample.name, "").splitlines()) == []


def test_every_number_is_explained_in_english(run: Run, sample: Path) -> None:
    said = [run("explain", sample, "--kpi", kpi, "--period", "2026-10").out for kpi in kpis()]

    assert len(said) > 30
    assert chinese(line for answer in said for line in answer.splitlines()) == []


def test_the_pages_of_a_snapshot_are_in_english(qapp: object) -> None:
    october = of(board(), View(OCTOBER), date(2026, 11, 10))

    pages = PdfReader(BytesIO(pdf.pages_of(october, Frozen(), language="en"))).pages

    assert len(pages) > 8
    assert chinese(line for page in pages for line in page.extract_text().splitlines()) == []


def kpis() -> list[str]:
    return list(board().versions)


@cache
def board() -> Board:
    return Board().after(plan(read_board(SAMPLE.read_bytes(), SAMPLE.name), Board()).edits)
