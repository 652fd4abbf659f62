"""The value of a KPI in a situation, or the reason why it has none."""

from scorecard.evaluation.project import is_project
from scorecard.evaluation.situation import Situation
from scorecard.formula import Result, evaluate
from scorecard.period import Period
from scorecard.vocabulary import Missing, Value


def result_of(at: Situation) -> Result:
    """The formula over the cells that count. What nothing is due of is `not_due`, a project whose
    planned day is over without an actual one `overdue` (R-TIME-11); a formula over a single
    measure without an entry is `no_data`."""
    if not at.counted.kept and at.counted.of == 0:
        return Result(Missing("not_due"), partial=False)
    if not at.counted.kept and is_project(at.version):
        return Result(Missing("overdue"), partial=False)
    if at.version.window == "trailing_12m" and not at.is_whole:
        return Result(_unfinished_window(at), partial=False)
    result = evaluate(at.meaning.tree, at.scope)
    if at.meaning.required and not at.counted.kept and not isinstance(result.value, Missing):
        # Each input has values, but no cell has all of them: nothing may be made of that.
        return Result(Missing("no_data"), partial=False)
    if len(at.meaning.measures) == 1 and _reason(result.value).startswith("missing:"):
        return Result(Missing("no_data"), result.partial)
    return result


def _unfinished_window(at: Situation) -> Missing:
    """Why twelve months that are not all there have no value: a sum of eleven of them is no
    yearly one, so they are treated as ROLLSUM treats them (R-FORMULA-7)."""
    newest = len(at.stretch.numbers) - 1
    number = at.stretch.numbers[newest]
    if newest in at.counted.kept or number is None:
        return Missing("incomplete_window")
    return Missing("no_data" if at.measuring.due(Period(at.stretch.kind, number)) else "not_due")


def _reason(value: Value) -> str:
    return value.reason if isinstance(value, Missing) else ""
