"""Sheets with their periods side by side: a row for each measure."""

from collections.abc import Iterator, Mapping, Sequence

from scorecard.exchange.layout.header import Header, header_at, row_moments, usual_kind
from scorecard.exchange.layout.headings import Role, plain_heading, tail_role
from scorecard.exchange.layout.moment import year_said
from scorecard.exchange.layout.table import (
    Figure,
    Filled,
    Hints,
    Known,
    Listed,
    Objection,
    Spot,
    Struck,
    Table,
    is_number,
    target_of_year,
    unit_above,
)
from scorecard.exchange.layout.totals import is_total, repeats
from scorecard.period import Period
from scorecard.vocabulary import Frequency

#: A sheet with more rows is looked over at its top only; so many rows above may add up.
_MOST_ROWS, _TOP, _ABOVE = 5_000, 200, 40
#: How far below the only period of a row its first figure may stand.
_NEAR = 4
_READ = (Role.VALUE, Role.TARGET)
_MOSTLY = 0.8


def across(filled: Filled, known: Known, hints: Hints) -> Table | None:
    """The sheet as a table with periods across; None where no row names periods."""
    headers = list(_headers(filled, hints))
    if not headers:
        return None
    table = Table(filled.grid, "across", headers[0].bottom)
    ends = [header.top for header in headers[1:]] + [len(filled.grid.rows)]
    for header, end in zip(headers, ends, strict=True):
        _Block(filled, (known, hints), table, header, end).read()
    return table


def distinct(table: Table) -> int:
    """How many periods a table speaks of."""
    return len({figure.period for figure in table.figures})


def _headers(filled: Filled, hints: Hints) -> Iterator[Header]:
    """Each row of headings with at least two times, or one among words; the lowest of several
    that follow each other is the one that counts."""
    count = len(filled.grid.rows)
    rows = range(count if count <= _MOST_ROWS else _TOP)
    year = hints.year or year_said(filled.grid.name)
    times = {row: row_moments(filled, row) for row in rows}
    strong = {row for row, found in times.items() if len(found) > 1}
    if not strong:
        strong = {row for row in rows if len(times[row]) == 1 and _is_heading(filled, row, hints)}
        strong = set(sorted(strong)[:1])
    for row in sorted(strong):
        if row + 1 not in strong and (header := header_at(filled, row, year)) is not None:
            yield header


def _is_heading(filled: Filled, row: int, hints: Hints) -> bool:
    """Whether a row with one period is a row of headings: another cell says what it holds, or
    figures with a name before them stand below the period."""
    roles = [hints.role(cell) for cell in filled.grid.rows[row]]
    if Role.NAME in roles or Role.ID in roles:
        return True
    (column,) = row_moments(filled, row)
    if isinstance(filled.at(row, column), float):  # 2026 may be a figure as well
        return False
    return any(_is_named_figure(filled, below, column) for below in range(row + 1, row + _NEAR))


def _is_named_figure(filled: Filled, row: int, column: int) -> bool:
    before = [filled.at(row, each) for each in range(column)]
    return isinstance(filled.at(row, column), float) and any(isinstance(c, str) for c in before)


class _Block:
    """The rows below one row of headings."""

    def __init__(
        self, filled: Filled, said: tuple[Known, Hints], table: Table, header: Header, end: int
    ) -> None:
        self._filled = filled
        self._known, self._hints = said
        self._table, self._header = table, header
        self._body = range(header.bottom + 1, end)
        self._usual = usual_kind(header.periods.values())
        self._goal = self._target_of_year()
        self._roles = self._column_roles()
        self._name = self._name_column()
        self._title = self._sheet_title()
        self._kind = self._kind_column()

    def read(self) -> None:
        """Fills the table."""
        table, header = self._table, self._header
        table.unit = table.unit or unit_above(self._filled, header.top)
        for column in header.yearless:
            spot = Spot(header.top, column)
            table.objections.append(Objection(spot, self._said(spot), "year_unknown", {}))
        columns = self._period_columns()
        if self._name is None and not self._title:
            return
        table.periods = {**table.periods, **columns}
        table.roles = {**table.roles, **self._roles}
        if self._name is not None:
            table.roles = {**table.roles, self._name: Role.NAME}
        above: list[Sequence[float | None]] = []
        for row in self._body:
            self._read_row(row, columns, above)

    def _target_of_year(self) -> int | None:
        """The only column that says a target for the year of shorter periods: 115年目標."""
        header = self._header
        years = [c for c, period in header.periods.items() if period.kind is Frequency.YEAR]
        goals = [c for c in years if header.roles[c] is Role.TARGET]
        return goals[0] if len(goals) == 1 and self._usual is not Frequency.YEAR else None

    def _column_roles(self) -> dict[int, Role]:
        """What the columns beside the periods hold, by their headings and by what is in them."""
        found: dict[int, Role] = {} if self._goal is None else {self._goal: Role.TARGET}
        for column in range(self._filled.grid.width):
            if column in self._header.periods or column in self._header.yearless:
                continue
            for row in self._lines():
                heading = self._filled.at(row, column)
                role = self._hints.role(heading)
                if role is not None:
                    found[column] = self._told_apart(column, role)
                    break
                if plain_heading(heading) and row == self._header.bottom:
                    break
        return found

    def _told_apart(self, column: int, role: Role) -> Role:
        """單位 may be a unit of measurement or one of the organisation."""
        if role is not Role.UNIT:
            return role
        texts = self._texts(column)
        units = sum(map(self._known.is_org, texts))
        return Role.ORG if texts and units > len(texts) / 2 else role

    def _name_column(self) -> int | None:
        named = [column for column, role in self._roles.items() if role is Role.NAME]
        free = [c for c in self._beside() if c not in self._roles and self._texts(c)]
        ids = [column for column, role in self._roles.items() if role is Role.ID]
        choices = named or free or ids
        if not choices:
            return None
        return max(choices, key=lambda c: (self._known_in(c), len(set(self._texts(c))), -c))

    def _sheet_title(self) -> str:
        """What a sheet without names is about: its own name, where the document knows that."""
        title = self._filled.grid.name
        return title if self._name is None and self._known.is_name(title) else ""

    def _kind_column(self) -> int | None:
        """The column that says of each row whether it is actual, target or something derived."""
        for column in self._beside():
            texts = self._texts(column)
            roles = [role for text in texts if (role := tail_role(text)) is not None]
            is_said = len(roles) >= len(texts) * _MOSTLY and len(set(roles)) > 1
            if column != self._name and is_said:
                return column
        return None

    def _beside(self) -> list[int]:
        last = max(self._header.periods, default=0)
        return [c for c in range(last) if c not in self._header.periods]

    def _texts(self, column: int) -> list[str]:
        cells = ((row, self._filled.at(row, column)) for row in self._body[:_TOP])
        return [
            self._filled.text(row, column) for row, c in cells if isinstance(c, str) and c.strip()
        ]

    def _known_in(self, column: int) -> int:
        return sum(map(self._known.is_name, set(self._texts(column))))

    def _period_columns(self) -> dict[int, Period]:
        """The columns that are read; those of another length of time than most, or of numbers
        made of others, are struck out."""
        header = self._header
        read: dict[int, Period] = {}
        for column, period in header.periods.items():
            role = header.roles[column]
            if column == self._goal:
                self._table.doubts.append(target_of_year(self._filled, header.top, column))
            elif role in _READ and period.kind is self._usual:
                read[column] = period
            else:
                self._strike(header.top, column, "other_period" if role in _READ else role.value)
        for column, role in self._roles.items():
            if role in (Role.TOTAL, Role.DERIVED, Role.PRIOR) and column > min(read, default=0):
                told = (row for row in self._lines() if self._filled.text(row, column))
                self._strike(next(told, header.bottom), column, role.value)
        return read

    def _lines(self) -> range:
        """The rows that may say what a column holds, from the lowest up."""
        return range(self._header.bottom, max(self._header.top - 2, -1), -1)

    def _read_row(
        self, row: int, columns: Mapping[int, Period], above: list[Sequence[float | None]]
    ) -> None:
        cells = [self._filled.grid.at(row, column) for column in columns]
        if not any(c.strip() if isinstance(c, str) else c is not None for c in cells):
            self._list_row(row)
            return
        name, org = self._called(row), self._org(row)
        numbers = [cell if isinstance(cell, float) else None for cell in cells]
        why = self._why_struck(name, org, numbers, above)
        if why:
            self._table.struck.append(Struck(Spot(row, self._name or 0), name or org, why))
            above.clear()
            return
        above.append(numbers)
        del above[:-_ABOVE]
        self._keep(row, name, org, columns)
        self._list_row(row)

    def _keep(self, row: int, name: str, org: str, columns: Mapping[int, Period]) -> None:
        row_role = tail_role(self._text(row, self._kind)) if self._kind is not None else None
        if row_role is not None and row_role not in _READ:
            self._strike(row, self._kind or 0, row_role.value)
            return
        spot, unit = Spot(row, self._name or 0), self._by(row, Role.UNIT)
        for column, period in columns.items():
            role = row_role or self._header.roles[column]
            value = self._filled.grid.at(row, column)
            at = Spot(row, column)
            self._table.figures.append(Figure(name, spot, org, unit, period, role, value, at))

    def _why_struck(
        self,
        name: str,
        org: str,
        numbers: Sequence[float | None],
        above: Sequence[Sequence[float | None]],
    ) -> str:
        if is_total(name) or is_total(org):
            return "total"
        if name and self._known.is_name(name):
            return ""
        if not name:
            return "no_name"
        word = repeats(numbers, above) if not org else None
        return f"total_{word}" if word else ""

    def _list_row(self, row: int) -> None:
        """A row that also says a target, a unit or what else a list of KPIs says."""
        name = self._called(row)
        said = {
            role: (value, Spot(row, column))
            for column, role in self._roles.items()
            if role not in (Role.NAME, Role.TOTAL, Role.PRIOR, Role.DERIVED, Role.VALUE)
            and (value := self._filled.at(row, column)) is not None
        }
        if (
            name
            and said
            and any(is_number(self._filled.grid.at(row, c)) for c in self._header.periods)
        ):
            self._table.listed.append(Listed(name, Spot(row, self._name or 0), said))

    def _called(self, row: int) -> str:
        """The name of a row; its id where the document knows that and not the name."""
        name, own_id = self._text(row, self._name) or self._title, self._by(row, Role.ID)
        return (
            own_id
            if own_id and self._known.is_name(own_id) and not self._known.is_name(name)
            else name
        )

    def _org(self, row: int) -> str:
        return self._by(row, Role.ORG)

    def _by(self, row: int, role: Role) -> str:
        column = next((c for c, found in self._roles.items() if found is role), None)
        return self._text(row, column)

    def _text(self, row: int, column: int | None) -> str:
        return "" if column is None else self._filled.text(row, column)

    def _said(self, spot: Spot) -> str:
        return self._filled.text(*spot)

    def _strike(self, row: int, column: int, why: str) -> None:
        text = self._filled.text(row, column)
        self._table.struck.append(Struck(Spot(row, column), text, why))
