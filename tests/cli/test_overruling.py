"""A unit's own value takes the place of those of the units below it: never in silence."""

from pathlib import Path

import pytest

from scorecard.exchange import source_file
from tests.cli.running import Run

PLACE = ("--measure", "revenue", "--period", "2026-10")
TABLE = "measure,org,period,value\nrevenue,co,2026-10,5\n"


def test_without_a_unit_a_measure_of_its_parts_is_not_set(sample: Path, run: Run) -> None:
    before = sample.read_bytes()

    answer = run("set", sample, *PLACE, "5")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        "“Revenue” is entered for units below the topmost one; say which with --org: "
        "a1 Product line A1, a2 Product line A2, bu-b Business unit B, bu-c Business unit C.\n"
    )
    assert sample.read_bytes() == before


def test_without_a_unit_a_measure_of_the_whole_is_set_as_before(sample: Path, run: Run) -> None:
    answer = run("set", sample, "--measure", "good_units", "--period", "2026-10", "335300")

    assert (answer.code, answer.err) == (0, "")


def test_an_entry_that_overrules_those_below_it_is_done_and_said(sample: Path, run: Run) -> None:
    answer = run("set", sample, *PLACE, "--org", "co", "5")

    assert (answer.code, answer.out) == (1, "Done: Entry of Revenue 2026-10.\n")
    assert "“Revenue” now has values of its own at Whole company" in answer.err
    assert "bu-b Business unit B" in answer.err


def test_what_overrules_already_is_not_said_again(sample: Path, run: Run) -> None:
    run("set", sample, *PLACE, "--org", "co", "5")

    answer = run("set", sample, *PLACE, "--org", "co", "6", "--json")

    assert (answer.code, answer.json["overruling"]) == (0, False)


@pytest.mark.parametrize("long", [False, True], ids=["a few rows", "many rows"])
def test_an_import_that_overrules_says_so_with_its_line(
    long: bool, sample: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    if long:
        monkeypatch.setattr(source_file, "LONG", 0)
    table = sample.with_name("company.csv")
    table.write_text(TABLE, "utf-8")

    answer = run("import", sample, table, "--lang", "zh_TW")

    assert answer.code == 1
    assert answer.err.startswith("company.csv 第 2 行：「營收」在全公司有了自己的數值")


def test_a_program_is_told_what_overrules(sample: Path, run: Run) -> None:
    table = sample.with_name("company.csv")
    table.write_text(TABLE, "utf-8")

    (told,) = run("import", sample, table, "--dry-run", "--json").json["unlikely"]

    assert (told["where"], told["what"]) == ("company.csv line 2", "revenue")


def test_a_new_document_whose_units_come_together_is_not_doubted(
    sample: Path, tmp_path: Path, run: Run
) -> None:
    whole, other = tmp_path / "all.json", tmp_path / "other.scorecard"
    run("set", sample, *PLACE, "--org", "co", "5")
    run("export", sample, "--what", "all", "--to", whole)
    run("new", other)

    assert "values of its own at" not in run("import", other, whole).err
