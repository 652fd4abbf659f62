"""What was published and is no longer so: values of frozen snapshots beside those of now
(R-VALUE-9)."""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

from scorecard.evaluation import Cell, Evaluation, Line
from scorecard.figures.number_words import in_both, number_words, value_words
from scorecard.number import plain
from scorecard.text import Said, tell
from scorecard.vocabulary import Direction, Missing, Words, known

#: So many corrections of a snapshot are named one by one.
MOST_SAID = 3


class Kept(Protocol):
    """A frozen snapshot as the document keeps it; `body` is its JSON text."""

    @property
    def id(self) -> str: ...
    @property
    def period(self) -> str: ...
    @property
    def upto(self) -> bool: ...
    @property
    def at(self) -> str: ...
    @property
    def by(self) -> str: ...
    @property
    def body(self) -> str: ...


class Published(NamedTuple):
    """The value that the newest snapshot of a view says of a KPI, and which snapshot that is."""

    value: float
    snapshot: str
    at: str
    by: str


def corrected(evaluation: Evaluation, line: Line, kept: Sequence[Kept]) -> Published | None:
    """What the newest snapshot of the view published of a KPI where it has another value now;
    None where it is the same or was never published. `kept` are in the order of freezing."""
    if line.cell is None or line.node.kpi is None or line.node.org is None:
        return None
    view = (evaluation.view.period.code, evaluation.view.upto)
    for each in reversed(kept):
        if (each.period, each.upto) != view:
            continue
        value = _values(each.body).get((line.node.kpi, line.node.org))
        if value is not None:
            now = None if line.stale else known(line.cell.value)
            return None if value == now else Published(value, each.id, each.at, each.by)
    return None


def corrected_said(published: Published, cell: Cell) -> Said:
    """That a value was published otherwise, and when."""
    value = number_words(published.value, cell)
    return Said("why.corrected", {"value": value, "at": published.at[:10]})


def published_json(published: Published) -> dict[str, object]:
    """The same as `explain` answers it."""
    return {**published._asdict(), "value": plain(published.value)}


class Correction(NamedTuple):
    """A line of a snapshot whose KPI has another value now; `now` None where it has none."""

    line: Line
    was: Cell
    now: Cell | None


def corrections_said(found: Sequence[Correction]) -> Said | None:
    """Up to `MOST_SAID` of them in a sentence, and how many there are; None where none is."""
    if not found:
        return None
    named = [_correction_said(each) for each in found[:MOST_SAID]]
    listed = in_both(
        lambda language: tell(Said("list.comma"), language).join(
            tell(each, language) for each in named
        )
    )
    key = "snapshots.corrected" if len(found) <= MOST_SAID else "snapshots.corrected.more"
    return Said(key, {"listed": listed, "count": str(len(found))})


def _correction_said(each: Correction) -> Said:
    now = Said("snapshots.corrected.none") if each.now is None else _value(each.now)
    return Said(
        "snapshots.corrected.one", {"name": each.line.name, "was": _value(each.was), "now": now}
    )


def _value(cell: Cell) -> Words | Said:
    if isinstance(cell.value, Missing):
        return Said("snapshots.corrected.none")
    if cell.version.direction is Direction.YES:
        return Said("report.yes" if cell.value >= 1 else "report.no")
    return value_words(cell.value, cell)


def corrections(then: Evaluation, now: Evaluation) -> tuple[Correction, ...]:
    """The lines of a frozen evaluation `then` that say something else `now`, in their order."""
    found = []
    for line in then.lines():
        cell = line.cell
        if cell is None or line.stale or isinstance(cell.value, Missing):
            continue
        here = now.line(line.node.id) if line.node.id in now.board.nodes else None
        is_there = here is not None and not here.stale
        other = here.cell if is_there and here is not None else None
        value = None if other is None else known(other.value)
        if value != cell.value:
            found.append(Correction(line, cell, other if value is not None else None))
    return tuple(found)


@lru_cache(maxsize=8)
def _values(body: str) -> Mapping[tuple[str, str], float]:
    """The values of a snapshot by KPI and unit; those carried from an older period left out."""
    lines = json.loads(body)["lines"]
    return {
        (line["kpi"], line["org"]): float(line["value"])
        for line in lines
        if line["kpi"] and line["value"] is not None and not line["stale"]
    }
