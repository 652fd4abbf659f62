"""Made-up documents of known size: always the same ones, from a seed."""

import random
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from scorecard.board import Board, Place, assembled
from scorecard.model.records import KpiVersion, Measure, Node, Org, Record, Target
from scorecard.period import Period
from scorecard.vocabulary import Direction, NodeKind, Words

SEED = 20260101
COMPANY = "co"
#: The newest month of every document.
LAST = Period.parse("2025-12")
GROUP, PERSPECTIVES = 25, 4
ABSENT, SECOND_TARGET, SECOND_VERSION = 0.04, 0.1, 0.03
#: How often each sort of formula occurs; each names its own measure and the next one.
FORMULAS = (
    ("{own} ÷ {next} × 100％", 50),
    ("{own}", 15),
    ("（{own} − {next}）÷ {next} × 100%", 12),
    ("{own} − {next}", 8),
    ("IF({next} = 0, {own}, {own} / {next})", 5),
    ("({own} - LY({own})) / LY({own}) × 100%", 5),
    ("ROLLAVG({own}, 3)", 5),
)
TARGETS = {
    Direction.HIGHER: (">={value}", 50),
    Direction.LOWER: ("<={value}", 30),
    Direction.RANGE: ("{value}..{more}", 8),
    Direction.EXACT: ("={value}", 2),
    Direction.ZERO: ("=0", 5),
    Direction.NONE: ("", 5),
}


class Size(NamedTuple):
    """How many KPIs over how many months; as many measures, and entries in each."""

    kpis: int
    months: int


SIZES = {"S": Size(200, 24), "M": Size(2_000, 60), "L": Size(10_000, 120)}


def board(size: Size) -> Board:
    """The document of a size as a board."""
    return assembled(records(size), series(size))


def months(size: Size) -> range:
    """The numbers of the months that have entries."""
    return range(LAST.number - size.months + 1, LAST.number + 1)


def places(size: Size) -> list[Place]:
    """Where the KPIs are measured."""
    return [(_kpi(number), COMPANY) for number in range(size.kpis)]


def records(size: Size) -> Iterator[Record]:
    """Everything but the entries."""
    luck = random.Random(SEED)
    yield Org(COMPANY, Words("公司", "Company"))
    for number in range(size.kpis):
        yield Measure(_measure(number), Words(f"數據 {number}", f"Measure {number}"), order=number)
    for number in range(size.kpis):
        yield from _kpi_records(number, size, luck)
    yield from _nodes(size)


def series(size: Size) -> dict[Place, dict[int, float | None]]:
    """The entries, by measure."""
    luck = random.Random(SEED + 1)
    return {
        (_measure(number), COMPANY): {
            month: round(luck.uniform(800, 1200), 1)
            for month in months(size)
            if luck.random() > ABSENT
        }
        for number in range(size.kpis)
    }


def _kpi_records(number: int, size: Size, luck: random.Random) -> Iterator[Record]:
    formula = luck.choices([text for text, _ in FORMULAS], [often for _, often in FORMULAS])[0]
    direction = luck.choices(list(TARGETS), [often for _, often in TARGETS.values()])[0]
    version = KpiVersion(
        _kpi(number),
        "v1",
        "2010-01",
        Words(f"指標 {number}", f"Indicator {number}"),
        formula=formula.format(own=_measure(number), next=_measure((number + 1) % size.kpis)),
        unit="%" if "100" in formula else "",
        direction=direction,
    )
    yield version
    middle = Period(LAST.kind, LAST.number - size.months // 2).code
    if luck.random() < SECOND_VERSION:
        yield replace(version, version="v2", effective=middle, formula=_measure(number))
    for start, share in (("2010-01", 0.95), (middle, 1.05)):
        if start != middle or luck.random() < SECOND_TARGET:
            yield from _targets(version, start, share * luck.uniform(0.9, 1.1))


def _targets(version: KpiVersion, start: str, share: float) -> Iterator[Target]:
    """A target that about half of the values reach."""
    near = {"%": 1.0, "": 1000.0}[version.unit] if "−" not in version.formula else 0.02
    text, _ = TARGETS[version.direction]
    if text:
        value = text.format(value=round(near * share, 3), more=round(near * share * 1.2, 3))
        yield Target(version.kpi, COMPANY, start, value)


def _nodes(size: Size) -> Iterator[Node]:
    for number in range(PERSPECTIVES):
        name = Words(f"構面 {number + 1}", f"Perspective {number + 1}")
        yield Node(f"p{number}", None, NodeKind.PERSPECTIVE, name, order=number)
    for number in range(-(-size.kpis // GROUP)):
        name = Words(f"主題 {number + 1}", f"Theme {number + 1}")
        parent = f"p{number % PERSPECTIVES}"
        yield Node(f"t{number}", parent, NodeKind.THEME, name, order=number)
    for number in range(size.kpis):
        parent = f"t{number // GROUP}"
        yield Node(f"n{number}", parent, NodeKind.KPI, kpi=_kpi(number), org=COMPANY, order=number)


def _kpi(number: int) -> str:
    return f"k{number:05}"


def _measure(number: int) -> str:
    return f"m{number:05}"
