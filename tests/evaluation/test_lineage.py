"""What feeds a KPI, and what uses a KPI or a measure."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard.board import Board
from scorecard.evaluation.lineage import Lineage, Ways
from scorecard.vocabulary import Method
from tests.evaluation.boards import board, kpi, line, measure, target

DAY = date(2025, 5, 31)


def family() -> Board:
    """Gross over revenue and cost, weighed by heads; a rate over gross; a budget."""
    cost = replace(measure("cost", time=Method.WEIGHTED), weight="heads")
    return board(
        [
            *(measure(name) for name in ("revenue", "heads", "planned", "alone")),
            cost,
            kpi("revenue - cost", name="gross"),
            kpi("gross / revenue", name="rate"),
            target("budget:planned", name="rate"),
            line("n", name="rate"),
        ],
        {},
    )


def lineage(thing: str) -> Lineage:
    return Ways(family(), DAY).lineage(thing)


def test_a_kpi_is_fed_by_kpis_measures_weights_and_its_budget_the_nearest_first() -> None:
    assert [(link.kind, link.id, link.direct) for link in lineage("kpi:rate").feeds] == [
        ("kpi", "gross", True),
        ("measure", "revenue", True),
        ("measure", "planned", True),
        ("measure", "cost", False),
        ("measure", "heads", False),
    ]


def test_a_measure_is_used_by_all_that_it_reaches_up_to_the_tree() -> None:
    assert [(link.kind, link.id, link.direct) for link in lineage("measure:heads").used_by] == [
        ("measure", "cost", True),
        ("kpi", "gross", False),
        ("kpi", "rate", False),
    ]


def test_a_kpi_is_used_by_the_lines_that_show_it() -> None:
    assert [(link.kind, link.id) for link in lineage("kpi:rate").used_by] == [("line", "n")]


def test_a_measure_that_nothing_names_is_used_by_nothing() -> None:
    assert lineage("measure:alone") == ((), ())


def test_the_definition_in_force_on_the_day_counts() -> None:
    there = board(
        [
            measure("old"),
            measure("new"),
            kpi("old", version="v1", effective="2000-01"),
            kpi("new", version="v2", effective="2025-06"),
        ],
        {},
    )

    before, after = (Ways(there, day).lineage("kpi:K").feeds for day in (DAY, date(2025, 6, 1)))

    assert ([link.id for link in before], [link.id for link in after]) == (["old"], ["new"])


KPIS = tuple("ABCDE")


@settings(deadline=None)
@given(st.lists(st.sets(st.sampled_from("abc")), min_size=5, max_size=5), st.data())
def test_what_feeds_a_thing_is_used_by_it_and_the_other_way_round(
    measures: list[set[str]], data: st.DataObject
) -> None:
    names = {}
    for at, name in enumerate(KPIS):  # only earlier ones, so that nothing runs in a circle
        earlier = data.draw(st.sets(st.sampled_from(KPIS[:at]))) if at else set()
        names[name] = sorted(measures[at] | earlier) or ["a"]
    records = [kpi(" + ".join(said), name=name) for name, said in names.items()]
    ways = Ways(board([*map(measure, "abc"), *records], {}), DAY)
    things = [*(f"measure:{m}" for m in "abc"), *(f"kpi:{k}" for k in KPIS)]

    feeds = {(f"{link.kind}:{link.id}", it) for it in things for link in ways.lineage(it).feeds}
    uses = {(it, f"{link.kind}:{link.id}") for it in things for link in ways.lineage(it).used_by}

    assert feeds == uses
