"""What a document's file holds, for us and for others who read it."""

import sqlite3
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest
from sqlite_utils import Database

from scorecard.model.records import Entry
from scorecard.store.rows import Table
from scorecard.store.schema import APPLICATION_ID, SCHEMA, VERSION
from scorecard.store.tables import TABLES
from tests.store.documents import EVERY_KIND, closed, new


def test_a_new_file_holds_the_schema_word_for_word(tmp_path: Path) -> None:
    path = closed(tmp_path)

    rows = sqlite3.connect(path).execute("SELECT sql FROM sqlite_schema WHERE sql NOT NULL")

    assert ";\n".join(text for (text,) in rows) + ";\n" == SCHEMA.lstrip("\n")


def test_a_file_says_in_its_header_what_it_is(tmp_path: Path) -> None:
    header = closed(tmp_path).read_bytes()[:100]

    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID
    assert int.from_bytes(header[60:64], "big") == VERSION


def test_a_new_file_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    workspace = new(tmp_path)

    modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}

    assert set(modes.values()) == {0o600}, modes
    workspace.close()


def test_nothing_is_left_beside_a_closed_document(tmp_path: Path) -> None:
    path = closed(tmp_path, *EVERY_KIND)

    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: str(table.name))
def test_every_field_of_a_record_has_its_columns(tmp_path: Path, table: Table) -> None:
    record = next(record for record in EVERY_KIND if record.table == table.name)
    names = record._fields if isinstance(record, Entry) else [f.name for f in fields(record)]
    connection = sqlite3.connect(closed(tmp_path))
    columns = connection.execute(f"PRAGMA table_info({table.name})").fetchall()

    assert [field.name for field in table.fields] == list(names)
    assert [column[1] for column in columns] == list(table.columns)


def test_every_table_is_strict(tmp_path: Path) -> None:
    database = Database(closed(tmp_path))

    loose = [table.name for table in database.tables if not table.strict]

    assert loose == []


def test_a_reader_of_views_gets_names_beside_numbers(tmp_path: Path) -> None:
    database = Database(closed(tmp_path, *EVERY_KIND))

    entries = list(database.query("SELECT * FROM v_entries WHERE value IS NOT NULL"))
    definitions = list(database.query("SELECT kpi, name_en, formula FROM v_definitions"))

    assert entries[0]["measure_zh"] == "營收"
    assert definitions == [
        {"kpi": "FIN-002", "name_en": "Gross margin", "formula": "營收 / 訂單數"}
    ]


def test_opening_a_document_needs_no_library(tmp_path: Path) -> None:
    path = closed(tmp_path, *EVERY_KIND)
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from scorecard.clock import SystemClock\n"
        "from scorecard.workspace import Workspace\n"
        "Workspace.open(Path(sys.argv[1]), author='a', clock=SystemClock()).close()\n"
        "heavy = {'sqlite_utils', 'numpy', 'PySide6', 'pyqtgraph', 'socket'} & set(sys.modules)\n"
        "sys.exit(f'loaded {heavy}' if heavy else 0)\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")
