"""The settings: who signs, and what holds for the document; each change can be undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scorecard.vocabulary import Status
from scorecard.workspace import Workspace
from tests.ui.panels import typed_over
from tests.ui.windows import ON_TIME, room, sample_in, show, status, surroundings, window, window_in
from ui.dialogs.settings import SettingsForm
from ui.main_window import MainWindow
from ui.widgets.label import Label

__all__ = ["window"]


@pytest.fixture
def form(window: MainWindow) -> Iterator[SettingsForm]:
    """The settings as the menu opens them."""
    made = opened(window)
    yield made
    made.reject()


def opened(window: MainWindow) -> SettingsForm:
    window.actions_of["settings"].trigger()
    made = window.findChildren(SettingsForm)[-1]
    assert made.isVisible()
    return made


def enter(form: SettingsForm) -> None:
    QTest.keyClick(form.author, Qt.Key.Key_Return)


def test_the_name_that_is_given_signs_the_next_step(window: MainWindow, form: SettingsForm) -> None:
    typed_over(form.author, "Wang Li")
    enter(form)
    room(window).bridge.run(ON_TIME)

    assert not form.isVisible()
    newest = room(window).bridge.workspace.history()[0]
    assert newest.by == "Wang Li"


def test_the_name_is_there_at_the_next_start(
    window: MainWindow, form: SettingsForm, tmp_path: Path, qtbot: QtBot
) -> None:
    typed_over(form.author, "Wang Li")
    enter(form)
    window.close()

    later = window_in(tmp_path)
    qtbot.addWidget(later)
    later.documents.open_path(tmp_path / "Maker.scorecard")

    assert room(later).bridge.workspace.author == "Wang Li"
    later.close()


def test_without_a_name_the_account_signs(window: MainWindow, form: SettingsForm) -> None:
    assert form.author.words() == ""
    assert form.author.placeholderText() == "amy"

    enter(form)

    assert room(window).bridge.workspace.author == "amy"


def test_what_is_not_changed_is_no_step(window: MainWindow, form: SettingsForm) -> None:
    before = room(window).bridge.workspace.undo_step

    enter(form)

    assert room(window).bridge.workspace.undo_step == before


def test_other_bands_colour_the_parents_at_once_and_can_be_undone(
    window: MainWindow, form: SettingsForm
) -> None:
    assert status(window, "g") is Status.AMBER

    typed_over(form.texts["amber"], "85")
    enter(form)
    changed = status(window, "g")
    window.actions_of["undo"].trigger()

    assert (changed, status(window, "g")) == (Status.RED, Status.AMBER)


def test_several_settings_are_one_step_with_a_name(window: MainWindow, form: SettingsForm) -> None:
    form.fiscal_start.set_words("4")
    typed_over(form.texts["month"], "5")
    typed_over(form.texts["coverage"], "80")
    enter(form)

    settings = room(window).bridge.board.settings
    assert (settings.fiscal_start, settings.grace_days, settings.coverage) == (4, {"month": 5}, 0.8)
    assert window.actions_of["undo"].text() == "復原：變更 3 項設定"
    window.actions_of["undo"].trigger()
    assert room(window).bridge.board.settings.fiscal_start == 1


def test_another_fiscal_year_is_seen_in_the_year_to_date(
    window: MainWindow, form: SettingsForm
) -> None:
    window.actions_of["reach.to_date"].trigger()
    evaluation = room(window).bridge.evaluation
    before = evaluation.line("n-rev-a").cell

    form.fiscal_start.set_words("10")
    enter(form)

    after = room(window).bridge.evaluation.line("n-rev-a").cell
    assert before is not None
    assert after is not None
    assert (before.of, after.of) == (20, 2)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("month", "ten", "「ten」不是天數；請輸入 0 到 366 的整數，例如 10。"),
        ("month", "5.5", "「5.5」不是天數；請輸入 0 到 366 的整數，例如 10。"),
        ("green", "101", "「101」不是分數；請輸入 0 到 100 的數字，例如 90。"),
        ("green", "50", "黃燈 60 分須低於綠燈 50 分；請改其中一個。"),
        ("coverage", "120%", "「120%」不是 0% 到 100% 的百分比；請輸入像 50% 這樣的數字。"),
    ],
)
def test_what_cannot_be_stays_in_its_field_with_a_sentence(
    window: MainWindow, form: SettingsForm, name: str, text: str, said: str
) -> None:
    before = room(window).bridge.board

    typed_over(form.texts[name], text)
    enter(form)

    assert form.isVisible()
    assert form.refusal.text == said
    assert form.texts[name].words() == text
    assert form.texts[name].property("refused")
    assert room(window).bridge.board is before


def test_a_document_that_is_only_read_keeps_its_settings(tmp_path: Path, qtbot: QtBot) -> None:
    path = sample_in(tmp_path)
    around = surroundings(tmp_path)
    elsewhere = Workspace.open(path, author="bob", clock=around.clock)
    made = window_in(tmp_path, around=around)
    made.documents.open_path(path)
    show(made, qtbot)

    form = opened(made)

    assert form.texts["green"].isReadOnly()
    assert not form.author.isReadOnly()
    form.reject()
    made.close()
    elsewhere.close()


@pytest.mark.parametrize("language", ["zh_TW", "en"])
def test_the_settings_have_room_in_the_smallest_window(
    tmp_path: Path, qtbot: QtBot, language: str
) -> None:
    made = window_in(tmp_path, language)
    made.documents.open_path(sample_in(tmp_path))
    show(made, qtbot, 1120, 700)

    form = opened(made)

    assert form.height() <= 660
    assert all(label.sizeHint().width() <= label.width() for label in form.findChildren(Label))
    form.reject()
    made.close()


def test_holidays_are_typed_as_days_and_stretches(window: MainWindow) -> None:
    form = opened(window)
    form.texts["holidays"].setText("2026/10/10 2026-02-14..2026-02-22")

    form.try_it()

    settings = room(window).bridge.board.settings
    assert settings.holidays == ("2026-02-14..2026-02-22", "2026-10-10")


def test_a_holiday_that_is_none_is_refused_beside_the_field(window: MainWindow) -> None:
    form = opened(window)
    form.texts["holidays"].setText("tomorrow")

    form.try_it()

    assert form.isVisible()
    assert "tomorrow" in form.refusal.text
