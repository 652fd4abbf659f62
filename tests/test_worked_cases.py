"""No worked case of the measurement rules, and nothing it expects, is passed over in silence."""

import importlib
import json
from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple  # the worked cases are JSON of many shapes

import pytest

TESTS = Path(__file__).resolve().parent
FILES = sorted((TESTS / "measurement" / "examples").glob("*.json"))
CASES = {file.stem: json.loads(file.read_text("utf-8")) for file in FILES}
EXPECTED = {case["id"]: case["expect"] for cases in CASES.values() for case in cases}
#: How near a number of statistics must come; nothing that is found.
TOLERANCE = "tol"


class Run(NamedTuple):
    """A test with what it is given for one worked case."""

    case: str
    test: Callable[..., None]
    given: dict[str, Any]

    def expecting(self, name: str, value: object) -> "Run":
        """The same where the case expects something else."""
        given = deepcopy(self.given)
        expect = given["case"]["expect"] if "case" in given else given["expect"]
        expect[name] = value
        return self._replace(given=given)

    def passes(self) -> bool:
        try:
            self.test(**deepcopy(self.given))
        except (Exception, pytest.fail.Exception):  # whatever ends a test
            return False
        return True


def modules() -> Iterator[ModuleType]:
    """The test modules that read worked cases."""
    for file in sorted(TESTS.rglob("test_*.py")):
        if '"measurement"' in file.read_text("utf-8") and file != Path(__file__).resolve():
            yield importlib.import_module(
                ".".join(file.relative_to(TESTS.parent).with_suffix("").parts)
            )


def runs() -> Iterator[Run]:
    """Every test of every worked case, those that are skipped left out."""
    for module in modules():
        for name, test in vars(module).items():
            marks = getattr(test, "pytestmark", [])
            skipped = {"skip", "skipif", "xfail"} & {mark.name for mark in marks}
            if name.startswith("test_") and not skipped and not hasattr(module, "pytestmark"):
                for mark in marks:
                    if mark.name == "parametrize":
                        yield from _of(test, mark.args[0], mark.args[1], mark.kwargs.get("ids"))


def _of(test: Callable[..., None], names: Any, rows: Any, ids: Any) -> Iterator[Run]:
    """The runs of one parametrised table, as pytest reads it."""
    named = [name.strip() for name in names.split(",")] if isinstance(names, str) else names
    for place, row in enumerate(rows):
        is_row = isinstance(row, type(pytest.param()))
        if is_row and row.marks:
            continue
        own_id = row.id if is_row else ids(row) if callable(ids) else ids[place] if ids else ""
        if own_id in EXPECTED:
            values = row.values if is_row else row if len(named) > 1 else (row,)
            yield Run(own_id, test, dict(zip(named, values, strict=True)))


def other(value: Any) -> Iterator[Any]:
    """Values that differ from `value` in one place each."""
    match value:
        case dict():
            yield from ({**value, key: new} for key in value for new in other(value[key]))
        case list():
            yield [*value, *(value[-1:] or [0])]
            for place, item in enumerate(value):
                yield from ([*value[:place], new, *value[place + 1 :]] for new in other(item))
        case bool():
            yield not value
        case int() | float():
            yield value + 1
        case str() if value.lstrip("-").replace(".", "").isdigit():
            yield str(float(value) + 1)
        case str():
            yield f"{value}?"
        case None:
            yield "7"


RUNS = list(runs())


def test_every_file_of_worked_cases_is_read() -> None:
    ids = [case["id"] for cases in CASES.values() for case in cases]

    assert {"survey", "okr", "number", "score"} <= CASES.keys()
    assert all(CASES.values())
    assert [own_id for own_id, times in Counter(ids).items() if times > 1] == []


def test_every_worked_case_is_run_by_a_test() -> None:
    assert EXPECTED.keys() - {run.case for run in RUNS} == set()


def test_a_worked_case_that_expected_anything_else_would_fail() -> None:
    failing = [run.case for run in RUNS if not run.passes()]
    unnoticed = [
        (run.case, name, new)
        for run in RUNS
        for name, value in EXPECTED[run.case].items()
        if name != TOLERANCE
        for new in other(value)
        if run.expecting(name, new).passes()
    ]

    assert failing == []
    assert unnoticed == []
