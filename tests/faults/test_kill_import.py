"""Killed while a long table comes in: all of it is there or nothing, and undo takes it back."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scorecard.model.records import Entry, Measure
from scorecard.vocabulary import Words
from scorecard.workspace import Workspace
from tests.store.documents import CLOCK, CO, closed

KILLS = {"short": 8, "full": 300}
MEASURES = 60
PERIODS = [f"{year}-{month:02}" for year in range(2010, 2026) for month in range(1, 13)]
OWN = Entry("m0", "co", "2010-01", 1.0)


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """A document with units, measures and one entry that the table changes."""
    measures = [Measure(f"m{number}", Words(f"數據 {number}", "")) for number in range(MEASURES)]
    return closed(tmp_path, CO, *measures, OWN)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    rows = [f"m{m},co,{period},{m + at}" for m in range(MEASURES) for at, period in enumerate(PERIODS)]  # fmt: skip  # noqa: E501
    path = tmp_path / "table.csv"
    path.write_text("\n".join(["measure,org,period,value", *rows]) + "\n", "utf-8")
    return path


def test_an_import_killed_at_any_moment_is_in_the_document_whole_or_not_at_all(
    whole: Path, table: Path, request: pytest.FixtureRequest
) -> None:
    ends = set[tuple[int, int]]()
    for seed in range(KILLS[request.config.getoption("--faults")]):
        document = whole.with_name(f"{seed}.scorecard")
        shutil.copyfile(whole, document)
        command = [
            sys.executable,
            "-m",
            "tests.faults.importer",
            str(document),
            str(table),
            str(seed),
        ]
        subprocess.run(command, check=False)

        workspace = Workspace.open(document, author="bob", clock=CLOCK)
        steps, entries = workspace.history(), sum(map(len, workspace.board.series.values()))
        ends.add((len(steps), entries))

        assert workspace.read_only is None
        assert entries == (1, MEASURES * len(PERIODS))[len(steps) % 2 == 0]
        if entries > 1:
            workspace.undo()
        assert workspace.board.series == {("m0", "co"): {2010 * 12: 1.0}}
        workspace.close()
    assert len(ends) > 1
