"""Whether two values of a KPI may be compared: one meaning, both whole, or else only what both
have (R-CHANGE-3, R-CHANGE-4)."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from scorecard.change import Change, compare
from scorecard.evaluation.completeness import count
from scorecard.evaluation.line import Cell, Comparison, Redefined
from scorecard.evaluation.meaning import Meaning
from scorecard.evaluation.project import is_project
from scorecard.evaluation.result import result_of
from scorecard.evaluation.scope import Gap, Kept
from scorecard.evaluation.situation import Situation
from scorecard.evaluation.view import View
from scorecard.formula import FormulaError, Result, Tree
from scorecard.formula.tree import Call, Name, parts
from scorecard.model.records import KpiVersion
from scorecard.vocabulary import Missing, Value

if TYPE_CHECKING:
    from scorecard.evaluation.valuation import Valuation


_NOTHING = Missing("no_data")
_REDEFINED = "definition_changed"


class Likeness(NamedTuple):
    """A KPI in two views side by side.

    `values` are now and then over what is to be compared: all where nothing is lacking,
    otherwise the cells that both have, `pairs` of `of`; `now` is the situation of the first.
    `reason` says why the two must not be compared; where there are `pairs` even so, `values` can
    be offered instead, like for like, and of two definitions both by that of now. `base` is the
    earlier value as it is.
    """

    now: Situation
    values: tuple[Value, Value]
    base: Value
    pairs: int
    of: int
    reason: str | None = None
    redefined: Redefined | None = None


def compared(
    valuation: "Valuation", cell: Cell, org: str, views: tuple[View, View | None], lacking: str
) -> Comparison:
    """How the value of a `cell` changed, from the second of the `views` to the first, which is
    its own; `lacking` is the reason where there is no second one."""
    now, base = views
    if isinstance(cell.value, Missing):
        return Comparison(Change(reason="no_data"))
    if is_project(cell.version):
        return Comparison(Change(reason="project"))
    if base is None:
        return Comparison(Change(reason=lacking))
    if cell.entire and valuation.definitions.is_one(cell.version):
        then = valuation.cell(cell.version.kpi, org, base)
        if then.entire:
            change, pairs = _change(cell, cell.value, then.value), max(cell.have, 1)
            return Comparison(change, pairs, max(pairs, then.have))
    return _looked_into(valuation, cell, valuation.situation(cell.version.kpi, org, now), base)


def _looked_into(
    valuation: "Valuation", cell: Cell, at: Situation | FormulaError, base: View
) -> Comparison:
    """The same where it is not plain to see that both may be compared."""
    found = None if isinstance(at, FormulaError) else beside(valuation, at, base)
    if found is None:
        return Comparison(Change(reason="no_base"))
    change = _change(cell, *found.values) if found.pairs else None
    if change is not None and found.reason is None:
        return Comparison(change, found.pairs, found.of)
    return Comparison(Change(reason=found.reason), found.pairs, found.of, change, found.redefined)


def _change(cell: Cell, now: Value, then: Value) -> Change:
    return compare(now, then, cell.sense, percent=cell.version.unit == "%")


def beside(valuation: "Valuation", now: Situation, base: View) -> Likeness | None:
    """A situation and its KPI in the view `base`; None where that has no value."""
    then = valuation.situation(now.version.kpi, now.org, base)
    whole = Result(_NOTHING) if isinstance(then, FormulaError) else result_of(then)
    if isinstance(then, FormulaError) or isinstance(whole.value, Missing):
        return None
    redefined = _redefined(valuation, now.view, then)
    if redefined is None:
        return _side_by_side(now, then, whole)
    if _one_source(now, then):
        anew = valuation.under(now, base)
        found = _side_by_side(now, anew, result_of(anew))
        if found.reason is None:
            return found._replace(base=whole.value, reason=_REDEFINED, redefined=redefined)
    nothing = (_NOTHING, _NOTHING)
    return Likeness(now, nothing, whole.value, 0, 0, _REDEFINED, redefined)


def means_otherwise(before: KpiVersion, after: KpiVersion) -> bool:
    """Whether numbers of two definitions are not of one kind: another formula, unit or window,
    or taken from another place."""
    return before.formula != after.formula or _measured_otherwise(before, after)


def _measured_otherwise(before: KpiVersion, after: KpiVersion) -> bool:
    """The same, their formulas apart."""
    window = (before.window or "period") != (after.window or "period")
    return window or before.unit != after.unit or _moved(before, after)


def _moved(before: KpiVersion, after: KpiVersion) -> bool:
    """Whether the numbers come from another source or table."""
    return (before.source, before.table_name) != (after.source, after.table_name)


def _one_source(now: Situation, then: Situation) -> bool:
    """Whether the base can be worked out anew by the definition of now: only its formula is
    another, not what stands behind its entries."""
    same_unit = now.version.unit == then.version.unit
    return same_unit and not _moved(then.version, now.version)


def _redefined(valuation: "Valuation", now: View, then: Situation) -> Redefined | None:
    """The first change of definition from the base to the view, both to their ends."""
    kpi, through = then.version.kpi, valuation.definitions.through
    seen = sorted([*through(kpi, then.view), *through(kpi, now)], key=lambda dated: dated[0])
    changes = (_change_of_definition(valuation, *pair) for pair in pairwise(seen))
    return next((change for change in changes if change is not None), None)


def _change_of_definition(
    valuation: "Valuation", before: tuple[date, KpiVersion], after: tuple[date, KpiVersion]
) -> Redefined | None:
    """What changed between two days: the definition itself, or one that it names."""
    (day, old), (later, new) = before, after
    if old is not new and (
        _measured_otherwise(old, new) or _computed_otherwise(valuation, before, after)
    ):
        return Redefined(new.kpi, old.version, new.version, new.effective)
    meaning = valuation.definitions.meaning(new, later)
    for named in sorted(meaning.kpis if isinstance(meaning, Meaning) else ()):
        once, now = (valuation.board.version(named, at) for at in (day, later))
        if once is not None and now is not None and means_otherwise(once, now):
            return Redefined(named, once.version, now.version, now.effective)
    return None


def _computed_otherwise(
    valuation: "Valuation", before: tuple[date, KpiVersion], after: tuple[date, KpiVersion]
) -> bool:
    """Whether two formulas are not the same but for their spelling."""
    (day, old), (later, new) = before, after
    if old.formula == new.formula:
        return False
    one, other = (valuation.definitions.meaning(v, at) for at, v in ((day, old), (later, new)))
    both = isinstance(one, Meaning) and isinstance(other, Meaning)
    return not (both and one.tree == other.tree)  # type: ignore[union-attr]  # both are read


def _side_by_side(now: Situation, then: Situation, base: Result) -> Likeness:
    """Both as they are where they are whole or lack the same; of sums the cells of both; nothing
    else may be compared, but the cells of both are there to be offered."""
    of = max(now.counted.cells, then.counted.cells)
    if _as_whole(now, then) or _as_many(now, then):
        pairs = max(count(now.counted.kept), 1)
        return _unless_lacking(now, then, base, pairs, max(of, pairs))
    sums = now.meaning.additive and then.meaning.additive
    both = _both(now.counted.kept, then.counted.kept) if _paired(now, then) else {}
    if not both:
        reason = "no_base" if sums else "incomplete_period"
        return Likeness(now, (_NOTHING, _NOTHING), base.value, 0, of, reason)
    mine, theirs = now.narrowed(both), then.narrowed(both)
    found = _unless_lacking(mine, theirs, result_of(theirs), count(both), of)
    found = found._replace(base=base.value)
    return found if sums else found._replace(reason="incomplete_period")


def _unless_lacking(now: Situation, then: Situation, base: Result, pairs: int, of: int) -> Likeness:
    """The likeness of both, but of nothing where one side lacks what the other has inside a cell
    that counts: a unit of one of several inputs, a day of a month, a term of a list, a month of
    YTD."""
    mine = result_of(now)
    found = Likeness(now, (mine.value, base.value), base.value, pairs, of)
    gaps = [_gaps(at) for at in (now, then)]
    elsewhere = not any(gaps) and (mine.partial or base.partial)
    if gaps[0] != gaps[1] or elsewhere or now.is_cut or then.is_cut:
        return found._replace(reason="incomplete_period", pairs=0)
    return found


def _gaps(at: Situation) -> frozenset[Gap]:
    """What is lacking inside the cells that count; where none does, as in a year to date whose
    newest months are lacking, no place says what."""
    nowhere = at.is_plain or not at.counted.kept
    return frozenset() if nowhere else at.scope.gaps(_read(at.meaning.tree))


def _read(tree: Tree) -> Iterator[str]:
    """The names whose values a formula reads: COUNT asks only whether there are any."""
    if isinstance(tree, Name):
        yield tree.name
    elif not (isinstance(tree, Call) and tree.function == "COUNT"):
        for part in parts(tree):
            yield from _read(part)


def _as_whole(now: Situation, then: Situation) -> bool:
    return all(at.counted.have == at.counted.cells and at.is_full for at in (now, then))


def _as_many(now: Situation, then: Situation) -> bool:
    """Whether both have values in the same cells."""
    one, other = now.counted.kept, then.counted.kept
    if not _paired(now, then) or one.keys() != other.keys():
        return False
    return all(
        here is None or there is None or set(here) == set(there)
        for here, there in ((one[place], other[place]) for place in one)
    )


def _paired(now: Situation, then: Situation) -> bool:
    return now.stretch.kind is then.stretch.kind


def _both(one: Kept, other: Kept) -> Kept:
    """The cells of both; None for units stands for all of them."""
    found: dict[int, tuple[str, ...] | None] = {}
    for place in sorted(one.keys() & other.keys()):
        here, there = one[place], other[place]
        if here is None or there is None:
            found[place] = here or there
        elif units := tuple(unit for unit in here if unit in there):
            found[place] = units
    return found
