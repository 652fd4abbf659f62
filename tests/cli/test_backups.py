"""Backups on the command line: listed, restored, salvaged."""

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from scorecard.cli.own_folder import own_folder
from tests.cli.running import Run, run, sample

__all__ = ["run", "sample"]
OCTOBER = ("--measure", "good_units", "--period", "2026-10")


def listed(run: Run, path: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = run("backups", path, "--json").json
    return found


def exported(run: Run, path: Path) -> dict[str, list[dict[str, object]]]:
    out = path.with_name("all.json")
    run("export", path, "--what", "all", "--to", out)
    found: dict[str, list[dict[str, object]]] = json.loads(out.read_text("utf-8"))
    return found


def good_units(run: Run, path: Path) -> float:
    entries = exported(run, path)["entries"]
    return next(
        float(str(e["value"]))
        for e in entries
        if (e["measure"], e["period"], e["org"]) == ("good_units", "2026-10", "co")
    )


def spoil(path: Path, table: str) -> None:
    connection = sqlite3.connect(path)
    (page,) = connection.execute(
        "SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)
    ).fetchone()
    connection.close()
    with path.open("r+b") as file:
        file.seek(4096 * (page - 1))
        file.write(b"\xff" * 4096)


def test_the_first_edit_of_a_day_keeps_a_backup_of_what_was_before(sample: Path, run: Run) -> None:
    run("set", sample, *OCTOBER, "1")
    run("set", sample, *OCTOBER, "2")

    (kept,) = listed(run, sample)

    assert (kept["number"], kept["why"], kept["whole"]) == (1, "daily", True)
    assert kept["kpis"] == len(exported(run, sample)["kpis"])
    assert kept["entries"] == len(exported(run, sample)["entries"])


def test_an_import_keeps_one_too(sample: Path, run: Run, tmp_path: Path) -> None:
    run("set", sample, *OCTOBER, "1")
    source = tmp_path / "entries.csv"
    source.write_text("measure,org,period,value\ngood_units,co,2026-10,5\n", "utf-8")

    assert run("import", sample, source).code in {0, 1}

    assert [each["why"] for each in listed(run, sample)] == ["import", "daily"]


def test_a_restore_goes_back_and_undo_comes_forth_again(sample: Path, run: Run) -> None:
    before = good_units(run, sample)
    run("set", sample, *OCTOBER, "1")

    answer = run("restore", sample, "--backup", "1")

    assert (answer.code, answer.err) == (0, "")
    assert "Restore of backup 1" in answer.out
    assert good_units(run, sample) == before
    run("undo", sample)
    assert good_units(run, sample) == 1


def test_a_restore_of_the_same_changes_nothing(sample: Path, run: Run) -> None:
    run("backups", sample, "--keep")

    assert "nothing was changed" in run("restore", sample).out


def test_any_other_copy_can_be_restored_from(sample: Path, run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "copy.scorecard"
    copy.write_bytes(sample.read_bytes())
    before = good_units(run, sample)
    run("set", sample, *OCTOBER, "1")

    assert run("restore", sample, "--from", copy).code == 0

    assert good_units(run, sample) == before


def test_a_number_that_is_none_of_a_backup_is_refused_with_those_there_are(
    sample: Path, run: Run
) -> None:
    run("backups", sample, "--keep")

    answer = run("restore", sample, "--backup", "7")

    assert answer.code == 2
    assert "There is no backup 7; the numbers are 1." in answer.err


def test_a_damaged_document_gets_its_newest_good_backup(sample: Path, run: Run) -> None:
    before = good_units(run, sample)
    run("backups", sample, "--keep")
    spoil(sample, "entry")
    assert run("values", sample, "--period", "2026-10").code == 3

    answer = run("restore", sample)

    assert (answer.code, answer.err) == (0, "")
    assert "範例.damaged-1.scorecard" in answer.out
    assert good_units(run, sample) == before


def test_a_damaged_source_replaces_nothing(sample: Path, run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "copy.scorecard"
    copy.write_bytes(sample.read_bytes())
    spoil(copy, "entry")
    before = sample.read_bytes()

    assert run("restore", sample, "--from", copy).code == 3

    assert sample.read_bytes() == before


def test_a_damaged_document_is_salvaged_into_a_new_one(
    sample: Path, run: Run, tmp_path: Path
) -> None:
    before = good_units(run, sample)
    spoil(sample, "comment")

    answer = run("salvage", sample, tmp_path / "new.scorecard")

    assert answer.code == 1
    assert "Check what it holds" in answer.out
    assert good_units(run, tmp_path / "new.scorecard") == before


def test_a_document_without_backups_says_so(sample: Path, run: Run) -> None:
    assert run("backups", sample).out == "There is no backup of this file.\n"
    assert run("restore", sample).code == 2


#: Where Qt keeps the data of the program of that name; in a process of its own, because a test of
#: windows could not make its application beside this one.
WHERE = """
import sys
from PySide6.QtCore import QCoreApplication, QStandardPaths
application = QCoreApplication([sys.argv[1]])
application.setApplicationName("scorecard")
print(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation))
"""


@pytest.mark.parametrize("name", ["scorecard", "ui"])
def test_command_line_and_window_keep_backups_in_the_same_place(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pytest.importorskip("PySide6.QtCore")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    told = subprocess.run(
        [sys.executable, "-c", WHERE, name], capture_output=True, text=True, check=True
    )

    assert Path(told.stdout.strip()) == own_folder()
