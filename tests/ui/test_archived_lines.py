"""An archived line leaves the tree from a period on; it can be looked up and brought back."""

from tests.ui.windows import room, window
from ui.dialogs.archived import ArchivedLines
from ui.dialogs.ask import Ask
from ui.main_window import MainWindow

__all__ = ["window"]


def _archive(window: MainWindow, node: str, start: str) -> Ask:
    room(window).page.tree.go_to(node)
    window.actions_of["archive"].trigger()
    dialog = window.findChildren(Ask)[-1]
    dialog.field.setText(start)
    dialog.try_it()
    return dialog


def _shown(window: MainWindow, node: str) -> bool:
    return node in room(window).page.model.rows.lines


def _archived(window: MainWindow) -> ArchivedLines:
    window.actions_of["archived"].trigger()
    return window.findChildren(ArchivedLines)[-1]


def test_it_is_gone_from_that_month_on_and_its_parent_is_chosen(window: MainWindow) -> None:
    _archive(window, "n-oee", "2026-10")

    assert not _shown(window, "n-oee")
    assert room(window).selection.node == "t-prod"
    room(window).selection.step(-1)
    assert _shown(window, "n-oee")


def test_a_month_may_be_said_as_people_write_it(window: MainWindow) -> None:
    _archive(window, "n-oee", "115年11月")

    assert room(window).bridge.board.nodes["n-oee"].archived == "2026-11"
    assert _shown(window, "n-oee")


def test_what_is_no_period_is_refused_beside_the_field(window: MainWindow) -> None:
    dialog = _archive(window, "n-oee", "下個月")

    assert "下個月" in dialog.refusal.text()
    assert dialog.isVisible()
    assert room(window).bridge.board.nodes["n-oee"].archived == ""


def test_a_chosen_line_that_later_months_lack_gives_its_place_to_another(
    window: MainWindow,
) -> None:
    _archive(window, "n-oee", "2026-11")
    room(window).page.tree.go_to("n-oee")

    room(window).selection.step(1)
    there = room(window).selection.node
    room(window).selection.step(-1)

    assert there in room(window).page.model.rows.lines
    assert there != "n-oee"
    assert room(window).selection.node == "n-oee"


def test_archived_lines_are_listed_and_restored_in_one_step(window: MainWindow) -> None:
    _archive(window, "n-oee", "2026-10")
    _archive(window, "t-qual", "2026-09")
    dialog = _archived(window)
    listed = [dialog.list.item(row).text() for row in range(dialog.list.count())]

    dialog.list.selectAll()
    dialog.try_it()

    assert listed[0].startswith("OEE（整體設備效率）（自 2026-10） ‹ 生產效率")
    assert _shown(window, "n-oee")
    assert _shown(window, "n-yield")
    window.actions_of["undo"].trigger()
    assert not _shown(window, "n-oee")


def test_where_nothing_is_archived_the_list_says_how_to(window: MainWindow) -> None:
    dialog = _archived(window)

    assert not dialog.list.isVisible()
    assert not dialog.restore_button.isVisible()


def test_a_chosen_line_that_redo_archives_again_gives_its_place_to_another(
    window: MainWindow,
) -> None:
    _archive(window, "n-oee", "2026-10")
    window.actions_of["undo"].trigger()
    room(window).page.tree.go_to("n-oee")

    window.actions_of["redo"].trigger()
    there = room(window).selection.node
    window.actions_of["undo"].trigger()

    assert there not in {None, "n-oee"}
    assert room(window).selection.node == "n-oee"


def test_undo_brings_an_archived_line_back(window: MainWindow) -> None:
    _archive(window, "n-oee", "2026-10")

    window.actions_of["undo"].trigger()

    assert _shown(window, "n-oee")
