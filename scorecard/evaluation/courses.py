"""Values, colours, scores and targets of many KPIs over many periods, as whole arrays."""

from collections.abc import Iterable, Sequence
from math import nan
from typing import TYPE_CHECKING, NamedTuple

from scorecard.board import Place
from scorecard.evaluation.runs import Run, Runs
from scorecard.evaluation.shapes import Shape
from scorecard.evaluation.sheet import Readings, Sheet
from scorecard.evaluation.valuation import Valuation
from scorecard.evaluation.view import View
from scorecard.formula import Shift
from scorecard.formula.columns import evaluate_columns
from scorecard.period import Period
from scorecard.scoring import Criterion
from scorecard.scoring_arrays import CODES, judge_many
from scorecard.vocabulary import Direction, Frequency, known

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Codes = NDArray[np.uint8]
    Marks = NDArray[np.bool_]


class Courses(NamedTuple):
    """Arrays with a row for each place and a column for each period.

    `values` on the stored scale, `scores` 0 to 100, `targets` (of a range: none); NaN where
    there is none. `codes` are those of `scoring_arrays.CODES`.
    """

    values: "Floats"
    codes: "Codes"
    scores: "Floats"
    targets: "Floats"


def courses(
    valuation: Valuation,
    places: Sequence[Place],
    kind: Frequency,
    numbers: range,
) -> Courses:
    """What `valuation.cell(kpi, org, View(Period(kind, number)))` says for each of `places`
    (kpi, org) and `numbers` (consecutive), cell by cell the same.

    Formulas of the same shape are computed together; whatever is no plain case comes from
    `valuation.cell` itself. Raises KeyError where there is no such KPI.
    """
    import numpy as np

    finding = Runs(valuation, kind, numbers)
    runs = [run for row, (kpi, org) in enumerate(places) for run in finding.of(row, kpi, org)]
    values = np.full((len(places), len(numbers)), np.nan)
    apart = np.ones(values.shape, bool)
    for (shape, shared), group in _by_shape(runs).items():
        rows, at = _rows(group)
        sheet = Sheet(valuation.board, kind, numbers, rows)
        computed, unsure = _computed(shape, shared, sheet, valuation)
        for run, row in zip(group, at, strict=True):
            values[run.row, run.first : run.stop] = computed[row, run.first : run.stop]
            apart[run.row, run.first : run.stop] = unsure[row, run.first : run.stop]
    found = _judged(values, runs)
    _fill(found, apart, valuation, places, [View(Period(kind, number)) for number in numbers])
    return found


def _by_shape(runs: Iterable[Run]) -> dict[tuple[Shape, bool], list[Run]]:
    groups: dict[tuple[Shape, bool], list[Run]] = {}
    for run in runs:
        groups.setdefault((run.content.shape, run.content.shared), []).append(run)
    return groups


def _rows(group: Sequence[Run]) -> tuple[list[Readings], list[int]]:
    """What the runs of a group read, each once, and which of it each run reads."""
    rows: dict[Readings, int] = {}
    at = [rows.setdefault(run.content.readings, len(rows)) for run in group]
    return list(rows), at


def _computed(
    shape: Shape, shared: bool, sheet: Sheet, valuation: Valuation
) -> "tuple[Floats, Marks]":
    """The values of a shape, and the cells in which only some of the units are complete."""
    import numpy as np

    values = evaluate_columns(shape.tree, sheet)
    if not shape.required:
        due = np.array([valuation.due(Period(sheet.kind, number)) for number in sheet.numbers])
        values[~(due | _any_present(sheet))] = np.nan
    unsure = _gaps(shape, sheet) if shared else np.zeros(values.shape, bool)
    return values, unsure


def _any_present(sheet: Sheet) -> "Marks":
    """Where any name has a value: what makes a cell of a formula that requires none."""
    import numpy as np

    present = np.zeros((len(sheet.rows), len(sheet.numbers)), bool)
    for name in sheet.names:
        present |= ~np.isnan(sheet.value(name))
    return present


def _gaps(shape: Shape, sheet: Sheet) -> "Marks":
    """Where it is not plain that every unit is complete, or that none is."""
    import numpy as np

    moved = [(term.name, _at(sheet, term.shift)) for term in shape.required]
    terms = moved or [(name, sheet) for name in sheet.names]
    counts = np.array([at.count(name) for name, at in terms])
    full = counts == np.array([at.units(name) for name, at in terms])
    if moved:
        plain: Marks = full.all(axis=0) | (counts == 0).any(axis=0)
    else:
        plain = full.any(axis=0) | (counts == 0).all(axis=0)
    return ~plain


def _at(sheet: Sheet, shift: Shift) -> Sheet:
    for _ in range(shift.years):
        sheet = sheet.year_before()
    return sheet.previous(shift.previous)


def _judged(values: "Floats", runs: Iterable[Run]) -> Courses:
    import numpy as np

    criteria: dict[Criterion | None, int] = {None: 0}
    which = np.zeros(values.shape, np.int64)
    for run in runs:
        place = criteria.setdefault(run.criterion, len(criteria))
        which[run.row, run.first : run.stop] = place
    codes, scores = judge_many(values.reshape(-1), list(criteria), which.reshape(-1))
    targets = np.array([_target(criterion) for criterion in criteria])
    return Courses(
        values, codes.reshape(values.shape), scores.reshape(values.shape), targets[which]
    )


def _fill(
    found: Courses,
    apart: "Marks",
    valuation: Valuation,
    places: Sequence[Place],
    views: Sequence[View],
) -> None:
    """Put the cells that are apart in their places, one by one."""
    import numpy as np

    for row, column in np.argwhere(apart).tolist():
        cell = valuation.cell(*places[row], views[column])
        found.values[row, column] = _or_nan(known(cell.value))
        found.codes[row, column] = CODES.index(cell.status)
        found.scores[row, column] = _or_nan(cell.score)
        found.targets[row, column] = _target(cell.criterion)


def _target(criterion: Criterion | None) -> float:
    if criterion is None:
        return nan
    return 0.0 if criterion.direction is Direction.ZERO else _or_nan(criterion.target)


def _or_nan(number: float | None) -> float:
    return nan if number is None else number
