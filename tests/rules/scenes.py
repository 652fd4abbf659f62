"""Documents of one KPI, and what `values` says of it."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any  # the answers are JSON of many shapes

from tests.cli.documents import kpi, made, measure, months, seen, target
from tests.cli.running import Run
from tests.exchange.documents import Json


def entries(name: str, values: Mapping[str, float | None], org: str = "co") -> list[Json]:
    """Entries by their period; None where somebody says that there is none."""
    return [
        {"measure": name, "org": org, "period": period, "value": value}
        for period, value in values.items()
    ]


def one(
    aim: str | None = None,
    values: Iterable[float | None] = (),
    *,
    formula: str = "m",
    measures: list[Json] | None = None,
    more: list[Json] | None = None,
    aimed: Json | None = None,
    **fields: object,
) -> Json:
    """A document of one KPI `K`: months of `m` from January 2026 on, and `more` entries; `aimed`
    are further fields of its target, `fields` of its definition."""
    return {
        "measures": measures or [measure("m")],
        "kpis": [kpi("K", formula, **fields)],
        "targets": [target("K", aim, **(aimed or {}))] if aim else [],
        "entries": [*months("m", values), *(more or [])],
    }


def line(
    run: Run, folder: Path, parts: Json, period: str, *options: object, fiscal_start: int = 1
) -> dict[str, Any]:
    """The line of `K` in a period, long after unless `options` say the day."""
    return seen(run, made(run, folder, parts, fiscal_start), period, *options)["K"]


def told(said: Json, *names: str) -> tuple[object, ...]:
    """Some of what a line says."""
    return tuple(said[name] for name in names)
