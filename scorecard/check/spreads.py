"""What is worth saying about targets that are spread over the parts of their period."""

from collections.abc import Iterator
from fractions import Fraction

from scorecard.board import Board
from scorecard.check.formulas import resolved
from scorecard.check.targets import aim_of
from scorecard.formula.growth import Growth, growth
from scorecard.formula.mistake import FormulaError
from scorecard.model.records import KpiVersion, Target
from scorecard.number import exact, plain, told
from scorecard.period import MONTHS, first_day
from scorecard.period_code import LENGTHS, entered_by
from scorecard.trouble import Level, Trouble
from scorecard.vocabulary import ADDITIVE


def spread_findings(board: Board) -> Iterator[Trouble]:
    """For each spread target that it changes nothing, that it has not as many typed parts as its
    period, or that these do not add up to it (R-TARGET-7)."""
    for targets in board.targets.values():
        for target in targets:
            if target.spread is not None:
                yield from _about(board, target)


def _about(board: Board, target: Target) -> Iterator[Trouble]:
    where = " ".join(("target", *target.key))
    day = first_day(target.start, board.settings.calendar)
    version = board.version(target.kpi, day)
    if version is None or not _is_spread(board, version, target):
        yield Trouble("spread_unused", where, {}, Level.NOTE)
        return
    aim = aim_of(target.value)
    if not isinstance(target.spread, tuple) or target.basis is None:
        return
    calendar = board.settings.calendar
    whole = calendar.span(calendar.containing(day, target.basis))
    wanted = len(calendar.within(whole, entered_by(version.frequency)))
    if len(target.spread) != wanted or aim is None or aim.value is None:
        facts = {"parts": str(len(target.spread)), "wanted": str(wanted)}
        yield Trouble("spread_count", where, facts, Level.WARNING)
        return
    total = sum(map(exact, target.spread), Fraction(0))
    if total != exact(aim.value):
        numbers = {
            "total": aim.value,
            "sum": told(total),
            "difference": told(total - exact(aim.value)),
        }
        facts = {name: str(plain(number)) for name, number in numbers.items()}
        yield Trouble("spread_difference", where, facts, Level.WARNING)


def _is_spread(board: Board, version: KpiVersion, target: Target) -> bool:
    """Whether the target is for a longer period than the KPI's own, and its number grows."""
    longer = target.basis in MONTHS and LENGTHS.index(target.basis) > LENGTHS.index(
        version.frequency
    )
    return longer and version.window != "trailing_12m" and _grows(board, version)


def _grows(board: Board, version: KpiVersion, seen: frozenset[str] = frozenset()) -> bool:
    if version.kpi in seen:
        return False
    try:
        tree = resolved(version, board)
    except FormulaError:
        return False

    def adds_up(name: str) -> bool:
        kind, _, own_id = name.partition(":")
        if kind == "kpi":
            return _grows(board, board.latest(own_id), seen | {version.kpi})
        return board.measures[own_id].over_time in ADDITIVE

    return growth(tree, adds_up) in {Growth.VIEW, Growth.YEAR}
