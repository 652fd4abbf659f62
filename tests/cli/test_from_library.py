"""`new --from-library`: a document of whole departments, ready for entry."""

from pathlib import Path

import pytest

from tests.cli.running import Run


def test_a_document_of_one_department_has_its_kpis_and_their_measures(
    tmp_path: Path, run: Run
) -> None:
    answer = run("new", tmp_path / "a.scorecard", "--from-library", "QAD", "--json")

    assert (answer.code, answer.err) == (0, "")
    assert answer.json == {"file": "a.scorecard", "kpis": 7, "measures": 11}


def test_departments_are_known_by_code_and_by_name_in_both_languages(
    tmp_path: Path, run: Run
) -> None:
    path = tmp_path / "a.scorecard"

    answer = run("new", path, "--from-library", "eng", "設備部", "Quality assurance", "--json")

    assert answer.json["kpis"] == 6 + 7 + 7


def test_an_unknown_department_is_refused_with_the_nearest_and_nothing_is_made(
    tmp_path: Path, run: Run
) -> None:
    path = tmp_path / "a.scorecard"

    answer = run("new", path, "--from-library", "FIN", "Salez")

    assert (answer.code, path.exists(), answer.out) == (2, False, "")
    assert "Salez" in answer.err
    assert "SAL 業務部 Sales" in answer.err


def test_a_file_that_is_there_is_not_overwritten(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "a.scorecard"
    path.write_bytes(b"mine")

    assert run("new", path, "--from-library", "FIN").code == 2
    assert path.read_bytes() == b"mine"


def test_the_sample_is_no_document_of_departments(tmp_path: Path, run: Run) -> None:
    assert run("new", tmp_path / "a.scorecard", "--sample", "--from-library", "FIN").code == 2


@pytest.mark.parametrize("typed", [",", "", " "])
def test_no_department_at_all_is_refused(typed: str, tmp_path: Path, run: Run) -> None:
    assert run("new", tmp_path / "a.scorecard", "--from-library", typed).code == 2


def test_a_value_entered_is_evaluated_at_once(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "a.scorecard"
    run("new", path, "--from-library", "FIN", "--today", "2026-11-10")
    for measure, value in (("revenue", 12_000_000), ("cogs", 7_560_000)):
        run("set", path, "--measure", measure, "--period", "2026-10", value)

    lines = run("values", path, "--period", "2026-10", "--kpi", "FIN-003", "--json").json["lines"]

    assert [(line["value"], line["target"], line["status"], line["key"]) for line in lines] == [
        (0.37, 0.35, "green", True)
    ]


def test_nothing_but_what_is_still_to_be_said_is_found_in_it(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "a.scorecard"
    departments = [
        "FIN",
        "SAL",
        "ENG",
        "RND",
        "MFG",
        "EQP",
        "QAD",
        "PUR",
        "PPC",
        "ITD",
        "FAC",
        "OSH",
        "HRD",
        "MKT",
    ]
    run("new", path, "--from-library", *departments)

    answer = run("check", path, "--today", "2026-01-15", "--json")

    assert answer.json["ok"]
    warned = {f["what"] for f in answer.json["findings"] if f["level"] == "warning"}
    noted = [f["what"] for f in answer.json["findings"] if f["level"] == "note"]
    assert len(warned) < 5
    assert len(noted) == 2  # what governance says of each KPI is counted, not listed


def test_it_is_one_step_that_can_be_undone(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "a.scorecard"
    run("new", path, "--from-library", "QAD", "HRD")

    assert run("undo", path).code == 0
    assert run("values", path, "--period", "2026-10", "--json").json["lines"] == []


def test_targets_count_from_the_fiscal_year_before_on(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "a.scorecard"
    arguments = ("--fiscal-start", 4, "--today", "2026-11-10")

    run("new", path, "--from-library", "QAD", *arguments)
    run("export", path, "--what", "all", "--to", tmp_path / "a.json")

    assert '"from": "2025-04"' in (tmp_path / "a.json").read_text("utf-8")
