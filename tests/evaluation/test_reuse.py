"""After edits every evaluation says what one from nothing says, and keeps no older board."""

import gc
import weakref
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard.board import Board
from scorecard.bounds import Outlook
from scorecard.change import Change
from scorecard.evaluation import Evaluation, Line, View, of
from scorecard.model.edits import Edit
from scorecard.model.records import Entry, Node, Record
from scorecard.period import Period
from scorecard.sensitivity import Flip
from scorecard.vocabulary import NodeKind, Words
from tests.evaluation.boards import LATER, board, kpi, line, looking_at, measure, target

MONTHS = ("2024-05", "2025-03", "2025-04", "2025-05")
MEASURES = ("m", "n", "o")
#: Each reads other measures; the last names another KPI.
FORMULAS = {"K": "m", "L": "n / o", "M": "m - LY(n)", "N": "K + o"}
VIEW = View(Period.parse("2025-05"))

entries = st.builds(
    Entry,
    st.sampled_from(MEASURES),
    st.just("co"),
    st.sampled_from(MONTHS),
    st.none() | st.integers(0, 20).map(float),
    st.just(""),
)


def two_goals(first: Sequence[Entry]) -> Board:
    """Two goals of two KPIs each, with these entries."""
    goals = [Node(name, None, NodeKind.GOAL, Words(name)) for name in ("g", "h")]
    lines = [line(f"k-{name}", parent="gh"[at // 2], name=name) for at, name in enumerate("KLMN")]
    records: list[Record] = [*goals, *lines, *map(measure, MEASURES)]
    for name, formula in FORMULAS.items():
        records += [kpi(formula, name=name), target(">=10", name=name)]
    return board(records, {}).after(Edit(None, each) for each in first)


Told = tuple[Line, Change | None, Change | None, Outlook | None, tuple[Flip, ...]]


def said(evaluation: Evaluation) -> list[Told]:
    """All lines with what is worked out beside them."""
    return [
        (
            each,
            each.previous,
            each.last_year,
            evaluation.outlook(each.node.id),
            evaluation.flips(each.node.id),
        )
        for each in evaluation.lines()
    ]


def without_editions(lines: list[Told]) -> list[tuple[object, ...]]:
    return [(line.node.id, line.status, line.score, line.cell, *rest) for line, *rest in lines]


@settings(deadline=None)
@given(st.lists(entries, max_size=12), st.lists(entries, min_size=1, max_size=4))
def test_after_edits_every_line_and_its_changes_are_those_of_the_new_board(
    first: list[Entry], later: list[Entry]
) -> None:
    evaluation = of(two_goals(first), VIEW, LATER)
    seen = [(evaluation, said(evaluation))]
    for entry in later:
        there = evaluation.board
        edit = Edit(there.entry(*entry.key), entry)
        evaluation = evaluation.after(there.after([edit]), [edit])
        seen.append((evaluation, said(evaluation)))

    for older, lines in seen:
        anew = of(older.board, VIEW, LATER)
        assert without_editions(said(older)) == without_editions(said(anew))
        assert said(older) == lines


#: What is done to a line of a tree: which, and what becomes of it.
DEEDS = st.tuples(
    st.sampled_from(["g", "h", "t", "k-K", "k-L", "k-M", "k-N"]),
    st.sampled_from(["star", "weigh", "archive", "remove", "under g", "under h", "under t"]),
)


def done(there: Board, node: str, deed: str) -> list[Edit]:
    """The edits of a deed on a line; none where it cannot be."""
    was = there.nodes.get(node)
    if was is None:
        return []
    what, _, parent = deed.partition(" ")
    if what == "remove":
        return [] if there.children.get(node) else [Edit(was, None)]
    if what == "under":
        is_free = was.kind is not NodeKind.GOAL and parent in there.nodes and parent != node
        return [Edit(was, replace(was, parent=parent, order=was.order + 1))] if is_free else []
    others = {
        "star": replace(was, star=not was.star),
        "weigh": replace(was, weight=was.weight + 1),
        "archive": replace(was, archived="" if was.archived else "2025-04"),
    }
    return [Edit(was, others[what])]


@settings(deadline=None)
@given(st.lists(entries, max_size=12), st.lists(DEEDS, min_size=1, max_size=5))
def test_after_deeds_on_the_tree_every_line_is_that_of_the_new_board(
    first: list[Entry], deeds: list[tuple[str, str]]
) -> None:
    theme = Node("t", "g", NodeKind.THEME, Words("t"))
    evaluation = of(two_goals(first).after([Edit(None, theme)]), VIEW, LATER)
    said(evaluation)

    for node, deed in deeds:
        edits = done(evaluation.board, node, deed)
        evaluation = evaluation.after(evaluation.board.after(edits), edits)

        anew = of(evaluation.board, VIEW, LATER)
        assert without_editions(said(evaluation)) == without_editions(said(anew))
        assert [each.node for each, *_ in said(evaluation)] == [
            each.node for each, *_ in said(anew)
        ]


def test_a_star_leaves_the_lines_beside_it_as_they_are() -> None:
    there = two_goals([Entry(name, "co", month, 8.0) for name in MEASURES for month in MONTHS])
    before = looking_at(there, "2025-05")
    kept = {each.node.id: each for each in before.lines()}
    edits = done(there, "k-K", "star")

    after = {each.node.id: each for each in before.after(there.after(edits), edits).lines()}

    assert {node for node in after if after[node] is not kept[node]} == {"g", "k-K"}


def test_of_one_board_two_others_may_be_made() -> None:
    there = two_goals([Entry(name, "co", month, 8.0) for name in MEASURES for month in MONTHS])
    start = looking_at(there, "2025-05")
    before = said(start)
    edits = [
        Edit(there.entry(name, "co", "2025-05"), Entry(name, "co", "2025-05", 5)) for name in "mn"
    ]

    made = [start.after(there.after([edit]), [edit]) for edit in edits]

    for each in (*made, *reversed(made)):
        anew = of(each.board, VIEW, LATER)
        assert without_editions(said(each)) == without_editions(said(anew))
    assert said(start) == before


def test_lines_that_an_edit_leaves_alone_keep_no_older_board() -> None:
    there = two_goals([Entry(name, "co", month, 8.0) for name in MEASURES for month in MONTHS])
    before = looking_at(there, "2025-05")
    said(before)
    edit = Edit(there.entry("m", "co", "2025-05"), Entry("m", "co", "2025-05", 5))
    after = before.after(there.after([edit]), [edit])
    said(after)
    older = weakref.ref(before.valuation)

    del before
    gc.collect()

    assert older() is None


def eights() -> Board:
    """Eight of everything in every month."""
    return two_goals([Entry(name, "co", month, 8.0) for name in MEASURES for month in MONTHS])


def test_one_made_anew_says_what_one_from_nothing_says_and_is_the_newer_edition() -> None:
    start = looking_at(eights(), "2025-05")
    before = said(start)
    edit = Edit(start.board.entry("m", "co", "2025-05"), Entry("m", "co", "2025-05", 5))

    made = start.anew(start.board.after([edit]))

    anew = of(made.board, VIEW, LATER)
    assert without_editions(said(made)) == without_editions(said(anew))
    assert {line.edition for line in made.lines()} == {1}
    assert said(start) == before


def test_what_is_let_go_is_gone_without_a_collection() -> None:
    before = looking_at(eights(), "2025-05")
    said(before)
    gone = weakref.ref(before.valuation)

    gc.disable()
    try:
        before.let_go()
        del before
        assert gone() is None
    finally:
        gc.enable()


def test_a_line_that_somebody_still_has_can_be_asked_after_it_was_let_go() -> None:
    before = looking_at(eights(), "2025-05")
    kept, other = before.line("k-K"), looking_at(eights(), "2025-05")

    before.let_go()

    assert kept.previous == other.line("k-K").previous
    assert without_editions(said(before)) == without_editions(said(other))
