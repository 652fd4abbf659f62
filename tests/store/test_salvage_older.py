"""A damaged document of an older version: nothing is lost because its rows say less (R7, R9)."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from scorecard.rescue import salvage_into
from scorecard.store.salvage import salvaged
from scorecard.trouble import CannotOpen
from tests.exchange.documents import imported
from tests.old_files.documents import NAMES, old, opened, said
from tests.store.documents import CLOCK, reopened
from tests.test_rescue import pages_of, spoil

pytestmark = pytest.mark.parametrize("name", NAMES)


def test_a_spoilt_page_loses_nothing_that_the_history_says(tmp_path: Path, name: str) -> None:
    path = old(tmp_path, name)
    for table in ("node", "kpi_version", "target"):
        spoil(path, pages_of(path, table)[0])
    with pytest.raises(CannotOpen, match="damaged"):
        opened(path)

    found = salvage_into(path, tmp_path / "b.scorecard", author="amy", clock=CLOCK)

    assert reopened(tmp_path / "b.scorecard").board == imported(said(name))
    assert found.from_history == 9


def test_a_spoilt_history_loses_nothing_that_the_tables_say(tmp_path: Path, name: str) -> None:
    path = old(tmp_path, name)
    for page in pages_of(path, "change"):
        spoil(path, page)

    salvage_into(path, tmp_path / "b.scorecard", author="amy", clock=CLOCK)

    salvage = reopened(tmp_path / "b.scorecard")
    assert salvage.board == imported(said(name))
    assert len(salvage.snapshots()) == 1


def test_a_table_that_never_was_ours_is_not_read(tmp_path: Path, name: str) -> None:
    path = old(tmp_path, name)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("ALTER TABLE node ADD COLUMN more TEXT")
        connection.execute("DELETE FROM change")

    assert "node" not in {record.table for record in salvaged(path).records}
