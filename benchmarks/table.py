"""The measured figures as one table, or as JSON for machines."""

import json
from collections.abc import Iterable

from benchmarks.pairs import Measured

HEAD = ("figure", "goal", "measured", "peer", "", "ratio", "A/A", "")
#: Seconds from which on they are told in ms.
_SHORT = 1e-4
WIDTHS = (20, 8, 12, 12, 14, 9, 6, 9)


def table(found: Iterable[Measured]) -> str:
    """A line for each figure, under a heading."""
    rows = [HEAD, *(_row(each) for each in found)]
    return "\n".join(_line(row) for row in rows)


def as_json(found: Iterable[Measured]) -> str:
    """A list of objects; times in seconds, memory in MB."""
    rows = [{**each._asdict(), "ratio": each.ratio, "verdict": each.verdict} for each in found]
    return json.dumps(rows, indent=1)


def _row(each: Measured) -> tuple[str, ...]:
    return (
        each.name,
        "" if each.goal is None else f"{each.goal:.4g} x",
        _shown(each.ours, each.unit),
        _shown(each.peer, each.unit),
        each.against,
        f"{each.ratio:.4g}",
        f"{each.again:.2f}",
        each.verdict,
    )


def _shown(number: float, unit: str) -> str:
    if unit != "s":
        return f"{number:,.1f} {unit}"
    return f"{number * 1000:,.3f} ms" if number >= _SHORT else f"{number * 1e6:,.3f} µs"


def _line(row: tuple[str, ...]) -> str:
    return "  ".join(f"{cell:{width}}" for cell, width in zip(row, WIDTHS, strict=True)).rstrip()
