"""The library as a whole: read from resources/library when it is first asked for."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from scorecard.catalogue.template import Example, Kind, Shelf, Suggestion, Template
from scorecard.formula import parse
from scorecard.formula.names import names
from scorecard.model.records import KpiVersion, Measure
from scorecard.period_code import LENGTHS
from scorecard.target import read_aim
from scorecard.vocabulary import NO_WORDS, Category, Direction, Frequency, Method, Words

FOLDER = Path(__file__).resolve().parent.parent.parent / "resources" / "library"
Row = Mapping[str, Any]  # a JSON object of the program's own resources


@dataclass(frozen=True, slots=True)
class Library:
    """All templates by id, in the order of their departments, and the measures they share.

    A measure here is entered by month at the quickest: `quickest` says how often it is
    updated where its data come by themselves.
    """

    departments: tuple[Shelf, ...]
    themes: tuple[Shelf, ...]
    templates: Mapping[str, Template]
    measures: Mapping[str, Measure]
    quickest: Mapping[str, Frequency]

    def of_department(self, department: str) -> tuple[Template, ...]:
        """The templates of one department."""
        return tuple(each for each in self.templates.values() if each.department == department)


@cache
def library() -> Library:
    """The library of this program."""
    shelves = _read("shelves")
    rooms = [_read(name) for name in shelves["departments"]]
    templates = {each.id: each for room in rooms for each in _templates(room)}
    quickest = _quickest(templates.values())
    measures = [_measure(row, quickest[row["id"]]) for row in _read("measures")]
    return Library(
        tuple(_shelf(room["department"]) for room in rooms),
        tuple(_shelf(row) for row in shelves["themes"]),
        templates,
        {measure.id: measure for measure in measures},
        quickest,
    )


def department(code: str) -> Shelf | None:
    """The department of a code, without reading all of the library; None where there is none."""
    names = {name.upper(): name for name in _read("shelves")["departments"]}
    return _shelf(_read(names[code])["department"]) if code in names else None


def monthly(frequency: Frequency) -> Frequency:
    """A frequency at which people enter by hand: by month where the data come quicker."""
    return Frequency.MONTH if frequency in (Frequency.DAY, Frequency.WEEK) else frequency


def _read(name: str) -> Any:  # JSON of the program's own resources
    return json.loads((FOLDER / f"{name}.json").read_text("utf-8"))


def _templates(room: Row) -> Iterator[Template]:
    for row in room["kpis"]:
        yield _template(row, room["department"]["id"])


def _template(row: Row, department: str) -> Template:
    target = _suggestion(row.get("target"))
    example = row["example"]
    return Template(
        row["id"],
        department,
        row["theme"],
        _version(row),
        _needed(row["formula"], target),
        Example(example["inputs"], float(example["value"])),
        Kind(row.get("kind", "scalar")),
        tuple(row.get("aliases", ())),
        _words(row["good"]),
        _words(row.get("kept")),
        target,
        _suggestion(row.get("company_target")),
        row.get("core", False),
        row.get("key", False),
        row.get("company_key", False),
    )


def _version(row: Row) -> KpiVersion:
    bounds = row.get("bounds", {})
    better = row.get("better")
    return KpiVersion(
        row["id"],
        "v1.0",
        "",
        _words(row["name"]),
        Category(row["category"]),
        _words(row["definition"]),
        row["formula"],
        row["unit"],
        row["decimals"],
        Frequency(row["frequency"]),
        Direction(row["direction"]),
        amber=row.get("amber", ""),
        related=tuple(row["related"]),
        low_bound=_number(bounds.get("low")),
        high_bound=_number(bounds.get("high")),
        better=Direction(better) if better else None,
        window=row.get("window", ""),
        pitfall=_words(row["pitfall"]),
    )


def _measure(row: Row, quickest: Frequency) -> Measure:
    return Measure(
        row["id"],
        _words(row["name"]),
        row["unit"],
        monthly(quickest),
        Method(row["over_time"]),
        Method(row["over_org"]),
    )


def _needed(formula: str, target: Suggestion | None) -> tuple[str, ...]:
    said = [name.name for name in names(parse(formula))]
    budget = read_aim(target.value).measure if target is not None else ""
    return tuple(dict.fromkeys([*said, budget] if budget else said))


def _quickest(templates: Iterable[Template]) -> dict[str, Frequency]:
    """How often each measure is updated: as often as the quickest KPI over it."""
    found: dict[str, Frequency] = {}
    for template in templates:
        for measure in template.measures:
            own = template.version.frequency
            found[measure] = min(found.get(measure, own), own, key=LENGTHS.index)
    return found


def _shelf(row: Row) -> Shelf:
    return Shelf(row["id"], _words(row["name"]), row.get("icon", ""), tuple(row.get("aliases", ())))


def _suggestion(row: Row | None) -> Suggestion | None:
    if row is None:
        return None
    return Suggestion(row["value"], Frequency(row["basis"]) if "basis" in row else None)


def _words(row: Row | None) -> Words:
    return Words(**row) if row is not None else NO_WORDS


def _number(value: float | None) -> float | None:
    return None if value is None else float(value)
