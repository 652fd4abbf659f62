"""What is wrong with a target, alone and beside the limits of its KPI (R-COLOUR-3)."""

from collections.abc import Iterator
from datetime import date

from scorecard.board import Board
from scorecard.check.fault import Fault, fault
from scorecard.model.records import KpiVersion, Target
from scorecard.period import first_day
from scorecard.period_code import kind_of
from scorecard.scoring import Criterion, Limits, faults, limits
from scorecard.target import Aim, read_aim
from scorecard.trouble import Refused
from scorecard.vocabulary import Direction


def target_faults(board: Board, target: Target) -> Iterator[Fault]:
    """Every fault of a target but an unknown KPI or unit."""
    if kind_of(target.start) is None:
        yield fault(target, "from", "no_such_period", period=target.start)
        return
    aim = aim_of(target.value)
    if aim is None:
        yield fault(target, "value", "bad_aim", value=target.value[:60])
        return
    if aim.measure and not board.names.get(aim.measure, "").startswith("measure:"):
        yield fault(target, "value", "unknown_measure", id=aim.measure, near="–")
    version = board.version(target.kpi, first_day(target.start, board.settings.calendar))
    if version is None:
        return
    if {aim.kind, version.direction} == {Direction.HIGHER, Direction.LOWER}:
        facts = {"value": target.value, "direction": version.direction.value}
        yield fault(target, "value", "aim_against_direction", **facts)
        return
    for judging in _judging(board, target):
        if _same_size(judging, target) and not in_order(judging, aim):
            yield fault(target, "value", "threshold_order", **_texts(judging, target.value))
            return


def version_order(board: Board, version: KpiVersion) -> Iterator[Fault]:
    """The fault of limits in the wrong order, among themselves or against a target that is
    judged by this version on any day."""
    aims = [("", None), *_judged_by(board, version)]
    for text, aim in aims:
        if not in_order(version, aim):
            yield fault(version, "thresholds", "threshold_order", **_texts(version, text))
            return


def aim_of(text: str) -> Aim | None:
    """What a target or limit text says; None where it says nothing."""
    try:
        return read_aim(text)
    except Refused:
        return None


def limits_of(version: KpiVersion, target: Aim) -> Limits | None:
    """The limits of one of the KPI's own periods under `target`, typed or derived; None where
    they are in the wrong order."""
    green, amber = aim_of(version.green), aim_of(version.amber)
    criterion = _criterion(version, target, green, amber)
    return None if faults(criterion) is not None else limits(criterion)


def in_order(version: KpiVersion, target: Aim | None) -> bool:
    """Whether the typed limits of `version` stand in the order of R-COLOUR-3 with `target`."""
    green = aim_of(version.green) if version.green else None
    amber = aim_of(version.amber) if version.amber else None
    return faults(_criterion(version, target or green, green, amber)) is None


def _criterion(
    version: KpiVersion, target: Aim | None, green: Aim | None, amber: Aim | None
) -> Criterion:
    return Criterion(
        version.direction,
        target=target.value if target else None,
        low=target.low if target else None,
        high=target.high if target else None,
        green=green.value if green else None,
        amber=amber.value if amber else None,
        green_low=green.low if green else None,
        green_high=green.high if green else None,
        amber_low=amber.low if amber else None,
        amber_high=amber.high if amber else None,
        baseline=version.baseline,
        ceiling=version.high_bound,
        better=version.better,
    )


def _judged_by(board: Board, version: KpiVersion) -> Iterator[tuple[str, Aim | None]]:
    """The targets that hold on a day on which `version` counts."""
    for (kpi, _), targets in board.targets.items():
        for target in targets if kpi == version.kpi else ():
            if _same_size(version, target) and _meet(board, version, target):
                yield target.value, aim_of(target.value)


def _judging(board: Board, target: Target) -> Iterator[KpiVersion]:
    """The versions that count on a day on which `target` holds."""
    return (v for v in board.versions.get(target.kpi, ()) if _meet(board, v, target))


def _meet(board: Board, version: KpiVersion, target: Target) -> bool:
    """Whether there is a day on which both hold: each does until the next one of its kind."""
    calendar = board.settings.calendar
    versions = board.versions[version.kpi]
    starts = [first_day(v.effective, calendar) for v in versions]
    targets = board.targets[target.kpi, target.org]
    begins = [first_day(t.start, calendar) for t in targets]
    place, turn = versions.index(version), targets.index(target)
    # Before the first version the first one counts; before the first target there is none.
    first = max(starts[place] if place else date.min, begins[turn])
    ends = (*starts[place + 1 : place + 2], *begins[turn + 1 : turn + 2], date.max)
    return first < min(ends)


def _same_size(version: KpiVersion, target: Target) -> bool:
    """Whether target and limits are for periods of one length, so that they can be compared."""
    return target.basis in (None, version.frequency)


def _texts(version: KpiVersion, target: str) -> dict[str, str]:
    shown = {"target": target, "green": version.green, "amber": version.amber}
    return {name: text or "–" for name, text in shown.items()}
