"""Definitions that are being written: kept over a restart, not part of the journal."""

import json

from scorecard.store.holding import Connection
from scorecard.store.rows import packed
from scorecard.store.transaction import transaction

Fields = dict[str, object]


def draft(connection: Connection, kpi: str) -> Fields | None:
    """The fields that were being written for a KPI; None where there are none."""
    row = connection.execute("SELECT fields FROM draft WHERE kpi = ?", (kpi,)).fetchone()
    if row is None:
        return None
    fields: Fields = json.loads(row[0])
    return fields


def keep_draft(connection: Connection, kpi: str, fields: Fields) -> None:
    """Keep JSON-ready fields in place of the earlier draft. Raises Refused."""
    with transaction(connection):
        connection.execute("INSERT OR REPLACE INTO draft VALUES (?, ?)", (kpi, packed(fields)))


def drop_draft(connection: Connection, kpi: str) -> None:
    """Forget the draft of a KPI. Raises Refused."""
    with transaction(connection):
        connection.execute("DELETE FROM draft WHERE kpi = ?", (kpi,))
