"""A document that a crash left half written, with that taken back in a private copy."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from scorecard.store.leftover import is_hot, journal_of, journal_trouble


@contextmanager
def taken_back(document: Path) -> Iterator[Path]:
    """A copy of `document`, readable by its owner alone and gone at the end, in which SQLite has
    taken back what the journal beside it tells; the document itself where there is no such
    journal, or one that must not be handed to SQLite (S3). Neither file is changed.

    Raises OSError where there is no room for the copy.
    """
    if journal_trouble(document) is not None or not is_hot(document):
        yield document
        return
    with TemporaryDirectory(prefix="scorecard-") as folder:
        copy = Path(folder) / "copy.scorecard"
        shutil.copyfile(document, copy)
        shutil.copyfile(journal_of(document), journal_of(copy))
        _take_back(copy)
        yield copy


def _take_back(copy: Path) -> None:
    """The first look of SQLite does it, also where it cannot read what it finds then."""
    with (
        closing(sqlite3.connect(copy, isolation_level=None)) as connection,
        suppress(sqlite3.Error, UnicodeDecodeError),
    ):
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA application_id").fetchone()
