"""A backup in the place of a document that cannot be opened, which is kept beside it (R9)."""

import os
import shutil
from pathlib import Path

from scorecard.store.leftover import journal_of
from scorecard.store.lock import held_by_other
from scorecard.trouble import Refused, Trouble
from scorecard.whole_file import keep_folder, put_in_place, standing_in


def put_back(document: Path, backup: Path, computer: str) -> Path:
    """Put a copy of `backup` in the place of `document`; where that lies now, not a byte changed.

    Raises Refused, with everything as it was, while somebody edits it or where the folder cannot
    be written.
    """
    place = document.resolve()
    held = held_by_other(place, computer)
    if held is not None:
        raise Refused([held])
    try:
        with standing_in(place) as beside:
            shutil.copyfile(backup, beside)
            aside = _set_aside(place)
            put_in_place(beside, place)
    except OSError as error:
        facts = {"reason": error.strerror or str(error)}
        raise Refused([Trouble("cannot_write", place.name, facts)]) from error
    return aside


def _set_aside(place: Path) -> Path:
    """Give the damaged file another name, and its journal with it: beside the backup SQLite would
    read that one into it."""
    aside = _free(place)
    try:
        os.link(place, aside)  # so that there is a file under the name at every moment
    except OSError:  # a file system without links, such as a USB stick's
        place.rename(aside)
    journal = journal_of(place)
    if journal.exists():
        journal.rename(journal_of(aside))
    keep_folder(place.parent)
    return aside


def _free(place: Path) -> Path:
    number = 1
    while (aside := place.with_name(f"{place.stem}.damaged-{number}{place.suffix}")).exists():
        number += 1
    return aside
