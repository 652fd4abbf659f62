"""The tree: its model keeps Qt's rules, its cells speak, its filters hide nothing silently."""

from itertools import permutations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget

from scorecard.commands.entry import EnterValue
from scorecard.commands.line import RenameNode
from scorecard.figures.unit_shares import unit_shares
from scorecard.vocabulary import Status, Words
from tests.ui.windows import ON_TIME, room, text, window
from ui.main_window import MainWindow
from ui.rows import Filter, rows_of
from ui.selection import Reach
from ui.tree.columns import Column
from ui.tree.model import ScorecardModel
from ui.tree.voice import Voice
from ui.tree.wording import texts
from ui.widgets.chip import Chip

__all__ = ["window"]
ACCESSIBLE, TIP = Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole


def _model(window: MainWindow) -> ScorecardModel:
    return room(window).page.model


def _chip(window: MainWindow, status: Status) -> Chip:
    word = window.look.say(f"look.status.{status}")
    return next(c for c in room(window).page.filters.findChildren(Chip) if c.words == word)


def _visible(window: MainWindow) -> list[str]:
    return list(_model(window).rows.lines)


def test_the_model_keeps_the_rules_of_qt(window: MainWindow) -> None:
    tester = QAbstractItemModelTester(
        _model(window), QAbstractItemModelTester.FailureReportingMode.Fatal
    )

    room(window).page.filters.search("良率")
    room(window).bridge.run(ON_TIME)
    room(window).page.filters.search("")
    room(window).bridge.run(RenameNode("t-qual", Words("品質", "Quality")))

    assert tester.model() is _model(window)


def test_only_rows_that_differ_are_painted_again(window: MainWindow) -> None:
    model, touched = _model(window), list[str]()

    def note(left: QModelIndex, right: QModelIndex) -> None:
        rows = range(left.row(), right.row() + 1)
        touched.extend(model.node_at(model.index(row, 0, left.parent())) for row in rows)

    model.dataChanged.connect(note)
    room(window).bridge.run(ON_TIME)

    # 延遲訂單數 is worked out from the same measure.
    assert set(touched) == {"n-ontime", "n-late", "t-deliv", "p-int", "g"}


def test_another_month_is_told_once_for_neighbours(window: MainWindow) -> None:
    model, told = _model(window), list[int]()
    model.dataChanged.connect(lambda left, right: told.append(right.row() - left.row() + 1))

    model.retell()

    assert sum(told) == len(model.rows.lines)
    assert len(told) == len(model.rows.children)


def test_each_cell_says_what_it_is_in_the_view_after_every_change_of_view(
    window: MainWindow,
) -> None:
    model, selection = _model(window), room(window).selection
    voice = Voice(window.look, lambda: room(window).bridge.board)
    weights = model.rows.shares

    for before, after in permutations(Reach, 2):
        selection.set_reach(before)
        for node in model.rows.lines:
            model.texts_at(model.index_of(node))
        selection.set_reach(after)

        evaluation = room(window).bridge.evaluation
        shares = {**weights, **unit_shares(evaluation, evaluation.lines())}
        for line in evaluation.lines():
            fresh = texts(line, shares.get(line.node.id), voice)
            assert model.texts_at(model.index_of(line.node.id)) == fresh, (before, after)


def test_a_change_of_view_shows_the_change_of_that_view(window: MainWindow) -> None:
    assert text(window, "n-growth", Column.PREVIOUS) == "+0.9"

    QTest.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.AltModifier)

    # A rate of October alone is not compared with one of the whole third quarter.
    assert text(window, "n-growth", Column.PREVIOUS) == ""


def test_an_edit_never_resets_the_model(window: MainWindow) -> None:
    resets = list[int]()
    _model(window).modelReset.connect(lambda: resets.append(1))

    room(window).bridge.run(ON_TIME)
    room(window).page.tree.go_to("n-rework")
    window.actions_of["move_up"].trigger()

    assert resets == []


def test_a_name_says_the_whole_line_to_a_screen_reader(window: MainWindow) -> None:
    model = _model(window)

    said = model.data(model.index_of("n-ontime", Column.NAME), ACCESSIBLE)

    assert said == "交期達成率，關鍵指標，89.8 %，未達標，目標 ≥ 95.0 %，分數 59.4"


def test_a_parent_says_how_many_lines_below_have_which_colour(window: MainWindow) -> None:
    model = _model(window)

    said = str(model.data(model.index_of("g", Column.ACTUAL), TIP))

    assert said == "未達標 5，接近門檻 14，達標 16，資訊 3，無資料 1"


def test_every_cell_says_something_in_words(window: MainWindow) -> None:
    model = _model(window)

    silent = [
        (node, column.name)
        for node in model.rows.lines
        for column in Column
        if not model.data(model.index_of(node, column), ACCESSIBLE)
    ]

    assert silent == []


def test_a_name_that_looks_like_markup_is_shown_as_it_is(window: MainWindow) -> None:
    name = "<img src='file:///x.png'>"
    room(window).bridge.run(RenameNode("n-oee", Words(name, name)))
    model = _model(window)

    tip = str(model.data(model.index_of("n-oee", Column.NAME), TIP))

    assert "<img" not in tip
    assert "&lt;img" in tip


def test_the_chips_stand_in_the_order_of_worry_and_count_their_lines(window: MainWindow) -> None:
    chips = [c for c in room(window).page.filters.findChildren(Chip) if c.words != "關鍵"]

    said = [chip.accessible_words() for chip in chips]

    assert said == ["未達標 5", "接近門檻 14", "達標 16", "資訊 3", "無資料 1"]


def test_a_chip_leaves_its_lines_and_their_parents(window: MainWindow) -> None:
    QTest.mouseClick(_chip(window, Status.RED), Qt.MouseButton.LeftButton)

    lines = _model(window).rows.lines.values()
    assert {line.status for line in lines if line.cell and line.node.id != "n-rev-a"} == {
        Status.RED
    }
    assert {"g", "p-int", "t-deliv", "n-ontime", "n-late"} <= set(_visible(window))


def test_a_filter_says_how_many_rows_it_hides(window: MainWindow) -> None:
    every = len(_visible(window))

    QTest.mouseClick(_chip(window, Status.RED), Qt.MouseButton.LeftButton)

    hidden = every - len(_visible(window))
    labels = [w for w in room(window).page.filters.findChildren(QWidget) if hasattr(w, "text")]
    assert f"已篩選，隱藏 {hidden} 列" in [label.text() for label in labels if label.isVisible()]


def test_clearing_a_filter_brings_back_what_was_open(window: MainWindow) -> None:
    page = room(window).page
    page.tree.collapse(page.model.index_of("p-fin"))
    QTest.mouseClick(_chip(window, Status.RED), Qt.MouseButton.LeftButton)

    page.filters.clear()

    assert not page.tree.isExpanded(page.model.index_of("p-fin"))
    assert page.tree.isExpanded(page.model.index_of("p-int"))


def test_the_search_finds_a_kpi_in_either_language(window: MainWindow) -> None:
    room(window).header.search.setText("gross margin")

    assert _visible(window) == ["g", "p-fin", "l1", "n-margin"]


def test_the_search_finds_what_stands_below_a_name(window: MainWindow) -> None:
    room(window).header.search.setText("交期管理")

    assert _visible(window) == ["g", "p-int", "t-deliv", "n-ontime", "n-leadtime", "n-late"]


def test_a_unit_stands_for_all_units_below_it(window: MainWindow) -> None:
    bridge = room(window).bridge

    rows = rows_of(bridge.evaluation.lines(), bridge.board, Filter(org="bu-a"))

    assert [n for n in rows.lines if n.startswith("n-")] == ["n-rev-a", "n-rev-a1", "n-rev-a2"]


def test_the_table_on_the_clipboard_has_numbers_that_a_spreadsheet_takes(
    window: MainWindow,
) -> None:
    room(window).bridge.run(RenameNode("n-oee", Words("=1+1", "=1+1")))

    window.actions_of["copy_table"].trigger()

    row = next(r for r in QGuiApplication.clipboard().text().splitlines() if "=1+1" in r)
    cells = row.split("\t")
    assert cells[0].lstrip("　") == "'=1+1"
    assert cells[1].endswith("%")


def test_a_score_is_cut_and_not_rounded(window: MainWindow) -> None:
    lines = _model(window).rows.lines

    for node, line in lines.items():
        if line.score is not None:
            assert float(text(window, node, Column.SCORE)) <= line.score


def test_a_language_retells_every_cell(window: MainWindow) -> None:
    before = text(window, "n-ltv", Column.STATUS), text(window, "p-fin", Column.NAME)

    window.actions_of["language.en"].trigger()
    QApplication.processEvents()

    after = text(window, "n-ltv", Column.STATUS), text(window, "p-fin", Column.NAME)
    assert before[1] == "財務面向"
    assert after[1] == "Financial"
    assert before[0] != after[0]


def test_a_colour_that_hangs_on_the_arithmetic_is_marked_and_says_on_what(
    window: MainWindow,
) -> None:
    model = _model(window)
    model.draw_sparks()

    marked = [n for n in _visible(window) if model.flips_at(model.index_of(n))]

    assert marked == ["l3"]
    assert str(model.data(model.index_of("l3", Column.LATE), TIP)).splitlines() == [
        "這個顏色取決於算法：",
        "若預設黃燈寬為目標的 5 %：接近門檻 86.0",
        "若海外營收權重加 5 個百分點：接近門檻 89.3",
    ]
    assert "取決於算法" in str(model.data(model.index_of("l3", Column.LATE), ACCESSIBLE))
    assert "取決於算法" not in str(model.data(model.index_of("g", Column.LATE), TIP))


def test_a_colour_that_an_edit_makes_sure_loses_its_mark(window: MainWindow) -> None:
    model = _model(window)
    model.draw_sparks()
    assert model.flips_at(model.index_of("l3"))

    room(window).bridge.run(EnterValue("revenue_by_region", "overseas", "2026-10", 9e9))

    assert model.line_at(model.index_of("l3")).score == 100
    assert model.flips_at(model.index_of("l3")) == ()
