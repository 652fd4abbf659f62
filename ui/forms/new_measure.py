"""What a measure that a formula asks for is likely to be, by the KPI that asks for it."""

from scorecard.check.formulas import parsed
from scorecard.formula import FormulaError
from scorecard.formula.tree import Name
from scorecard.model.records import KpiVersion, Measure
from scorecard.vocabulary import Method, Words

_PERCENT = "%"


def likely_measure(name: str, version: KpiVersion, language: str) -> Measure:
    """A measure called `name` in `language`, kept as often and by the same people as the KPI.

    A KPI that is nothing but this measure has its unit too; parts of a percentage or of a ratio
    have another one, which nobody but the user knows.
    """
    alone = _is_alone(version.formula)
    ratio = version.unit == _PERCENT or "/" in version.unit or ":" in version.unit
    unit = version.unit if alone or not ratio else ""
    method = Method.AVERAGE if unit == _PERCENT else Method.SUM
    return Measure(
        "",
        Words(**{language: name}),
        unit,
        version.frequency,
        method,
        method,
        source=version.source,
        table_name=version.table_name,
        owner=version.owner,
    )


def _is_alone(formula: str) -> bool:
    try:
        return isinstance(parsed(formula), Name)
    except FormulaError:
        return False
