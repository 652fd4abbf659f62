"""The whole KPI catalogue as one document: each KPI has its value, its unit and its colour."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any  # the catalogue is JSON of many shapes

import pytest

from scorecard.board import Board
from scorecard.clock import FixedClock
from scorecard.commands.importing import ImportBoard
from scorecard.evaluation import Cell, View, of
from scorecard.exchange.board_file import read_board
from scorecard.exchange.plan import plan
from scorecard.period import Period
from scorecard.reading.entry import read_number, read_percent
from scorecard.reading.outcome import Read
from scorecard.shown import value_of
from scorecard.text import LANGUAGES
from scorecard.unit_words import is_same_unit
from scorecard.workspace import Workspace

Json = dict[str, Any]

CATALOGUE = Path(__file__).parent.parent / "formula" / "catalogue_examples.json"
KPIS: list[Json] = json.loads(CATALOGUE.read_text("utf-8"))
CLOCK = FixedClock(datetime(2027, 6, 30, 12, tzinfo=UTC))
#: All end on the last day of 2026, and so does the window of twelve months before them.
NEWEST = {"month": "2026-12", "quarter": "2026-Q4", "year": "2026"}
MONTHS = [f"2026-{month:02d}" for month in range(1, 13)]
DIRECTIONS = {">=": "higher", ">": "higher", "<=": "lower", "<": "lower", "=": "exact"}
#: What the examples do not tell: the period before, and the budget.
WITHOUT_COMPARISON = {"improve": "no_base", "budget": "no_budget"}


def own(kpi: Json, measure: str) -> str:
    """The id of a measure of one KPI alone: the examples give the same measure many values."""
    return f"{kpi['id']}_{measure}".replace("-", "_").lower()


def document() -> Json:
    """All KPIs with their measures, targets and examples in the interchange form."""
    return {
        "format": "scorecard.board/1",
        "org": [{"id": "co", "name": "公司", "parent": None}],
        "measures": [measure for kpi in KPIS for measure in measures(kpi)],
        "kpis": [{"id": kpi["id"], "versions": [version(kpi)]} for kpi in KPIS],
        "targets": [target for kpi in KPIS for target in targets(kpi)],
        "entries": [entry for kpi in KPIS for entry in entries(kpi)],
    }


def measures(kpi: Json) -> Iterator[Json]:
    frequency = "month" if kpi["window"] == "trailing_12m" else kpi["frequency"]
    for name, over_time in kpi["measures"].items():
        yield {
            "id": own(kpi, name),
            "name": own(kpi, name),
            "frequency": frequency,
            "over_time": over_time,
        }


def version(kpi: Json) -> Json:
    formula = kpi["formula"]
    for name in kpi["measures"]:
        formula = re.sub(rf"\b{name}\b", own(kpi, name), formula)
    kind = kpi["target"]["kind"]
    zero = kind == "=" and kpi["target"]["value"] == 0
    return {
        "version": "v1",
        "effective": "2020-01",
        "name": kpi["id"],
        "formula": formula,
        "unit": kpi["unit"],
        "frequency": kpi["frequency"],
        "direction": "zero" if zero else DIRECTIONS.get(kind, kind),
        "window": kpi["window"],
    }


def targets(kpi: Json) -> Iterator[Json]:
    goal = kpi["target"]
    if goal["kind"] == "none":
        return
    basis = {"basis": goal["per"]} if "per" in goal else {}
    yield {"kpi": kpi["id"], "org": "co", "from": "2020-01", "value": aim(kpi, goal), **basis}


def aim(kpi: Json, goal: Json) -> str:
    match goal["kind"]:
        case "range":
            return f"{stored(kpi, goal['low'])}..{stored(kpi, goal['high'])}"
        case "improve":
            return {"previous_period": "improve:previous"}[goal["compare"]]
        case "budget":
            return f"budget:{own(kpi, goal['measure'])}"
    return f"{goal['kind']}{stored(kpi, goal['value'])}"


def stored(kpi: Json, number: float) -> Decimal:
    """A number of a target on the stored scale: 35 of a percent KPI is 0.35."""
    return Decimal(repr(number)) / (100 if kpi["unit"] == "%" else 1)


def entries(kpi: Json) -> Iterator[Json]:
    now = Period.parse(NEWEST[kpi["frequency"]])
    for name in kpi["measures"]:
        given = kpi["inputs"].get(name)
        if given is not None and kpi["window"] == "trailing_12m":
            for month, value in zip(MONTHS, over_a_year(kpi["measures"][name], given), strict=True):
                yield entry(kpi, name, month, value)
        elif given is not None:
            yield entry(kpi, name, now.code, given)
        past = {f"PREV({name})": now.shifted(-1), f"LY({name})": now.year_before}
        for call, period in past.items():
            if call in kpi["inputs"] and period is not None:
                yield entry(kpi, name, period.code, kpi["inputs"][call])


def over_a_year(over_time: str, number: float) -> list[float]:
    """Twelve different values that are `number` together by the measure's method."""
    if over_time == "sum":
        return [float(month) for month in range(11)] + [number - 55]
    if over_time == "average":
        return [number - 3, number + 3] * 6
    return [number + 11 - month for month in range(12)]


def entry(kpi: Json, name: str, period: str, value: float) -> Json:
    return {"measure": own(kpi, name), "org": "co", "period": period, "value": value}


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Board:
    """The catalogue imported into a document on disk, and that opened again."""
    path = tmp_path_factory.mktemp("catalogue") / "catalogue.scorecard"
    workspace = Workspace.create(path, author="amy", clock=CLOCK)
    data = json.dumps(document(), ensure_ascii=False).encode()
    planned = plan(read_board(data, "catalogue.json"), workspace.board)
    assert (planned.refused, planned.unknown) == ((), ())
    workspace.run(ImportBoard("catalogue.json", planned.edits_on))
    workspace.close()
    again = Workspace.open(path, author="amy", clock=CLOCK, read_only=True)
    again.close()
    return again.board


def cell(board: Board, kpi: Json) -> Cell:
    view = View(Period.parse(NEWEST[kpi["frequency"]]))
    return of(board, view, date(2027, 6, 30)).cell(kpi["id"], "co")


@pytest.mark.parametrize("kpi", KPIS, ids=lambda kpi: kpi["id"])
def test_a_kpi_of_the_catalogue_has_the_value_of_its_example(board: Board, kpi: Json) -> None:
    found = cell(board, kpi)

    assert found.value == pytest.approx(kpi["raw"], rel=5e-12, abs=5e-9)
    assert not found.partial


@pytest.mark.parametrize("kpi", KPIS, ids=lambda kpi: kpi["id"])
def test_a_kpi_of_the_catalogue_has_the_colour_that_its_target_says(
    board: Board, kpi: Json
) -> None:
    found = cell(board, kpi)

    if kpi["target"]["kind"] in WITHOUT_COMPARISON:
        reason = WITHOUT_COMPARISON[kpi["target"]["kind"]]
        assert (found.status, found.reason) == ("grey", reason)
    elif kpi["meets"] is None:
        assert found.status == "blue"
    else:
        assert found.status in ({"green"} if kpi["meets"] else {"amber", "red"})


@pytest.mark.parametrize("kpi", KPIS, ids=lambda kpi: kpi["id"])
def test_a_kpi_of_the_catalogue_is_shown_in_its_unit(board: Board, kpi: Json) -> None:
    for language in LANGUAGES:
        shown = value_of(cell(board, kpi), language)

        assert shown is not None
        assert is_same_unit(shown.unit, kpi["unit"])
        assert language == "zh_TW" or shown.unit.isascii() or shown.unit == "×"
        read = read_percent(f"{shown.text}%") if shown.unit == "%" else read_number(shown.text)
        assert isinstance(read, Read)
        places = len(shown.text.partition(".")[2])
        hundred = 100 if shown.unit == "%" else 1
        assert abs(read.value * hundred - kpi["display"]) <= 0.51 * 10**-places


def test_the_catalogue_is_whole() -> None:
    kinds = {kpi["target"]["kind"] for kpi in KPIS}

    assert len(KPIS) == 175
    assert kinds == {*DIRECTIONS, "range", "improve", "budget", "none"}
