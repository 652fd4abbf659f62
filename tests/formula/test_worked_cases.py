"""Every worked case of R-FORMULA gives what it says."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TypedDict

import pytest

from scorecard.formula import FormulaError, parse
from scorecard.formula.names import resolve
from scorecard.formula.trial import trial
from scorecard.number import plain
from scorecard.period import Calendar, Period
from scorecard.vocabulary import Missing, Value

CASES = Path(__file__).parent.parent / "measurement" / "examples" / "formula.json"


class Given(TypedDict, total=False):
    op: str
    formula: str
    inputs: dict[str, str | None]
    series: dict[str, dict[str, str | None]]
    period: str
    fy_start: int


class Case(TypedDict):
    id: str
    given: Given
    expect: dict[str, str | bool | None]


def cases() -> list[Case]:
    found: list[Case] = json.loads(CASES.read_text("utf-8"))
    return found


def values(texts: dict[str, str | None]) -> dict[str, Value]:
    return {
        name: Missing("no_data") if text is None else float(text) for name, text in texts.items()
    }


def expected(case: Case) -> dict[str, object]:
    expect: dict[str, object] = dict(case["expect"])
    if isinstance(expect.get("value"), str):
        expect["value"] = plain(float(str(expect["value"])))
    return expect


def mistake(formula: str, known: Iterable[str]) -> str:
    """Of which kind the mistake in a formula is: in how it is written, or in a name."""
    with pytest.raises(FormulaError) as wrong:
        resolve(parse(formula), {name: name for name in known})
    return "unknown_name" if wrong.value.code.startswith("unknown_name") else "syntax"


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["id"])
def test_a_worked_case_of_the_formula_rules_gives_what_it_says(case: Case) -> None:
    given = case["given"]
    series = {name: values(texts) for name, texts in given.get("series", {}).items()}
    calendar = Calendar(given.get("fy_start", 1))

    period = Period.parse(given["period"])
    answer = trial(given["formula"], values(given["inputs"]), series, period, calendar)

    if "error" in case["expect"]:
        assert "error" in answer
        assert mistake(given["formula"], given["inputs"]) == case["expect"]["error"]
    else:
        expect = expected(case)
        assert {key: answer.get(key) for key in expect} == expect
