"""The history of a line in words: from what, to what, who, when."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from scorecard.commands.entry import EnterValue
from scorecard.commands.target import PutTarget
from scorecard.model.records import Target
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
        "輸入 準時出貨訂單數 2026-10",
        "準時出貨訂單數 2026-10：150 → 152",
        "張志豪・2026-11-12 09:41",
    ]


def test_a_target_is_told_as_people_write_it(tmp_path: Path, look: Look, qtbot: QtBot) -> None:
    stage = Stage(tmp_path, look, "n-ontime")
    qtbot.addWidget(stage.panel)

    said = texts_after(stage, PutTarget(Target("PPC-002", "co", "2026-12", ">=0.96")))

    assert said[1] == "目標值：≥ 95 % → ≥ 96 %"


def test_an_import_is_told_by_its_name_alone(tmp_path: Path, look: Look, qtbot: QtBot) -> None:
    stage = Stage(tmp_path, look, "n-ontime")
    qtbot.addWidget(stage.panel)

    said = texts_after(stage)

    assert said == ["匯入 sample.json", "sample・2026-11-12 09:41"]


def test_what_was_undone_stays_in_the_history(tmp_path: Path, look: Look, qtbot: QtBot) -> None:
    stage = Stage(tmp_path, look, "n-ontime")
    qtbot.addWidget(stage.panel)
    stage.bridge.run(EnterValue("orders_on_time", "co", "2026-10", 152.0))
    stage.bridge.undo()

    said = texts_after(stage)

    assert said[0] == "復原：輸入 準時出貨訂單數 2026-10"
