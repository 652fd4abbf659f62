"""What is written comes back the same."""

import csv
import io
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard.board import Board
from scorecard.cleaning import clean
from scorecard.exchange.board_file import read_board
from scorecard.exchange.board_text import board_json, json_bytes
from scorecard.exchange.entries_csv import read_entries_csv
from scorecard.exchange.mapping.recipe import Recipe
from scorecard.exchange.mapping.understood import understand
from scorecard.exchange.plan import plan
from scorecard.exchange.tables import Table, csv_bytes, definitions_table, entries_table
from scorecard.exchange.tables_workbook import workbook_bytes
from scorecard.exchange.workbook.opening import read_workbook
from scorecard.vocabulary import Direction, Frequency, Method
from tests.exchange.documents import Json, described, imported


def again(board: Board) -> Board:
    found = plan(read_board(json_bytes(board_json(board)), "all.json"), Board())
    assert found.refused == ()
    assert found.unknown == ()
    return Board().after(found.edits)


def test_the_whole_document_comes_back_from_its_json() -> None:
    board = imported(described())

    assert again(board) == board


TEXT = st.text(max_size=20).map(clean)
NAME = TEXT.filter(bool)
WORDS = st.fixed_dictionaries({"zh_TW": NAME, "en": TEXT})
VALUE = st.none() | st.integers(-(10**14), 10**14) | st.decimals(-9999, 9999, places=4).map(float)
CODES = {
    Frequency.DAY: "2026-10-21",
    Frequency.WEEK: "2026-W43",
    Frequency.MONTH: "2026-10",
    Frequency.QUARTER: "2026-Q4",
    Frequency.HALF: "2026-H2",
    Frequency.YEAR: "2026",
    Frequency.PROJECT: "2026-10-22",
}


@st.composite
def documents(draw: st.DrawFn) -> Json:
    """Documents with odd texts, all frequencies, methods and directions."""
    ids = draw(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=4, unique=True))
    frequencies = {i: draw(st.sampled_from(list(Frequency))) for i in ids}
    methods = st.sampled_from([m for m in Method if m is not Method.WEIGHTED])
    version = st.fixed_dictionaries(
        {"version": st.just("v1"), "effective": st.just("2026-01"), "name": WORDS},
        optional={
            "formula": st.sampled_from(ids),
            "direction": st.sampled_from(list(Direction)),
            "decimals": st.integers(0, 6),
            "notes": WORDS,
            "owner": TEXT,
            "dashboards": st.lists(NAME, max_size=3),
            "baseline": st.integers(-5, 5),
            "bounds": st.just({"low": 0, "high": 1}),
        },
    )
    return {
        "format": "scorecard.board/1",
        "org": [{"id": "co", "name": draw(WORDS)}, {"id": "x", "name": "乙", "parent": "co"}],
        "measures": [
            {
                "id": i,
                "name": f"數據{i}",
                "unit": draw(TEXT),
                "frequency": frequencies[i],
                "over_time": draw(methods),
                "over_org": draw(methods),
            }
            for i in ids
        ],
        "kpis": [{"id": f"K-{i}", "versions": [draw(version)]} for i in ids],
        "tree": [
            {
                "id": f"n{i}",
                "kind": "kpi",
                "kpi": f"K-{i}",
                "org": "x",
                "weight": draw(st.integers(0, 9)),
            }
            for i in ids
        ],
        "entries": [
            {
                "measure": i,
                "org": "co",
                "period": CODES[frequencies[i]],
                "value": draw(VALUE),
                "note": draw(TEXT),
            }
            for i in ids
        ],
    }


@settings(max_examples=60, deadline=None)
@given(documents())
def test_any_document_comes_back_from_its_json(document: Json) -> None:
    board = imported(document)

    assert again(board) == board


@settings(max_examples=60, deadline=None)
@given(documents())
def test_exported_entries_come_back_exactly(document: Json) -> None:
    board = imported(document)

    source = read_entries_csv(csv_bytes(entries_table(board)), "entries.csv", board)

    found = plan(source, board)
    assert (found.refused, found.edits, found.same) == ((), (), len(document["entries"]))


@settings(max_examples=60, deadline=None)
@given(documents())
def test_a_workbook_of_exported_entries_comes_back_exactly(document: Json) -> None:
    """Quarters, weeks and years beside months, what is none, and every note."""
    board = imported(document)
    data = workbook_bytes({"entries": entries_table(board)})

    said = understand(read_workbook(data, "entries.xlsx"), board, Recipe(), date(2026, 11, 3))

    found = plan(said.source, board)
    assert (found.refused, said.asked, said.source.left_out) == ((), [], [])
    assert (found.edits, found.same) == ((), len(document["entries"]))


def test_text_that_a_spreadsheet_would_run_leaves_as_text() -> None:
    cells = ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "'=1", "plain", "'t is"]

    text = csv_bytes(Table(("a",), [[cell] for cell in cells])).decode("utf-8-sig")

    rows = [row[0] for row in csv.reader(io.StringIO(text, newline=""))][1:]
    assert rows == ["'=1+1", "'+1", "'-1", "'@x", "'\tx", "'\rx", "''=1", "plain", "'t is"]


def test_negative_numbers_stay_numbers() -> None:
    assert csv_bytes(Table(("a",), [[-5]])).decode("utf-8-sig").splitlines()[1] == "-5"


def test_definitions_have_a_column_for_each_language() -> None:
    table = definitions_table(imported(described()))

    row = dict(zip(table.columns, table.rows[0], strict=True))
    assert (row["name.zh_TW"], row["name.en"], row["thresholds.green"]) == (
        "毛利率",
        "Gross margin",
        ">=0.35",
    )


def test_whole_values_are_written_without_a_point() -> None:
    assert b'"period": "2026-10", "value": 10250000}' in json_bytes(
        board_json(imported(described()))
    )
