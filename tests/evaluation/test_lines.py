"""Lines of the tree: stale values, roll-up, changes, and what an edit touches."""

from dataclasses import replace
from datetime import date

from scorecard.evaluation import of
from scorecard.model.edits import Edit
from scorecard.model.records import Entry, KpiVersion, Node, Record
from scorecard.vocabulary import Direction, NodeKind, Status, Words
from tests.evaluation.boards import LATER, board, kpi, line, looking_at, measure, target

GOAL = Node("goal", None, NodeKind.GOAL, Words("目標"))


def pair(first: str, second: str) -> list[Record]:
    """Two KPIs `K` and `L` over `m` and `n` with these targets, below a goal."""
    return [
        GOAL,
        measure("m"),
        measure("n"),
        kpi("m"),
        kpi("n", name="L"),
        target(first),
        target(second, name="L"),
        line("k", parent="goal"),
        line("l", parent="goal", name="L"),
    ]


def test_a_stale_line_keeps_its_last_value_and_its_parent_does_not_count_it() -> None:
    there = board(pair(">=10", ">=10"), {"m": {"2025-04": 5}, "n": {"2025-05": 10}})

    seen = looking_at(there, "2025-05", today=date(2025, 6, 11))

    stale = seen.line("k")
    assert (stale.stale, stale.status) == (True, Status.RED)
    assert stale.cell is not None
    assert stale.cell.period.code == "2025-04"
    parent = seen.line("goal")
    assert (parent.score, parent.coverage, parent.worst) == (100, 0.5, Status.RED)


def test_what_somebody_said_there_is_none_of_is_missing_and_not_stale() -> None:
    there = board(
        pair(">=10", ">=10"), {"m": {"2025-04": 5, "2025-05": None}, "n": {"2025-05": 10}}
    )

    seen = looking_at(there, "2025-05").line("k")

    assert (seen.stale, seen.status, seen.reason) == (False, Status.GREY, "no_data")


def test_a_value_is_fresh_until_the_next_one_is_due() -> None:
    there = board(pair(">=10", ">=10"), {"m": {"2025-04": 5}, "n": {"2025-05": 10}})

    seen = looking_at(there, "2025-05", today=date(2025, 6, 10)).line("k")

    assert (seen.stale, seen.reason) == (False, "not_due")


def test_a_red_key_kpi_keeps_its_parents_from_green() -> None:
    records = [
        replace(record, star=True) if isinstance(record, Node) and record.id == "k" else record
        for record in pair(">=10", ">=10")
    ]
    heavy = [
        replace(record, weight=9.0) if isinstance(record, Node) and record.id == "l" else record
        for record in records
    ]
    there = board(heavy, {"m": {"2025-05": 7.5}, "n": {"2025-05": 10}})

    parent = looking_at(there, "2025-05").line("goal")

    assert (parent.score, parent.status, parent.capped) == (93.75, Status.AMBER, True)


def test_a_parent_says_how_its_score_changed() -> None:
    there = board(
        pair(">=10", ">=10"),
        {"m": {"2025-04": 9, "2025-05": 10}, "n": {"2025-04": 10, "2025-05": 10}},
    )

    change = looking_at(there, "2025-05").line("goal").previous

    assert change is not None
    assert (change.absolute, change.better) == (20, True)


def test_a_kpi_without_target_is_no_part_of_the_score() -> None:
    there = board(
        [
            *pair(">=10", ">=10"),
            kpi("m", Direction.NONE, name="I"),
            line("i", parent="goal", name="I"),
        ],
        {"m": {"2025-05": 10}, "n": {"2025-05": 10}},
    )

    seen = looking_at(there, "2025-05")

    assert seen.line("i").status is Status.BLUE
    assert seen.line("goal").coverage == 1


def test_no_change_is_said_across_a_change_of_definition() -> None:
    later = kpi("n", version="v2", effective="2025-05")
    there = board([*pair(">=10", ">=10"), later], {"m": {"2025-04": 9}, "n": {"2025-05": 10}})

    change = looking_at(there, "2025-05").line("k").previous
    assert change is not None
    assert (change.absolute, change.reason) == (None, "definition_changed")


def test_an_edit_works_out_anew_only_what_it_touches() -> None:
    there = board(pair(">=10", ">=10"), {"m": {"2025-05": 10}, "n": {"2025-05": 10}})
    before = looking_at(there, "2025-05")
    before.lines()
    edit = Edit(Entry("m", "co", "2025-05", 10), Entry("m", "co", "2025-05", 5))

    after = before.after(there.after([edit]), [edit])

    assert after.cell("L", "co") is before.cell("L", "co")
    assert after.cell("K", "co") is not before.cell("K", "co")
    assert after.line("l") is before.line("l")
    assert after.line("k").status is Status.RED
    anew = of(after.board, after.view, LATER).lines()
    assert [replace(each, edition=0) for each in after.lines()] == list(anew)


def test_a_line_is_another_when_only_its_change_is() -> None:
    there = board(pair(">=10", ">=10"), {"m": {"2025-04": 8, "2025-05": 10}, "n": {"2025-05": 10}})
    before = looking_at(there, "2025-05")
    shown = {each.node.id: each for each in before.lines()}
    edit = Edit(Entry("m", "co", "2025-04", 8), Entry("m", "co", "2025-04", 9))

    after = before.after(there.after([edit]), [edit])

    assert after.line("k") != shown["k"]
    assert after.line("l") == shown["l"]


def test_a_new_definition_reaches_the_kpis_that_name_it() -> None:
    there = board([*pair(">=10", ">=10"), kpi("K + 1", name="M")], {"m": {"2025-05": 10}})
    before = looking_at(there, "2025-05")
    assert before.cell("M", "co").value == 11
    old: KpiVersion = there.versions["K"][0]
    edit = Edit(old, replace(old, formula="m × 2"))

    after = before.after(there.after([edit]), [edit])

    assert after.cell("M", "co").value == 21


def test_a_formula_that_lacked_a_kpi_finds_it_when_it_is_added() -> None:
    there = board([measure("m"), kpi("L + 1")], {"m": {"2025-05": 10}})
    before = looking_at(there, "2025-05")
    assert before.cell("K", "co").reason == "formula_unknown_name"
    edit = Edit(None, kpi("m", name="L"))

    after = before.after(there.after([edit]), [edit])

    assert after.cell("K", "co").value == 11
