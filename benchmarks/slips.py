"""python -m benchmarks.slips FILE: how often the slip radar is wrong about real series, and how
many slips put into them it sees. FILE is a CSV with kpi_id, period and actual."""

import csv
import random
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Iterator
from io import StringIO
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from scorecard.board import Board, Place, assembled
from scorecard.commands.putting import put_all
from scorecard.model.records import Entry, Measure, Org
from scorecard.period import Period
from scorecard.slips.radar import Radar
from scorecard.slips.slip import Kind, Slip
from scorecard.vocabulary import Frequency, Words

ORG, SEED, SHARE = "all", 20261110, "%"
#: Of a hundred values that are right fewer than this many may be doubted.
MOST = 0.01


class Figures(NamedTuple):
    """`alarms` by kind among `values` that are as they were; `seen` of `put` slips by what was
    done."""

    values: int
    alarms: Counter[str]
    put: Counter[str]
    seen: Counter[str]


#: What is done to one value; the place in the order of the sheet is left alone.
SLIPS: dict[str, Callable[[float], float]] = {
    "x 10": lambda value: value * 10,
    "x 100": lambda value: value * 100,
    "x 1000": lambda value: value * 1000,
    "/ 10": lambda value: value / 10,
    "/ 100": lambda value: value / 100,
    "/ 1000": lambda value: value / 1000,
    "sign": lambda value: -value,
}


def read(path: Path, units: Path | None) -> Board:
    """The series of a file as a board; `units` is a CSV with id and unit."""
    rows = _rows(path)
    shares = _shares(units)
    ids = dict.fromkeys(row["kpi_id"] for row in rows)
    measures = [Measure(each, Words(each), SHARE if each in shares else "") for each in ids]
    series: dict[Place, dict[int, float | None]] = {}
    for row in rows:
        if row["actual"]:
            number, value = Period.parse(row["period"]).number, float(row["actual"])
            held = value / 100 if row["kpi_id"] in shares else value
            series.setdefault((row["kpi_id"], ORG), {})[number] = held
    return assembled([Org(ORG, Words(ORG)), *measures], series)


def measured(board: Board, seed: int = SEED) -> Figures:
    """The radar over every month of a board, and over the same with one slip at a time."""
    found = Figures(0, Counter(), Counter(), Counter())
    values, chance = 0, random.Random(seed)
    for period, places in _months(board):
        slips = Radar(board).slips(places, period)
        values += len(places)
        found.alarms.update(slip.kind.value for slip in slips.values())
        for name, seen in _trials(board, places, period, chance):
            found.put[name] += 1
            found.seen[name] += seen
    return found._replace(values=values)


def _trials(
    board: Board, places: list[Place], period: Period, chance: random.Random
) -> Iterator[tuple[str, bool]]:
    """Each slip at one place of a month; rows swapped, rows and months shifted."""
    for name, change in SLIPS.items():
        place = chance.choice(places)
        value = board.series_of(*place)[period.number]
        if value:
            yield name, place in _slips(board, {place: change(value)}, places, period)
    place = chance.choice(places)
    at = places.index(place)
    values = {each: board.series_of(*each)[period.number] or 0.0 for each in places}
    if at + 1 < len(places):
        other = places[at + 1]
        swapped = {place: values[other], other: values[place]}
        yield "rows swapped", bool(_slips(board, swapped, places, period).keys() & {place, other})
    moved = dict(zip(places[1:], values.values(), strict=False))
    yield "rows shifted", len(_slips(board, moved, places, period)) >= len(places) / 4
    earlier = {
        each: value
        for each in places
        if (value := board.series_of(*each).get(period.number - 1)) is not None
    }
    if earlier:
        slips = _slips(board, earlier, places, period)
        yield "month shifted", any(slip.kind is Kind.MONTH for slip in slips.values())


def _slips(
    board: Board, values: dict[Place, float], places: list[Place], period: Period
) -> dict[Place, Slip]:
    entries = [Entry(*place, period.code, value) for place, value in values.items()]
    return Radar(board.after(put_all(board, entries))).slips(places, period)


def _months(board: Board) -> Iterator[tuple[Period, list[Place]]]:
    dated = sorted(
        (number, place)
        for place, series in board.series.items()
        for number, value in series.items()
        if value is not None
    )
    for number, group in groupby(dated, key=lambda each: each[0]):
        yield Period(Frequency.MONTH, number), [place for _, place in group]


def _shares(path: Path | None) -> frozenset[str]:
    if path is None:
        return frozenset()
    return frozenset(row["id"] for row in _rows(path) if row["unit"] == SHARE)


def _rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(path.read_text("utf-8"))))


def main(arguments: list[str]) -> int:
    """Print the figures; 1 where more than one value in a hundred is doubted wrongly."""
    parser = ArgumentParser(prog="python -m benchmarks.slips", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--units", type=Path, help="a CSV with id and unit")
    options = parser.parse_args(arguments)
    found = measured(read(options.file, options.units))
    rate = found.alarms.total() / found.values
    print(f"values {found.values}, alarms {found.alarms.total()} = {rate:.2%}")
    for kind, count in found.alarms.most_common():
        print(f"  {kind}: {count} = {count / found.values:.3%}")
    for name, count in found.put.items():
        print(f"{name}: {found.seen[name]} of {count} seen = {found.seen[name] / count:.0%}")
    return 1 if rate >= MOST else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
