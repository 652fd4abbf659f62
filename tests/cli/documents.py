"""Documents of a few KPIs, written as a file and imported by the command line."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.cli.running import Run
from tests.exchange.documents import Json


def measure(name: str, **fields: object) -> Json:
    """A monthly measure that adds up, unless `fields` say otherwise."""
    return {"id": name, "name": name, "unit": "", "frequency": "month", **fields}


def kpi(name: str, formula: str, **fields: object) -> Json:
    """A monthly KPI of which more is better, unless `fields` say otherwise."""
    version = {"version": "v1", "effective": "2000-01", "name": name, "formula": formula}
    return {"id": name, "versions": [{**version, "direction": "higher", **fields}]}


def target(name: str, value: str, **fields: object) -> Json:
    """A target of the company from long ago on."""
    return {"kpi": name, "org": "co", "from": "2000-01", "value": value, **fields}


def months(name: str, values: Iterable[float | None], start: str = "2026-01") -> list[Json]:
    """Entries of consecutive months; nothing is entered where a value is None."""
    year, month = (int(part) for part in start.split("-"))
    codes = (f"{year + at // 12}-{at % 12 + 1:02d}" for at in range(month - 1, 1200))
    return [
        {"measure": name, "org": "co", "period": code, "value": value}
        for code, value in zip(codes, values, strict=False)
        if value is not None
    ]


def document(folder: Path, run: Run, parts: Mapping[str, object], fiscal_start: int = 1) -> Path:
    """A document of one company that holds `parts` of the interchange form."""
    path, source = folder / "d.scorecard", folder / "d.json"
    company = {"id": "co", "name": "公司", "parent": None}
    whole = {"format": "scorecard.board/1", "org": [company], **parts}
    source.write_text(json.dumps(whole, ensure_ascii=False), "utf-8")
    assert run("new", path, "--fiscal-start", fiscal_start).code == 0
    answer = run("import", path, source, "--json")
    assert answer.json["refused"] == []
    return path


def made(run: Run, folder: Path, parts: Json, fiscal_start: int = 1) -> Path:
    """The document of `parts`, each KPI on a line of its own."""
    lines = [
        {"id": f"n-{each['id']}", "parent": None, "kind": "kpi", "kpi": each["id"], "org": "co"}
        for each in parts["kpis"]
    ]
    return document(folder, run, {**parts, "tree": lines}, fiscal_start)


def seen(run: Run, path: Path, period: str, *options: object) -> dict[str, Json]:
    """The lines of `values` by their KPI; today is long after, unless `options` say."""
    today = () if "--today" in options else ("--today", "2030-01-01")
    said = run("values", path, "--period", period, *today, *options, "--json").json
    return {line["kpi"]: line for line in said["lines"]}


def trend(run: Run, path: Path, today: str, name: str = "K") -> Json:
    """What `trend --json` says of a KPI of the company."""
    answer: Json = run("trend", path, "--kpi", name, "--today", today, "--json").json
    return answer
