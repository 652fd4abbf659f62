"""Renaming by import: formulas go with the records' ids."""

import json
from pathlib import Path

import pytest

from tests.cli.running import Run


@pytest.fixture
def document(tmp_path: Path, run: Run) -> Path:
    """95 good ones of 100, and a difference and a share of them."""
    path, source = tmp_path / "d.scorecard", tmp_path / "d.json"
    run("new", path)
    kpis = {"D": "良品數 - 總數", "Y": "良品數 / [All units]"}
    source.write_text(
        json.dumps(
            {
                "format": "scorecard.board/1",
                "org": [{"id": "co", "name": "公司", "parent": None}],
                "measures": [
                    {"id": "g", "name": {"zh_TW": "良品數", "en": "Good units"}},
                    {"id": "t", "name": {"zh_TW": "總數", "en": "All units"}},
                ],
                "kpis": [
                    {
                        "id": kpi,
                        "versions": [
                            {"version": "v1", "effective": "2026-01", "name": kpi, "formula": text}
                        ],
                    }
                    for kpi, text in kpis.items()
                ],
                "tree": [],
                "entries": [
                    {"measure": "g", "org": "co", "period": "2026-01", "value": 95},
                    {"measure": "t", "org": "co", "period": "2026-01", "value": 100},
                ],
            }
        ),
        encoding="utf-8",
    )
    assert run("import", path, source).code == 0
    return path


def renamed(document: Path, run: Run, **names: tuple[str, str]) -> None:
    measures = [{"id": own, "name": {"zh_TW": zh, "en": en}} for own, (zh, en) in names.items()]
    source = document.with_name("names.json")
    content = {"format": "scorecard.board/1", "measures": measures}
    source.write_text(json.dumps(content), encoding="utf-8")
    assert run("import", document, source).code == 0


def explained(document: Path, run: Run, kpi: str) -> tuple[str, float]:
    answer = run("explain", document, "--kpi", kpi, "--period", "2026-01", "--json").json
    return answer["formula"], answer["value"]


def test_a_renamed_measure_is_renamed_in_the_formulas(document: Path, run: Run) -> None:
    renamed(document, run, g=("良-品", "Good units"), t=("總數", "Every unit"))

    assert explained(document, run, "Y") == ("[良-品] / [Every unit]", 0.95)


def test_two_swapped_names_leave_the_difference_as_it_was(document: Path, run: Run) -> None:
    renamed(document, run, g=("總數", "Good units"), t=("良品數", "All units"))

    assert explained(document, run, "D") == ("總數 - 良品數", -5)


def test_a_name_that_becomes_shared_leaves_every_value_as_it_was(document: Path, run: Run) -> None:
    renamed(document, run, g=("總數", "All units"))

    assert explained(document, run, "D") == ("g - t", -5)
    assert explained(document, run, "Y") == ("g / t", 0.95)


def test_a_renaming_is_undone_in_one_step(document: Path, run: Run) -> None:
    renamed(document, run, g=("總數", "Good units"), t=("良品數", "All units"))

    run("undo", document)

    assert explained(document, run, "D") == ("良品數 - 總數", -5)
