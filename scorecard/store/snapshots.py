"""Frozen snapshots: kept beside the numbers, never changed, never undone."""

from typing import NamedTuple

from scorecard.store.holding import Connection
from scorecard.store.transaction import transaction
from scorecard.trouble import Refused, Trouble


class Frozen(NamedTuple):
    """One frozen snapshot; `at` is ISO 8601 with offset, `body` the JSON text under `digest`."""

    id: str
    period: str
    upto: bool
    org: str
    at: str
    by: str
    digest: str
    body: str


def freeze(connection: Connection, frozen: Frozen) -> None:
    """Keep a snapshot. Raises Refused where there is one of that id already."""
    from sqlite_utils import Database  # half a second to import: only where a report is made

    if frozen.id in {snapshot.id for snapshot in snapshots(connection)}:
        raise Refused([Trouble("snapshot_exists", facts={"id": frozen.id})])
    with transaction(connection):
        Database(connection, execute_plugins=False).table("snapshot").insert(
            {
                "id": frozen.id,
                "period": frozen.period,
                "upto": int(frozen.upto),
                "org": frozen.org,
                "frozen_at": frozen.at,
                "frozen_by": frozen.by,
                "digest": frozen.digest,
                "body": frozen.body,
            }
        )


def snapshots(connection: Connection) -> tuple[Frozen, ...]:
    """All snapshots in the order in which they were frozen."""
    rows = connection.execute(
        "SELECT id, period, upto, org, frozen_at, frozen_by, digest, body"
        " FROM snapshot ORDER BY rowid"
    )
    return tuple(
        Frozen(own_id, period, bool(upto), org, at, by, digest, body)
        for own_id, period, upto, org, at, by, digest, body in rows
    )
