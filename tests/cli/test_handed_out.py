"""What is handed out can be read by whoever it lies in front of; what is kept cannot (S12)."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import Run, run, sample

__all__ = ["run", "sample"]


@pytest.fixture(autouse=True)
def shared() -> Iterator[None]:
    """A system in which others may read the files of a person."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def rights(path: Path) -> int:
    return path.stat().st_mode & 0o777


@pytest.mark.parametrize("name", ["october.pdf", "october.json"])
def test_the_boss_can_open_a_snapshot_in_a_shared_folder(
    sample: Path, tmp_path: Path, run: Run, name: str
) -> None:
    run("snapshot", sample, "--period", "2026-10", "--to", tmp_path / name)

    assert rights(tmp_path / name) == 0o644


@pytest.mark.parametrize("name", ["all.json", "values.csv"])
def test_an_export_can_be_opened_by_others(
    sample: Path, tmp_path: Path, run: Run, name: str
) -> None:
    what = "all" if name == "all.json" else "entries"

    answer = run("export", sample, "--what", what, "--to", tmp_path / name)

    assert answer.code == 0, answer.err
    assert rights(tmp_path / name) == 0o644


def test_a_document_stays_with_its_owner(sample: Path, tmp_path: Path, run: Run) -> None:
    run("new", tmp_path / "own.scorecard")
    run("set", sample, "--measure", "good_units", "--period", "2026-10", "335300")

    assert {rights(path) for path in tmp_path.glob("*.scorecard*")} == {0o600}
