"""Sheets with their periods below each other: a row for each period, or for each value."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from scorecard.exchange.entries_csv import STORED
from scorecard.exchange.layout.header import as_month, usual_kind
from scorecard.exchange.layout.headings import Role, exact_role, plain_heading
from scorecard.exchange.layout.moment import Kind, Moment, in_turn, moment_of, year_said
from scorecard.exchange.layout.own_export import column_of, entries_head
from scorecard.exchange.layout.table import (
    Figure,
    Filled,
    Hints,
    Known,
    Objection,
    Spot,
    Struck,
    Table,
    is_number,
    text_of,
    unit_above,
)
from scorecard.exchange.layout.time_column import Clock, clock_of
from scorecard.exchange.layout.totals import is_note, is_total
from scorecard.exchange.workbook.grid import Value, stored
from scorecard.period import Period
from scorecard.vocabulary import Frequency

#: So many rows and columns are looked at.
_SAMPLE, _WIDEST = 400, 200
_TOLD = (Role.NAME, Role.ID, Role.ORG, Role.UNIT, Role.NOTE, Role.SCALE)
_KEYS = (*_TOLD, Role.PERIOD, Role.YEAR, Role.MONTH)
_LEFT_OUT = (Role.TOTAL, Role.DERIVED, Role.PRIOR)


def down(filled: Filled, known: Known, hints: Hints) -> Table | None:
    """The sheet as a table with periods down; None where no column names periods."""
    clock = clock_of(filled, hints)
    return None if clock is None else _Reader(filled, known, hints, clock).read()


class _Reader:
    """One pass over the rows of a sheet."""

    def __init__(self, filled: Filled, known: Known, hints: Hints, clock: Clock) -> None:
        self._filled, self._known, self._hints, self._clock = filled, known, hints, clock
        self._table = Table(filled.grid, "down", clock.head)
        self._year = hints.year or year_said(filled.grid.name)
        self._roles = self._column_roles()
        self._columns = {role: column for column, role in reversed(self._roles.items())}
        self._name = self._name_column()
        self._is_own = entries_head(filled.grid) == clock.head
        self._values = self._value_columns()

    def read(self) -> Table:
        """The table of all rows."""
        table = self._table
        table.unit = unit_above(self._filled, self._clock.head)
        table.roles = {**self._roles, self._clock.column: Role.PERIOD}
        timed = list(self._timed_rows())
        usual = self._usual_kinds(timed)
        months = not self._is_own and _are_months([period for _, period in timed])
        for row, period in timed:
            if period.kind is not usual[self._called(row)]:
                self._strike(row, self._clock.column, "other_period")
                continue
            table.periods = table.periods or {self._clock.column: period}
            self._read_row(row, as_month(period) if months else period)
        return table

    def _usual_kinds(self, timed: Sequence[tuple[int, Period]]) -> Mapping[str, Frequency | None]:
        """The length of time that each name is said for: of one that the document knows that of
        most of its own periods, so that quarters stand beside months; else that of most of all."""
        by_name: dict[str, list[Period]] = {}
        for row, period in timed:
            by_name.setdefault(self._called(row), []).append(period)
        usual = usual_kind([period for _, period in timed])
        is_known = self._known.is_name
        return {n: usual_kind(own) if n and is_known(n) else usual for n, own in by_name.items()}

    def _column_roles(self) -> dict[int, Role]:
        head = self._clock.head
        roles: dict[int, Role] = {}
        for column in range(min(self._filled.grid.width, _WIDEST)):
            heading = self._filled.at(head, column)
            role = self._hints.columns.get(plain_heading(heading)) or exact_role(heading)
            if role is None and not self._is_numeric(column):
                role = self._hints.role(heading)
            if role is not None:
                roles[column] = self._told_apart(column, role)
        return roles

    def _told_apart(self, column: int, role: Role) -> Role:
        if role is not Role.UNIT:
            return role
        texts = [text_of(cell) for cell in self._sample(column) if cell is not None]
        return Role.ORG if texts and sum(map(self._known.is_org, texts)) * 2 > len(texts) else role

    def _name_column(self) -> int | None:
        """The column of names; that of ids where the document knows those and not the names."""
        named = [c for c, role in self._roles.items() if role in (Role.NAME, Role.ID)]
        if not named:
            return None
        if not any(self._known_in(c) or self._roles[c] is Role.NAME for c in named):
            named = [*named, *self._texts_right_of(named[-1])]
            return named[-1]
        return max(named, key=lambda c: (self._known_in(c), self._roles[c] is Role.NAME, -c))

    def _texts_right_of(self, column: int) -> list[int]:
        """The column of texts beside a running number, whatever its heading says."""
        beside = column + 1
        is_free = beside not in self._roles and beside != self._clock.column
        return [beside] if is_free and not self._is_numeric(beside) else []

    def _known_in(self, column: int) -> int:
        return sum(self._known.is_name(text_of(cell)) for cell in self._sample(column))

    def _value_columns(self) -> dict[int, Role]:
        """The columns of numbers: those called so beside names, else each that is no key."""
        if self._is_own:
            return {column_of(self._filled.grid, self._clock.head, "value"): Role.VALUE}
        free = [
            c
            for c in range(min(self._filled.grid.width, _WIDEST))
            if c not in (self._clock.column, self._clock.year) and self._is_numeric(c)
        ]
        if self._name is None:
            return {
                c: self._roles.get(c, Role.VALUE) for c in free if self._roles.get(c) not in _KEYS
            }
        headings = {c: self._hints.role(self._filled.at(self._clock.head, c)) for c in free}
        said = self._plainest(
            {c: role for c, role in headings.items() if role in (Role.VALUE, Role.TARGET)}
        )
        if Role.VALUE in said.values():
            return {**said, **{c: r for c, r in headings.items() if r in _LEFT_OUT}}
        rest = [c for c in free if headings[c] is None]
        return {**said, **dict.fromkeys(rest[:1], Role.VALUE)}

    def _plainest(self, said: dict[int, Role]) -> dict[int, Role]:
        """Of several columns of a role those that are called just so: Target before FY25 Target."""
        exact = {c for c in said if exact_role(self._filled.at(self._clock.head, c)) is said[c]}
        plain = {said[c] for c in exact}
        return {c: role for c, role in said.items() if c in exact or role not in plain}

    def _timed_rows(self) -> Iterator[tuple[int, Period]]:
        """Each row of data with its period; others are notes, totals, or cannot be read."""
        year = self._year
        rows = [row for row in self._body() if not self._is_empty(row)]
        moments = in_turn([self._moment(row) for row in rows])
        for row, moment in zip(rows, moments, strict=True):
            if moment is None:
                self._untimed(row)
                continue
            if moment.kind is Kind.YEAR and moment.period is not None:
                year = moment.period.number
            if moment.period is not None:
                yield row, moment.period
            elif year is not None:
                yield row, moment.within(year)
            elif self._has_numbers(row):
                self._object(row, "year_unknown")

    def _body(self) -> range:
        return range(self._clock.head + 1, len(self._filled.grid.rows))

    def _is_empty(self, row: int) -> bool:
        return all(cell is None or cell == "" for cell in self._filled.grid.rows[row])

    def _moment(self, row: int) -> Moment | None:
        value = self._filled.at(row, self._clock.column)
        if self._clock.year is None:
            return _read(value)
        year, month = text_of(self._filled.at(row, self._clock.year)), text_of(value)
        return _read(f"{year}年{month}月") if year.isdigit() and month.isdigit() else None

    def _untimed(self, row: int) -> None:
        text = self._filled.text(row, self._clock.column)
        first = next((text_of(c) for c in self._filled.grid.rows[row] if c not in (None, "")), "")
        if is_total(text) or is_total(first):
            self._strike(row, self._clock.column, "total")
        elif self._has_numbers(row) and not is_note(first):
            self._object(row, "read_not_a_period" if text else "row_without_period")

    def _has_numbers(self, row: int) -> bool:
        return any(is_number(self._filled.grid.at(row, column)) for column in self._values)

    def _read_row(self, row: int, period: Period) -> None:
        org, unit = self._by(row, Role.ORG), self._by(row, Role.UNIT)
        own_name = self._called(row)
        if is_total(own_name) or is_total(org):
            self._strike(row, self._name or 0, "total")
            return
        note, is_stored = self._note(row), self._by(row, Role.SCALE) == STORED
        for column, called in self._values.items():
            value = self._filled.grid.at(row, column)
            value = stored(value) if is_stored else value
            name, spot, role = self._named(row, column, own_name, called)
            if role in (Role.VALUE, Role.TARGET):
                at = Spot(row, column)
                figure = Figure(name, spot, org, unit, period, role, value, at, note)
                self._table.figures.append(figure)

    def _note(self, row: int) -> str:
        """What stands beside a value, with the line ends that it has."""
        column = self._columns.get(Role.NOTE)
        value = None if column is None else self._filled.at(row, column)
        return value if isinstance(value, str) else text_of(value)

    def _called(self, row: int) -> str:
        """The name of a row; its id where the document knows that and not the name."""
        if self._name is None:
            return ""
        name, own_id = self._filled.text(row, self._name), self._by(row, Role.ID)
        return (
            own_id
            if own_id and self._known.is_name(own_id) and not self._known.is_name(name)
            else name
        )

    def _named(self, row: int, column: int, own: str, role: Role) -> tuple[str, Spot, Role]:
        """What a number is called: by its row, else by its column."""
        if self._name is not None:
            return own, Spot(row, self._name), role
        name = self._heading(column)
        is_left_out = is_total(name) and not self._known.is_name(name)
        return name, Spot(self._clock.head, column), Role.TOTAL if is_left_out else Role.VALUE

    def _heading(self, column: int) -> str:
        """The name of a column; that of the line above where its own cell is empty."""
        said = self._filled.text(self._clock.head, column)
        above = self._filled.text(self._clock.head - 1, column) if self._clock.head else ""
        return said or above

    def _is_numeric(self, column: int) -> bool:
        said = [cell for cell in self._sample(column) if cell is not None and cell != ""]
        return bool(said) and sum(map(is_number, said)) * 2 > len(said)

    def _sample(self, column: int) -> Sequence[Value]:
        rows = range(self._clock.head + 1, self._clock.head + 1 + _SAMPLE)
        return [self._filled.at(row, column) for row in rows]

    def _by(self, row: int, role: Role) -> str:
        column = self._columns.get(role)
        return "" if column is None else self._filled.text(row, column)

    def _strike(self, row: int, column: int, why: str) -> None:
        text = self._filled.text(row, column)
        self._table.struck.append(Struck(Spot(row, column), text, why))

    def _object(self, row: int, code: str) -> None:
        spot = Spot(row, self._clock.column)
        text = self._filled.text(*spot)
        facts: Mapping[str, str] = {"text": text} if code.startswith("read_") else {}
        self._table.objections.append(Objection(spot, text, code, facts))


@cache
def _read(value: Value) -> Moment | None:
    return moment_of(value)


def _are_months(periods: Sequence[Period]) -> bool:
    """Whether dates stand for months: each is the first or the last day of one."""
    days = {period for period in periods if period.kind is Frequency.DAY}
    edges = (p for p in days if p.code.endswith("-01") or p.shifted(1).code.endswith("-01"))
    return bool(days) and len(list(edges)) == len(days)
