"""The way of a KPI from its sources to the screen, as layers of stops and the links between."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from scorecard.board import Board
from scorecard.evaluation.lineage import Ways
from scorecard.model.records import KpiVersion
from scorecard.vocabulary import Words

#: So many stops of a layer are shown one by one.
MOST = 9


class Kind(StrEnum):
    """What a stop is."""

    SOURCE = "source"
    TABLE = "table"
    MEASURE = "measure"
    FEEDING = "feeding"
    KPI = "kpi"
    USING = "using"
    LINE = "line"
    DASHBOARD = "dashboard"
    PARENT = "parent"
    MORE = "more"


class Stop(NamedTuple):
    """A place on the way; `id` is that of the measure, KPI or line, or the text of the source, the
    table or the dashboard. `name` is empty where it is the id."""

    key: str
    kind: Kind
    id: str
    name: Words


class Layer(NamedTuple):
    """Stops that are alike; `kind` says what the layer is called."""

    kind: Kind
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class LineageGraph:
    """`layers` from the sources to the screen; `links` lead from a stop to one nearer the screen;
    `focus` is the key of the KPI itself."""

    layers: tuple[Layer, ...]
    links: tuple[tuple[str, str], ...]
    focus: str

    def after(self, key: str) -> tuple[str, ...]:
        """The stops that a stop leads to."""
        return tuple(end for start, end in self.links if start == key)

    def before(self, key: str) -> tuple[str, ...]:
        """The stops that lead to a stop."""
        return tuple(start for start, end in self.links if end == key)

    def chain(self, key: str) -> frozenset[tuple[str, str]]:
        """Every link on a way through a stop."""
        up = {(start, end) for end in _walked(key, self.before) for start in self.before(end)}
        down = {(start, end) for start in _walked(key, self.after) for end in self.after(start)}
        return frozenset(up | down)


def lineage_graph(ways: Ways, version: KpiVersion) -> LineageGraph:
    """The graph of the KPI of `version`."""
    board, focus = ways.board, f"kpi:{version.kpi}"
    feeding, using = _depths(focus, ways.needs), _depths(focus, ways.users)
    things = [thing for thing in feeding if thing.startswith("measure:")]
    measured = [_stop(board, Kind.MEASURE, thing) for thing in things]
    links = [(need, user) for user in feeding for need in ways.needs(user)]
    links += [(need, user) for need in using for user in ways.users(need)]
    sources, tables, before = _origins(board, version, things, focus)
    shown, parents, after = _places(board, version, focus)
    layers = [
        Layer(Kind.SOURCE, sources),
        Layer(Kind.TABLE, tables),
        Layer(Kind.MEASURE, tuple(measured)),
        *reversed(list(_kpi_layers(board, Kind.FEEDING, feeding))),
        Layer(Kind.KPI, (_stop(board, Kind.KPI, focus),)),
        *_kpi_layers(board, Kind.USING, using),
        Layer(Kind.LINE, shown),
        Layer(Kind.PARENT, parents),
    ]
    return _cut([layer for layer in layers if layer.stops], [*before, *links, *after], focus)


def kpis_beside(ways: Ways, stop: Stop) -> tuple[str, ...]:
    """The KPIs on a dashboard, or that come from a source or a table, in the order of the
    document."""
    board = ways.board
    if stop.kind is Kind.DASHBOARD:
        return tuple(kpi for kpi in board.versions if stop.id in board.latest(kpi).dashboards)
    if stop.kind in {Kind.SOURCE, Kind.TABLE}:
        return tuple(kpi for kpi in board.versions if stop.id in _sources_of(ways, kpi))
    return ()


def _sources_of(ways: Ways, kpi: str) -> frozenset[str]:
    """The sources and tables that a KPI names, and those of its measures, in both languages."""
    board, version = ways.board, ways.board.latest(kpi)
    things = (thing.partition(":") for thing in _depths(f"kpi:{kpi}", ways.needs))
    measures = [board.measures[own_id] for kind, _, own_id in things if kind == "measure"]
    said = [*version.source, version.table_name]
    for measure in measures:
        said += [*measure.source, measure.table_name]
    return frozenset(text for text in said if text)


def _depths(start: str, step: Callable[[str], tuple[str, ...]]) -> dict[str, int]:
    """All that is reached from `start`, itself too, each with the length of its longest way."""
    depths, waiting = {start: 0}, [start]
    while waiting:
        thing = waiting.pop(0)
        for other in step(thing):
            # A way is no longer than there are things, even where definitions go in a circle.
            if depths.get(other, -1) <= depths[thing] <= len(depths):
                depths[other] = depths[thing] + 1
                waiting.append(other)
    return depths


def _kpi_layers(board: Board, kind: Kind, depths: Mapping[str, int]) -> Iterator[Layer]:
    """The KPIs at each distance from the one looked at, the nearest first."""
    kpis = {thing: depth for thing, depth in depths.items() if depth and thing[:4] == "kpi:"}
    for depth in sorted(set(kpis.values())):
        yield Layer(kind, tuple(_stop(board, kind, t) for t, d in kpis.items() if d == depth))


def _origins(
    board: Board, version: KpiVersion, things: Iterable[str], focus: str
) -> tuple[tuple[Stop, ...], tuple[Stop, ...], list[tuple[str, str]]]:
    """Sources and tables of the measures, and of the definition where no measure says one."""
    measures = [(thing, board.measures[thing.partition(":")[2]]) for thing in things]
    said = [(thing, each.source, each.table_name) for thing, each in measures]
    if not any(any(source) or table for _, source, table in said):
        said = [(focus, version.source, version.table_name)]
    sources: dict[str, Stop] = {}
    tables: dict[str, Stop] = {}
    links: list[tuple[str, str]] = []
    for thing, source, table in said:
        way = [thing]
        if table:
            stop = Stop(f"table:{table}", Kind.TABLE, table, Words())
            tables[stop.key] = stop
            way.insert(0, stop.key)
        if any(source):
            name = source.zh_TW or source.en
            stop = Stop(f"source:{name}", Kind.SOURCE, name, source)
            sources[stop.key] = stop
            way.insert(0, stop.key)
        links += pairwise(way)
    return tuple(sources.values()), tuple(tables.values()), links


def _places(
    board: Board, version: KpiVersion, focus: str
) -> tuple[tuple[Stop, ...], tuple[Stop, ...], list[tuple[str, str]]]:
    """Where the KPI is seen: its lines and dashboards, and what stands above the lines."""
    lines = [node for node in board.nodes.values() if node.kpi == version.kpi]
    shown = [
        Stop(f"line:{node.id}", Kind.LINE, node.id, _unit(board, node.org or "")) for node in lines
    ]
    shown += [
        Stop(f"dashboard:{name}", Kind.DASHBOARD, name, Words()) for name in version.dashboards
    ]
    links = [(focus, stop.key) for stop in shown]
    parents: dict[str, Stop] = {}
    for node in lines:
        above = board.nodes.get(node.parent or "")
        if above is not None:
            key = f"line:{above.id}"
            parents[key] = Stop(key, Kind.PARENT, above.id, board.name_of(above))
            links.append((f"line:{node.id}", key))
    return tuple(shown), tuple(parents.values()), links


def _stop(board: Board, kind: Kind, thing: str) -> Stop:
    own_id = thing.partition(":")[2]
    name = board.measures[own_id].name if kind is Kind.MEASURE else board.latest(own_id).name
    return Stop(thing, kind, own_id, name)


def _unit(board: Board, org: str) -> Words:
    unit = board.orgs.get(org)
    return unit.name if unit is not None else Words()


def _cut(layers: list[Layer], links: list[tuple[str, str]], focus: str) -> LineageGraph:
    """With what is too much of a layer as one stop that counts it."""
    stands: dict[str, str] = {}
    shown: list[Layer] = []
    for at, (kind, stops) in enumerate(layers):
        one_by_one = stops if len(stops) <= MOST else stops[: MOST - 1]
        rest = stops[len(one_by_one) :]
        more = Stop(f"more:{at}", Kind.MORE, str(len(rest)), Words())
        stands |= {stop.key: stop.key for stop in one_by_one}
        stands |= {stop.key: more.key for stop in rest}
        shown.append(Layer(kind, (*one_by_one, more) if rest else one_by_one))
    kept = ((stands.get(a), stands.get(b)) for a, b in links)
    whole = dict.fromkeys((a, b) for a, b in kept if a is not None and b is not None and a != b)
    return LineageGraph(tuple(shown), tuple(whole), focus)


def _walked(start: str, step: Callable[[str], tuple[str, ...]]) -> list[str]:
    """A stop and all that is reached from it."""
    reached = [start]
    for thing in reached:  # grows while it is walked
        reached += [other for other in dict.fromkeys(step(thing)) if other not in reached]
    return reached
