"""A document of an older version on the command line: what is done is said beside the answer."""

import json
from pathlib import Path

import pytest

from scorecard.cli.own_folder import backup_folder
from scorecard.store.backups import Shelf
from tests.cli.running import Run
from tests.old_files.documents import NAMES, old, said
from tests.old_files.make import HERE

pytestmark = pytest.mark.parametrize("name", NAMES)

READ = (
    "old.scorecard: This scorecard was made by version 0.1.0 and is shown in the new form; "
    "the file itself stays as it is.\n"
)


def test_a_verb_that_reads_leaves_the_file_as_it_is_and_says_so(
    tmp_path: Path, run: Run, name: str
) -> None:
    path = old(tmp_path, name)
    before = path.read_bytes()

    answer = run("values", path, "--period", "2026-10", "--json")

    assert (answer.code, answer.err) == (0, READ)
    assert [line["kpi"] for line in answer.json["lines"]][1:] == ["FIN-002", "FIN-001", "IT-001"]
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (before, [path])


def test_a_verb_that_edits_says_where_the_backup_lies(tmp_path: Path, run: Run, name: str) -> None:
    path = old(tmp_path, name)

    first = run("set", path, "--measure", "revenue", "--period", "2026-10", "1300")
    second = run("set", path, "--measure", "revenue", "--period", "2026-10", "1310")

    (kept,) = (backup.path for backup in Shelf(backup_folder(), path).listed())
    assert first.err == (
        "old.scorecard: This scorecard was made by version 0.1.0 and has been brought to the new "
        f"form; as it was, it is kept in “{kept}”.\n"
    )
    assert (first.code, second.code, second.err) == (0, 0, "")


def test_what_is_exported_is_what_its_own_program_exported(
    tmp_path: Path, run: Run, name: str
) -> None:
    """Later programs add fields that say nothing new of it; they take none away."""
    path, target = old(tmp_path, name), tmp_path / "all.json"
    run("undo", path)
    run("undo", path)

    run("export", path, "--what", "all", "--to", target)

    exported = json.loads(target.read_text("utf-8"))
    assert _as_far_as(exported, said(name, "undone")) == said(name, "undone")


def test_the_backup_that_was_made_before_can_be_restored(
    tmp_path: Path, run: Run, name: str
) -> None:
    path, target = old(tmp_path, name), tmp_path / "all.json"
    run("undo", path)

    answer = run("restore", path, "--backup", "1")

    assert (answer.code, answer.err) == (0, "")
    run("export", path, "--what", "all", "--to", target)
    exported = json.loads(target.read_text("utf-8"))
    assert _as_far_as(exported, said(name)) == said(name)


def test_snapshots_of_that_time_are_as_they_were_frozen(
    tmp_path: Path, run: Run, name: str
) -> None:
    path, handed_out = old(tmp_path, name), HERE / f"{name}.snapshot.json"

    assert run("verify", path, "--json").code == 0
    assert run("verify", handed_out, "--json").code == 0
    damaged = tmp_path / "damaged.json"
    damaged.write_bytes(handed_out.read_bytes().replace(b"2026-10", b"2026-11", 1))
    assert run("verify", damaged).code != 0


def _as_far_as(found: object, told: object) -> object:
    """Of what was found, the fields that were told."""
    if isinstance(found, dict) and isinstance(told, dict):
        return {key: _as_far_as(found[key], told[key]) for key in told}
    if isinstance(found, list) and isinstance(told, list) and len(found) == len(told):
        return [_as_far_as(*pair) for pair in zip(found, told, strict=True)]
    return found
