"""Entries from CSV: typed numbers, line numbers, nothing guessed."""

from time import perf_counter

import pytest

from scorecard.board import Board
from scorecard.exchange.entries_csv import is_entries_csv, read_entries_csv
from scorecard.exchange.plan import Plan, plan
from scorecard.model.records import Entry
from scorecard.trouble import Refused
from tests.exchange.documents import described, imported


def board() -> Board:
    document = described()
    document["measures"].append({"id": "share", "name": {"zh_TW": "佔比"}, "unit": "%"})
    document["measures"].append({"id": "ready", "name": "準備", "unit": "是/否"})
    return imported(document)


def read(text: str) -> Plan:
    return plan(read_entries_csv(text.encode(), "entries.csv", board()), board())


@pytest.mark.parametrize(
    ("row", "value"),
    [
        pytest.param('revenue,co,2026-08,"1,234.5"', 1234.5, id="thousands"),
        pytest.param("revenue,co,2026-08,3.2萬", 32000, id="Chinese unit"),
        pytest.param("revenue,co,2026-08,(5)", -5, id="brackets"),
        pytest.param("營收,公司,2026-08,5", 5, id="names"),
        pytest.param("revenue,co,2026-08,N/A", None, id="missing"),
        pytest.param("share,co,2026-08,34.2%", 0.342, id="percent"),
        pytest.param("share,co,2026-08,12", 0.12, id="bare percent"),
        pytest.param("ready,co,2026-08,是", 1, id="yes"),
        pytest.param("revenue,co,2026-08,true", 1, id="true"),
    ],
)
def test_values_are_read_as_people_type_them(row: str, value: float | None) -> None:
    found = read(f"measure,org,period,value\n{row}\n")

    assert [getattr(edit.after, "value", "") for edit in found.edits] == [value]


def test_the_unit_column_may_be_missing_where_there_is_one_unit() -> None:
    assert read("measure,period,value,note\nrevenue,2026-08,5,說明\n").created == 1


@pytest.mark.parametrize(
    ("row", "code"),
    [
        pytest.param("share,co,2026-08,0.95", "asks", id="percent that asks"),
        pytest.param("revenue,co,2026-08,abc", "read_", id="text"),
        pytest.param('revenue,co,2026-08,"1,23"', "read_", id="comma"),
        pytest.param("revenu,co,2026-08,1", "unknown_measure", id="measure"),
        pytest.param("revenue,x,2026-08,1", "unknown_org", id="unit"),
        pytest.param("revenue,co,2026-8,1", "no_such_period", id="period"),
        pytest.param("revenue,co,2026-Q1,1", "wrong_kind", id="kind"),
        pytest.param("revenue,co,2026-07,1", "said_twice", id="twice"),
    ],
)
def test_a_refused_cell_is_named_with_its_line(row: str, code: str) -> None:
    found = read(f"\ufeffmeasure,org,period,value\n\nrevenue,co,2026-07,1\n{row}\n")

    assert [refusal.where for refusal in found.refused] == ["entries.csv line 4"]
    assert found.refused[0].why.code.startswith(code)


def test_an_unknown_column_is_reported() -> None:
    found = read("measure,org,period,value,colour\nrevenue,co,2026-08,1,red\n")

    assert found.unknown == ("entries.csv line 1 colour",)


def test_a_note_stays_with_its_value_when_the_file_has_none() -> None:
    assert read("measure,org,period,value\nrevenue,co,2026-09,\n").same == 1


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", "no_such_table", id="empty"),
        pytest.param(b"a,b\n1,2\n", "no_such_table", id="other columns"),
        pytest.param(b'measure,period,value\n"revenue', "not_csv", id="open quote"),
        pytest.param(b"measure,period,value\nrevenue,\xff", "not_utf8", id="no text"),
    ],
)
def test_a_file_that_is_no_such_table_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(Refused) as caught:
        read_entries_csv(data, "entries.csv", board())

    assert caught.value.troubles[0].code == code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "big5", "cp950"])
def test_a_file_may_be_in_any_encoding_that_spreadsheets_write(encoding: str) -> None:
    text = "measure,org,period,value,note\r\nrevenue,co,2026-07,5,補登\r\n"
    data = text.encode(encoding)

    assert is_entries_csv(data)
    entry = plan(read_entries_csv(data, "a.csv", board()), board()).edits[0].after

    assert entry == Entry("revenue", "co", "2026-07", 5.0, "補登")


def test_a_hundred_thousand_lines_are_planned_in_seconds() -> None:
    document = described()
    document["org"] += [{"id": f"u{n}", "name": "廠"} for n in range(100)]
    many = imported(document)
    months = [f"{1930 + n // 12}-{n % 12 + 1:02}" for n in range(1000)]
    rows = (f"revenue,u{unit},{month},{unit}.5" for unit in range(100) for month in months)
    data = "\n".join(["measure,org,period,value", *rows]).encode()

    begun = perf_counter()
    found = plan(read_entries_csv(data, "entries.csv", many), many)

    assert found.created == 100_000
    assert perf_counter() - begun < 20
