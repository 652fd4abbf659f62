"""Which measure is a part of which: told by KPIs that are a share of the one in the other."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from scorecard.board import Board
from scorecard.check.formulas import resolved
from scorecard.entry_text import entry_shown
from scorecard.formula.mistake import FormulaError
from scorecard.formula.ratio import ratio_of
from scorecard.formula.tree import Name, Tree
from scorecard.model.records import KpiVersion
from scorecard.period import Period
from scorecard.slips.slip import Kind, Slip
from scorecard.text import Said
from scorecard.vocabulary import Words

_SHARE, _FEWEST, _MEASURE = "%", 6, "measure:"
Limits = tuple[float | None, float | None]


class Share(NamedTuple):
    """A KPI that divides `part` by `whole`, both measures; `never_more` where it says itself that
    it is 100 % at most."""

    kpi: str
    part: str
    whole: str
    never_more: bool


def shares(board: Board) -> tuple[Share, ...]:
    """The KPIs of a board that are a share of one measure in another, as they are now."""
    return tuple(found for version in _newest(board) for found in _share(board, version))


def limits(board: Board) -> Mapping[str, Limits]:
    """What a measure may be at least and at most, by the KPI that shows it as it is."""
    found: dict[str, Limits] = {}
    for version in _newest(board):
        measure, bounds = shown_by(version, board), (version.low_bound, version.high_bound)
        if measure is not None and bounds != (None, None):
            found.setdefault(measure, bounds)
    return found


def shown_by(version: KpiVersion, board: Board) -> str | None:
    """The measure that a KPI shows as it is; None where it works something out."""
    tree = _tree(version, board)
    if isinstance(tree, Name) and tree.name.startswith(_MEASURE):
        return tree.name.removeprefix(_MEASURE)
    return None


def too_large(board: Board, share: Share, org: str, period: Period) -> Slip | None:
    """What is to be said where a part is larger than its whole, which it never was before."""
    parts, wholes = (board.series_of(each, org) for each in (share.part, share.whole))
    part, whole = parts.get(period.number), wholes.get(period.number)
    if part is None or whole is None or not part > whole > 0:
        return None
    earlier = [at for at in parts.keys() & wholes.keys() if at < period.number]
    known = [(p, w) for at in earlier if (p := parts[at]) is not None and (w := wholes[at])]
    if not share.never_more and (len(known) < _FEWEST or any(p > w for p, w in known)):
        return None
    measures = board.measures
    facts: dict[str, str | Words | Said] = {
        "whole": measures[share.whole].name,
        "value": entry_shown(whole, measures[share.whole].unit, yes=False),
        "kpi": board.latest(share.kpi).name,
        "share": f"{part / whole * 100:.1f}%",
    }
    return Slip(Kind.PART, Said("slip.part", facts))


def _share(board: Board, version: KpiVersion) -> Iterator[Share]:
    tree = _tree(version, board)
    ratio = ratio_of(tree) if tree is not None and version.unit == _SHARE else None
    if ratio is None or not isinstance(ratio.above, Name) or not isinstance(ratio.below, Name):
        return
    names = [side.name for side in (ratio.above, ratio.below)]
    if ratio.factor in (1, -1) and all(name.startswith(_MEASURE) for name in names):
        part, whole = (name.removeprefix(_MEASURE) for name in names)
        top = version.high_bound if ratio.factor > 0 else None
        yield Share(version.kpi, part, whole, top == 1 and not ratio.shift)


def _newest(board: Board) -> Iterator[KpiVersion]:
    return (group[-1] for group in board.versions.values() if group)


def _tree(version: KpiVersion, board: Board) -> Tree | None:
    try:
        return resolved(version, board) if version.formula else None
    except FormulaError:
        return None
