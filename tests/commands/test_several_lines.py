"""One step for several lines: weight, star, owner, archive, removal."""

import pytest

from scorecard.board import Board
from scorecard.commands.archive import archived_lines
from scorecard.commands.archiving import ArchiveLines, RestoreLines
from scorecard.commands.branch import AddNode, RemoveLines
from scorecard.commands.line import OwnLines, StarLines, WeighLines
from scorecard.model.records import Node
from scorecard.text import LANGUAGES, tell
from scorecard.vocabulary import NodeKind, Words
from tests.commands.boards import company, done, refused


@pytest.fixture
def board() -> Board:
    """A company with two lines of one KPI."""
    return done(company(), AddNode(Node("m", "o", NodeKind.KPI, kpi="FIN-003", org="a", order=1)))


def test_several_lines_take_one_weight_and_one_star(board: Board) -> None:
    board = done(board, WeighLines(("n", "m"), 2.5))
    board = done(board, StarLines(("n", "m"), star=True))

    assert {(board.nodes[n].weight, board.nodes[n].star) for n in ("n", "m")} == {(2.5, True)}


def test_a_step_says_how_many_lines_it_is_about(board: Board) -> None:
    name = StarLines(("n", "m"), star=True)(board).name

    assert [tell(name, lang) for lang in LANGUAGES] == [
        "將 2 個節點設為關鍵指標",
        "Star for 2 lines",
    ]


def test_an_owner_is_that_of_the_kpi_and_so_of_all_its_lines(board: Board) -> None:
    change = OwnLines(("n", "m"), Words("王小明"))(board)

    assert len(change.edits) == 1
    assert board.after(change.edits).latest("FIN-003").owner == Words("王小明")
    assert tell(change.name, "zh_TW") == "設定毛利率的責任人"


def test_lines_without_a_kpi_have_no_owner(board: Board) -> None:
    assert refused(board, OwnLines(("g", "t"), Words("王小明"))).code == "no_kpi_among"


def test_removal_of_a_line_and_one_below_it_is_one_removal(board: Board) -> None:
    assert set(done(board, RemoveLines(("t", "n", "o"))).nodes) == {"g"}


def test_an_archived_line_stays_in_the_document_with_the_day(board: Board) -> None:
    board = done(board, ArchiveLines(("t", "n"), "2026-11"))

    assert board.nodes["t"].archived == "2026-11"
    assert board.nodes["n"].archived == ""  # it goes and comes with the line above it


def test_a_period_that_does_not_exist_is_refused(board: Board) -> None:
    assert refused(board, ArchiveLines(("n",), "2026-13")).code == "no_such_period"


def test_what_is_archived_is_listed_the_newest_first_with_the_way_to_it(board: Board) -> None:
    board = done(board, ArchiveLines(("n",), "2025-06"))
    board = done(board, ArchiveLines(("o",), "2026-Q1"))

    first, second = archived_lines(board)

    assert (first.node, first.start, first.name.zh_TW) == ("o", "2026-Q1", "客戶")
    assert [words.zh_TW for words in second.way] == ["成長", "獲利"]


def test_a_restored_line_is_as_it_was(board: Board) -> None:
    archived = done(board, ArchiveLines(("n", "m"), "2026-11"))

    assert done(archived, RestoreLines(("n", "m"))).nodes == board.nodes


def test_archiving_is_undone_exactly(board: Board) -> None:
    edits = ArchiveLines(("n", "o"), "2026-11")(board).edits

    assert board.after(edits).after(edit.inverse for edit in reversed(edits)) == board
