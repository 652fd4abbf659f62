"""What holds for every formula, sensible or hostile."""

import math
import time
from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from scorecard.formula import FormulaError, Tree, evaluate, parse
from scorecard.formula.columns import evaluate_columns
from scorecard.formula.writing import write
from scorecard.number import snap
from scorecard.snapping import snap_many
from scorecard.vocabulary import Value, known
from tests.formula.books import Books
from tests.formula.trees import ENTRIES, NAMES, TREES, near_formula, nonsense

SENSIBLE = (
    "（營收 − 去年同期(營收)）÷ 去年同期(營收) × 100％",
    "IF(A = 0, B, ROUND(SUM(A, B) / [Gross margin], 2)) ≥ ROLLAVG(A, 3)",
    "YTD(A) / DAYS() - PREV(MAX(1,000), 2) + 1,000,000",
)
SLOWEST = 0.05


@given(TREES)
def test_a_written_formula_is_read_as_the_same_formula(tree: Tree) -> None:
    assert parse(write(tree)) == tree


def books() -> Books:
    row: dict[str, Value] = {"A": 2.0, "B": 0.0, "營收": 7.5}
    return Books((row,) * 400, 399)


def seconds_to_answer(text: str) -> float:
    """Processor time to read a text and compute it; a slow answer is asked for again, because
    only the text's own work counts, not the computer's hiccups."""
    taken = _seconds_once(text)
    return taken if taken < SLOWEST / 5 else min(taken, *(_seconds_once(text) for _ in range(4)))


def _seconds_once(text: str) -> float:
    """The time of one answer; a mistake must lie within the text."""
    started = time.thread_time()
    answer = answered(text)
    taken = time.thread_time() - started
    if isinstance(answer, FormulaError):
        assert 0 <= answer.position <= len(text)
    return taken


def answered(text: str) -> Value | FormulaError:
    try:
        return evaluate(parse(text), books()).value
    except FormulaError as mistake:
        return mistake


@pytest.mark.parametrize("kind", ["nonsense", "nearly right"])
def test_hostile_texts_are_answered_at_once_and_their_mistake_has_a_place(
    kind: str, request: pytest.FixtureRequest
) -> None:
    full = request.config.getoption("--faults", default="short") == "full"
    seeds = range(50_000 if full else 1_000)

    def text(seed: int) -> str:
        return nonsense(seed) if kind == "nonsense" else near_formula(seed, SENSIBLE[seed % 3])

    slowest = max(seconds_to_answer(text(seed)) for seed in seeds)

    assert slowest < SLOWEST


@pytest.mark.parametrize(
    "text",
    ["YTD(" + "+".join("A" * 10) + ")", "ROLLSUM(A, 400)", "ROLLSUM(ROLLSUM(A, 60), 60)"],
)
def test_the_largest_work_that_is_accepted_is_done_at_once(text: str) -> None:
    assert isinstance(answered(text), float)
    assert seconds_to_answer(text) < SLOWEST


@dataclass(frozen=True)
class Sheet:
    """The numbers of `Books`, all rows at once, each row asked as its own period."""

    rows: tuple[Books, ...]

    def value(self, name: str) -> NDArray[np.float64]:
        values = [known(row.value(name).value) if row.at >= 0 else None for row in self.rows]
        return np.array([math.nan if value is None else value for value in values])

    def previous(self, steps: int) -> "Sheet":
        return self._moved(steps)

    def year_before(self) -> "Sheet":
        return self._moved(self.rows[0].year)

    def days(self) -> NDArray[np.float64]:
        return np.array([math.nan if row.at < 0 else 31.0 for row in self.rows])

    def _moved(self, steps: int) -> "Sheet":
        return Sheet(tuple(Books(row.rows, max(row.at - steps, -1)) for row in self.rows))


ROWS = st.lists(
    st.dictionaries(st.sampled_from(NAMES), ENTRIES | ENTRIES.map(lambda x: -x)),
    min_size=1,
    max_size=5,
)


@settings(max_examples=300)
@given(TREES, ROWS)
def test_columns_give_cell_by_cell_what_a_single_formula_gives(
    tree: Tree, cells: list[dict[str, float]]
) -> None:
    table = tuple(dict[str, Value](row) for row in cells)
    scopes = tuple(Books(table, at) for at in range(len(table)))

    whole = evaluate_columns(tree, Sheet(scopes))

    single = [known(evaluate(tree, scope).value) for scope in scopes]
    expected = [math.nan if value is None else value for value in single]
    np.testing.assert_array_equal(whole, expected)


@dataclass(frozen=True)
class TwoColumns:
    """Measures A and B of cells that stand alone."""

    left: NDArray[np.float64]
    right: NDArray[np.float64]

    def value(self, name: str) -> NDArray[np.float64]:
        return self.left if name == "A" else self.right

    def previous(self, _steps: int) -> None:
        return None

    def year_before(self) -> None:
        return None

    def days(self) -> NDArray[np.float64]:
        return np.full(self.left.shape, 31.0)


@pytest.mark.parametrize("text", ["A / B × 100%", "A", "A × A × B / A + 1"])
def test_the_cells_of_all_blocks_are_computed(text: str) -> None:
    luck = np.random.default_rng(1)
    left, right = luck.uniform(-5, 5, (2, 3, 11_000)).round(1)
    for column, odd in ((left, 1e290), (left, math.nan), (right, math.nan), (left, 1e14 + 0.5)):
        column.reshape(-1)[luck.integers(0, left.size, 50)] = odd
    before = left.copy()

    whole = evaluate_columns(parse(text), TwoColumns(left, right))

    cells = zip(left.reshape(-1).tolist(), right.reshape(-1).tolist(), strict=True)
    single = [known(evaluate(parse(text), book(*cell)).value) for cell in cells]
    expected = np.array([math.nan if value is None else value for value in single])
    np.testing.assert_array_equal(whole, expected.reshape(left.shape))
    np.testing.assert_array_equal(left, before)


def book(left: float, right: float) -> Books:
    row = {"A": left, "B": right}
    return Books(({name: value for name, value in row.items() if not math.isnan(value)},), 0)


@given(st.lists(st.floats(allow_infinity=False).filter(lambda x: x == 0 or abs(x) > 1e-300)))
def test_a_snapped_array_is_snapped_cell_by_cell(values: list[float]) -> None:
    snapped = snap_many(np.array(values))

    expected = [value if math.isnan(value) else snap(value) for value in values]
    np.testing.assert_array_equal(snapped, expected)
