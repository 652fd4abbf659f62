"""The history of a line in words: from what, to what, who, when."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from scorecard.commands.entry import EnterValue
from scorecard.commands.importing import ImportBoard
from scorecard.commands.target import PutTarget
from scorecard.model.edits import Edit
from scorecard.model.records import Entry, Target
from scorecard.period import Period
from tests.ui.panels import Stage
from ui.look import Look
from ui.views.panel.history_page import HistoryPage


def texts_after(stage: Stage, *commands: object) -> list[str]:
    for command in commands:
        stage.bridge.run(command)  # type: ignore[arg-type]  # commands of the test
    stage.panel.show_tab("history")
    page = stage.panel.page("history")
    assert isinstance(page, HistoryPage)
    return page.texts


def test_an_entry_is_told_from_what_to_what(tmp_path: Path, look: Look, qtbot: QtBot) -> None:
    stage = Stage(tmp_path, look, "n-ontime")
    qtbot.addWidget(stage.panel)

    said = texts_after(stage, EnterValue("orders_on_time", "co", "2026-10", 152.0))

    assert said[:3] == [
        "輸入準時出貨訂單數 2026-10",
        "準時出貨訂單數 2026-10：150 → 152",
        "張志豪・2026-11-12 09:41",
    ]


def test_a_target_is_told_as_people_write_it(tmp_path: Path, look: Look, qtbot: QtBot) -> None:
    stage = Stage(tmp_path, look, "n-ontime")
    qtbot.addWidget(stage.panel)

    said = texts_after(stage, PutTarget(Target("PPC-002", "co", "2026-12", ">=0.96")))

    assert said[1] == "目標值：≥ 95 % → ≥ 96 %"


def imported(stage: Stage, *edits: Edit) -> None:
    stage.bridge.run(ImportBoard("october.csv", lambda _board: edits))


def entry_edit(stage: Stage, measure: str, period: str, value: float) -> Edit:
    before = stage.bridge.board.entry(measure, "co", period)
    return Edit(before, Entry(measure, "co", period, value))


def test_an_import_tells_what_it_changed_of_this_line(
    tmp_path: Path, look: Look, qtbot: QtBot
) -> None:
    stage = Stage(tmp_path, look, "n-ontime")
    qtbot.addWidget(stage.panel)
    ours = entry_edit(stage, "orders_on_time", "2026-10", 152.0)
    imported(stage, ours, entry_edit(stage, "good_units", "2026-10", 1.0))

    said = texts_after(stage)

    assert said[:3] == [
        "匯入 october.csv",
        "準時出貨訂單數 2026-10：150 → 152",
        "張志豪・2026-11-12 09:41",
    ]


def test_an_import_of_years_is_told_up_to_a_limit_and_counted(
    tmp_path: Path, look: Look, qtbot: QtBot
) -> None:
    stage = Stage(tmp_path, look, "n-ontime")
    qtbot.addWidget(stage.panel)
    october = Period.parse("2026-10")
    months = [october.shifted(-back).code for back in range(230)]
    imported(stage, *(entry_edit(stage, "orders_on_time", month, 90.0) for month in months))

    said = texts_after(stage)

    assert said[1] == "準時出貨訂單數 2026-10：150 → 90"
    assert said[201] == "另有 30 筆。"


def test_an_import_that_was_undone_says_what_came_back(
    tmp_path: Path, look: Look, qtbot: QtBot
) -> None:
    stage = Stage(tmp_path, look, "n-ontime")
    qtbot.addWidget(stage.panel)
    imported(stage, entry_edit(stage, "orders_on_time", "2026-10", 152.0))
    stage.bridge.undo()

    said = texts_after(stage)

    assert said[1] == "準時出貨訂單數 2026-10：152 → 150"


def test_what_was_undone_stays_in_the_history(tmp_path: Path, look: Look, qtbot: QtBot) -> None:
    stage = Stage(tmp_path, look, "n-ontime")
    qtbot.addWidget(stage.panel)
    stage.bridge.run(EnterValue("orders_on_time", "co", "2026-10", 152.0))
    stage.bridge.undo()

    said = texts_after(stage)

    assert said[0] == "復原：輸入準時出貨訂單數 2026-10"
