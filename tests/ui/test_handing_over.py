"""What is handed out of the window: of which unit, under which name, in which folder."""

from io import BytesIO
from pathlib import Path
from shutil import copyfile

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from scorecard.cleaning import file_part
from tests.ui.windows import room, show, surroundings, window, window_in
from ui.main_window import MainWindow
from ui.opening import SAMPLE
from ui.preferences import read_preferences, write_preferences

__all__ = ["window"]


class Dialog:
    """Stands for the person in the file dialog: notes what is asked, answers with `answer`."""

    def __init__(self) -> None:
        self.title, self.proposed, self.answer = "", Path(), ""

    def __call__(self, _parent: object, title: str, proposed: str, _kinds: str) -> tuple[str, str]:
        self.title, self.proposed = title, Path(proposed)
        return self.answer, ""


@pytest.fixture
def dialog(monkeypatch: pytest.MonkeyPatch) -> Dialog:
    made = Dialog()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", made)
    return made


def test_the_snapshot_is_of_the_unit_that_is_looked_at(
    window: MainWindow, dialog: Dialog, tmp_path: Path
) -> None:
    dialog.answer = str(tmp_path / "sales.pdf")
    room(window).page.filters.choose_unit("sales")

    window.actions_of["snapshot_pdf"].trigger()

    pages = PdfReader(BytesIO((tmp_path / "sales.pdf").read_bytes())).pages
    assert dialog.title == "匯出快照：PDF（業務部）"
    assert dialog.proposed.name == "Maker 業務部 2026-10.pdf"
    assert "業務部" in pages[0].extract_text()
    assert "海外營收" in pages[0].extract_text()
    assert "毛利率" not in pages[0].extract_text()
    assert [kept.org for kept in room(window).bridge.workspace.snapshots()] == ["sales"]


def test_the_unit_at_the_top_is_the_whole_document(
    window: MainWindow, dialog: Dialog, tmp_path: Path
) -> None:
    dialog.answer = str(tmp_path / "all.json")
    room(window).page.filters.choose_unit("co")

    window.actions_of["snapshot_json"].trigger()

    assert dialog.proposed.name == "Maker 2026-10.json"
    assert [kept.org for kept in room(window).bridge.workspace.snapshots()] == [""]


def test_the_month_and_the_year_to_date_are_two_files(window: MainWindow, dialog: Dialog) -> None:
    window.actions_of["snapshot_pdf"].trigger()
    month = dialog.proposed.name
    window.actions_of["reach.to_date"].trigger()
    window.actions_of["snapshot_pdf"].trigger()

    assert (month, dialog.proposed.name) == ("Maker 2026-10.pdf", "Maker 2026-10 年累計.pdf")


@pytest.mark.parametrize("deed", ["snapshot_pdf", "save_copy"])
@pytest.mark.parametrize("there", [True, False])
def test_what_is_made_of_the_sample_is_offered_among_the_users_documents(
    qtbot: QtBot, tmp_path: Path, dialog: Dialog, deed: str, there: bool
) -> None:
    around = surroundings(tmp_path)._replace(documents=tmp_path / "Documents")
    around.own.mkdir()
    copyfile(SAMPLE, around.own / "sample.scorecard")
    if there:
        around.documents.mkdir()
    made = window_in(tmp_path, around=around)
    qtbot.addWidget(made)
    made.documents.open_path(around.own / "sample.scorecard")
    show(made, qtbot)

    made.actions_of[deed].trigger()

    assert dialog.proposed.parent == (around.documents if there else tmp_path)
    made.close()


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("業務部", "業務部"),
        ("R/D: A|B", "R D A B"),
        ("../../etc", "etc"),
        ("..", ""),
        ("  CON ", "CON"),
        ("事" * 200, "事" * 60),
    ],
)
def test_the_name_of_a_unit_never_becomes_a_path(name: str, part: str) -> None:
    assert file_part(name) == part


def test_what_the_program_remembers_is_readable_by_its_owner_alone(
    window: MainWindow, tmp_path: Path
) -> None:
    around = surroundings(tmp_path)
    window.close()
    write_preferences(around.settings, read_preferences(around.settings))

    rights = {file.name: file.stat().st_mode & 0o777 for file in around.own.iterdir()}

    assert set(rights.values()) == {0o600}, rights
