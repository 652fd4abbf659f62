"""How time and memory for one entry grow from a small document to a large one.

Run: python -m benchmarks.growing, with KPIS and MONTHS. It prints the bytes that an entry takes.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from benchmarks import data
from benchmarks.commit import timed
from benchmarks.evaluating import ROOT, TODAY, VIEW, often
from benchmarks.launch import greatest_memory
from benchmarks.pairs import Figure, Take
from scorecard.evaluation import of
from scorecard.evaluation.courses import courses
from scorecard.evaluation.valuation import Valuation
from scorecard.vocabulary import Frequency

GOAL = 1.1
MB = 1024 * 1024


@contextmanager
def time(small: data.Size, large: data.Size) -> Iterator[Figure]:
    """The seconds that every KPI in every month takes, by the entries there may be."""
    yield Figure("time per entry", GOAL, "S", "s", _seconds(large), _seconds(small))


@contextmanager
def memory(small: data.Size, large: data.Size) -> Iterator[Figure]:
    """The memory of a board with its lines, by the entries there may be."""
    yield Figure("memory per entry", GOAL, "S", "B", _bytes(large), _bytes(small))


def _seconds(size: data.Size) -> Take:
    board, places, numbers = data.board(size), data.places(size), data.months(size)

    def evaluate() -> None:
        courses(Valuation(board, TODAY), places, Frequency.MONTH, numbers)

    take = often(evaluate) if size.kpis < data.SIZES["M"].kpis else timed(evaluate)
    return lambda: take() / (size.kpis * size.months)


def _bytes(size: data.Size) -> Take:
    command = [sys.executable, "-m", "benchmarks.growing", str(size.kpis), str(size.months)]

    def take() -> float:
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
        return float(done.stdout)

    return take


def main(size: data.Size) -> None:
    """Make a document and its lines, and tell what that takes."""
    before = greatest_memory()
    board = data.board(size)
    lines = of(board, VIEW, TODAY).lines()
    taken = greatest_memory() - before
    print(taken * MB / (size.kpis * size.months) if lines else 0)


if __name__ == "__main__":
    main(data.Size(int(sys.argv[1]), int(sys.argv[2])))
