"""The lineage of a KPI in layers, from its sources to the screen."""

from dataclasses import replace
from datetime import date

from scorecard.board import Board
from scorecard.evaluation.lineage import Ways
from scorecard.figures.lineage_graph import Kind, LineageGraph, Stop, kpis_beside, lineage_graph
from scorecard.model.records import Record
from scorecard.vocabulary import Words
from tests.evaluation.boards import board, kpi, line, measure

DAY = date(2025, 5, 31)
SAP = Words("ERP - SAP SD", "SAP SD")


def family(*more: Record) -> Board:
    """Gross over revenue, from SAP, and cost; a rate over gross, on a dashboard, in the tree."""
    sold = replace(measure("revenue"), source=SAP, table_name="ORDERS")
    rate = replace(kpi("gross / revenue", name="rate"), dashboards=("strategy",))
    return board(
        [
            sold,
            replace(measure("cost"), table_name="COGS"),
            kpi("revenue - cost", name="gross"),
            rate,
            line("n", name="rate"),
            *more,
        ],
        {},
    )


def graph(name: str, *more: Record) -> LineageGraph:
    there = family(*more)
    return lineage_graph(Ways(there, DAY), there.latest(name))


def layers(found: LineageGraph) -> list[tuple[Kind, list[str]]]:
    return [(layer.kind, [stop.id for stop in layer.stops]) for layer in found.layers]


def test_the_way_leads_from_the_sources_to_the_screen() -> None:
    found = layers(graph("rate"))

    assert [kind for kind, _ in found] == [
        Kind.SOURCE,
        Kind.TABLE,
        Kind.MEASURE,
        Kind.FEEDING,
        Kind.KPI,
        Kind.LINE,
    ]
    assert dict(found)[Kind.TABLE] == ["ORDERS", "COGS"]
    assert dict(found)[Kind.MEASURE] == ["revenue", "cost"]
    assert dict(found)[Kind.LINE] == ["n", "strategy"]


def test_each_link_leads_nearer_to_the_screen() -> None:
    found = graph("rate")
    place = {s.key: at for at, layer in enumerate(found.layers) for s in layer.stops}

    assert ("table:ORDERS", "measure:revenue") in found.links
    assert ("measure:cost", "kpi:gross") in found.links
    assert ("kpi:gross", "kpi:rate") in found.links
    assert ("kpi:rate", "dashboard:strategy") in found.links
    assert all(place[start] < place[end] for start, end in found.links)


def test_what_uses_a_kpi_stands_between_it_and_the_screen() -> None:
    assert (Kind.USING, ["rate"]) in layers(graph("gross"))


def test_a_measure_without_a_source_begins_at_its_table() -> None:
    assert graph("rate").before("table:COGS") == ()
    assert graph("rate").before("table:ORDERS") == ("source:ERP - SAP SD",)


def test_the_definition_says_the_source_where_no_measure_does() -> None:
    direct = replace(kpi("heads", name="people"), source=Words("HR"), table_name="STAFF")

    found = graph("people", measure("heads"), direct)

    assert ("source:HR", "table:STAFF") in found.links
    assert ("table:STAFF", "kpi:people") in found.links


def test_the_chain_of_a_stop_is_every_way_through_it() -> None:
    chain = graph("rate").chain("measure:cost")

    assert ("table:COGS", "measure:cost") in chain
    assert ("kpi:gross", "kpi:rate") in chain
    assert ("measure:revenue", "kpi:rate") not in chain


def test_what_is_too_much_of_a_layer_is_counted_and_its_links_stay() -> None:
    found = graph("rate", *(line(f"n{at}", name="rate") for at in range(20)))

    stops = next(layer.stops for layer in found.layers if layer.kind is Kind.LINE)
    assert len(stops) == 9
    assert (stops[-1].kind, stops[-1].id) == (Kind.MORE, "14")
    assert ("kpi:rate", stops[-1].key) in found.links


def test_the_kpis_on_a_dashboard_and_from_a_source_are_found() -> None:
    there = family()
    ways = Ways(there, DAY)

    def beside(kind: Kind, name: str) -> tuple[str, ...]:
        return kpis_beside(ways, Stop("", kind, name, Words()))

    assert beside(Kind.DASHBOARD, "strategy") == ("rate",)
    assert beside(Kind.SOURCE, "SAP SD") == ("gross", "rate")
    assert beside(Kind.TABLE, "COGS") == ("gross", "rate")
    assert beside(Kind.TABLE, "nothing") == ()
