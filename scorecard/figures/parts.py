"""The units that one KPI is followed for, beside each other: the value of each and its share (佔比)
of the whole."""

from collections.abc import Sequence

from scorecard.evaluation import Cell, Evaluation, Line
from scorecard.figures import PartRow, Parts
from scorecard.figures.number_words import value_words
from scorecard.figures.unit_shares import adds_up, share_of
from scorecard.number import snap
from scorecard.org_units import above
from scorecard.series import total
from scorecard.shown_scores import adding_up, tenths_of
from scorecard.text import Said, listed
from scorecard.vocabulary import NO_WORDS, Missing, Words

#: Shares that miss a whole by less are whole: half of the last digit that is shown.
_NEAR = 0.0005


def parts(evaluation: Evaluation, line: Line) -> Parts | None:
    """The units of the KPI right below a line; where there are none, those beside it. None where
    one KPI is not followed for two units or more."""
    below = _of_one_kpi(evaluation, line.node.id, line.node.kpi)
    lines = below or _of_one_kpi(evaluation, line.node.parent, line.node.kpi)
    if not lines or (not below and line.node.kpi is None):
        return None
    whole = _whole(evaluation, lines)
    shares = [_share(evaluation, each, whole) for each in lines]
    told = _told(shares)
    rows = tuple(
        PartRow(each.name, _value(each.cell), share, each.node.id == line.node.id)
        for each, share in zip(lines, told, strict=True)
    )
    known = [share for share in shares if share is not None]
    summed = snap(total(known)) if known else None
    return Parts(rows, _value(whole), _percent(summed), _note(evaluation, lines, whole, summed))


def _of_one_kpi(evaluation: Evaluation, parent: str | None, kpi: str | None) -> list[Line]:
    """The lines below one that are of a single KPI at units of their own: that of the parent, or
    the first that two of them have."""
    lines = [evaluation.line(node) for node in evaluation.below(parent)] if parent else []
    groups: dict[str, list[Line]] = {}
    for each in lines:
        if each.node.kpi is not None and each.cell is not None:
            groups.setdefault(each.node.kpi, []).append(each)
    several = [group for group in groups.values() if len({each.node.org for each in group}) > 1]
    own = [group for group in several if group[0].node.kpi == kpi]
    return next(iter(own or several), [])


def _whole(evaluation: Evaluation, lines: Sequence[Line]) -> Cell | None:
    """The KPI at the nearest unit that all of them are parts of."""
    chains = [list(above(evaluation.board, each.node.org or ""))[1:] for each in lines]
    shared = [org for org in chains[0] if all(org in chain for chain in chains)]
    if not shared:
        return None
    return evaluation.cell(lines[0].node.kpi or "", shared[0])


def _share(evaluation: Evaluation, line: Line, whole: Cell | None) -> float | None:
    if whole is None or line.cell is None or line.stale:
        return None
    return share_of(evaluation, line.cell, whole)


def _told(shares: Sequence[float | None]) -> list[str]:
    """The shares in tenths of a percent that add up to their sum as it is shown."""
    known = [100 * share for share in shares if share is not None]
    shown = iter(adding_up(known, tenths_of(total(known))) if known else ())
    return ["" if share is None else f"{next(shown)} %" for share in shares]


def _percent(share: float | None) -> str:
    return "" if share is None else f"{tenths_of(100 * share)} %"


def _value(cell: Cell | None) -> Words:
    if cell is None or isinstance(cell.value, Missing):
        return NO_WORDS
    return value_words(cell.value, cell)


def _note(
    evaluation: Evaluation, lines: Sequence[Line], whole: Cell | None, summed: float | None
) -> Said | None:
    """Why the shares are no 100 %, or why there are none."""
    if whole is None:
        return Said("parts.no_whole")
    if not adds_up(evaluation, lines[0].node.kpi or "", whole.period):
        return Said("parts.not_added")
    lacking = [each.name for each in lines if each.cell is None or not _is_known(each, whole)]
    is_whole = summed is not None and abs(summed - 1) < _NEAR
    if lacking:
        key = "rest" if is_whole else "none" if summed is None else "some"
        return Said(f"parts.missing.{key}", {"names": listed(lacking)})
    if summed is None:
        return Said("parts.none")
    rest = f"{tenths_of(100 * (1 - summed))} %"
    return None if is_whole else Said("parts.elsewhere", {"share": rest})


def _is_known(line: Line, whole: Cell) -> bool:
    cell = line.cell
    return (
        cell is not None
        and not line.stale
        and not isinstance(cell.value, Missing)
        and cell.period == whole.period
    )
