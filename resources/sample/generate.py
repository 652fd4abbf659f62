"""Writes the sample document: `python -m resources.sample.generate`.

Figures come from seeded curves, words and small counts from the tables beside this file; the
same tables give the same bytes on every run and every machine.
"""

import json
from pathlib import Path

from resources.sample.people import training
from resources.sample.plant import machine_hours, output_value, production, stock
from resources.sample.profit import capital, cash, cost, earnings
from resources.sample.sales import answers, lifetime, mix, orders, regions, revenue
from resources.sample.timeline import MONTHS, Series
from scorecard.period import Period

TABLES = Path(__file__).parent / "tables"
SAMPLE = Path(__file__).parent / "sample.json"

#: JSON objects of the interchange form.
Row = dict[str, object]

_FIRST_VERSION: Row = {
    "version": "v1.0",
    "effective": "2024-11",
    "frequency": "month",
    "change": {
        "zh_TW": "v1.0（2024-11-01）：初始版本。",
        "en": "v1.0 (2024-11-01): first version.",
    },
}

_SETTINGS: Row = {
    "fiscal_start": 1,
    "currency": "TWD",
    "language": "zh_TW",
    "bands": {"amber": 60, "green": 90},
    "coverage": 0.5,
    "grace_days": {"month": 10},
}


def sample() -> str:
    """The sample as the text of its file: one record a line."""
    lines = [f'"{name}": {_shown(part)}' for name, part in document().items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def document() -> Row:
    """The sample as a `scorecard.board/1` document."""
    outline = _table("outline")
    measures = _rows("measures")
    definitions = [
        definition
        for perspective in ("financial", "customer", "process", "learning")
        for definition in _rows(f"kpis-{perspective}")
    ]
    return {
        "format": "scorecard.board/1",
        "settings": _SETTINGS,
        "org": outline["org"],
        "measures": [{k: v for k, v in row.items() if k != "since"} for row in measures],
        "kpis": [_kpi(definition) for definition in definitions],
        "tree": _ordered(_list(outline["tree"])),
        "targets": [target for definition in definitions for target in _targets(definition)],
        "entries": _entries(measures, _list(outline["gaps"])),
        "okr": {"objectives": [], "initiatives": []},
        "actions": [],
        "surveys": [],
        "comments": outline["comments"],
        "reviews": outline["reviews"],
    }


def _kpi(definition: Row) -> Row:
    kept = {k: v for k, v in definition.items() if k not in {"id", "targets", "earlier"}}
    newest = _FIRST_VERSION | kept
    earlier = [newest | version for version in _list(definition.get("earlier", []))]
    return {"id": definition["id"], "versions": [*earlier, newest]}


def _targets(definition: Row) -> list[Row]:
    return [{"kpi": definition["id"], **target} for target in _list(definition["targets"])]


def _ordered(nodes: list[Row]) -> list[Row]:
    """The lines with their place among their siblings, counted from 1."""
    seen: dict[object, int] = {}
    for node in nodes:
        seen[node["parent"]] = seen.get(node["parent"], 0) + 1
        node["order"] = seen[node["parent"]]
    return nodes


def _entries(measures: list[Row], gaps: list[Row]) -> list[Row]:
    """All entries in the order of the measures; a gap has no value and says why."""
    series = _series() | _counts()
    missing = {
        (measure, gap["org"], gap["period"]): gap["note"]
        for gap in gaps
        for measure in _strings(gap["measures"])
    }
    rows: list[Row] = []
    for measure in measures:
        for (name, org), curve in series.items():
            if name == measure["id"]:
                rows += _cells(name, org, curve, str(measure["since"]), missing)
    return rows


def _cells(
    measure: str,
    org: str,
    curve: dict[str, float],
    since: str,
    missing: dict[tuple[str, object, object], object],
) -> list[Row]:
    rows: list[Row] = []
    for period, value in curve.items():
        cell: Row = {"measure": measure, "org": org, "period": period, "value": _plain(value)}
        if (measure, org, period) in missing:
            cell |= {"value": None, "note": missing[measure, org, period]}
        if period >= since:
            rows.append(cell)
    return rows


def _series() -> Series:
    """Every series that a seeded curve makes."""
    sold = revenue()
    total = {month: sum(curve[month] for curve in sold.values()) for month in MONTHS}
    made = production()
    output, good = made["output", "co"], made["good_units", "co"]
    earned = earnings(total)
    return (
        sold
        | regions(total)
        | mix(total)
        | orders(total)
        | answers()
        | lifetime()
        | cost(total)
        | earned
        | cash(earned["operating_profit", "co"], earned["depreciation", "co"])
        | capital(earned["nopat", "co"])
        | made
        | machine_hours(output, good)
        | output_value(output)
        | stock()
        | training()
    )


def _counts() -> Series:
    """The small counts, which are typed in their table."""
    found: Series = {}
    for measure, row in _table("counts").items():
        assert isinstance(row, dict)
        first = Period.parse(row["from"])
        found[measure, "co"] = {
            first.shifted(step).code: value for step, value in enumerate(row["values"])
        }
    return found


def _plain(value: float) -> float:
    return int(value) if value == int(value) else value


def _shown(part: object) -> str:
    if not isinstance(part, list) or not part:
        return json.dumps(part, ensure_ascii=False)
    return "[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in part) + "\n]"


def _table(name: str) -> Row:
    found = json.loads((TABLES / f"{name}.json").read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def _rows(name: str) -> list[Row]:
    return _list(json.loads((TABLES / f"{name}.json").read_text("utf-8")))


def _list(part: object) -> list[Row]:
    assert isinstance(part, list)
    return part


def _strings(part: object) -> list[str]:
    assert isinstance(part, list)
    return part


if __name__ == "__main__":
    SAMPLE.write_text(sample(), "utf-8", newline="\n")
