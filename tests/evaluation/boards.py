"""Small boards to evaluate, said in few words."""

from collections.abc import Iterable, Mapping
from datetime import date

from scorecard.board import Board, assembled
from scorecard.evaluation import Evaluation, View, of
from scorecard.evaluation.line import Cell
from scorecard.model.records import (
    KpiVersion,
    Measure,
    Node,
    Org,
    Record,
    Setting,
    Target,
)
from scorecard.period import Period
from scorecard.vocabulary import Direction, Frequency, Method, NodeKind, Words

LATER = date(2030, 1, 1)
COMPANY = Org("co", Words("公司", "Company"))


def measure(
    name: str,
    *,
    frequency: Frequency = Frequency.MONTH,
    time: Method = Method.SUM,
    org: Method = Method.SUM,
    weight: str | None = None,
) -> Measure:
    """A measure called `name` in every language."""
    return Measure(name, Words(name, name), "", frequency, time, org, weight)


def kpi(
    formula: str,
    direction: Direction = Direction.HIGHER,
    *,
    name: str = "K",
    frequency: Frequency = Frequency.MONTH,
    **fields: object,
) -> KpiVersion:
    """The first version of a KPI."""
    known: dict[str, object] = {"version": "v1", "effective": "2000-01", **fields}
    return KpiVersion(
        kpi=name,
        name=Words(name, name),
        formula=formula,
        frequency=frequency,
        direction=direction,
        **known,  # type: ignore[arg-type]  # fields by name
    )


def target(
    value: str,
    *,
    name: str = "K",
    org: str = "co",
    start: str = "2000-01",
    basis: Frequency | None = None,
) -> Target:
    """A target from a date on."""
    return Target(name, org, start, value, basis)


def line(node: str, *, parent: str | None = None, name: str = "K", org: str = "co") -> Node:
    """A KPI line."""
    return Node(node, parent, NodeKind.KPI, kpi=name, org=org)


def board(
    records: Iterable[Record],
    entries: Mapping[str, Mapping[str, float | None]],
    fiscal_start: int = 1,
) -> Board:
    """A board with the company; `entries` by `measure` or `measure@org`, then by period."""
    series = {}
    for place, values in entries.items():
        name, _, org = place.partition("@")
        series[name, org or "co"] = {Period.parse(p).number: v for p, v in values.items()}
    start = Setting("fiscal_start", fiscal_start)
    return assembled([start, COMPANY, *records], series)


def looking_at(there: Board, code: str, *, upto: bool = False, today: date = LATER) -> Evaluation:
    """The evaluation of a period."""
    return of(there, View(Period.parse(code), upto), today)


def cell(there: Board, code: str, *, upto: bool = False, today: date = LATER) -> Cell:
    """The KPI `K` at the company in a period."""
    return looking_at(there, code, upto=upto, today=today).cell("K", "co")
