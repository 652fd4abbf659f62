"""Computing: whole courses, one period, and one edit of it."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from statistics import median
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks import data
from benchmarks.commit import timed
from benchmarks.document import written
from benchmarks.pairs import Figure, Take
from scorecard.board import Board
from scorecard.evaluation import View, of
from scorecard.evaluation.courses import courses
from scorecard.evaluation.valuation import Valuation
from scorecard.formula import parse
from scorecard.formula.columns import evaluate_columns
from scorecard.model.edits import Edit
from scorecard.model.records import Entry
from scorecard.vocabulary import Frequency

TODAY = date(2026, 3, 1)
VIEW = View(data.LAST)
ROOT = Path(__file__).resolve().parent.parent
#: So often what is short is done in one take.
TIMES = 20


@contextmanager
def whole(size: data.Size, name: str) -> Iterator[Figure]:
    """Every KPI in every month, definitions read anew, against one numpy division."""
    board, places, numbers = data.board(size), data.places(size), data.months(size)

    def evaluate() -> None:
        courses(Valuation(board, TODAY), places, Frequency.MONTH, numbers)

    yield Figure(f"evaluate {name}", None, "numpy divide", "s", timed(evaluate), _dividing(size))


@contextmanager
def again(size: data.Size, name: str) -> Iterator[Figure]:
    """Every KPI in every month with the definitions known, against one numpy division."""
    board, places, numbers = data.board(size), data.places(size), data.months(size)
    valuation = Valuation(board, TODAY)

    def evaluate() -> None:
        courses(valuation, places, Frequency.MONTH, numbers)

    yield Figure(
        f"evaluate {name} again", None, "numpy divide", "s", timed(evaluate), _dividing(size)
    )


@contextmanager
def from_arrays(size: data.Size, name: str) -> Iterator[Figure]:
    """One formula over arrays that are there already, against one numpy division of them, both
    in the same way: the same arrays, and as often one after the other."""
    tree, (left, right) = parse("A / B × 100%"), _numbers(size)
    columns = _Pair(left, right)
    yield Figure(
        f"{name} from arrays",
        8.0,
        "numpy divide",
        "s",
        _least(lambda: evaluate_columns(tree, columns)),
        _least(lambda: np.divide(left, right)),
    )


@contextmanager
def one_edit(size: data.Size, name: str) -> Iterator[Figure]:
    """All lines of the newest month after one entry, against all lines from nothing."""
    board = data.board(size)
    before = of(board, VIEW, TODAY)
    before.lines()
    edits = _edit(board)
    after = board.after(edits)
    before.after(after, edits).lines()
    yield Figure(
        f"one edit {name}",
        1 / 300,
        "all lines",
        "s",
        often(lambda: before.after(after, edits).lines()),
        timed(lambda: of(after, VIEW, TODAY).lines()),
    )


@contextmanager
def changes(size: data.Size, name: str) -> Iterator[Figure]:
    """How all lines changed since the month before and since last year, against all lines from
    nothing."""
    board = data.board(size)

    def take() -> float:
        lines = of(board, VIEW, TODAY).lines()
        return timed(lambda: [(line.previous, line.last_year) for line in lines])()

    peer = timed(lambda: of(board, VIEW, TODAY).lines())
    yield Figure(f"changes {name}", None, "all lines", "s", take, peer)


@contextmanager
def values(size: data.Size, name: str, folder: Path) -> Iterator[Figure]:
    """The verb `values`, from its start to its end, against an empty Python process."""
    path = written(size, folder)
    verb = [str(ROOT / "main.py"), "values", str(path), "--period", data.LAST.code, "--json"]
    yield Figure(
        f"values {name}", None, "empty Python", "s", timed(lambda: _run(verb)), timed(_run_nothing)
    )


def _edit(board: Board) -> tuple[Edit, ...]:
    measure = next(iter(board.measures))
    before = board.entry(measure, data.COMPANY, data.LAST.code)
    return (Edit(before, Entry(measure, data.COMPANY, data.LAST.code, 1234.5)),)


class _Pair(NamedTuple):
    """Columns of the two names of a formula, in months that stand alone."""

    left: "NDArray[np.float64]"
    right: "NDArray[np.float64]"

    def value(self, name: str) -> "NDArray[np.float64]":
        return self.left if name == "A" else self.right

    def previous(self, _steps: int) -> None:
        return None

    def year_before(self) -> None:
        return None

    def days(self) -> "NDArray[np.float64]":
        return np.full(self.left.shape, 30.0)


def _numbers(size: data.Size) -> "tuple[NDArray[np.float64], NDArray[np.float64]]":
    luck = np.random.default_rng(data.SEED)
    left, right = luck.uniform(800, 1200, (2, size.kpis, size.months)).round(1)
    return left, right


def _dividing(size: data.Size) -> Take:
    left, right = _numbers(size)
    return _least(lambda: np.divide(left, right))


def often(act: Callable[[], object]) -> Take:
    """The median of many at a stretch: what ran before has taken the cache away, so the first ones
    are slow, and a single one is so short that a hiccup of the computer would be most of it."""
    seconds = timed(act)
    return lambda: median(seconds() for _ in range(TIMES))


def _least(act: Callable[[], object]) -> Take:
    """The least of many: other programs only ever add to what an act takes, and to a longer one
    more often than to a shorter one."""
    seconds = timed(act)
    return lambda: min(seconds() for _ in range(TIMES))


def _run(arguments: list[str]) -> None:
    subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=True)


def _run_nothing() -> None:
    _run(["-c", "pass"])
