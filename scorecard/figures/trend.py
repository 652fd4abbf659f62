"""The course of a KPI over its own periods, with what it was judged by."""

from collections.abc import Iterable, Iterator
from math import isnan

from scorecard import scoring
from scorecard.board import Place
from scorecard.evaluation import Cell, Evaluation, View
from scorecard.evaluation.project import is_project
from scorecard.evaluation.view import grain
from scorecard.figures import Band, Limits, Point, Trend
from scorecard.figures.variation import Variation, variation
from scorecard.model.records import KpiVersion
from scorecard.period import Period
from scorecard.scoring import Criterion, Side, limits
from scorecard.vocabulary import Direction, Frequency, Status, Words


def trend(evaluation: Evaluation, kpi: str, org: str, count: int = 25) -> Trend:
    """The last `count` of the KPI's own periods up to the view, oldest first.

    Limits and signals are those of `variation`, however many periods are shown. Raises KeyError
    where there is no such KPI.
    """
    cells = history(evaluation, kpi, org, count)
    notes = _comments(evaluation, kpi, org)
    newest, measured = cells[-1], variation(evaluation, kpi, org)
    # Both end with the view; what is measured may begin before what is shown, or after it.
    moved = len(cells) - len(measured.cells)
    return Trend(
        points=tuple(_point(cell, notes) for cell in cells),
        unit=newest.version.unit,
        decimals=newest.version.decimals,
        bands=bands(newest.criterion),
        limits=tuple(_limits(measured, moved)),
        signals={
            signal.position + moved: signal.rule.name.lower()
            for signal in measured.chart.signals
            if signal.position + moved >= 0
        },
        naming=evaluation.board.settings.naming,
    )


def history(evaluation: Evaluation, kpi: str, org: str, count: int) -> tuple[Cell, ...]:
    """The cells of the KPI's last `count` own periods up to the view, oldest first; of a project,
    which has no trend, the only one."""
    version, _ = evaluation.valuation.definitions.in_force(kpi, evaluation.view)
    if is_project(version):
        return (evaluation.cell(kpi, org),)
    kind, numbers = _periods(evaluation, version, count)
    return tuple(evaluation.cell(kpi, org, View(Period(kind, number))) for number in numbers)


def spark(
    evaluation: Evaluation, kpi: str, org: str, count: int = 13
) -> tuple[tuple[float | None, ...], tuple[float | None, ...]]:
    """The values and the targets of the last own periods, None where there is none."""
    cells = history(evaluation, kpi, org, count)
    values = tuple(cell.value if isinstance(cell.value, float) else None for cell in cells)
    return values, tuple(_target(cell.criterion) for cell in cells)


def sparks(
    evaluation: Evaluation, nodes: Iterable[str], count: int = 13
) -> dict[str, tuple[tuple[float | None, ...], tuple[float | None, ...]]]:
    """What `spark` says for each KPI line among `nodes`, by node, worked out together.

    Loads numpy, so not for before the first paint. Other nodes, and projects, are left out.
    """
    from scorecard.evaluation.courses import courses

    found = {}
    for (kind, numbers), group in _by_periods(evaluation, nodes, count).items():
        places = [place for _, place in group]
        drawn = courses(evaluation.valuation, places, kind, numbers)
        rows = zip(drawn.values.tolist(), drawn.targets.tolist(), strict=True)
        for (node, _), (values, targets) in zip(group, rows, strict=True):
            found[node] = tuple(map(_or_none, values)), tuple(map(_or_none, targets))
    return found


def bands(criterion: Criterion | None) -> tuple[Band, ...]:
    """The stretches of values that are red, amber and green, from low to high."""
    return bands_of(limits(criterion)) if criterion is not None else ()


def bands_of(used: scoring.Limits) -> tuple[Band, ...]:
    """The same by the limits in use."""
    low, high = used
    found: list[Band] = []
    if low is not None:
        found += _rising(low, None if high is None else high.green)
    if high is not None:
        found += _falling(high, None if low is None else low.green)
    return tuple(dict.fromkeys(found))


def _rising(side: Side, top: float | None) -> list[Band]:
    found = [Band(Status.RED, None, side.amber)]
    if side.amber < side.green:
        found.append(Band(Status.AMBER, side.amber, side.green))
    return [*found, Band(Status.GREEN, side.green, top)]


def _falling(side: Side, bottom: float | None) -> list[Band]:
    found = [Band(Status.GREEN, bottom, side.green)]
    if side.green < side.amber:
        found.append(Band(Status.AMBER, side.green, side.amber))
    return [*found, Band(Status.RED, side.amber, None)]


def _point(cell: Cell, notes: dict[str, Words]) -> Point:
    criterion = cell.criterion
    is_range = criterion is not None and criterion.direction is Direction.RANGE
    return Point(
        period=cell.period,
        value=cell.value,
        status=cell.status,
        target=_target(criterion),
        low=criterion.low if criterion is not None and is_range else None,
        high=criterion.high if criterion is not None and is_range else None,
        partial=cell.partial,
        comment=notes.get(cell.period.code),
    )


def _target(criterion: Criterion | None) -> float | None:
    if criterion is None:
        return None
    return 0.0 if criterion.direction is Direction.ZERO else criterion.target


def _by_periods(
    evaluation: Evaluation, nodes: Iterable[str], count: int
) -> dict[tuple[Frequency, range], list[tuple[str, Place]]]:
    """KPI lines by the periods that `history` gives of them."""
    board, groups = evaluation.board, dict[tuple[Frequency, range], list[tuple[str, Place]]]()
    for node_id in nodes:
        node = board.nodes[node_id]
        if node.kpi in board.versions:
            place = (node.kpi or "", node.org or "")
            version, _ = evaluation.valuation.definitions.in_force(place[0], evaluation.view)
            if is_project(version):
                continue
            periods = _periods(evaluation, version, count)
            groups.setdefault(periods, []).append((node_id, place))
    return groups


def _periods(evaluation: Evaluation, version: KpiVersion, count: int) -> tuple[Frequency, range]:
    """The last `count` of a KPI's own periods up to the view."""
    calendar = evaluation.board.settings.calendar
    kind = grain(version.frequency)
    last = calendar.containing(evaluation.view.last_day(calendar), kind).number
    return kind, range(last - count + 1, last + 1)


def _or_none(number: float) -> float | None:
    return None if isnan(number) else number


def _comments(evaluation: Evaluation, kpi: str, org: str) -> dict[str, Words]:
    comments = evaluation.board.comments.values()
    return {each.period: each.text for each in comments if (each.kpi, each.org) == (kpi, org)}


def _limits(measured: Variation, moved: int) -> Iterator[Limits]:
    """The limits of each segment in sight; its positions count from `moved`."""
    for segment in measured.chart.segments:
        last = segment.end - 1 + moved
        if last < 0 or segment.lower is None or segment.mean is None or segment.upper is None:
            continue
        first = max(segment.start + moved, 0)
        yield Limits(first, last, segment.lower, segment.mean, segment.upper)
