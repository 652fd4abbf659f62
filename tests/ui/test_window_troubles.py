"""What the window does when something is wrong: it says so in plain words and goes on."""

import json
import platform
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from scorecard.commands.entry import EnterValue
from scorecard.store.lock import Holder, this_process
from scorecard.workspace import Workspace
from tests.ui.windows import NAME, ON_TIME, room, sample_in, show, surroundings, window, window_in
from ui.app import start
from ui.dialogs.ask import Ask
from ui.dialogs.new_line import NewLine
from ui.dialogs.report import KEPT, keep_report, report_text
from ui.main_window import MainWindow
from ui.preferences import read_preferences

__all__ = ["window"]
_PLAIN = Qt.TextFormat.PlainText


@pytest.fixture
def hook() -> Iterator[None]:
    """Puts Python's own answer to unexpected errors back."""
    before = sys.excepthook
    yield
    sys.excepthook = before


def _said(window: MainWindow) -> list[str]:
    dialogs = [d for d in window.findChildren(QDialog) if d.isVisible()]
    return [label.text() for dialog in dialogs for label in dialog.findChildren(QLabel)]


def test_a_damaged_document_is_refused_in_words_and_the_open_one_stays(
    window: MainWindow, tmp_path: Path
) -> None:
    damaged = tmp_path / "bad.scorecard"
    damaged.write_bytes(b"not a document at all" * 100)

    opened = window.documents.open_path(damaged)

    assert not opened
    assert "「bad.scorecard」" in _said(window)
    assert room(window).bridge.workspace.path.name == "Maker.scorecard"


def test_a_document_opened_elsewhere_is_read_only_and_says_why(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path, around = sample_in(tmp_path), surroundings(tmp_path)
    first = Workspace.open(path, author="bob", clock=around.clock)
    window = window_in(tmp_path)
    qtbot.addWidget(window)

    window.documents.open_path(path)

    assert room(window).notices.subjects == ("read_only",)
    assert not window.actions_of["star"].isEnabled()
    window.close()
    first.close()


def test_an_edit_in_a_read_only_document_is_refused_in_the_page(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path, around = sample_in(tmp_path), surroundings(tmp_path)
    first = Workspace.open(path, author="bob", clock=around.clock)
    window = window_in(tmp_path)
    qtbot.addWidget(window)
    window.documents.open_path(path)

    done = room(window).bridge.ask(ON_TIME)

    assert not done
    assert room(window).notices.subjects == ("read_only", "refused")
    window.close()
    first.close()


def test_a_refused_entry_is_said_in_a_banner_and_not_in_a_box(window: MainWindow) -> None:
    room(window).bridge.ask(EnterValue("nothing", "co", "2026-10", 1.0))

    assert room(window).notices.subjects == ("refused",)
    assert _said(window) == []


def test_the_next_edit_that_works_takes_the_banner_away(window: MainWindow) -> None:
    room(window).bridge.ask(EnterValue("nothing", "co", "2026-10", 1.0))

    room(window).bridge.ask(ON_TIME)

    assert room(window).notices.subjects == ()


def test_a_weight_that_is_no_number_stays_in_its_field_with_a_sentence(
    window: MainWindow, qtbot: QtBot
) -> None:
    room(window).page.tree.go_to("n-oee")
    window.actions_of["weigh"].trigger()
    dialog = window.findChild(Ask)
    assert dialog is not None

    dialog.field.setText("abc")
    dialog.try_it()

    assert dialog.isVisible()
    assert (dialog.field.text(), bool(dialog.refusal.text())) == ("abc", True)
    dialog.reject()


def test_a_new_weight_is_one_step(window: MainWindow) -> None:
    room(window).page.tree.go_to("n-oee")
    window.actions_of["weigh"].trigger()
    dialog = window.findChild(Ask)
    assert dialog is not None

    dialog.field.setText("2.5")
    dialog.try_it()

    assert room(window).bridge.board.nodes["n-oee"].weight == 2.5


def test_a_new_kpi_stands_below_the_chosen_line_with_its_target(window: MainWindow) -> None:

    room(window).page.tree.go_to("t-qual")
    window.actions_of["add_line"].trigger()
    dialog = window.findChild(NewLine)
    assert dialog is not None

    for name, typed in (("name", "首件合格率"), ("unit", "%"), ("target", "≥ 95%")):
        dialog.fields[name].setText(typed)
    dialog.try_it()

    board = room(window).bridge.board
    node = board.nodes[board.children["t-qual"][-1]]
    assert board.name_of(node).zh_TW == "首件合格率"
    assert [t.value for t in board.targets[node.kpi or "", "co"]] == [">=0.95"]


def test_a_new_document_begins_with_the_four_perspectives(
    window: MainWindow, tmp_path: Path
) -> None:
    window.documents.make(tmp_path / "mine.scorecard")

    names = [line.name.zh_TW for line in room(window).page.model.rows.lines.values()]
    assert names == ["總目標", "財務面向", "客戶面向", "內部營運面向", "學習成長面向"]


def test_a_copy_is_whole_and_the_document_stays_open(window: MainWindow, tmp_path: Path) -> None:
    there = tmp_path / "copy.scorecard"

    window.documents.copy(room(window).bridge.workspace, there)

    copy = Workspace.open(there, author="amy", clock=surroundings(tmp_path).clock)
    assert copy.board == room(window).bridge.board
    copy.close()


def test_after_a_crash_the_next_start_says_what_was_found(
    qtbot: QtBot, tmp_path: Path, hook: None
) -> None:
    around = surroundings(tmp_path)
    _mark(around.own, _ended(), tmp_path / "Plan.scorecard")

    window = start(around, sample_in(tmp_path))
    qtbot.addWidget(window)

    said = " ".join(label.text() for label in room(window).notices.findChildren(QLabel))
    assert "Plan.scorecard" in said
    window.close()


def test_a_window_that_is_still_open_elsewhere_is_no_crash(
    qtbot: QtBot, tmp_path: Path, hook: None
) -> None:
    around = surroundings(tmp_path)
    _mark(around.own, this_process("amy", platform.node(), ""), tmp_path / "Plan.scorecard")

    window = start(around, sample_in(tmp_path))
    qtbot.addWidget(window)

    assert "found" not in room(window).notices.subjects
    window.close()
    assert (around.own / "running-other.txt").exists()


def test_language_and_document_are_kept_before_the_end(
    qtbot: QtBot, tmp_path: Path, hook: None
) -> None:
    around = surroundings(tmp_path)
    window = start(around, sample_in(tmp_path))
    qtbot.addWidget(window)
    window.actions_of["language.en"].trigger()

    kept = read_preferences(around.settings)

    window.close()
    assert (kept.language, kept.recent) == ("en", (str(tmp_path / NAME),))


def test_an_undone_step_is_not_called_the_newest_after_a_crash(
    qtbot: QtBot, tmp_path: Path, hook: None
) -> None:
    around, document = surroundings(tmp_path), sample_in(tmp_path)
    with_step = Workspace.open(document, author="amy", clock=around.clock)
    with_step.run(ON_TIME)
    undone = with_step.history(limit=1)[0].name
    with_step.undo()
    with_step.close()
    _mark(around.own, _ended(), document)

    window = start(around, document)
    qtbot.addWidget(window)

    said = " ".join(label.text() for label in room(window).notices.findChildren(QLabel))
    assert NAME in said
    assert window.look.tell(undone) not in said
    window.close()


def _ended() -> Holder:
    """A process that is gone."""
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    return Holder("amy", platform.node(), "", gone.pid, "")


def _mark(own: Path, holder: Holder, document: Path) -> None:
    own.mkdir()
    words = {"document": str(document), "holder": holder._asdict()}
    (own / "running-other.txt").write_text(json.dumps(words), "utf-8")


def test_a_proper_end_leaves_no_mark_of_a_crash(qtbot: QtBot, tmp_path: Path, hook: None) -> None:
    around = surroundings(tmp_path)
    window = start(around, sample_in(tmp_path))
    qtbot.addWidget(window)
    marked = around.running.exists()

    window.close()

    assert (marked, around.running.exists()) == (True, False)


def test_an_unexpected_error_shows_a_report_and_the_program_goes_on(
    qtbot: QtBot, tmp_path: Path, hook: None
) -> None:
    window = start(surroundings(tmp_path), sample_in(tmp_path))
    qtbot.addWidget(window)
    show(window, qtbot)

    sys.excepthook(ValueError, ValueError("1234567.89"), None)
    shown = [e.toPlainText() for e in window.findChildren(QPlainTextEdit) if e.isVisible()]
    room(window).bridge.run(ON_TIME)

    assert any("ValueError" in text for text in shown)
    assert not any("1234567" in text for text in shown)
    window.close()


def test_reports_are_kept_and_the_oldest_go(tmp_path: Path) -> None:
    for _ in range(KEPT + 3):
        keep_report(tmp_path, report_text(ValueError, None))

    kept = sorted(file.name for file in tmp_path.iterdir())

    assert len(kept) == KEPT
    assert kept[-1] == f"report-{KEPT + 3:06d}.txt"


def test_no_field_of_the_window_reads_rich_text(window: MainWindow) -> None:
    labels = window.findChildren(QLabel)

    rich = [label.text() for label in labels if label.textFormat() != _PLAIN and label.text()]

    assert rich == []
    assert window.findChildren(QLineEdit)
