"""Good workbooks with bytes changed, and sheets of odd cells: taken, or refused in words (S2)."""

import random
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard.board import Board
from scorecard.exchange.mapping.recipe import Recipe
from scorecard.exchange.mapping.understood import understand
from scorecard.exchange.plan import plan
from scorecard.exchange.source_file import planned_file
from scorecard.exchange.workbook.grid import Area, Grid, Percent, Uncomputed, Workbook
from scorecard.text import LANGUAGES, sentence
from tests.exchange.documents import described, imported
from tests.exchange.workbooks import parts, zipped
from tests.faults.hostile import good, good_ods, good_xls

MUTATIONS = 70
TODAY = date(2026, 11, 10)
TEXT = '指標,115年9月,115年10月,合計\r\n營收,1,2,3\r\n銷貨成本,"4,000",5%,'.encode("cp950")
PIECES = (
    b"<",
    b">",
    b'"',
    b"\x00",
    b"\xff",
    b"1e999",
    b"</row>",
    b"<c r='A1'><v>1</v></c>",
    b"&#0;",
)


def damaged(data: bytes, rng: random.Random) -> bytes:
    """Some bytes changed, taken out or put in."""
    changed = bytearray(data)
    for _ in range(rng.randint(1, 8)):
        at = rng.randrange(len(changed) + 1)
        match rng.randrange(3):
            case 0:
                changed[at : at + 1] = bytes([rng.randrange(256)])
            case 1:
                del changed[at : at + rng.randint(1, 40)]
            case _:
                changed[at:at] = rng.choice(PIECES)
    return bytes(changed)


def damaged_inside(data: bytes, rng: random.Random) -> bytes:
    """A zip that is whole, with one part damaged."""
    held = parts(data)
    part = rng.choice(sorted(held))
    return zipped({**held, part: damaged(held[part], rng)})


WAYS: dict[str, tuple[str, Callable[[random.Random], bytes]]] = {
    "xlsx": ("a.xlsx", lambda rng: damaged(good(), rng)),
    "xlsx part": ("a.xlsx", lambda rng: damaged_inside(good(), rng)),
    "ods": ("a.ods", lambda rng: damaged(good_ods(), rng)),
    "ods part": ("a.ods", lambda rng: damaged_inside(good_ods(), rng)),
    "xls": ("a.xls", lambda rng: damaged(good_xls(), rng)),
    "text": ("a.csv", lambda rng: damaged(TEXT, rng)),
}


@pytest.fixture(scope="module")
def board() -> Board:
    return imported(described())


@pytest.mark.parametrize("way", WAYS)
def test_a_damaged_file_is_taken_or_refused_in_words(
    way: str, board: Board, tmp_path: Path
) -> None:
    name, made = WAYS[way]
    path = tmp_path / name
    for seed in range(MUTATIONS):
        path.write_bytes(made(random.Random(seed)))

        planned = planned_file(path, board, Recipe(new="kpi"), TODAY)

        said = [sentence(r.why, language) for r in planned.refused for language in LANGUAGES]
        assert all(said)
        board.after(planned.edits)


CELLS = (
    st.none()
    | st.sampled_from(
        ["指標", "115年", "1月", "2月", "Q1", "115.10", "2026-13", "合計", "實際", "目標"]
    )
    | st.sampled_from(
        ["部門", "單位", "年", "月", "期間", "數值", "營收", "%", "仟元", "co", "註：", "KPI"]
    )
    | st.sampled_from([115.1, 2026.0, 202610.0, 11510.0, -1.0, 1e300, 0.95, 1e-300])
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.builds(Percent, st.floats(-10, 10))
    | st.dates(date(1900, 1, 1), date(9999, 12, 31))
    | st.booleans()
    | st.just(Uncomputed("="))
    | st.text(max_size=6)
)
AREAS = st.builds(Area, *[st.integers(0, 7)] * 4)


@settings(max_examples=400, deadline=None)
@given(
    st.lists(st.lists(CELLS, max_size=7), max_size=8),
    st.lists(AREAS, max_size=3),
    st.sampled_from(["a", "115 年", "10月", "2026"]),
    st.sampled_from(["", "kpi", "measure"]),
)
def test_a_sheet_of_odd_cells_is_taken_or_refused_in_words(
    rows: list[list[object]], areas: list[Area], name: str, new: str
) -> None:
    board = imported(described())
    grid = Grid(name, rows, tuple(areas), f"sheet {name}!")  # type: ignore[arg-type]  # odd cells

    source = understand(Workbook("a.xlsx", (grid,)), board, Recipe(new=new), TODAY).source
    planned = plan(source, board)

    assert all(
        sentence(refusal.why, language) for refusal in planned.refused for language in LANGUAGES
    )
    assert all(
        sentence(warning, language) for warning in planned.unlikely for language in LANGUAGES
    )
    board.after(planned.edits)
