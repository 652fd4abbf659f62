"""The ways from a definition: its lineage walked by keys, related KPIs, its dashboards."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from scorecard.commands.definition import CorrectVersion
from scorecard.figures.lineage_graph import Kind
from tests.ui.panels import Stage, defining, page_of
from tests.ui.windows import room, window
from ui.dialogs.frame import Frame
from ui.dialogs.outside import address_of, ask_outside
from ui.fields.editor import LineField
from ui.look import Look
from ui.main_window import MainWindow
from ui.tree.columns import Column
from ui.views.panel.definition_page import DefinitionPage
from ui.views.panel.definition_ways import DefinitionWays
from ui.views.panel.lineage_stop import LineageStop

__all__ = ["window"]


@pytest.fixture
def stage(tmp_path: Path, look: Look, qtbot: QtBot) -> Iterator[Stage]:
    """The definition of gross margin, over revenue and cost of goods sold."""
    with defining(Stage(tmp_path, look, "n-margin"), qtbot) as made:
        yield made


def ways(stage: Stage) -> DefinitionWays:
    return page_of(stage).sheet.ways


def at(stage: Stage, *keys: Qt.Key) -> LineageStop:
    """The stop that the keyboard is at, after keys from the KPI itself."""
    graph = ways(stage).graph
    graph.stops["kpi:FIN-003"].setFocus()
    for key in keys:
        QTest.keyClick(stage.panel.focusWidget(), key)
    found = stage.panel.focusWidget()
    assert isinstance(found, LineageStop)
    return found


def test_the_graph_leads_from_the_tables_to_the_lines(stage: Stage) -> None:
    kinds = [stop.stop.kind for stop in ways(stage).graph.stops.values()]

    assert kinds[0] is Kind.SOURCE
    assert {Kind.TABLE, Kind.MEASURE, Kind.KPI, Kind.LINE, Kind.DASHBOARD} <= set(kinds)


def test_a_stop_says_what_it_is_in_the_language_of_now(stage: Stage, look: Look) -> None:
    stop = ways(stage).graph.stops["measure:revenue"]
    before = stop.accessibleName()

    look.set_language("en")

    assert (before, stop.accessibleName()) == ("數據營收", "Measure Revenue")


def test_up_and_down_follow_the_links_and_the_sides_go_along_the_layer(stage: Stage) -> None:
    up, down, right = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Right

    assert at(stage, up).stop.kind is Kind.MEASURE
    assert at(stage, up, up, up).stop.kind is Kind.SOURCE
    assert at(stage, up, down).stop.key == "kpi:FIN-003"
    assert at(stage, up).stop.key != at(stage, up, right).stop.key
    assert at(stage, down).stop.kind is Kind.LINE


def test_tab_comes_to_one_stop_of_the_graph_alone(stage: Stage) -> None:
    at(stage, Qt.Key.Key_Up)

    tabbed = [
        stop.stop.kind
        for stop in ways(stage).graph.stops.values()
        if stop.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert tabbed == [Kind.MEASURE]


def test_the_stop_that_the_keyboard_comes_to_is_in_view(stage: Stage) -> None:
    sheet = page_of(stage).sheet
    sheet.verticalScrollBar().setValue(0)

    stop = at(stage, Qt.Key.Key_Up)

    place = stop.mapTo(sheet.viewport(), stop.rect().center())
    assert sheet.viewport().rect().contains(place)


def test_enter_on_a_measure_opens_it(stage: Stage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(ways(stage).measure_wanted) as asked:
        QTest.keyClick(at(stage, Qt.Key.Key_Up), Qt.Key.Key_Return)

    assert asked.args == ["revenue"]


def test_every_stop_stands_in_the_graph_and_on_no_other(stage: Stage) -> None:
    graph = ways(stage).graph
    boxes = [stop.geometry() for stop in graph.stops.values()]

    assert all(graph.rect().contains(box) for box in boxes)
    assert not any(one.intersects(other) for n, one in enumerate(boxes) for other in boxes[n + 1 :])


def _definition(window: MainWindow, node: str, qtbot: QtBot) -> DefinitionWays:
    room(window).page.show_line(node)
    panel = room(window).panel
    assert panel is not None
    panel.show_tab("definition")
    page = panel.page("definition")
    assert isinstance(page, DefinitionPage)
    return page.sheet.ways


def test_a_related_kpi_is_a_press_away(window: MainWindow, qtbot: QtBot) -> None:
    related = _definition(window, "n-margin", qtbot).related
    words = [button.words for button in related.buttons]

    related.buttons[0].click()

    node = room(window).selection.node
    kpi = room(window).bridge.board.nodes[node or ""].kpi
    assert words[0].startswith(str(kpi))
    assert kpi == "FIN-002"


def test_a_dashboard_offers_the_kpis_that_are_on_it_too(window: MainWindow, qtbot: QtBot) -> None:
    found = _definition(window, "n-margin", qtbot)

    found.dashboards.buttons[0].click()

    menu = next(menu for menu in window.findChildren(QMenu) if menu.isVisible())
    offered = [action.text() for action in menu.actions()]
    board = room(window).bridge.board
    on_it = [kpi for kpi in board.versions if "strategy" in board.latest(kpi).dashboards]
    assert [text.split()[0] for text in offered] == on_it
    menu.actions()[0].trigger()
    menu.close()
    assert board.nodes[room(window).selection.node or ""].kpi == on_it[0]


class Browser(QObject):
    """What opens addresses in place of the real one."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def browser() -> Iterator[Browser]:
    """Hears of every http address that the program has opened."""
    made = Browser()
    QDesktopServices.setUrlHandler("https", made, "open")  # type: ignore[arg-type]  # a name, says Qt
    yield made
    QDesktopServices.unsetUrlHandler("https")


def _with_dashboards(window: MainWindow, *names: str) -> None:
    bridge = room(window).bridge
    version = replace(bridge.board.latest("FIN-003"), dashboards=names)
    bridge.run(CorrectVersion(version))


ADDRESS = "https://bi.example/margin"


@pytest.mark.parametrize("answer", ["accept", "reject"])
def test_an_address_outside_opens_only_after_a_question(
    window: MainWindow, qtbot: QtBot, browser: Browser, answer: str
) -> None:
    _with_dashboards(window, "strategy", ADDRESS)
    button = _definition(window, "n-margin", qtbot).dashboards.buttons[1]

    button.click()

    dialog = next(each for each in window.findChildren(Frame) if each.isVisible())
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert (ADDRESS in said, browser.opened) == (True, [])
    getattr(dialog, answer)()
    assert browser.opened == ([ADDRESS] if answer == "accept" else [])


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("https://bi.example/margin", True),
        ("http://10.0.0.7/d?kpi=3", True),
        ("mailto:amy@example.com", True),
        ("strategy", False),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("smb://server/share", False),
        ("https://", False),
        ("mailto:", False),
        (r"\\\\server\\share", False),
        ("", False),
    ],
)
def test_only_web_and_mail_are_addresses(text: str, is_one: bool) -> None:
    assert (address_of(text) is not None) is is_one


def test_an_address_is_shown_as_it_is_sent(look: Look, qtbot: QtBot) -> None:
    """The first letter is Cyrillic."""
    url = address_of("https://аpple.example/")
    assert url is not None

    dialog = ask_outside(look, None, url)
    qtbot.addWidget(dialog)

    assert "https://xn--pple-43d.example/" in [each.text() for each in dialog.findChildren(QLabel)]


def test_a_line_of_the_graph_leads_to_what_stands_above(window: MainWindow, qtbot: QtBot) -> None:
    graph = _definition(window, "n-margin", qtbot).graph
    parent = next(s for s in graph.stops.values() if s.stop.kind is Kind.PARENT)

    parent.click()

    assert room(window).selection.node == parent.stop.id


def test_who_goes_on_by_keys_stays_in_the_graph(window: MainWindow, qtbot: QtBot) -> None:
    graph = _definition(window, "n-growth", qtbot).graph
    before = graph.stops
    parent = next(s for s in before.values() if s.stop.kind is Kind.LINE)
    parent.setFocus()

    room(window).page.show_line("n-margin")
    qtbot.waitUntil(lambda: graph.stops is not before)

    assert graph.stops["kpi:FIN-003"].hasFocus()


def test_a_double_click_on_a_target_edits_it(window: MainWindow, qtbot: QtBot) -> None:
    tree = room(window).page.tree
    index = room(window).page.model.index_of("n-margin")
    place = tree.visualRect(index.siblingAtColumn(Column.TARGET)).center()

    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: isinstance(window.focusWidget(), LineField))
    QTest.keyClicks(window.focusWidget(), ">= 36")

    page = room(window).panel.page("definition")  # type: ignore[union-attr]  # shown
    assert isinstance(page, DefinitionPage)
    row = page.form.rows["target"]
    assert row.editors["target"].words() == ">= 36"
    assert page.sheet.viewport().rect().contains(row.mapTo(page.sheet, QPoint(0, 0)))
