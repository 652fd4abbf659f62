"""Every formula of the KPI catalogue computes its example."""

import json
from pathlib import Path
from typing import TypedDict

import pytest

from scorecard.formula import evaluate, parse
from scorecard.vocabulary import Missing, known
from tests.formula.books import Books

EXAMPLES = Path(__file__).parent / "catalogue_examples.json"


class Example(TypedDict):
    id: str
    formula: str
    inputs: dict[str, float]
    raw: float


def examples() -> list[Example]:
    found: list[Example] = json.loads(EXAMPLES.read_text("utf-8"))
    return found


def books(inputs: dict[str, float]) -> Books:
    """Three periods: last year, the previous one, this one."""

    def of(function: str) -> dict[str, float | Missing]:
        start = f"{function}("
        return {name[len(start) : -1]: v for name, v in inputs.items() if name.startswith(start)}

    now = {name: value for name, value in inputs.items() if "(" not in name}
    days = int(inputs.get("DAYS()", 30))
    return Books((of("LY"), of("PREV"), now), 2, year=2, length=days)


@pytest.mark.parametrize("example", examples(), ids=lambda example: example["id"])
def test_a_formula_of_the_catalogue_computes_its_example(example: Example) -> None:
    tree = parse(example["formula"])

    value = known(evaluate(tree, books(example["inputs"])).value)

    assert value == pytest.approx(example["raw"], rel=5e-12, abs=5e-9)
