"""The page of snapshots: what was frozen is shown as it was frozen, or not at all."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scorecard.clock import FixedClock
from scorecard.exchange.snapshot import verified
from scorecard.exchange.snapshot_board import Verdict, is_unaltered, rebuilt
from scorecard.period import Period
from scorecard.trouble import Trouble
from scorecard.vocabulary import Status
from scorecard.workspace import Workspace
from tests.ui.windows import ON_TIME, TODAY, sample_in
from ui.bridge import Bridge
from ui.look import Look
from ui.selection import Reach, Selection
from ui.snapshot import write_snapshot
from ui.views.panel.subject import subject_of
from ui.views.snapshots import SnapshotsPage
from ui.widgets.empty_state import EmptyState

BEFORE = FixedClock(datetime(2026, 11, 10, 9, 42, tzinfo=UTC))
AFTER = FixedClock(datetime(2026, 11, 12, 8, 0, tzinfo=UTC))


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = Workspace.open(sample_in(tmp_path), author="amy", clock=BEFORE)
    yield made
    made.close()


@pytest.fixture
def selection(qapp: object) -> Selection:
    return Selection(Period.parse("2026-10"))


@pytest.fixture
def bridge(workspace: Workspace, selection: Selection) -> Bridge:
    return Bridge(workspace, selection, lambda: TODAY)


@pytest.fixture
def page(bridge: Bridge, selection: Selection, look: Look, qtbot: QtBot) -> SnapshotsPage:
    made = SnapshotsPage(bridge, selection, look)
    qtbot.addWidget(made)
    return made


def show(page: SnapshotsPage, qtbot: QtBot) -> None:
    page.resize(1280, 800)
    page.show()
    qtbot.waitExposed(page)


def altered(path: Path) -> None:
    """One digit of the first snapshot's content becomes another one."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE snapshot SET body = replace(body, '0.898', '0.998')")


def test_a_period_can_be_looked_at_before_it_is_frozen(page: SnapshotsPage, qtbot: QtBot) -> None:
    show(page, qtbot)

    assert page.list.count() == 1
    assert page.booklet is not None
    assert page.booklet.report.seal.digest == ""


def test_what_was_frozen_is_listed_newest_first(
    page: SnapshotsPage, bridge: Bridge, selection: Selection, tmp_path: Path, qtbot: QtBot
) -> None:
    write_snapshot(bridge, tmp_path / "a.json")
    selection.show_month(Period.parse("2026-09"))
    write_snapshot(bridge, tmp_path / "b.json")

    show(page, qtbot)

    assert [page.list.item(row).text()[:7] for row in range(page.list.count())] == [
        "2026-09",
        "2026-09",
        "2026-10",
    ]


def test_the_year_to_date_is_told_from_its_last_month(
    page: SnapshotsPage, bridge: Bridge, selection: Selection, tmp_path: Path, qtbot: QtBot
) -> None:
    write_snapshot(bridge, tmp_path / "month.json")
    selection.set_reach(Reach.TO_DATE)
    write_snapshot(bridge, tmp_path / "year.json")

    show(page, qtbot)

    said = [page.list.item(row).text() for row in range(page.list.count())]
    assert [text.split("，")[0] for text in said] == ["2026-10 年累計", "2026-10 年累計", "2026-10"]


def test_what_is_frozen_while_the_page_is_shown_is_listed_at_once(
    page: SnapshotsPage, bridge: Bridge, tmp_path: Path, qtbot: QtBot
) -> None:
    show(page, qtbot)

    write_snapshot(bridge, tmp_path / "a.json")

    assert page.list.count() == 2


def test_a_snapshot_of_the_window_holds_every_unit_as_that_of_the_command_line_does(
    bridge: Bridge, tmp_path: Path
) -> None:
    assert write_snapshot(bridge, tmp_path / "a.json").org == ""


def test_a_snapshot_shows_the_numbers_of_its_day_after_a_correction(
    bridge: Bridge, workspace: Workspace, tmp_path: Path, page: SnapshotsPage, qtbot: QtBot
) -> None:
    frozen = write_snapshot(bridge, tmp_path / "a.json")
    workspace.clock = AFTER
    workspace.run(ON_TIME)
    show(page, qtbot)

    page.choose(1)

    assert bridge.evaluation.line("n-ontime").status is Status.GREEN
    assert page.booklet is not None
    reds = [red.line.node.id for red in page.booklet.report.reds]
    assert "n-ontime" in reds
    assert page.booklet.report.seal.digest == frozen.digest


def test_a_snapshot_says_what_was_corrected_since(
    bridge: Bridge, workspace: Workspace, tmp_path: Path, page: SnapshotsPage, qtbot: QtBot
) -> None:
    """R-VALUE-9: the pages keep what was published, 已更正 stands beside them."""
    write_snapshot(bridge, tmp_path / "a.json")
    workspace.clock = AFTER
    show(page, qtbot)
    page.choose(1)
    before = page.corrected.isVisible()
    workspace.run(ON_TIME)

    page.choose(0)
    live = page.corrected.isVisible()
    page.choose(1)

    assert (before, live, page.corrected.isVisible()) == (False, False, True)
    assert "已更正" in page.corrected.text()
    assert "交期達成率發布 89.8 %" in page.corrected.text()


def test_the_panel_says_that_a_published_value_was_corrected(
    bridge: Bridge, workspace: Workspace, tmp_path: Path
) -> None:
    """R-VALUE-9."""
    write_snapshot(bridge, tmp_path / "a.json")
    workspace.clock = AFTER
    subject = subject_of(bridge, "n-ontime")
    assert subject is not None
    before = [said.key for said in subject.panel.why]
    workspace.run(ON_TIME)

    after = subject_of(bridge, "n-ontime")

    assert after is not None
    assert "why.corrected" not in before
    assert after.panel.why[-1].key == "why.corrected"


def test_an_edit_of_the_same_second_is_told_from_the_frozen_state_by_the_digest(
    bridge: Bridge, workspace: Workspace, tmp_path: Path
) -> None:
    frozen = write_snapshot(bridge, tmp_path / "a.json")
    workspace.run(ON_TIME)

    verdict, found = rebuilt(workspace, frozen)

    assert verdict is Verdict.UNALTERED
    assert found is not None
    assert found.line("n-ontime").status is Status.RED


def test_an_undone_correction_leaves_the_snapshot_as_it_was(
    bridge: Bridge, workspace: Workspace, tmp_path: Path
) -> None:
    frozen = write_snapshot(bridge, tmp_path / "a.json")
    workspace.clock = AFTER
    workspace.run(ON_TIME)
    workspace.undo()

    assert rebuilt(workspace, frozen).verdict is Verdict.UNALTERED


@pytest.fixture
def altered_sample(tmp_path: Path, selection: Selection) -> Path:
    """The sample with one snapshot, whose content was altered while nobody had it open."""
    workspace = Workspace.open(sample_in(tmp_path), author="amy", clock=BEFORE)
    write_snapshot(Bridge(workspace, selection, lambda: TODAY), tmp_path / "a.json")
    workspace.close()
    altered(workspace.path)
    return workspace.path


def test_a_snapshot_altered_by_one_digit_is_marked_and_not_shown(
    altered_sample: Path, selection: Selection, look: Look, qtbot: QtBot
) -> None:
    workspace = Workspace.open(altered_sample, author="amy", clock=AFTER)
    assert not is_unaltered(workspace.snapshots()[0])
    page = SnapshotsPage(Bridge(workspace, selection, lambda: TODAY), selection, look)
    qtbot.addWidget(page)
    show(page, qtbot)

    page.choose(1)

    assert page.booklet is None
    assert "內容與指紋不符" in page.list.item(1).text()
    assert isinstance(page.shown, EmptyState)
    assert not page.bar.button("pdf").isEnabled()
    workspace.close()


def test_content_that_no_longer_comes_out_again_is_said_and_not_drawn(
    bridge: Bridge, workspace: Workspace, tmp_path: Path
) -> None:
    from scorecard.exchange.snapshot import digest_of

    frozen = write_snapshot(bridge, tmp_path / "a.json")
    body = frozen.body.replace('"status":"red"', '"status":"amber"')
    other = frozen._replace(body=body, digest=digest_of(body))

    assert rebuilt(workspace, other) == (Verdict.DIFFERENT, None)


def test_pages_are_turned_by_keys_and_stop_at_the_ends(page: SnapshotsPage, qtbot: QtBot) -> None:
    show(page, qtbot)
    assert page.booklet is not None

    QTest.keyClick(page.list, Qt.Key.Key_PageUp)
    assert page.index == 0
    QTest.keyClick(page.list, Qt.Key.Key_PageDown)
    assert page.index == 1
    page.turn(1000)
    assert page.index == page.booklet.count - 1


def test_b_makes_the_pages_black_and_white(page: SnapshotsPage, qtbot: QtBot) -> None:
    show(page, qtbot)

    QTest.keyClick(page.list, Qt.Key.Key_B)

    assert page.booklet is not None
    assert page.booklet.mono


def test_the_pages_follow_the_language_of_the_window(
    page: SnapshotsPage, look: Look, qtbot: QtBot
) -> None:
    show(page, qtbot)

    look.set_language("en")

    assert page.booklet is not None
    assert page.booklet.language == "en"


def test_the_live_preview_follows_an_edit(
    page: SnapshotsPage, bridge: Bridge, qtbot: QtBot
) -> None:
    show(page, qtbot)

    bridge.run(ON_TIME)

    assert page.booklet is not None
    assert "n-ontime" not in [red.line.node.id for red in page.booklet.report.reds]


def test_the_exported_pdf_carries_the_digest(
    page: SnapshotsPage, bridge: Bridge, tmp_path: Path, qtbot: QtBot
) -> None:
    frozen = write_snapshot(bridge, tmp_path / "a.json")
    show(page, qtbot)
    page.choose(1)

    assert page.export(tmp_path / "b.pdf")

    text = "".join(PdfReader(tmp_path / "b.pdf").pages[0].extract_text().split())
    assert f"{frozen.digest[:8]}…{frozen.digest[-4:]}" in text


def test_the_exported_content_is_the_frozen_one_and_verifies(
    page: SnapshotsPage, bridge: Bridge, tmp_path: Path, qtbot: QtBot
) -> None:
    write_snapshot(bridge, tmp_path / "a.json")
    show(page, qtbot)
    page.choose(1)

    assert page.export(tmp_path / "b.json")

    assert (tmp_path / "b.json").read_bytes() == (tmp_path / "a.json").read_bytes()
    assert verified((tmp_path / "b.json").read_bytes(), "b.json")["period"] == "2026-10"


def test_a_file_that_cannot_be_written_is_said_in_the_window(
    page: SnapshotsPage, bridge: Bridge, tmp_path: Path, qtbot: QtBot
) -> None:
    told: list[Trouble] = []
    bridge.show_refused = told.extend
    show(page, qtbot)

    assert not page.export(tmp_path / "no such folder" / "a.pdf")

    assert [trouble.code for trouble in told] == ["cannot_write"]


def test_a_preview_that_is_not_frozen_has_no_file_of_content(
    page: SnapshotsPage, qtbot: QtBot
) -> None:
    show(page, qtbot)

    assert not page.bar.button("json").isEnabled()
