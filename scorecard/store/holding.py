"""A connection whose journal stays at hand from one edit to the next."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


class Connection(sqlite3.Connection):
    """What an open document is reached by; the rest of the program need not know more of it.

    While a statement reads, SQLite keeps the journal open between two commits. It then need not
    make the journal's name in the folder durable each time: four syncs for a commit, not five.
    Others can read meanwhile, and cannot write (`docs/decisions/0002`).
    """

    _reading: sqlite3.Cursor | None = None

    def hold(self) -> None:
        """Go on reading after the commit that follows."""
        if self._reading is None:
            # Never read to its end: that would let go.
            self._reading = self.execute("SELECT name FROM sqlite_schema")

    def let_go(self) -> None:
        """Stop reading: SQLite recovers from a failed write, or copies a file, only then."""
        if self._reading is not None:
            self._reading.close()
            self._reading = None

    @contextmanager
    def let_go_for_a_while(self) -> Iterator[None]:
        """Let go, and hold again afterwards where it was held."""
        held = self._reading is not None
        self.let_go()
        try:
            yield
        finally:
            if held:
                self.hold()
