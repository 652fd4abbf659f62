"""The oracle and the product side by side: what they say of the same document and view."""

import json
import math
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

from scorecard.board import Board
from scorecard.evaluation import View, of
from scorecard.exchange.board_file import read_board
from scorecard.exchange.lines import values_json
from scorecard.exchange.plan import plan
from scorecard.period import Period
from tests.oracle.changes import changes
from tests.oracle.exact import No
from tests.oracle.lines import Line, lines

Json = dict[str, Any]


def imported(document: Json) -> Board:
    """The document as the product imports it."""
    data = json.dumps(document, ensure_ascii=False).encode()
    found = plan(read_board(data, "board.json"), Board())
    assert found.refused == (), found.refused
    return Board().after(found.edits)


def differences(document: Json, board: Board, view: tuple[str, bool, date]) -> Iterator[str]:
    """What the product says otherwise than the oracle, a sentence each."""
    code, to_date, today = view
    said = values_json(of(board, View(Period.parse(code), to_date), today))
    yield from compared(document, said, view)


def compared(document: Json, said: Json, view: tuple[str, bool, date]) -> Iterator[str]:
    """The same for the JSON value that `values --json` prints."""
    right = lines(document, *view)
    for line in said["lines"]:
        expected = expectation(right[line["node"]])
        line |= {f"change.{name}": _absolute(c) for name, c in line["change"].items()}
        for name, value in expected.items():
            # A difference of two values of twelve digits has fewer.
            if not same(value, line[name], 1e-7 if name.startswith("change.") else 1e-9):
                yield f"{line['node']} {name}: oracle {shown(value)}, product {line[name]}"


def expectation(line: Line) -> Json:
    """A line of the oracle under the names of the interchange form."""
    found: Json = {
        "status": line.status,
        "score": line.score,
        "reason": line.reason,
        "worst": line.worst,
        "capped": line.capped,
    }
    answer = line.answer
    if answer is None:
        return found | {"coverage": line.coverage}
    value = None if isinstance(answer.value, No) else answer.value
    return found | {
        "value": value,
        "target": answer.target,
        "attainment": answer.judged.attainment,
        "stale": answer.stale,
        "have": answer.have,
        "of": answer.of,
        "partial": answer.partial,
        "value_period": answer.period.code,
        **{f"change.{name}": change for name, change in changes(answer).items()},
    }


def _absolute(change: Json | None) -> object:
    return None if change is None else change["absolute"]


def same(right: object, said: object, tolerance: float = 1e-9) -> bool:
    """Whether two values agree: numbers to the 12 digits that are compared, words exactly."""
    if isinstance(right, dict) and isinstance(said, dict):
        return all(same(right[key], said.get(key)) for key in right)
    if isinstance(right, Fraction) and isinstance(said, int | float):
        return math.isclose(right, said, rel_tol=2e-11, abs_tol=tolerance)
    return right == said


def shown(value: object) -> object:
    """A value of the oracle for a sentence."""
    return float(value) if isinstance(value, Fraction) else value
