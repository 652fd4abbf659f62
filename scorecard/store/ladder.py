"""The ladder: the forms that documents had before the present one, and what each lacks of the next.

A change of `schema.SCHEMA` adds one rung at the end; a rung is never changed again.
"""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from scorecard.store.rows import Cell
from scorecard.store.schema import SCHEMA, VERSION, Shape, own_shape, statements

#: What columns hold in a row that was written before they came.
Columns = Mapping[str, Cell]


class Rung(NamedTuple):
    """An older form of the document, by what the form after it has besides.

    `number` is its `user_version`. `texts` are pieces of the structure of the form after it, each
    with what stood in its place; `tables` came whole, without a row; `columns` are, by table,
    those that came.
    """

    number: int
    texts: tuple[tuple[str, str], ...] = ()
    tables: tuple[str, ...] = ()
    columns: Mapping[str, Columns] = {}


class Form(NamedTuple):
    """A form that documents may have: number and structure."""

    number: int
    schema: str

    @property
    def shape(self) -> Shape:
        """What SQLite says that a document of this form holds."""
        return own_shape(self.schema)


#: From the oldest on. All that came before 0.2.0 came under one number.
LADDER = (
    Rung(100, texts=((", 'begin')", ")"),)),
    Rung(100, tables=("segment",)),
    Rung(
        100,
        texts=(("    planned TEXT NOT NULL,\n", ""), ("    spread TEXT,\n", "")),
        columns={"kpi_version": {"planned": ""}, "target": {"spread": None}},
    ),
    Rung(100, tables=("closing",)),
    Rung(100, tables=("review",)),
    Rung(
        100,
        texts=((",\n    archived TEXT NOT NULL", ""),),
        columns={"node": {"archived": ""}},
    ),
    Rung(100),
)


@cache
def forms() -> tuple[Form, ...]:
    """Every form from the oldest to the present one, which is one more than there are rungs."""
    found = [Form(VERSION, SCHEMA)]
    for rung in reversed(LADDER):
        found.append(Form(rung.number, _before(rung, found[-1].schema)))
    return tuple(reversed(found))


def came_since(form: int) -> dict[str, dict[str, Cell]]:
    """What a row of each table lacks in a document of that form, by its place in `forms`."""
    found: dict[str, dict[str, Cell]] = {}
    for rung in LADDER[form:]:
        for table, columns in rung.columns.items():
            found.setdefault(table, {}).update(columns)
    return found


def lacking(table: str, text: str) -> Columns | None:
    """What rows of a table of that text lack of the present ones; None where it never was ours."""
    for at, form in reversed(tuple(enumerate(forms()))):
        if ("table", table, table, text) in form.shape:
            return came_since(at).get(table, {})
    return None


def _before(rung: Rung, after: str) -> str:
    for new, old in rung.texts:
        after = after.replace(new, old, 1)
    kept = [each for each in statements(after) if each.split()[2] not in rung.tables]
    return "\n" + "".join(f"{each};\n" for each in kept)
