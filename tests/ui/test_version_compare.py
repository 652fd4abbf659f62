"""Two versions of a definition beside each other: what went and came, since when, why, by whom."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from scorecard.commands.definition import CorrectVersion, NewVersion
from scorecard.figures.difference import Fate
from scorecard.model.records import KpiVersion
from scorecard.vocabulary import Words
from tests.ui.panels import Stage, defining, page_of
from ui.look import Look
from ui.views.panel.version_compare import VersionCompare
from ui.widgets.button import Button

MARGIN = "FIN-003"


@pytest.fixture
def stage(tmp_path: Path, look: Look, qtbot: QtBot) -> Iterator[Stage]:
    """The definition of gross margin in 2026-10, with v1.1 planned from 2027-01."""
    made = Stage(tmp_path, look, "n-margin")
    before = made.bridge.board.latest(MARGIN)
    made.bridge.run(
        NewVersion(
            replace(
                before,
                version="v1.1",
                effective="2027-01",
                owner=Words("業務部李協理", "S. Lee, sales"),
                definition=Words("營收扣掉銷貨成本的比例（含稅）", before.definition.en),
                change=Words("責任改由業務承擔", "sales answers for it"),
            )
        )
    )
    with defining(made, qtbot):
        yield made


def _version(stage: Stage, name: str) -> KpiVersion:
    return next(v for v in stage.bridge.board.versions[MARGIN] if v.version == name)


def _compare(stage: Stage) -> VersionCompare:
    page_of(stage).sheet.history.buttons[0].click()
    return _opened(stage)


def _opened(stage: Stage) -> VersionCompare:
    found = stage.panel.findChild(VersionCompare)
    assert isinstance(found, VersionCompare)
    return found


def _fields(dialog: VersionCompare) -> list[str]:
    return [each.name for each in dialog.found]


def test_what_changed_in_a_version_is_told_field_by_field(stage: Stage) -> None:
    dialog = _compare(stage)

    assert (dialog.before.currentText(), dialog.after.currentText()) == (
        "v1.0\u3000自 2024-11 起",
        "v1.1\u3000自 2027-01 起",
    )
    assert _fields(dialog) == ["定義", "責任人"]
    owner = dialog.found[1]
    assert [piece.fate for piece in owner.pieces] == [Fate.GONE, Fate.NEW]
    assert owner.after == "業務部李協理"


def test_in_a_long_text_only_what_differs_is_marked(stage: Stage) -> None:
    stage.bridge.run(
        CorrectVersion(
            replace(
                _version(stage, "v1.1"),
                definition=_version(stage, "v1.0").definition._replace(
                    zh_TW=_version(stage, "v1.0").definition.zh_TW + "，含稅"
                ),
            )
        )
    )

    dialog = _compare(stage)

    definition = next(each for each in dialog.found if each.name == "定義")
    assert [piece.fate for piece in definition.pieces] == [Fate.KEPT, Fate.NEW]
    assert definition.pieces[1].text == "，含稅"


def test_it_says_since_when_why_and_by_whom(stage: Stage) -> None:
    texts = [label.text() for label in _compare(stage).findChildren(QLabel)]

    assert "2027-01" in texts
    assert "責任改由業務承擔" in texts
    assert "張志豪・2026-11-12 09:41" in texts


def test_a_version_stands_as_it_was_before_its_correction_too(stage: Stage) -> None:
    version = _version(stage, "v1.1")
    stage.bridge.run(CorrectVersion(replace(version, table_name="GL_2027")))
    dialog = _compare(stage)

    offered = [dialog.before.itemText(at) for at in range(dialog.before.count())]
    dialog.before.setCurrentIndex(1)
    dialog.before.typed.emit(dialog.before.words())

    assert offered[1] == "v1.1\u3000自 2027-01 起・2026-11-12 更正前"
    assert _fields(dialog) == ["資料表／API"]


def test_a_correction_that_was_undone_is_no_edition(stage: Stage) -> None:
    stage.bridge.run(CorrectVersion(replace(_version(stage, "v1.1"), table_name="X")))
    stage.bridge.undo()

    assert _compare(stage).before.count() == 2


def test_any_two_can_be_chosen_and_alike_ones_are_said_to_be_alike(stage: Stage) -> None:
    dialog = _compare(stage)
    dialog.before.set_words(dialog.after.words())
    dialog.before.typed.emit(dialog.after.words())

    assert dialog.found == ()
    assert "各欄都相同" in [label.text() for label in dialog.findChildren(QLabel)]


def test_the_comparison_is_copied_as_a_table(stage: Stage) -> None:
    dialog = _compare(stage)

    dialog.copy_table()

    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert lines[0][0] == "欄位"
    assert lines[1] == ["生效日期", "2024-11", "2027-01"]
    assert ["責任人", dialog.found[1].before, "業務部李協理"] in lines
    assert {len(line) for line in lines} == {3}


def test_the_version_bar_leads_there_too(stage: Stage) -> None:
    page_of(stage).sheet.versions.compare.click()

    assert _fields(_opened(stage)) == ["定義", "責任人"]


def test_the_only_version_of_a_definition_offers_nothing_to_compare(
    tmp_path: Path, look: Look, qtbot: QtBot
) -> None:
    with defining(Stage(tmp_path, look, "n-margin"), qtbot) as alone:
        assert page_of(alone).sheet.history.buttons == []


def test_the_history_leads_from_a_step_to_what_it_changed(stage: Stage) -> None:
    stage.bridge.run(CorrectVersion(replace(_version(stage, "v1.1"), table_name="GL_2027")))
    stage.panel.show_tab("history")
    history = stage.panel.page("history")

    links = [each for each in history.findChildren(Button) if "v1.1" in each.words]
    links[0].click()

    assert len(links) == 2
    assert _fields(_opened(stage)) == ["資料表／API"]
