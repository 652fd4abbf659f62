"""`explain`: everything about a number, in sentences of both languages and as JSON."""

import json
from pathlib import Path

import pytest

from tests.cli.running import Run

APRIL, MAY = "2026-04", "2026-05"


def document(folder: Path, run: Run, *, weights: tuple[float, float] = (1, 1)) -> Path:
    """A goal over a yield in percent and a number of orders; no orders were entered for May."""
    path, source = folder / "d.scorecard", folder / "d.json"
    assert run("new", path).code == 0
    common = {"version": "v1", "effective": "2026-01", "direction": "higher", "decimals": 1}
    entries = {
        "good": {APRIL: 950, MAY: 965},
        "made": {APRIL: 1000, MAY: 1000},
        "orders": {APRIL: 40},
    }
    content = {
        "format": "scorecard.board/1",
        "org": [{"id": "co", "name": {"zh_TW": "公司", "en": "Company"}, "parent": None}],
        "measures": [
            {
                "id": "good",
                "name": {"zh_TW": "良品數", "en": "Good"},
                "unit": "件",
                "source": "MES",
            },
            {"id": "made", "name": {"zh_TW": "產量", "en": "Made"}, "unit": "件", "source": "MES"},
            {"id": "orders", "name": {"zh_TW": "訂單數", "en": "Orders"}, "unit": "張"},
        ],
        "kpis": [
            {
                "id": "Y",
                "versions": [{**common, "name": "良率", "formula": "良品數 / 產量", "unit": "%"}],
            },
            {
                "id": "O",
                "versions": [{**common, "name": "接單", "formula": "訂單數", "unit": "張"}],
            },
        ],
        "tree": [
            {"id": "g", "parent": None, "kind": "goal", "name": {"zh_TW": "目標", "en": "Goal"}},
            *(
                {"id": kpi, "parent": "g", "kind": "kpi", "kpi": kpi, "org": "co", "weight": weight}
                for kpi, weight in zip("YO", weights, strict=True)
            ),
        ],
        "targets": [
            {"kpi": "Y", "org": "co", "from": "2026-01", "value": ">=0.98"},
            {"kpi": "O", "org": "co", "from": "2026-01", "value": ">=30"},
        ],
        "entries": [
            {"measure": measure, "org": "co", "period": period, "value": value}
            for measure, values in entries.items()
            for period, value in values.items()
        ],
    }
    source.write_text(json.dumps(content), encoding="utf-8")
    assert run("import", path, source).code == 0
    return path


def view(*asked: str) -> tuple[str, ...]:
    return (*asked, "--period", MAY, "--today", "2026-07-01")


def test_a_change_of_a_percentage_is_said_in_points(tmp_path: Path, run: Run) -> None:
    path = document(tmp_path, run)

    said = run("explain", path, *view("--kpi", "Y"), "--json").json["sentences"]

    assert "比上期 +1.5 百分點，變好。" in said["zh_TW"]
    assert "+1.5 points on the period before: better." in said["en"]


def test_a_target_is_told_with_its_unit(tmp_path: Path, run: Run) -> None:
    said = run("explain", document(tmp_path, run), *view("--kpi", "Y"), "--lang", "en").out

    assert "Value: 96.5 %" in said.splitlines()
    assert "Target: ≥ 98.0 %" in said.splitlines()


@pytest.mark.parametrize("language", ["zh_TW", "en"])
def test_formula_inputs_and_rule_are_sentences_in_both_languages(
    tmp_path: Path, run: Run, language: str
) -> None:
    path = document(tmp_path, run)

    said = run("explain", path, *view("--kpi", "Y"), "--json").json["sentences"][language]

    expected = {
        "zh_TW": (
            "公式「良品數 / 產量」，代入 965 件 / 1,000 件，結果：96.5 %。",
            "良品數（公司，2026-05）：965 件，由 ",
            "越高越好（R-COLOUR-2）：≥ 98.0 % 是綠燈，≥ 88.2 % 是黃燈，其餘是紅燈。",
            "要 ≥ 98.0 % 才是綠燈。",
        ),
        "en": (
            "Formula Good / Made; with values 965 pcs / 1,000 pcs; result: 96.5 %.",
            "Good (Company, 2026-05): 965 pcs, entered by ",
            "Higher is better (R-COLOUR-2): ≥ 98.0 % is green, ≥ 88.2 % is amber, all else is red.",
            "Green would have needed ≥ 98.0 %.",
        ),
    }[language]
    assert [any(each.startswith(start) for each in said) for start in expected] == [True] * 4


def test_too_little_coverage_is_cut_and_never_reads_as_enough(tmp_path: Path, run: Run) -> None:
    # 62 of 125 is 49.6 %: too little, though 50 % would be enough (R-ROLL-4).
    path = document(tmp_path, run, weights=(62, 63))

    answer = run("explain", path, *view("--node", "g"), "--json").json

    assert (answer["status"], answer["reason"]) == ("grey", "low_coverage")
    assert answer["sentences"]["en"][0].startswith("Only 49.6 % of the weights have data")
    assert answer["sentences"]["zh_TW"][0].startswith("資料涵蓋率只有 49.6 %")


def test_a_goal_tells_what_moved_its_score(tmp_path: Path, run: Run) -> None:
    # April: 95.0 % scores 60 + 30 × (95 − 88.2) / 9.8 = 80.816…, orders 100; mean 90.408…
    # May: 96.5 % scores 85.408…, orders are missing. The yield gave 4.591…, the rest −9.591…
    path = document(tmp_path, run)

    answer = run("explain", path, *view("--node", "g"), "--json").json

    assert answer["change"]["parts"][0]["points"] == pytest.approx(4.59183673469)
    assert answer["change"]["composition"] == pytest.approx(-9.59183673469)
    said = answer["sentences"]["en"]
    start = said.index("The score moved −5.0 points on the period before, by:")
    assert said[start + 1 :] == [
        "良率: +4.6 points.",
        "Composition (added, removed, missing or weighed anew): −9.6 points.",
    ]


def test_a_kpi_tells_what_feeds_it_down_to_the_source_and_what_uses_it(
    tmp_path: Path, run: Run
) -> None:
    path = document(tmp_path, run)

    lineage = run("explain", path, *view("--kpi", "Y"), "--json").json["lineage"]

    assert [(link["kind"], link["id"]) for link in lineage["feeds"]] == [
        ("measure", "good"),
        ("measure", "made"),
    ]
    assert lineage["feeds"][0]["source"]["en"] == "MES"
    assert [(link["kind"], link["id"]) for link in lineage["used_by"]] == [("line", "Y")]


def test_a_measure_tells_its_entries_and_what_uses_it(tmp_path: Path, run: Run) -> None:
    path = document(tmp_path, run)

    answer = run("explain", path, *view("--measure", "良品數"), "--json").json
    told = run("explain", path, *view("--measure", "good"), "--lang", "en").out.splitlines()

    assert (answer["measure"], answer["value"], answer["lineage"]["feeds"]) == ("good", 965, [])
    assert [link["id"] for link in answer["lineage"]["used_by"]] == ["Y"]
    assert [entry["value"] for entry in answer["inputs"]] == [965]
    assert told[:2] == ["Good, Company, 2026-05", "Value: 965 pcs"]
    assert told[-1] == "Used by: 良率"


def test_a_measure_without_an_entry_says_why_there_is_no_value(tmp_path: Path, run: Run) -> None:
    answer = run("explain", document(tmp_path, run), *view("--measure", "orders"), "--json").json

    assert (answer["value"], answer["reason"]) == (None, "no_data")


def test_printed_points_lost_add_up_with_the_printed_score(tmp_path: Path, run: Run) -> None:
    path = document(tmp_path, run)

    said = run(
        "explain", path, "--node", "g", "--period", APRIL, "--today", "2026-07-01", "--lang", "en"
    ).out.splitlines()

    # 80.816… and 100: the goal is at 90.408…, its yield lost half of 19.183…, which is 9.591…
    assert said[2:5] == ["Score: 90.4", "Points lost, 9.6 in all:", "  良率: 9.6"]
