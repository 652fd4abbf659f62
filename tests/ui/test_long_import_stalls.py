"""After a long import the window only shows: what it shows is worked out beside it.

Times are of the processor and beside each other, so that a busy machine does not matter."""

from collections.abc import Callable, Iterator
from pathlib import Path
from time import thread_time

import pytest
from pytestqt.qtbot import QtBot

from benchmarks import data, document
from scorecard.commands.importing import ImportBoard
from scorecard.evaluation import of
from scorecard.exchange import source_file
from scorecard.exchange.source_file import planned_file
from scorecard.progress import untold
from scorecard.workspace import Command
from tests.ui.recorder import Recorder
from tests.ui.windows import TODAY, room, show, window_in
from ui.main_window import MainWindow
from ui.views.entry.wanted import Show

SIZE = data.Size(600, 14)


@pytest.fixture
def large(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """Six hundred KPIs, all lines of which have been seen."""
    window = window_in(tmp_path)
    window.documents.open_path(document.written(SIZE, tmp_path))
    show(window, qtbot)
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture
def command(large: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Another value for every measure in the month that is looked at."""
    monkeypatch.setattr(source_file, "LONG", 0)
    bridge, path = room(large).bridge, tmp_path / "a.csv"
    month = bridge.evaluation.view.period.code
    rows = [f"{measure},{org},{month},15000" for measure, org in bridge.board.series]
    path.write_text("\n".join(["measure,org,period,value", *rows]), "utf-8")
    return ImportBoard(path.name, planned_file(path, bridge.board).edits_on)


def seconds(act: Callable[[], object]) -> float:
    begun = thread_time()
    act()
    return thread_time() - begun


def test_what_was_worked_out_beside_the_window_is_only_shown(
    large: MainWindow, command: Command
) -> None:
    bridge, model = room(large).bridge, room(large).page.model
    view = bridge.evaluation.view
    foreseen = bridge.written(command, untold)
    assert foreseen is not None

    shown = seconds(lambda: bridge.take_over(foreseen))

    anew = of(bridge.board, view, TODAY)
    assert {node: line.cell for node, line in model.rows.lines.items()} == {
        line.node.id: line.cell for line in anew.lines()
    }
    bridge.undo()
    bridge.foreseeing.append(lambda _evaluation: 1 // 0)
    plain = bridge.written(command, untold)
    assert plain is not None
    assert plain.evaluation is None
    assert shown < seconds(lambda: bridge.take_over(plain)) / 2


def test_another_filter_chosen_meanwhile_is_obeyed(large: MainWindow, command: Command) -> None:
    page, bridge = room(large).page, room(large).bridge
    ready = bridge.written(command, untold)
    room(large).header.search.setText("Indicator 17")

    bridge.take_over(ready)

    kpis = [line for line in page.model.rows.lines.values() if line.cell is not None]
    assert len(kpis) == 11  # 17 and 170 to 179
    assert {line.edition for line in kpis} == {1}


def test_the_sheet_is_judged_beside_the_window_too(
    large: MainWindow, command: Command, qtbot: QtBot
) -> None:
    large.actions_of["page.entry"].trigger()
    recorder = Recorder(large)
    qtbot.waitUntil(lambda: recorder.page.grid.hasFocus())  # noqa: PLW0108  the page comes later
    bridge, desk = room(large).bridge, recorder.page.desk
    ready = bridge.written(command, untold)
    assert ready is not None

    shown = seconds(lambda: bridge.take_over(ready))

    assert shown < seconds(desk.lay)
    assert len(desk.doubted) == desk.count(Show.DOUBTED) > 0
    assert desk.done() == (SIZE.kpis, SIZE.kpis)
