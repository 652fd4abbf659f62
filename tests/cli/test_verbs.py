"""Each verb over a document of its own."""

import json
from pathlib import Path

import pytest

from tests.cli.running import Run
from tests.exchange.documents import described

VIEW = ("--period", "2026-10", "--today", "2026-11-12")


def test_a_new_document_is_made_once(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "a.scorecard"

    assert [run("new", path).code, run("new", path).code] == [0, 2]


def test_a_new_document_starts_its_year_when_asked(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "a.scorecard"
    run("new", path, "--fiscal-start", 7)

    assert run("values", path, "--period", "2026-10", "--json").json["fiscal_start"] == 7


def test_an_import_prints_its_counts(tmp_path: Path, run: Run) -> None:
    path, source = tmp_path / "a.scorecard", tmp_path / "in.json"
    source.write_text(json.dumps(described()), "utf-8")
    run("new", path, "--lang", "zh_TW")

    answer = run("import", path, source, "--json")

    assert (answer.code, answer.json["created"], answer.json["refused"]) == (0, 22, [])


def test_a_dry_run_changes_nothing(tmp_path: Path, run: Run) -> None:
    path, source = tmp_path / "a.scorecard", tmp_path / "in.json"
    source.write_text(json.dumps(described()), "utf-8")
    run("new", path, "--lang", "zh_TW")
    before = path.read_bytes()

    answer = run("import", path, source, "--dry-run", "--json")

    assert (answer.json["created"], path.read_bytes() == before) == (22, True)


def test_unknown_fields_of_an_import_end_with_a_warning(tmp_path: Path, run: Run) -> None:
    path, source = tmp_path / "a.scorecard", tmp_path / "in.json"
    source.write_text(json.dumps({**described(), "extra": 1}), "utf-8")
    run("new", path)

    answer = run("import", path, source, "--json")

    assert (answer.code, answer.json["unknown"]) == (1, ["extra"])


def test_a_line_of_the_sample_says_all_of_the_interchange_form(sample: Path, run: Run) -> None:
    lines = run("values", sample, *VIEW, "--kpi", "FIN-003", "--json").json["lines"]

    assert set(lines[0]) >= {
        *("node", "parent", "kind", "kpi", "org", "name", "key", "value", "unit", "target"),
        *("attainment", "score", "status", "reason", "stale", "value_period", "have", "of"),
        *("partial", "coverage", "worst", "capped", "change"),
    }


def test_a_set_value_is_undone_and_redone(sample: Path, run: Run) -> None:
    place = ("--measure", "revenue", "--period", "2026-11", "--org", "bu-c")
    run("set", sample, *place, "5,000,000")

    undone, redone = run("undo", sample, "--lang", "zh_TW"), run("redo", sample)

    assert (undone.out, redone.code) == ("已復原：輸入營收 2026-11\n", 0)


def test_a_negative_value_stands_after_two_dashes(sample: Path, run: Run) -> None:
    place = ("--measure", "revenue", "--period", "2026-11", "--org", "bu-c")

    assert run("set", sample, *place, "--json", "--", "-5").json["value"] == -5


def test_the_history_says_who_did_what(sample: Path, run: Run) -> None:
    run("set", sample, "--measure", "revenue", "--period", "2026-11", "--org", "bu-c", "5")

    newest = run("history", sample, "--json", "--limit", 1).json[0]

    assert newest["name"] == {"zh_TW": "輸入營收 2026-11", "en": "Entry of Revenue 2026-11"}


def test_a_number_is_explained_down_to_its_entries(sample: Path, run: Run) -> None:
    explained = run("explain", sample, "--kpi", "FIN-003", *VIEW, "--json").json

    assert {entry["measure"] for entry in explained["inputs"]} >= {"revenue"}
    assert set(explained["sentences"]) == {"zh_TW", "en"}


def test_an_explanation_in_words_names_its_inputs_and_who_typed_them_when(
    sample: Path, run: Run
) -> None:
    said = run("explain", sample, "--kpi", "PPC-002", *VIEW, "--lang", "zh_TW").out

    assert "  出貨訂單數　全公司　2026-10：167 筆（劉建宏，2026-11-03 09:12）" in said.splitlines()


@pytest.mark.parametrize("language", ["zh_TW", "en"])
def test_an_explanation_in_chinese_holds_no_english_label(
    language: str, sample: Path, run: Run
) -> None:
    said = run("explain", sample, "--kpi", "PPC-002", *VIEW, "--lang", language).out

    assert ("Formula:" in said, "公式：" in said) == (language == "en", language == "zh_TW")


def test_a_parent_is_explained_by_the_points_that_each_child_costs(sample: Path, run: Run) -> None:
    said = run("explain", sample, "--node", "g", *VIEW, "--lang", "en").out.splitlines()

    # Once among the points lost, once among the parts of the change.
    named = [line.partition(":")[0] for line in said if "Internal process" in line]
    assert named == ["  Internal process", "Internal process"]
    assert "  Customer: 2.5" in said


def test_a_kpi_of_several_units_is_explained_only_when_the_unit_is_said(
    sample: Path, run: Run
) -> None:
    asked = run("explain", sample, "--kpi", "FIN-206", *VIEW, "--lang", "en")
    told = run("explain", sample, "--kpi", "FIN-206", "--org", "bu-b", *VIEW, "--json")

    assert (asked.code, "bu-a, a1, a2, bu-b, bu-c" in asked.err) == (2, True)
    assert told.json["org"] == "bu-b"


@pytest.mark.parametrize(
    ("language", "words"), [("zh_TW", "缺「平均客單價」"), ("en", "missing Average order value")]
)
def test_what_is_missing_is_named_in_the_language_of_the_answer(
    language: str, words: str, sample: Path, run: Run
) -> None:
    lines = run("values", sample, *VIEW, "--lang", language).out.splitlines()

    assert any(line.endswith(words) for line in lines)
    assert "missing:" not in "".join(lines)


def test_a_trend_in_words_has_values_and_colours_as_people_read_them(
    sample: Path, run: Run
) -> None:
    said = run("trend", sample, "--kpi", "PPC-002", "--today", "2026-11-12", "--lang", "zh_TW")

    assert said.out.splitlines()[-1] == "2026-10\t89.8 %\t≥ 95.0 %\t紅"


def test_a_kpi_is_explained_where_it_has_no_line(sample: Path, run: Run) -> None:
    answer = run("explain", sample, "--kpi", "FIN-206", "--org", "co", *VIEW, "--json")

    assert (answer.code, answer.json["node"], answer.json["org"]) == (0, None, "co")


def test_a_trend_has_points_limits_and_at_least_three_steps(sample: Path, run: Run) -> None:
    trend = run("trend", sample, "--kpi", "FIN-003", "--today", "2026-11-12", "--json").json

    assert trend["points"][-1]["period"] == "2026-10"
    assert trend["limits"][0]["quality"] == "full"
    assert [p["period"] for p in trend["forecast"]["points"]] == ["2026-11", "2026-12", "2027-01"]


def test_the_landing_of_an_additive_kpi_is_held_against_the_year(sample: Path, run: Run) -> None:
    place = ("--kpi", "FIN-206", "--org", "bu-c")
    trend = run("trend", sample, *place, "--today", "2026-11-12", "--json").json

    assert trend["landing"]["target"] == 60_000_000


def test_check_warns_and_names_the_places(sample: Path, run: Run) -> None:
    answer = run("check", sample, "--today", "2026-11-12", "--json")

    assert (answer.code, answer.json["ok"]) == (1, True)
    assert all(set(f) == {"level", "where", "what"} for f in answer.json["findings"])


def test_a_formula_is_tried(run: Run) -> None:
    answer = run("formula", "(營收 − 成本) ÷ 營收", "--with", "營收=1000", "成本=640", "--json")

    assert answer.json == {"value": 0.36, "reason": None, "partial": False}


def test_an_empty_value_of_a_formula_is_missing(run: Run) -> None:
    assert (
        run("formula", "--with", "A=1", "--with", "B=", "A+B", "--json").json["reason"]
        == "missing:B"
    )


def test_a_mistake_in_a_formula_is_one_json_and_exit_2(run: Run) -> None:
    answer = run("formula", "A + (B", "--with", "A=1", "--json")

    assert (answer.code, answer.json["error"]["position"]) == (2, 6)


def test_other_periods_of_a_formula_are_given_as_series(run: Run) -> None:
    series = ("--series", "x=2025-01:10,2025-02:20", "--period", "2025-02")

    assert run("formula", "PREV(x)", *series, "--json").json["value"] == 10


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        pytest.param(("number", "--json", "--", "-5"), {"value": -5}, id="negative"),
        pytest.param(("period", "114年3月", "--json"), {"value": "2025-03"}, id="ROC month"),
        pytest.param(("yes", "沒有", "--json"), {"value": False}, id="no"),
    ],
)
def test_a_text_is_read(arguments: tuple[str, ...], answer: object, run: Run) -> None:
    assert run("read", "--as", *arguments).json == answer


def test_the_whole_document_goes_out_and_comes_back(sample: Path, tmp_path: Path, run: Run) -> None:
    first, second = tmp_path / "1.json", tmp_path / "2.json"
    run("export", sample, "--what", "all", "--to", first)
    run("new", tmp_path / "b.scorecard")
    run("import", tmp_path / "b.scorecard", first)

    run("export", tmp_path / "b.scorecard", "--what", "all", "--to", second)

    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("what", ["entries", "definitions", "values"])
def test_plain_data_is_written_as_csv_and_json(
    what: str, sample: Path, tmp_path: Path, run: Run
) -> None:
    table, plain = tmp_path / "x.csv", tmp_path / "x.json"

    codes = [run("export", sample, "--what", what, *VIEW, "--to", to).code for to in (table, plain)]

    assert codes == [0, 0]
    assert len(table.read_text("utf-8-sig").splitlines()) > 10


def test_a_snapshot_is_verified(sample: Path, tmp_path: Path, run: Run) -> None:
    snapshot = tmp_path / "s.json"
    run("snapshot", sample, *VIEW, "--to", snapshot)

    assert [run("verify", snapshot).code, run("verify", sample).code] == [0, 0]


def test_a_snapshot_altered_by_one_byte_is_recognised_anywhere(
    sample: Path, tmp_path: Path, run: Run
) -> None:
    snapshot = tmp_path / "s.json"
    run("snapshot", sample, *VIEW, "--to", snapshot)
    whole = snapshot.read_bytes()

    for place in range(0, len(whole), len(whole) // 40):
        snapshot.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert run("verify", snapshot).code == 2, place


def test_help_is_in_both_languages_for_every_verb(run: Run) -> None:
    from scorecard.cli.verbs import VERBS

    for verb in VERBS:
        answer = run(verb, "--help")
        assert (answer.code, "顯示說明 · shows this help" in answer.out) == (0, True)
