"""Starting one's own scorecard: three ways, departments, KPIs, name and place, and the tree."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from scorecard.board import Board
from scorecard.catalogue.library import library
from scorecard.vocabulary import NodeKind
from tests.exchange.workbooks import xlsx
from tests.ui.windows import room, window
from ui.main_window import MainWindow
from ui.painting.words import words_width
from ui.views.entry import EntryPage
from ui.views.start import StartPage
from ui.views.start.kpi_list import NAME, STAR
from ui.views.start.plan import Plan
from ui.widgets.button import Button
from ui.widgets.rail import Rail
from ui.workbook.dialog import WorkbookImport

__all__ = ["window"]


@pytest.fixture
def start(window: MainWindow) -> StartPage:
    """The page, gone to by its key, over the sample."""
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    shown = window.findChild(StartPage)
    assert isinstance(shown, StartPage)
    assert shown.isVisible()
    return shown


#: Icon, count and what is between them beside the name of a department.
BESIDE = 62


def board(window: MainWindow) -> Board:
    return room(window).bridge.board


def take(start: StartPage, *departments: str) -> None:
    for department in departments:
        start.choice.toggles.buttons[department].click()


def row_of(start: StartPage, template: str) -> QPoint:
    """The middle of the box that takes a KPI."""
    items = start.kpis.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
    [item] = [each for each in items if each.data(NAME, Qt.ItemDataRole.UserRole) == template]
    start.kpis.scrollToItem(item)
    start.kpis.setCurrentItem(item)
    return start.kpis.visualItemRect(item).center()


def test_a_department_begins_with_what_the_sources_list_and_its_key_kpis() -> None:
    plan = Plan().with_departments(["QAD"])

    assert sorted(plan.templates) == [f"QAD-00{n}" for n in range(1, 8)]
    assert sorted(plan.stars) == ["QAD-001", "QAD-002", "QAD-003", "QAD-004"]


def test_what_was_decided_in_a_department_stays_when_another_is_added() -> None:
    plan = Plan().with_departments(["QAD"]).with_template("QAD-001", taken=False)

    wider = plan.with_departments(["QAD", "FIN"])

    assert "QAD-001" not in wider.templates
    assert "FIN-003" in wider.stars
    assert wider.with_departments(["FIN"]).departments == ("FIN",)


def test_a_kpi_that_goes_is_no_key_kpi_and_a_key_kpi_is_taken() -> None:
    plan = Plan().with_departments(["QAD"])

    assert "QAD-001" not in plan.with_template("QAD-001", taken=False).stars
    fewer = plan.with_template("QAD-005", taken=False)
    assert "QAD-005" in fewer.with_star("QAD-005", starred=True).templates


def test_the_banner_over_the_sample_leads_here(window: MainWindow) -> None:
    window.documents.open_sample()
    assert room(window).notices.subjects == ("sample",)

    window.inside.show_start()

    shown = window.findChild(StartPage)
    assert shown is not None
    assert shown.isVisible()


def test_nothing_can_be_picked_without_a_department_and_it_says_why(start: StartPage) -> None:
    why = "請先在下方選至少一個部門。"
    assert not start.choice.pick.isEnabled()
    assert start.choice.pick.accessibleDescription() == why
    assert why in [label.text() for label in labels(start)]

    take(start, "QAD")

    assert start.choice.pick.isEnabled()
    assert why not in [label.text() for label in labels(start)]


def test_departments_are_taken_by_the_keyboard_alone(start: StartPage) -> None:
    start.choice.toggles.buttons["FIN"].setFocus()

    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Down):
        focus = start.window().focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)
    focus = start.window().focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Space)

    assert start.choice.toggles.chosen == ("ENG", "ITD")


def test_two_goes_on_with_the_departments(start: StartPage) -> None:
    take(start, "QAD")

    QTest.keyClick(start.choice, Qt.Key.Key_2)

    assert start.step == 1


def test_one_opens_the_sample(window: MainWindow, start: StartPage) -> None:
    QTest.keyClick(start.choice, Qt.Key.Key_1)

    assert room(window).bridge.workspace.path.name == "範例製造公司.scorecard"


def test_the_third_way_names_the_scorecard_and_then_asks_for_the_workbook(
    window: MainWindow,
    start: StartPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    book = tmp_path / "own.xlsx"
    book.write_bytes(xlsx({"月報": [["指標", "2026-09", "2026-10"], ["良率", 1, 2]]}))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_said: (str(book), ""))

    QTest.keyClick(start.choice, Qt.Key.Key_3)
    assert start.step == 2
    assert "指標由活頁簿帶入；下一步選檔案" in [label.text() for label in labels(start)]
    start.make()

    assert "begun" not in room(window).notices.subjects
    qtbot.waitUntil(lambda: bool(window.findChildren(WorkbookImport)))
    dialog = window.findChildren(WorkbookImport)[0]
    qtbot.waitUntil(lambda: dialog.found is not None)
    assert dialog.found is not None
    assert [question.name for question in dialog.found.questions] == ["良率"]
    dialog.close()


def test_boxes_take_kpis_and_make_them_key_by_mouse(start: StartPage) -> None:
    take(start, "QAD")
    start.choice.pick.click()
    middle = row_of(start, "QAD-005")
    view = start.kpis.viewport()

    left = QPoint(start.kpis.columnViewportPosition(STAR) + 14, middle.y())
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=left)
    assert "QAD-005" in start.plan.stars

    left.setX(start.kpis.columnViewportPosition(NAME) + 14)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=left)
    assert "QAD-005" not in start.plan.templates


def test_space_takes_a_kpi_and_s_makes_it_key(start: StartPage) -> None:
    take(start, "QAD")
    start.choice.pick.click()
    row_of(start, "QAD-005")

    QTest.keyClick(start.kpis, Qt.Key.Key_S)
    assert "QAD-005" in start.plan.stars
    QTest.keyClick(start.kpis, Qt.Key.Key_Space)
    assert "QAD-005" not in start.plan.templates


def test_more_than_five_key_kpis_are_said(start: StartPage) -> None:
    take(start, "QAD")
    start.choice.pick.click()

    for template in ("QAD-005", "QAD-006"):
        row_of(start, template)
        QTest.keyClick(start.kpis, Qt.Key.Key_S)

    assert any("品管部" in label.text() and "5" in label.text() for label in labels(start))


def labels(start: StartPage) -> list[QLabel]:
    return [label for label in start.findChildren(QLabel) if label.isVisible()]


def test_it_ends_in_a_tree_ready_for_entry(window: MainWindow, start: StartPage) -> None:
    take(start, "QAD")
    start.choice.pick.click()
    start.on.click()
    start.naming.unit.setText("甲廠品管部")
    start.naming.year.set_words("4")

    start.on.click()

    made = board(window)
    kpis = [node for node in made.nodes.values() if node.kind is NodeKind.KPI]
    assert room(window).bridge.workspace.path.name == "甲廠品管部.scorecard"
    assert (len(kpis), sum(node.star for node in kpis)) == (7, 4)
    assert [org.name.zh_TW for org in made.orgs.values()] == ["甲廠品管部"]
    assert made.settings.fiscal_start == 4
    assert made.targets["QAD-001", "co"][0].value == ">=0.98"
    assert room(window).page.isVisible()


def test_then_it_says_what_comes_next_and_leads_there(window: MainWindow, start: StartPage) -> None:
    take(start, "QAD")
    start.choice.pick.click()
    start.on.click()
    start.on.click()

    notices = room(window).notices
    assert notices.subjects == ("begun",)
    assert "Alt+2" in "".join(label.text() for label in notices.findChildren(QLabel))

    buttons = notices.findChildren(Button)
    next(button for button in buttons if button.words == "輸入數值").click()

    assert window.findChild(EntryPage) is not None
    assert "begun" not in notices.subjects


def test_one_department_gives_the_unit_its_name(window: MainWindow, start: StartPage) -> None:
    take(start, "HRD")
    start.choice.pick.click()
    start.on.click()

    start.on.click()

    assert [org.name.en for org in board(window).orgs.values()] == ["Human resources"]
    assert room(window).bridge.workspace.path.name == "人資部.scorecard"


def test_several_departments_stand_below_each_perspective(
    window: MainWindow, start: StartPage
) -> None:
    take(start, "QAD", "PPC")
    start.choice.pick.click()
    start.on.click()
    start.on.click()

    levels = [n.name.zh_TW for n in board(window).nodes.values() if n.kind is NodeKind.LEVEL]

    assert set(levels) == {"品管部", "生管部"}


def test_without_kpis_it_begins_with_the_four_perspectives(
    window: MainWindow, start: StartPage
) -> None:
    start.choice.plain.click()
    assert "四個空白的面向；指標之後再加" in [label.text() for label in labels(start)]
    start.on.click()

    kinds = [node.kind for node in board(window).nodes.values()]

    assert sorted(kinds) == ["goal", *["perspective"] * 4]


def test_a_name_that_is_taken_gets_a_number(start: StartPage, tmp_path: Path) -> None:
    start.choice.plain.click()
    (start.naming.path.parent / "公司.scorecard").touch()

    assert start.naming.path.name == "公司 2.scorecard"


def test_a_place_where_something_lies_is_refused_beside_it(
    window: MainWindow, start: StartPage, tmp_path: Path
) -> None:
    there = tmp_path / "there.scorecard"
    there.write_bytes(b"mine")
    start.choice.plain.click()
    start.naming.set_place(there)

    start.on.click()

    assert "不會覆蓋" in start.naming.refusal.text or start.naming.refusal.text
    assert there.read_bytes() == b"mine"
    assert start.isVisible()


def test_a_name_that_no_document_takes_leaves_no_file_behind(
    window: MainWindow, start: StartPage
) -> None:
    start.choice.plain.click()
    start.naming.set_place(start.naming.path.parent / "long.scorecard")
    start.naming.unit.setText("公" * 201)

    start.on.click()

    assert start.naming.refusal.text
    assert not (start.naming.path.parent / "long.scorecard").exists()


def test_signs_that_no_file_may_have_are_left_out_of_its_name(start: StartPage) -> None:
    start.choice.plain.click()

    start.naming.unit.setText("甲/乙: 廠?")

    assert start.naming.path.name == "甲 乙  廠.scorecard"


def test_esc_goes_back_step_by_step_to_the_open_document(
    window: MainWindow, start: StartPage
) -> None:
    take(start, "QAD")
    start.choice.pick.click()
    start.on.click()

    steps = []
    for _ in range(3):
        QTest.keyClick(start, Qt.Key.Key_Escape)
        steps.append((start.step, start.isVisible()))

    assert steps == [(1, True), (0, True), (0, False)]
    assert room(window).isVisible()


def test_the_rail_leads_back_to_the_open_document(window: MainWindow, start: StartPage) -> None:
    rail = window.findChild(Rail)
    assert rail is not None

    rail.chosen.emit("scorecard")

    assert room(window).isVisible()


def test_what_changes_a_document_does_nothing_while_it_is_not_to_be_seen(
    window: MainWindow, start: StartPage
) -> None:
    before = board(window)

    window.actions_of["star"].trigger()

    assert board(window) is before


def test_the_language_changes_at_once(window: MainWindow, start: StartPage) -> None:
    window.look.set_language("en")
    take(start, "QAD")
    start.choice.pick.click()

    assert "Incoming inspection pass rate" in [
        start.kpis.topLevelItem(0).child(0).text(NAME)  # type: ignore[union-attr]  # there are some
    ]


def test_a_new_beginning_is_empty_again(window: MainWindow, start: StartPage) -> None:
    take(start, "QAD")
    start.choice.pick.click()
    window.inside.paging.show("scorecard")

    window.inside.show_start()

    assert start.step == 0
    assert start.choice.toggles.chosen == ()


def test_every_department_can_be_reached_and_says_its_name(start: StartPage) -> None:
    toggles = start.choice.toggles.buttons

    assert list(toggles) == [shelf.id for shelf in library().departments]
    assert toggles["HRD"].accessibleName() == "人資部 8"


def test_the_recent_documents_are_offered(window: MainWindow, start: StartPage) -> None:
    names = [button.words for button in start.choice.findChildren(type(start.choice.open))]

    assert "Maker.scorecard" in names


@pytest.mark.parametrize("language", ["zh_TW", "en"])
@pytest.mark.parametrize("width", [1100, 1440])
def test_the_name_of_a_department_is_never_cut(
    window: MainWindow, start: StartPage, language: str, width: int
) -> None:
    window.actions_of[f"language.{language}"].trigger()
    window.resize(width, 700)
    QTest.qWait(50)
    toggles = start.choice.toggles.buttons.values()

    room_for = [each.width() - BESIDE for each in toggles]
    names = [words_width(each.words, "body_bold") for each in toggles]

    assert max(names) <= min(room_for)
