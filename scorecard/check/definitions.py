"""What is wrong with a KPI's definition, its formula apart."""

from collections.abc import Iterator
from math import isfinite

from scorecard.board import Board
from scorecard.check.fault import Fault, fault
from scorecard.check.targets import aim_of, version_order
from scorecard.model.records import KpiVersion
from scorecard.period_code import kind_of
from scorecard.vocabulary import Direction, Frequency

ATTAINMENTS = ("", "two_minus", "target_over_actual")
WINDOWS = ("", "period", "trailing_12m")
MOST_DECIMALS = 10


def version_faults(board: Board, version: KpiVersion) -> Iterator[Fault]:
    """Every fault of a definition but those of its formula."""
    if kind_of(version.effective) is None:
        yield fault(version, "effective", "no_such_period", period=version.effective)
    if version.decimals is not None and not 0 <= version.decimals <= MOST_DECIMALS:
        allowed = f"0…{MOST_DECIMALS}"
        yield _choice(version, "decimals", str(version.decimals), allowed)
    if version.attainment not in ATTAINMENTS:
        yield _choice(version, "attainment", version.attainment, " / ".join(ATTAINMENTS[1:]))
    if version.window not in WINDOWS:
        yield _choice(version, "window", version.window, " / ".join(WINDOWS[1:]))
    if version.better not in (None, Direction.HIGHER, Direction.LOWER):
        yield _choice(version, "better", str(version.better), "higher / lower")
    if version.planned and kind_of(version.planned) is not Frequency.DAY:
        yield fault(version, "planned", "not_a_day", value=version.planned)
    yield from _bounds(version)
    yield from _thresholds(board, version)


def _choice(version: KpiVersion, field: str, value: str, allowed: str) -> Fault:
    return fault(version, field, "not_a_choice", value=value, allowed=allowed)


def _bounds(version: KpiVersion) -> Iterator[Fault]:
    low, high = version.low_bound, version.high_bound
    numbers = [number for number in (low, high, version.baseline) if number is not None]
    wrong_way = low is not None and high is not None and low >= high
    if wrong_way or not all(isfinite(number) for number in numbers):
        yield fault(version, "bounds", "bounds_order", low=str(low), high=str(high))


def _thresholds(board: Board, version: KpiVersion) -> Iterator[Fault]:
    texts = {"thresholds.green": version.green, "thresholds.amber": version.amber}
    wrong = {field: text for field, text in texts.items() if text and aim_of(text) is None}
    for field, text in wrong.items():
        yield fault(version, field, "bad_aim", value=text[:60])
    if not wrong:
        yield from version_order(board, version)
