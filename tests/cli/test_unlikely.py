"""A value far from the ones before it is taken, and said to be so."""

import json
from pathlib import Path

import pytest

from tests.cli.running import Run
from tests.exchange.documents import Json

PLACE = ("--measure", "m", "--period", "2026-04")


@pytest.fixture
def document(tmp_path: Path, run: Run) -> Path:
    """Three months of 1,000 pieces."""
    path = tmp_path / "a.scorecard"
    run("new", path)
    months = [f"2026-0{month}" for month in (1, 2, 3)]
    source(tmp_path, [entry(month, 1000) for month in months])
    assert run("import", path, tmp_path / "in.json").code == 0
    return path


def entry(period: str, value: float) -> Json:
    return {"measure": "m", "org": "co", "period": period, "value": value}


def source(folder: Path, entries: list[Json]) -> Path:
    """A file to import."""
    path = folder / "in.json"
    board = {
        "format": "scorecard.board/1",
        "org": [{"id": "co", "name": "公司"}],
        "measures": [{"id": "m", "name": "件數", "unit": "件"}],
        "entries": entries,
    }
    path.write_text(json.dumps(board), "utf-8")
    return path


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "12,000 differs more than tenfold from 1,000, the median of the values before it"),
        ("zh_TW", "12,000 與之前數值的中位數 1,000 相差十倍以上"),
    ],
)
def test_an_unlikely_entry_is_done_with_one_sentence_of_warning(
    language: str, words: str, document: Path, run: Run
) -> None:
    answer = run("set", document, *PLACE, "12000", "--lang", language)

    assert answer.code == 1
    assert answer.out
    assert words in answer.err
    assert len(answer.err.splitlines()) == 1
    exported = document.with_suffix(".csv")
    run("export", document, "--what", "entries", "--to", exported)
    assert "2026-04,12000" in exported.read_text("utf-8-sig")


def test_a_likely_entry_is_done_without_a_word(document: Path, run: Run) -> None:
    answer = run("set", document, *PLACE, "10000")

    assert (answer.code, answer.err) == (0, "")


def test_a_program_is_told_too_that_an_entry_is_unlikely(document: Path, run: Run) -> None:
    answer = run("set", document, *PLACE, "1", "--json")

    assert (answer.code, answer.json["changed"], answer.json["unlikely"]) == (1, True, True)
    assert run("set", document, *PLACE, "1", "--json").json["unlikely"] is False


def test_an_entry_typed_again_is_not_warned_of_again(document: Path, run: Run) -> None:
    run("set", document, *PLACE, "12000")

    assert run("set", document, *PLACE, "12000").code == 0


def test_an_import_lists_unlikely_entries_and_takes_them(
    document: Path, tmp_path: Path, run: Run
) -> None:
    file = source(tmp_path, [entry("2026-04", 12000), entry("2026-05", 900)])

    answer = run("import", document, file, "--json", "--lang", "en")

    assert (answer.code, answer.json["created"], answer.json["refused"]) == (1, 2, [])
    (found,) = answer.json["unlikely"]
    assert (found["where"], found["what"]) == ("entries[0]", "12,000")
    assert found["why"].startswith("12,000 differs more than tenfold from 1,000")


@pytest.mark.parametrize(("language", "words"), [("en", "tenfold"), ("zh_TW", "十倍以上")])
def test_an_import_of_a_table_names_the_line_of_an_unlikely_entry(
    language: str, words: str, document: Path, tmp_path: Path, run: Run
) -> None:
    file = tmp_path / "entries.csv"
    file.write_text("measure,period,value\nm,2026-04,900\nm,2026-05,1.2萬\n", "utf-8")

    answer = run("import", document, file, "--lang", language)

    (said,) = answer.err.splitlines()
    assert answer.code == 1
    assert {"en": "entries.csv line 3: ", "zh_TW": "entries.csv 第 3 行："}[language] in said
    assert words in said


def test_a_trial_of_an_import_warns_too_and_changes_nothing(
    document: Path, tmp_path: Path, run: Run
) -> None:
    before = document.read_bytes()

    answer = run("import", document, source(tmp_path, [entry("2026-04", 99)]), "--dry-run")

    assert (answer.code, "99" in answer.err) == (1, True)
    assert document.read_bytes() == before


def test_an_import_of_what_is_there_already_warns_of_nothing(
    document: Path, tmp_path: Path, run: Run
) -> None:
    file = source(tmp_path, [entry("2026-04", 12000)])
    run("import", document, file)

    again = run("import", document, file, "--json")

    assert (again.code, again.json["unlikely"]) == (0, [])
