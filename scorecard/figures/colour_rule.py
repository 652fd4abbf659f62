"""The rule that chose a colour, in words, and what a better colour would have needed."""

from collections.abc import Iterator

from scorecard.evaluation import Cell, Line
from scorecard.figures.number_words import limit_words
from scorecard.model.settings import Settings
from scorecard.number import plain
from scorecard.scoring import Criterion, Limits, Side, is_strict, limits
from scorecard.text import Said
from scorecard.vocabulary import Direction, Status, Words


def kpi_rule(cell: Cell) -> Iterator[Said]:
    """The limits of a judged KPI with their direction (R-COLOUR-2 to 8); nothing of one that is
    not judged, whose reason is said elsewhere."""
    criterion = cell.criterion
    if criterion is None or cell.status in {Status.GREY, Status.BLUE}:
        return
    if criterion.direction is Direction.YES:
        yield Said("why.rule.yes", {"rule": cell.rule})
        return
    green, amber = _edges(cell, criterion, limits(criterion))
    facts: dict[str, str | Words | Said] = {
        "direction": Said(f"why.direction.{criterion.direction}"),
        "rule": cell.rule,
        "green": green,
    }
    if amber is None:
        yield Said("why.rule.two", facts)
    else:
        yield Said("why.rule.three", {**facts, "amber": amber})
    if cell.rule == "R-COLOUR-7":
        yield Said("why.rule.strict")
    yield from _needed(cell.status, green, amber)


def parent_rule(line: Line, settings: Settings) -> Iterator[Said]:
    """The bands of scores (R-ROLL-5) and the cap of a red ★ KPI (R-ROLL-6)."""
    if line.score is None:
        return
    green, amber = (
        _same(f"≥ {plain(start)}") for start in (settings.green_from, settings.amber_from)
    )
    yield Said("why.rule.parent", {"green": green, "amber": amber})
    if line.capped:
        yield Said("why.rule.capped")
    else:
        yield from _needed(line.status, green, amber)


def _needed(status: Status, green: Words, amber: Words | None) -> Iterator[Said]:
    if status is Status.RED and amber is not None:
        yield Said("why.needed.amber", {"amber": amber, "green": green})
    elif status in {Status.RED, Status.AMBER}:
        yield Said("why.needed.green", {"green": green})


def _edges(cell: Cell, criterion: Criterion, used: Limits) -> tuple[Words, Words | None]:
    """What is green and what is amber; None where nothing is amber."""
    low, high = used
    if low is not None and high is not None:
        return _two_sided(cell, low, high)
    side = low or high
    if side is None:
        raise ValueError(criterion)
    sign = ">" if low is not None else "<"
    strict = criterion.green_strict or (is_strict(criterion) and side.target == side.green)
    green = limit_words(side.green, cell, f"{sign} " if strict else _OR_EQUAL[sign])
    if criterion.direction is Direction.ZERO:
        green = limit_words(side.green, cell)
    if side.amber == side.green:
        # A value on a strict limit is the only amber one (R-COLOUR-7).
        return green, None
    return green, limit_words(
        side.amber, cell, f"{sign} " if criterion.amber_strict else _OR_EQUAL[sign]
    )


_OR_EQUAL = {">": "≥ ", "<": "≤ "}


def _two_sided(cell: Cell, low: Side, high: Side) -> tuple[Words, Words | None]:
    green = _span(cell, low.green, high.green)
    amber = _span(cell, low.amber, high.amber)
    return green, None if amber == green else amber


def _span(cell: Cell, low: float, high: float) -> Words:
    first, last = limit_words(low, cell), limit_words(high, cell)
    if low == high:
        return Words(f"= {first.zh_TW}", f"= {first.en}")
    return Words(f"{first.zh_TW}–{last.zh_TW}", f"{first.en}–{last.en}")


def _same(text: str) -> Words:
    return Words(text, text)
