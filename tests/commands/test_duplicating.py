"""A branch copied for another unit: its lines and, if wished, targets; definitions are shared."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from scorecard.board import Board, assembled
from scorecard.commands.archiving import ArchiveLines
from scorecard.commands.branch import AddNode, subtree
from scorecard.commands.duplicating import DuplicateBranch
from scorecard.evaluation import View, of
from scorecard.model.edits import Edit
from scorecard.model.records import Entry, Node, Org, Record, Target
from scorecard.period import Period
from scorecard.vocabulary import NodeKind, Words
from tests.commands.boards import LINE, company, done, refused
from tests.evaluation.boards import LATER, kpi, measure

OTHER = Org("b", Words("乙廠", "Plant B"), "co")


def _company() -> Board:
    return company().after([Edit(None, OTHER)])


def _copy(board: Board, command: DuplicateBranch) -> tuple[Board, list[Node]]:
    after = done(board, command)
    return after, [after.nodes[node] for node in after.nodes.keys() - board.nodes.keys()]


def test_the_copy_stands_right_after_the_original() -> None:
    board, made = _copy(_company(), DuplicateBranch("t", "b"))
    top = next(node for node in made if node.kind is NodeKind.THEME)

    assert board.children["g"] == ("t", top.id, "o")


def test_the_copy_is_called_after_its_unit_in_the_languages_that_the_original_has() -> None:
    _, made = _copy(_company(), DuplicateBranch("t", "b"))

    assert Words("乙廠：獲利", "") in {node.name for node in made}


def test_a_kpi_in_the_copy_is_called_after_its_unit_so_that_lists_can_tell_them_apart() -> None:
    _, made = _copy(_company(), DuplicateBranch("t", "b"))

    assert Words("乙廠：毛利率", "Plant B: Gross margin") in {node.name for node in made}


def test_the_name_of_the_unit_in_a_name_gives_way_to_that_of_the_other() -> None:
    named = replace(LINE, name=Words("公司毛利", "Margin"))
    board = _company().after([Edit(LINE, named)])

    _, made = _copy(board, DuplicateBranch("n", "b"))

    assert [node.name for node in made] == [Words("乙廠毛利", "Plant B: Margin")]


def test_no_definition_and_no_measure_is_copied() -> None:
    before = _company()
    board, made = _copy(before, DuplicateBranch("t", "b"))

    assert (board.versions, board.measures) == (before.versions, before.measures)
    assert [(node.kpi, node.org) for node in made if node.kpi] == [("FIN-003", "b")]


def test_targets_go_along_only_where_that_is_wished_and_none_are_there() -> None:
    without, _ = _copy(_company(), DuplicateBranch("t", "b"))
    along, _ = _copy(_company(), DuplicateBranch("t", "b", targets=True))
    own = _company().after([Edit(None, Target("FIN-003", "b", "2025-01", ">=0.1"))])
    kept, _ = _copy(own, DuplicateBranch("t", "b", targets=True))

    texts = [
        [target.value for target in board.targets.get(("FIN-003", "b"), ())]
        for board in (without, along, kept)
    ]
    assert texts == [[], [">=0.35"], [">=0.1"]]


def test_a_kpi_that_the_branch_has_for_several_units_is_in_the_copy_once() -> None:
    part = Node("part", "n", NodeKind.KPI, kpi="FIN-003", org="a")
    _, made = _copy(done(_company(), AddNode(part)), DuplicateBranch("t", "b"))

    assert [node.org for node in made if node.kpi] == ["b"]


def test_a_kpi_that_the_branch_has_twice_for_one_unit_is_in_the_copy_twice() -> None:
    again = Node("again", "t", NodeKind.KPI, kpi="FIN-003", org="co", order=2)
    _, made = _copy(done(_company(), AddNode(again)), DuplicateBranch("t", "b"))

    assert [node.org for node in made if node.kpi] == ["b", "b"]


def test_archived_lines_are_left_out_with_what_is_below_them() -> None:
    part = Node("part", "n", NodeKind.KPI, kpi="FIN-003", org="co")
    board = done(done(_company(), AddNode(part)), ArchiveLines(("n",), "2026-01"))

    _, made = _copy(board, DuplicateBranch("t", "b"))

    assert [node.kind for node in made] == [NodeKind.THEME]


def test_an_unknown_unit_is_refused() -> None:
    assert refused(_company(), DuplicateBranch("t", "z")).code == "unknown_org"


def test_a_copy_is_undone_exactly() -> None:
    board = _company()
    edits = DuplicateBranch("t", "b", targets=True)(board).edits

    assert board.after(edits).after(edit.inverse for edit in reversed(edits)) == board


_VALUES = st.none() | st.integers(0, 200).map(float)


@given(
    values=st.lists(_VALUES, min_size=6, max_size=6),
    weights=st.lists(st.integers(0, 5).map(float), min_size=3, max_size=3),
)
def test_a_copy_with_the_same_data_says_the_same_as_the_original(
    values: list[float | None], weights: list[float]
) -> None:
    units = [Org("co", Words("公司")), Org("a", Words("甲"), "co"), Org("b", Words("乙"), "co")]
    kpis = [kpi("x / y", name="R"), kpi("x", name="X"), kpi("y", name="Y")]
    theme = Node("t", "g", NodeKind.THEME, Words("t"))
    lines = [
        Node(f"n{k.kpi}", "t", NodeKind.KPI, kpi=k.kpi, org="a", weight=w, order=at)
        for at, (k, w) in enumerate(zip(kpis, weights, strict=True))
    ]
    months = [(m, f"2026-{n:02d}") for m in ("x", "y") for n in (1, 2, 3)]
    entries = [
        Entry(m, "a", code, value, "" if value is not None else "none")
        for (m, code), value in zip(months, values, strict=True)
    ]
    targets = [Target(k.kpi, "a", "2025-01", ">=50" if k.kpi != "R" else ">=1") for k in kpis]
    goal = Node("g", None, NodeKind.GOAL, Words("g"))
    records: list[Record] = [
        *units,
        measure("x"),
        measure("y"),
        *kpis,
        goal,
        theme,
        *lines,
        *targets,
    ]
    board = assembled(records).after(
        Edit(None, entry) for at in ("a", "b") for entry in (e._replace(org=at) for e in entries)
    )

    after = board.after(DuplicateBranch("t", "b", targets=True)(board).edits)

    copied = next(n for n in after.children["g"] if n != "t")
    evaluation = of(after, View(Period.parse("2026-Q1")), LATER)
    for one, other in zip(subtree(after, "t"), subtree(after, copied), strict=True):
        was, now = evaluation.line(one), evaluation.line(other)
        same = replace(was, node=now.node, name=now.name, lost=now.lost, edition=now.edition)
        assert same == now
        assert sorted(was.lost.values()) == sorted(now.lost.values())
