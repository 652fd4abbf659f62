"""python -m benchmarks: the figures of the product beside those of its peers."""

import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple

from benchmarks import data
from benchmarks.commit import commit, whole_edit
from benchmarks.editing import edit
from benchmarks.evaluating import again, changes, from_arrays, one_edit, values, whole
from benchmarks.growing import memory as memory_per_entry
from benchmarks.growing import time as time_per_entry
from benchmarks.importing import import_memory, import_time, import_utils, import_verb
from benchmarks.pairs import Figure, Measured, measured
from benchmarks.starting import memory, start
from benchmarks.table import as_json, table

MANY = data.Size(5_000, 24)
#: What `--quick` measures instead of S, M and L.
TINY = data.Size(8, 6)

Making = Callable[[Path], AbstractContextManager[Figure]]


class Plan(NamedTuple):
    """A figure to be measured: `name` for `--only`, and how many rounds give a steady median."""

    name: str
    rounds: int
    making: Making


def plans(sizes: dict[str, data.Size]) -> list[Plan]:
    """All figures, in the order of the table."""
    small, middle, large = sizes["S"], sizes["M"], sizes["L"]
    return [
        Plan("start", 9, lambda folder: start("sample", 1.25, None, folder)),
        Plan("start", 9, lambda folder: start("S", 1.25, small, folder)),
        Plan("start", 5, lambda folder: start("5,000", 1.5, sizes["many"], folder)),
        Plan("memory", 3, lambda folder: memory("M", 1.45, middle, folder)),
        Plan("edit", 40, lambda folder: edit(small, "S", folder)),
        Plan("commit", 60, commit),
        Plan("commit", 60, whole_edit),
        Plan("arrays", 15, lambda _: from_arrays(large, "L")),
        Plan("evaluate", 9, lambda _: whole(middle, "M")),
        Plan("evaluate", 9, lambda _: again(middle, "M")),
        Plan("evaluate", 3, lambda _: whole(large, "L")),
        Plan("evaluate", 3, lambda _: again(large, "L")),
        Plan("changes", 5, lambda _: changes(middle, "M")),
        Plan("one-edit", 5, lambda _: one_edit(large, "L")),
        Plan("growth", 2, lambda _: time_per_entry(small, large)),
        Plan("growth", 1, lambda _: memory_per_entry(small, large)),
        Plan("import", 3, lambda folder: import_time(large, "L", folder)),
        Plan("import", 2, lambda folder: import_verb(large, "L", folder)),
        Plan("import", 1, lambda folder: import_utils(large, "L", folder)),
        Plan("import", 1, lambda folder: import_memory(large, "L", folder)),
        Plan("import-less", 5, lambda folder: import_time(middle, "M", folder)),
        Plan("import-less", 3, lambda folder: import_utils(middle, "M", folder)),
        Plan("values", 5, lambda folder: values(middle, "M", folder)),
    ]


def run(*, only: str | None, quick: bool) -> Iterator[Measured]:
    """The figures, one after the other; `quick` shows that they run, with tiny documents."""
    sizes = dict.fromkeys([*data.SIZES, "many"], TINY) if quick else {**data.SIZES, "many": MANY}
    with tempfile.TemporaryDirectory() as name:
        for plan in plans(sizes):
            if only in (None, plan.name):
                with plan.making(Path(name)) as figure:
                    yield measured(figure, 1 if quick else plan.rounds)


def main(arguments: list[str]) -> int:
    """Print the table; 1 where a goal is missed, 3 where a run was too noisy to tell."""
    names = sorted({plan.name for plan in plans({**data.SIZES, "many": MANY})})
    parser = ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--json", action="store_true", help="for machines")
    parser.add_argument("--only", choices=names, help="one figure")
    parser.add_argument("--quick", action="store_true", help="tiny documents, one round")
    options = parser.parse_args(arguments)
    found = []
    for each in run(only=options.only, quick=options.quick):
        found.append(each)
        print(f"{each.name}: {each.ratio:.4g} ({each.verdict})", file=sys.stderr)
    print(as_json(found) if options.json else table(found))
    verdicts = {each.verdict for each in found}
    return 1 if "missed" in verdicts else 3 if "too noisy" in verdicts else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
