"""The cells of workbooks are what another reader sees, with percentages told apart."""

import io
import random
from collections.abc import Iterator
from datetime import date, datetime

import openpyxl
import pytest
from openpyxl.utils.datetime import to_excel
from python_calamine import load_workbook

from scorecard.exchange.workbook.grid import Percent, letters, place
from scorecard.exchange.workbook.opening import read_workbook
from scorecard.exchange.workbook.separated import read_separated
from scorecard.trouble import Refused
from tests.exchange.workbooks import Cell, Share, cells, ods, opened, xls, xlsx

ROWS: list[list[Cell]] = [
    ["指標", "單位", date(2026, 7, 1), date(2026, 8, 31), "合計"],
    ["良率", "%", Share(0.342), Share(0.95), None],
    ["營收", "元", 1234.5, "1,234.5", True],
    [],
    ["  前後有空白 ", "a&b <c>", -0.1, 1e-7, 123456789012345],
]


def other_reader(data: bytes) -> dict[str, object]:
    """Every filled cell as python-calamine has it."""
    book = load_workbook(io.BytesIO(data))
    found: dict[str, object] = {}
    for name in book.sheet_names:
        for row, line in enumerate(book.get_sheet_by_name(name).to_python(skip_empty_area=False)):
            for column, value in enumerate(line):
                if value != "":
                    seen = value.date() if isinstance(value, datetime) else value
                    found[f"sheet {name}!{letters(column)}{row + 1}"] = seen
    return found


@pytest.mark.parametrize("written", [xlsx, xls], ids=["xlsx", "xls"])
def test_the_cells_are_those_that_another_reader_sees(written: object) -> None:
    data = written({"月報": ROWS, "二 月": [[1, "x"]]})  # type: ignore[operator]  # one of three

    assert cells(opened(data)) == other_reader(data)


def test_the_cells_of_libreoffice_are_those_of_the_same_workbook_elsewhere() -> None:
    sheets: dict[str, list[list[Cell]]] = {"月報": ROWS, "二 月": [[1, "x"]]}

    stripped = {at: c.strip() if isinstance(c, str) else c for at, c in _cells(xlsx(sheets))}

    assert dict(_cells(ods(sheets))) == stripped


def _cells(data: bytes) -> list[tuple[str, object]]:
    return list(cells(opened(data)).items())


def test_a_random_workbook_of_another_writer_is_read_alike() -> None:
    rng = random.Random(7)
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row, column, value in _random_cells(rng):
        sheet.cell(row, column, value)
    target = io.BytesIO()
    book.save(target)

    assert cells(opened(target.getvalue())) == other_reader(target.getvalue())


def _random_cells(rng: random.Random) -> Iterator[tuple[int, int, object]]:
    choices = (
        lambda: rng.uniform(-1e6, 1e6),
        lambda: rng.randint(-5, 10**9),
        lambda: "".join(rng.choices("指標 a1,%&<>\"'\n年月", k=rng.randint(1, 9))).strip() or "x",
        lambda: rng.random() < 0.5,
        lambda: date(2000 + rng.randint(0, 60), rng.randint(1, 12), rng.randint(1, 28)),
    )
    for spot in rng.sample(range(90 * 40), 800):
        yield spot // 40 + 1, spot % 40 + 1, rng.choice(choices)()


@pytest.mark.parametrize("written", [xlsx, xls, ods], ids=["xlsx", "xls", "ods"])
def test_a_cell_that_shows_a_percentage_is_told_from_a_number(written: object) -> None:
    grid = opened(written({"a": ROWS})).grids[0]  # type: ignore[operator]  # one of three

    kinds = [type(grid.at(1, 2)), type(grid.at(2, 2))]

    assert kinds == [Percent, float]


def test_merged_cells_are_known() -> None:
    data = xlsx({"a": [["標題"], ["x"]]}, {"a": ["A1:D1", "A2:A4"]})

    assert [tuple(area) for area in opened(data).grids[0].merged] == [(0, 0, 0, 3), (1, 0, 3, 0)]


def test_hidden_sheets_are_named_and_not_read() -> None:
    book = openpyxl.Workbook()
    hidden = book.create_sheet("清單")
    hidden.sheet_state = "hidden"
    target = io.BytesIO()
    book.save(target)

    found = opened(target.getvalue())

    assert ([grid.name for grid in found.grids], found.hidden) == (["Sheet"], ("清單",))


def test_dates_of_the_1904_system_are_the_same_days() -> None:
    book = openpyxl.Workbook()
    book.epoch = datetime(1904, 1, 1)
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = to_excel(datetime(2026, 10, 1), datetime(1904, 1, 1))
    sheet["A1"].number_format = "yyyy-mm-dd"
    target = io.BytesIO()
    book.save(target)

    assert opened(target.getvalue()).grids[0].at(0, 0) == date(2026, 10, 1)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp950"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_a_text_table_is_read_in_any_encoding_with_any_separator(
    encoding: str, separator: str
) -> None:
    rows = [["指標", "2026-10", "2026-11"], ["營收", "1", "2"], ["良率", "95%", ""]]
    text = "\r\n".join(separator.join(row) for row in rows)

    grid = read_separated(text.encode(encoding), "a.csv").grids[0]

    assert [list(row) for row in grid.rows] == rows
    assert grid.address(1, 2) == "a.csv!C2"


def test_a_table_of_western_europe_is_read_too() -> None:
    grid = read_separated("Café\u00a0A,1\nb,2".encode("cp1252"), "a.csv").grids[0]

    assert grid.at(0, 0) == "Café\u00a0A"


def test_a_first_line_may_name_the_separator() -> None:
    grid = read_separated(b"sep=;\na;1,5\n", "a.csv").grids[0]

    assert [list(row) for row in grid.rows] == [["a", "1,5"]]


@pytest.mark.parametrize(
    ("column", "said"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")]
)
def test_columns_are_called_as_a_spreadsheet_calls_them(column: int, said: str) -> None:
    assert (letters(column), place(f"{said}1")) == (said, (0, column))


def test_a_locked_workbook_says_so() -> None:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    data = xls({"a": [["x"]]})
    locked = data.replace(
        "Workbook".encode("utf-16-le"), "EncryptedPackage"[:8].encode("utf-16-le")
    )

    with pytest.raises(Refused) as caught:
        read_workbook(locked, "a.xlsx")

    assert data.startswith(head)
    assert caught.value.troubles[0].where == "a.xlsx"
