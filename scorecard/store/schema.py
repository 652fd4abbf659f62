"""The schema of the document, word for word: what a file must hold to be one of ours."""

import sqlite3
from functools import cache

#: "BSC1" in the header of the file, so that `file` and others can tell it from any database.
APPLICATION_ID = 0x42534331

#: The first version of the program that reads this format, 0.2.0, as 10000·0 + 100·2 + 0:
#: an older program can then name the version that opens a newer file (R6).
VERSION = 200

#: Whoever changes a letter of it adds a rung to `ladder.LADDER` (docs/decisions/0038).
SCHEMA = """
CREATE TABLE setting (
    name TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE org (
    id TEXT PRIMARY KEY NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    parent TEXT REFERENCES org (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE measure (
    id TEXT PRIMARY KEY NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    unit TEXT NOT NULL,
    frequency TEXT NOT NULL,
    over_time TEXT NOT NULL,
    over_org TEXT NOT NULL,
    weight TEXT REFERENCES measure (id) DEFERRABLE INITIALLY DEFERRED,
    source_zh TEXT NOT NULL,
    source_en TEXT NOT NULL,
    source_table TEXT NOT NULL,
    owner_zh TEXT NOT NULL,
    owner_en TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE kpi_version (
    kpi TEXT NOT NULL,
    version TEXT NOT NULL,
    effective TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    category TEXT,
    definition_zh TEXT NOT NULL,
    definition_en TEXT NOT NULL,
    formula TEXT NOT NULL,
    unit TEXT NOT NULL,
    decimals INTEGER,
    frequency TEXT NOT NULL,
    direction TEXT NOT NULL,
    green TEXT NOT NULL,
    amber TEXT NOT NULL,
    source_zh TEXT NOT NULL,
    source_en TEXT NOT NULL,
    source_table TEXT NOT NULL,
    owner_zh TEXT NOT NULL,
    owner_en TEXT NOT NULL,
    dashboards TEXT NOT NULL,
    related TEXT NOT NULL,
    change_zh TEXT NOT NULL,
    change_en TEXT NOT NULL,
    notes_zh TEXT NOT NULL,
    notes_en TEXT NOT NULL,
    low_bound REAL,
    high_bound REAL,
    baseline REAL,
    better TEXT,
    attainment TEXT NOT NULL,
    value_window TEXT NOT NULL,
    key_reason_zh TEXT NOT NULL,
    key_reason_en TEXT NOT NULL,
    pitfall_zh TEXT NOT NULL,
    pitfall_en TEXT NOT NULL,
    planned TEXT NOT NULL,
    PRIMARY KEY (kpi, version)
) STRICT, WITHOUT ROWID;
CREATE TABLE node (
    id TEXT PRIMARY KEY NOT NULL,
    parent TEXT REFERENCES node (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    kpi TEXT,
    org TEXT REFERENCES org (id) DEFERRABLE INITIALLY DEFERRED,
    star INTEGER NOT NULL CHECK (star IN (0, 1)),
    weight REAL NOT NULL,
    position INTEGER NOT NULL,
    archived TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE target (
    kpi TEXT NOT NULL,
    org TEXT NOT NULL REFERENCES org (id) DEFERRABLE INITIALLY DEFERRED,
    start TEXT NOT NULL,
    value TEXT NOT NULL,
    basis TEXT,
    spread TEXT,
    PRIMARY KEY (kpi, org, start)
) STRICT, WITHOUT ROWID;
CREATE TABLE entry (
    measure TEXT NOT NULL REFERENCES measure (id) DEFERRABLE INITIALLY DEFERRED,
    org TEXT NOT NULL REFERENCES org (id) DEFERRABLE INITIALLY DEFERRED,
    period TEXT NOT NULL,
    value REAL,
    note TEXT NOT NULL,
    PRIMARY KEY (measure, org, period)
) STRICT, WITHOUT ROWID;
CREATE TABLE comment (
    id TEXT PRIMARY KEY NOT NULL,
    kpi TEXT NOT NULL,
    org TEXT NOT NULL,
    period TEXT NOT NULL,
    text_zh TEXT NOT NULL,
    text_en TEXT NOT NULL,
    said_by TEXT NOT NULL,
    said_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE segment (
    kpi TEXT NOT NULL,
    org TEXT NOT NULL,
    start TEXT NOT NULL,
    reason_zh TEXT NOT NULL,
    reason_en TEXT NOT NULL,
    said_by TEXT NOT NULL,
    said_at TEXT NOT NULL,
    PRIMARY KEY (kpi, org, start)
) STRICT, WITHOUT ROWID;
CREATE TABLE closing (
    org TEXT NOT NULL REFERENCES org (id) DEFERRABLE INITIALLY DEFERRED,
    period TEXT NOT NULL,
    closed INTEGER NOT NULL CHECK (closed IN (0, 1)),
    said_by TEXT NOT NULL,
    said_at TEXT NOT NULL,
    note TEXT NOT NULL,
    reopened_by TEXT NOT NULL,
    reopened_at TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (org, period)
) STRICT, WITHOUT ROWID;
CREATE TABLE review (
    kpi TEXT NOT NULL,
    day TEXT NOT NULL,
    outcome TEXT NOT NULL,
    said_by TEXT NOT NULL,
    note_zh TEXT NOT NULL,
    note_en TEXT NOT NULL,
    PRIMARY KEY (kpi, day)
) STRICT, WITHOUT ROWID;
CREATE TABLE step (
    seq INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo', 'begin')),
    undoes INTEGER REFERENCES step (seq),
    done_at TEXT NOT NULL,
    done_by TEXT NOT NULL,
    host TEXT NOT NULL,
    name TEXT NOT NULL
) STRICT;
CREATE TABLE change (
    step INTEGER NOT NULL REFERENCES step (seq),
    position INTEGER NOT NULL,
    tbl TEXT NOT NULL,
    key TEXT NOT NULL,
    before TEXT,
    after TEXT,
    PRIMARY KEY (step, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_of ON change (tbl, key);
CREATE TABLE draft (
    kpi TEXT PRIMARY KEY NOT NULL,
    fields TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE snapshot (
    id TEXT PRIMARY KEY NOT NULL,
    period TEXT NOT NULL,
    upto INTEGER NOT NULL CHECK (upto IN (0, 1)),
    org TEXT NOT NULL,
    frozen_at TEXT NOT NULL,
    frozen_by TEXT NOT NULL,
    digest TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE VIEW v_entries AS
SELECT e.measure, m.name_zh AS measure_zh, m.name_en AS measure_en,
    e.org, o.name_zh AS org_zh, o.name_en AS org_en,
    m.frequency, e.period, e.value, m.unit, e.note
FROM entry AS e JOIN measure AS m ON m.id = e.measure JOIN org AS o ON o.id = e.org;
CREATE VIEW v_definitions AS
SELECT kpi, version, effective, name_zh, name_en, category, definition_zh, definition_en,
    formula, unit, frequency, direction, green, amber, source_zh, source_en, source_table,
    owner_zh, owner_en, dashboards, related, change_zh, change_en, notes_zh, notes_en
FROM kpi_version;
"""

Shape = tuple[tuple[str, str, str, str], ...]


def lay(connection: sqlite3.Connection, text: str = SCHEMA, number: int = VERSION) -> None:
    """Make the tables of a new document in an empty database; those of an older form where its
    `text` and `number` are given."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("BEGIN IMMEDIATE")
    for statement in statements(text):
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {number}")
    connection.execute("COMMIT")


def statements(text: str = SCHEMA) -> tuple[str, ...]:
    """The statements of a structure, each as SQLite keeps it."""
    return tuple(statement for part in text.split(";\n") if (statement := part.strip()))


def number_of(connection: sqlite3.Connection) -> int:
    """The `user_version` of a document."""
    number: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return number


def shape(connection: sqlite3.Connection) -> Shape:
    """What a database says that it holds: kind, name, table and text of each, sorted, because
    a copy of a document has them in another order."""
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema")
    return tuple(sorted(((kind, name, table, text or "") for kind, name, table, text in rows)))


@cache
def own_shape(text: str = SCHEMA) -> Shape:
    """The shape of a document of this version, or of an older structure."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    lay(connection, text)
    found = shape(connection)
    connection.close()
    return found


def version_text(number: int) -> str:
    """The program version of a `user_version`: 100 is `0.1.0`."""
    return f"{number // 10000}.{number // 100 % 100}.{number % 100}"
