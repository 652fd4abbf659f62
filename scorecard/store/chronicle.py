"""The journal looked up: by what a step touched, by who did it, by the day, by what came later."""

from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from scorecard.model.edits import Edit, one_by_one
from scorecard.model.records import Key
from scorecard.store import journal
from scorecard.store.holding import Connection
from scorecard.store.images import key_text
from scorecard.store.journal import Step, steps_where
from scorecard.store.looking import of_series
from scorecard.store.overlaps import later_on_same

#: A table, and how the key of a record in it begins.
Beginning = tuple[str, Key]


class Asked(NamedTuple):
    """Which steps are looked for: those that touched records whose keys begin so, those that
    somebody signed, those of a day (ISO 8601, where it was done). None asks nothing."""

    beginnings: frozenset[Beginning] | None = None
    by: str | None = None
    day: str | None = None


class Chronicle:
    """Looks up steps; nothing here changes any."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def steps(self, asked: Asked, limit: int | None = None) -> tuple[Step, ...]:
        """The steps, newest first, or at most `limit` of them."""
        where, facts = ["1"], list[object]()
        if asked.by is not None:
            where, facts = [*where, "done_by = ?"], [*facts, asked.by]
        if asked.day is not None:
            where, facts = [*where, "substr(done_at, 1, 10) = ?"], [*facts, asked.day]
        if asked.beginnings is not None:
            with_them, found = _touching(asked.beginnings)
            where, facts = [*where, with_them], [*facts, *found]
        rest = f"WHERE {' AND '.join(where)} ORDER BY seq DESC LIMIT ?"
        return steps_where(self._connection, rest, (*facts, -1 if limit is None else limit))

    def signers(self) -> tuple[str, ...]:
        """Everyone who signed a step, who signed most first."""
        rows = self._connection.execute(
            "SELECT done_by FROM step GROUP BY done_by ORDER BY count(*) DESC, done_by"
        )
        return tuple(by for (by,) in rows)

    def days(self) -> tuple[tuple[str, int], ...]:
        """The days on which something was done, newest first, and how many steps each has."""
        rows = self._connection.execute(
            "SELECT substr(done_at, 1, 10) AS day, count(*) FROM step"
            " GROUP BY day ORDER BY day DESC"
        )
        return tuple(rows.fetchall())

    def changes(self, seq: int, limit: int) -> tuple[tuple[Edit, ...], int]:
        """The first edits of a step, and how many it has. Raises Refused where they cannot be
        read."""
        count = journal.count(self._connection, seq)
        return tuple(islice(one_by_one(journal.read_edits(self._connection, seq)), limit)), count

    def entries_of(self, seq: int, place: Key) -> tuple[Edit, ...]:
        """What a step changed of a measure at a unit, in blocks or alone."""
        return journal.edits_of(self._connection, seq, of_series(place))

    def is_long(self, seq: int) -> bool:
        """Whether to undo or redo a step takes a while."""
        return journal.is_long(self._connection, seq)

    def later_on_same(self, seq: int) -> tuple[Step, ...]:
        """The later steps that touched a record that step `seq` touched, newest first."""
        found = later_on_same(self._connection, seq)
        later = steps_where(self._connection, "WHERE seq > ? ORDER BY seq DESC", (seq,))
        return tuple(step for step in later if step.seq in found)


def _touching(beginnings: Iterable[Beginning]) -> tuple[str, list[object]]:
    """The condition that a step touched one of the records, and its facts."""
    facts: list[object] = []
    for table, key in sorted(beginnings):
        start = key_text(key)[:-1]  # without the bracket: more parts may follow
        facts += [table, start + ",", start + "-", table, start + "]"]
    one = "tbl = ? AND key >= ? AND key < ? OR tbl = ? AND key = ?"
    either = " OR ".join([one] * (len(facts) // 5)) or "0"
    return f"seq IN (SELECT step FROM change WHERE {either})", facts  # noqa: S608  own words
