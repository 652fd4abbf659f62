"""The ladder knows every structure that documents had, letter by letter, and there is no other."""

import hashlib
import sqlite3
from contextlib import closing

import pytest

from scorecard.store.ladder import LADDER, forms
from scorecard.store.schema import SCHEMA, VERSION, number_of, shape
from scorecard.store.tables import TABLES
from tests.old_files.documents import NAMES
from tests.old_files.make import HERE

#: The structure under each number that was ever given to one. A changed structure gets a number of
#: its own, a rung and a document in tests/old_files: docs/decisions/0038.
DIGESTS = {200: "fe7df31789ff"}


def test_a_structure_is_never_changed_under_its_number() -> None:
    assert hashlib.sha256(SCHEMA.encode()).hexdigest()[:12] == DIGESTS[VERSION]


def test_there_is_an_old_document_for_every_rung() -> None:
    assert len(LADDER) == len(NAMES) == len(list(HERE.glob("*.scorecard")))


@pytest.mark.parametrize("name", NAMES)
def test_a_rung_is_letter_by_letter_what_the_program_of_that_time_wrote(name: str) -> None:
    form = forms()[NAMES.index(name)]

    with closing(sqlite3.connect(HERE / f"{name}.scorecard")) as connection:
        assert (number_of(connection), shape(connection)) == (form.number, form.shape)


def test_each_piece_that_a_rung_takes_out_stands_once_in_the_form_after_it() -> None:
    counts = [
        after.schema.count(new)
        for rung, after in zip(LADDER, forms()[1:], strict=True)
        for new, _ in rung.texts
    ]

    assert counts == [1] * len(counts)


def test_what_a_rung_fills_in_are_columns_of_records() -> None:
    came = [
        (name, column) for rung in LADDER for name in rung.columns for column in rung.columns[name]
    ]

    assert [(name, column) for name, column in came if column not in TABLES[name].columns] == []
