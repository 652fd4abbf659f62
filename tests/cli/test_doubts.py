"""`check` about formulas that can be computed and hardly mean what they say."""

import json
from pathlib import Path

import pytest

from scorecard.catalogue.library import library
from tests.cli.running import Run


def document(folder: Path, run: Run, formula: str, unit: str) -> Path:
    """Revenue of 5 and 9, orders of 10 and 12 in the first two months of a year."""
    path, source = folder / "d.scorecard", folder / "d.json"
    assert run("new", path).code == 0
    version = {"version": "v1", "effective": "2026-01", "name": "K", "formula": formula}
    entries = {"r": (5, 9), "o": (10, 12)}
    content = {
        "format": "scorecard.board/1",
        "org": [{"id": "co", "name": "公司", "parent": None}],
        "measures": [
            {"id": "r", "name": {"zh_TW": "營收", "en": "Revenue"}, "unit": "元"},
            {"id": "o", "name": {"zh_TW": "訂單數", "en": "Orders"}, "unit": "張"},
        ],
        "kpis": [{"id": "K", "versions": [{**version, "unit": unit}]}],
        "entries": [
            {"measure": measure, "org": "co", "period": f"2026-{month:02d}", "value": value}
            for measure, values in entries.items()
            for month, value in enumerate(values, 1)
        ],
    }
    source.write_text(json.dumps(content), encoding="utf-8")
    assert run("import", path, source).code == 0
    return path


def doubted(path: Path, run: Run, language: str) -> list[str]:
    answer = run("check", path, "--today", "2026-03-01", "--lang", language, "--json").json
    assert answer["ok"]
    said: list[str] = [
        finding["what"]
        for finding in answer["findings"]
        if finding["where"] == "kpi K v1 formula" and finding["level"] == "warning"
    ]
    return said


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "From character 1 on the formula gives “元/張”, but the unit of the KPI is “%”"),
        ("zh_TW", "公式從第 1 個字算出的單位是「元/張」，指標的單位卻是「%」"),
    ],
)
def test_money_per_order_that_is_called_a_percentage_is_warned_about(
    tmp_path: Path, run: Run, language: str, sentence: str
) -> None:
    path = document(tmp_path, run, "營收 / 訂單數", "%")

    assert [what[: len(sentence)] for what in doubted(path, run, language)] == [sentence]


def test_money_per_order_is_passed_over_where_its_unit_is_money(tmp_path: Path, run: Run) -> None:
    assert doubted(document(tmp_path, run, "營收 / 訂單數", "元"), run, "en") == []


def test_added_ratios_are_computed_by_the_letter_and_warned_about(tmp_path: Path, run: Run) -> None:
    path = document(tmp_path, run, "YTD(營收 / 訂單數)", "元")

    answer = run("explain", path, "--kpi", "K", "--period", "2026-02", "--json").json

    assert answer["value"] == 1.25  # 5/10 + 9/12, not 14/22
    assert ["YTD(a) / YTD(b)" in what for what in doubted(path, run, "en")] == [True]


def test_nothing_is_doubted_about_the_library_as_it_is_shipped(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "d.scorecard"
    departments = [shelf.id for shelf in library().departments]
    assert run("new", path, "--from-library", *departments).code == 0

    found = run("check", path, "--today", "2026-11-12", "--json").json["findings"]

    assert len(departments) >= 14
    assert [finding for finding in found if finding["where"].endswith("formula")] == []
