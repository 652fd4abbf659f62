"""A long table is read by the column and means what a short one means; a block is its entries."""

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scorecard.board import Board
from scorecard.chronicle.taking_back import dependents, take_back
from scorecard.commands.importing import ImportBoard
from scorecard.exchange import source_file
from scorecard.exchange.entries_csv import COLUMNS, read_entries_csv
from scorecard.exchange.long.reading import read_long_csv
from scorecard.exchange.plan import Plan, plan
from scorecard.exchange.source import Source
from scorecard.model.edits import one_by_one
from scorecard.model.records import Closing, Entry, Measure, Record
from scorecard.progress import Stage, Stopped, untold
from scorecard.store.chronicle import Asked
from scorecard.trouble import Refused
from scorecard.vocabulary import Frequency, Words
from scorecard.workspace import Workspace
from tests.store.documents import CLOCK, CO, ORDERS, REVENUE, SALES, closed, put

SHARE = Measure("share", Words("佔比", "Share"), "%")
READY = Measure("ready", Words("準備", "Ready"), "是/否")
DAILY = Measure("daily", Words("每日", "Daily"), "", Frequency.DAY)
RECORDS: tuple[Record, ...] = (
    *(CO, SALES, ORDERS, REVENUE, SHARE, READY, DAILY),
    Entry("revenue", "co", "2026-01", 5.0, "舊註"),
    Entry("revenue", "co", "2026-02", None, "none"),
    Entry("orders", "sales", "2026-03", 7.0),
    Closing("sales", "2026-05"),
)
MONTHS = [f"{year}-{month:02}" for year in (2025, 2026) for month in range(1, 13)]

measures = st.sampled_from(["revenue", "營收", "orders", "share", "ready", "daily", "nothing", ""])
units = st.sampled_from(["co", "sales", "公司", "", "x"])
periods = st.sampled_from([*MONTHS[10:18], " 2026-04", "2026-13", "2026-10-21", "2026-Q1", ""])
values = st.one_of(
    st.integers(-(10**6), 10**6).map(str),
    st.decimals(-1000, 1000, places=2, allow_nan=False).map(str),
    st.sampled_from(
        *[["", "0", "-0", "1", "0.5", "007", ".5", "5.", "1e3", "-", "--1", "1.2.3", "abc", "是"]]
    ),
    st.sampled_from(["12%", "123456789012345", "1234567890123456", "0.1234567890123456", " 7 "]),
    st.sampled_from(['"1,234.5"', "１２", "inf", "nan", "1_000", "N/A", "999999999", "0.00"]),
)
notes = st.sampled_from(["", "", "", "說明", " spaced ", "x" * 5000, '"a ""b"", c"', "'=1"])
scales = st.sampled_from(["", "", "stored"])
lines = st.tuples(measures, units, periods, values, notes, scales).map(",".join)


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Board:
    path = closed(tmp_path_factory.mktemp("board"), *RECORDS)
    return Workspace.open(path, author="amy", clock=CLOCK, read_only=True).board


@st.composite
def tables(draw: st.DrawFn) -> str:
    """A table with whatever people and programs put into one."""
    head, width = list(COLUMNS), draw(st.sampled_from([6, 5, 4]))
    rows = draw(st.lists(lines, max_size=12))
    cut = [row if '"' in row else ",".join(row.split(",")[:width]) for row in rows]
    end = draw(st.sampled_from(["\n", "\r\n"]))
    last = draw(st.sampled_from(["", "\r\n", "\n\n", ",,,,,\n", "\n   \n"]))
    return end.join([",".join(head[:width]), *cut]) + last


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=tables())
def test_a_long_table_means_what_a_short_one_means(
    board: Board, tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = tmp_path_factory.mktemp("long") / "entries.csv"
    path.write_bytes(text.encode())

    short = meaning(plan(read_entries_csv(text.encode(), path.name, board), board))

    assert meaning(plan(read_long_csv(path, board, untold), board)) == short


def meaning(found: Plan) -> dict[str, object]:
    """All that a plan says, whatever the order of its edits."""
    return {
        "counts": (found.created, found.updated, found.same),
        "refused": sorted((each.where, each.what, each.why.code) for each in found.refused),
        "facts": sorted(str(each.why.facts) for each in found.refused),
        "edits": sorted(one_by_one(found.edits), key=lambda edit: edit.key),
        "unlikely": sorted((each.where, each.code, str(each.facts)) for each in found.unlikely),
        "unknown": found.unknown,
    }


@pytest.mark.parametrize("seed", range(3))
def test_series_far_apart_in_the_file_and_values_far_from_their_like_are_seen(
    board: Board, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    cells = [
        (measure, org, month, chance.choice([1, 1, 1, 10, 100, 1000]) * chance.randrange(80, 120))
        for measure in ("revenue", "orders")
        for org in ("co", "sales")
        for month in MONTHS
        if (org, month) != ("sales", "2026-05")
    ]
    chance.shuffle(cells)
    text = "measure,org,period,value\n" + "".join(f"{m},{o},{p},{v}\n" for m, o, p, v in cells)
    path = tmp_path / "entries.csv"
    path.write_text(text, "utf-8")

    long = plan(read_long_csv(path, board, untold), board)

    assert len(long.unlikely) > 3
    assert meaning(long) == meaning(plan(read_entries_csv(text.encode(), path.name, board), board))


def test_what_is_no_text_is_refused_with_its_line(board: Board, tmp_path: Path) -> None:
    path = tmp_path / "entries.csv"
    path.write_bytes(b"measure,org,period,value\nrevenue,co,2026-01,5\nrevenue,co,\xff,5\n")

    with pytest.raises(Refused) as refused:
        read_long_csv(path, board, untold)

    assert [(each.code, each.where) for each in refused.value.troubles] == [
        ("not_utf8", "entries.csv line 3")
    ]


def test_a_long_file_in_big5_is_read_as_a_short_one(
    board: Board, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "entries.csv"
    path.write_bytes("measure,org,period,value,note\nrevenue,co,2026-04,5,補登\n".encode("big5"))
    monkeypatch.setattr(source_file, "LONG", 1)

    planned = source_file.planned_file(path, board)

    assert [edit.after for edit in planned.edits] == [
        Entry("revenue", "co", "2026-04", 5.0, "補登")
    ]


def table(value: float) -> str:
    cells = [f"{m},{o},{p},{value + n}" for m in ("orders", "share") for o in ("co", "sales")
             for n, p in enumerate(MONTHS[:16])]  # fmt: skip
    return "\n".join(["measure,org,period,value", *cells]) + "\n"


@pytest.fixture(params=["long", "short"])
def workspace(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Workspace:
    """Step 2 imports a table, step 3 a later one over it, step 4 types a value."""
    monkeypatch.setattr(source_file, "LONG", 0 if request.param == "long" else 10**9)
    made = opened(closed(tmp_path, *RECORDS))
    for name, text in (("first.csv", table(1000)), ("second.csv", table(1000.5))):
        (tmp_path / name).write_text(text, "utf-8")
        found = source_file.planned_file(tmp_path / name, made.board)
        assert not found.refused
        made.run(ImportBoard(name, found.edits_on))
    made.run(put(Entry("orders", "co", "2025-03", 99.0, "說明")))
    return made


def opened(path: Path) -> Workspace:
    return Workspace.open(path, author="bob", clock=CLOCK)


def test_the_journal_tells_of_a_block_what_it_tells_of_its_entries(workspace: Workspace) -> None:
    key = ("orders", "co", "2025-03")
    typed, second, first, begun = workspace.history()

    assert (first.count, second.count, typed.count) == (64, 64, 1)
    assert [s.seq for s in workspace.history(table="entry", key=key)] == [4, 3, 2]
    assert [s.seq for s in workspace.history(table="entry", key=("orders", "co", "2024-01"))] == []
    assert workspace.provenance(("share", "sales", "2025-01")) == ("bob", typed.at)
    assert workspace.provenance(("orders", "sales", "2026-03")) == ("bob", typed.at)
    (told,) = [e for e in one_by_one(workspace.edits_of(second, key)) if e.key == key]
    assert (told.before, told.after) == (Entry(*key, 1002.0), Entry(*key, 1002.5))
    asked = Asked(frozenset({("entry", ("share",))}))
    assert [each.seq for each in workspace.chronicle.steps(asked)] == [3, 2]
    edits, count = workspace.chronicle.changes(first.seq, 5)
    assert ([len(edit.key) for edit in edits], count) == ([3] * 5, 64)
    assert begun.count == len(RECORDS)


def test_undo_takes_an_import_back_also_after_a_restart(workspace: Workspace) -> None:
    boards = [workspace.board.series]
    for _ in range(3):
        workspace.close()
        workspace = opened(workspace.path)
        workspace.undo()
        boards.append(workspace.board.series)
    for board in (boards[2], boards[1], boards[0]):
        workspace.redo()
        workspace.close()
        workspace = opened(workspace.path)
        assert workspace.board.series == board

    assert boards[3] == {
        ("revenue", "co"): {24312: 5.0, 24313: None},
        ("orders", "sales"): {24314: 7.0},
    }


def test_an_import_is_in_the_way_of_older_steps_on_its_entries_only(workspace: Workspace) -> None:
    steps = {step.seq: step for step in workspace.history()}

    assert [each.seq for each in dependents(workspace, steps[2])] == [4, 3]
    assert [each.seq for each in dependents(workspace, steps[3])] == [4]
    take_back(workspace, steps[4])
    workspace.run(put(Entry("orders", "co", "2024-12", 1.0)))
    assert [each.seq for each in dependents(workspace, workspace.history()[0])] == []
    assert [each.seq for each in dependents(workspace, steps[3])] == [5, 4]


def test_what_was_imported_is_not_changed_by_importing_it_again(workspace: Workspace) -> None:
    workspace.undo()
    path = workspace.path.with_name("second.csv")

    found = source_file.planned_file(path, workspace.board)

    assert (found.created, found.updated, found.same, found.edits) == (0, 0, 64, ())
    assert workspace.run(ImportBoard(path.name, found.edits_on)) is None


@pytest.mark.parametrize("stage", [Stage.READING, Stage.COMPARING, Stage.RECORDING, Stage.WRITING])
def test_whoever_stops_an_import_finds_the_document_as_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: Stage
) -> None:
    monkeypatch.setattr(source_file, "LONG", 0)
    path = tmp_path / "long.csv"
    path.write_text(table(1), "utf-8")
    workspace = opened(closed(tmp_path, *RECORDS))
    before = workspace.path.read_bytes()

    def stop(reached: Stage, _share: float) -> None:
        if reached is stage:
            raise Stopped

    def bring_in() -> None:
        found = source_file.planned_file(path, workspace.board, tell=stop)
        workspace.run(ImportBoard(path.name, found.edits_on), stop)

    with pytest.raises(Stopped):
        bring_in()

    assert workspace.path.read_bytes() == before
    workspace.run(put(Entry("orders", "co", "2025-03", 99.0)))


def test_a_long_table_without_rows_says_nothing(board: Board, tmp_path: Path) -> None:
    path = tmp_path / "entries.csv"
    path.write_text("measure,org,period,value", "utf-8")

    source: Source = read_long_csv(path, board, untold)

    assert (plan(source, board).edits, source.refused) == ((), [])
