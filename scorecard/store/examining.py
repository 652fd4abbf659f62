"""Whether what a file holds is a sound document: its structure, its size, its pages (R9)."""

import sqlite3
from pathlib import Path

from scorecard.store.schema import Shape, shape
from scorecard.text import named
from scorecard.trouble import CannotOpen, Trouble

#: Above this many bytes indexes are no longer held against their tables at each opening.
_THOROUGH_BELOW = 50_000_000


def examine(connection: sqlite3.Connection, path: Path, own: Shape) -> None:
    """Hold the document at `path` against the shape that it should have, and its pages against
    each other. Raises CannotOpen."""
    found = shape(connection)
    if found != own:
        raise CannotOpen(changed(path, found, own))
    size, told = path.stat().st_size, _told_size(connection)
    if size < told:  # SQLite itself lets part of a last page be missing
        raise CannotOpen(damaged(path, f"{size} < {told}"))
    check_pages(connection, path)


def check_pages(connection: sqlite3.Connection, path: Path) -> None:
    """Raises CannotOpen where pages, indexes or cells do not go together."""
    thorough = _told_size(connection) < _THOROUGH_BELOW
    check = "integrity_check" if thorough else "quick_check"
    answer = connection.execute(f"PRAGMA {check}(1)").fetchone()[0]
    if answer != "ok":
        raise CannotOpen(damaged(path, str(answer)))


def damaged(path: Path, detail: str) -> Trouble:
    """The trouble of a file that cannot be relied on."""
    return Trouble("damaged", path.name, {"detail": " ".join(detail.split())})


def changed(path: Path, found: Shape, own: Shape) -> Trouble:
    """The trouble of a structure that another program changed, with the names of what differs."""
    foreign = {item[1] for item in set(found) ^ set(own)}
    return Trouble("schema_changed", path.name, {"names": named(sorted(foreign))})


def _told_size(connection: sqlite3.Connection) -> int:
    pages: int = connection.execute("PRAGMA page_count").fetchone()[0]
    return pages * int(connection.execute("PRAGMA page_size").fetchone()[0])
