"""A pasted block: what is recognised in it, and what would become of each cell."""

import pytest

from scorecard.board import assembled
from scorecard.entering.block import block_of, text_of
from scorecard.entering.pasting import Decided, Landing, Plan, plan
from scorecard.entering.verdict import Verdict
from scorecard.model.records import Entry, Measure, Org
from scorecard.text import sentence
from scorecard.vocabulary import Words
from tests.entering.boards import COLUMNS, NOW, board, landing


def pasted(text: str, row: int = 0, column: int = 5) -> Plan:
    return plan(board(), block_of(text), landing(row, column))


def written(text: str, row: int = 0, column: int = 5) -> dict[tuple[str, str], float | None]:
    return {(e.measure, e.period): e.value for e in pasted(text, row, column).entries}


def test_a_column_of_numbers_goes_down_from_the_current_cell() -> None:
    assert written("2,696\n95.7%\n3", row=1) == {
        ("cogs", "2026-10"): 2696.0,
        ("on_time", "2026-10"): 0.957,
        ("stops", "2026-10"): 3.0,
    }


@pytest.mark.parametrize(
    ("text", "value"),
    [("4,186", 4186.0), ("４１８６", 4186.0), ("0.4186萬", 4186.0), ("4.186K", 4186.0)],
)
def test_numbers_are_read_as_people_write_them(text: str, value: float) -> None:
    assert written(text) == {("revenue", "2026-10"): value}


@pytest.mark.parametrize(
    "head",
    ["2026-10", "115年10月", "115/10", "10月", "Oct 2026", "Oct-26", "2026/10/31", "October"],
)
def test_the_head_of_a_column_names_its_month(head: str) -> None:
    assert written(f"項目\t{head}\n營收\t4186", column=0) == {("revenue", "2026-10"): 4186.0}


def test_rows_are_found_by_name_in_any_order_and_language() -> None:
    text = "Line stops\t3\n銷貨成本\t2696\nrevenue\t4186"

    assert written(text) == {
        ("stops", "2026-10"): 3.0,
        ("cogs", "2026-10"): 2696.0,
        ("revenue", "2026-10"): 4186.0,
    }


def test_months_across_are_matched_by_their_heads() -> None:
    text = "數據\t單位\t115年9月\t115年10月\n營收\tTWD\t3981\t4186\n缺料次數\t次\t2\t3"

    made = pasted(text)

    assert {(e.measure, e.period) for e in made.entries} == {
        ("revenue", "2026-10"),
        ("stops", "2026-10"),
    }
    assert made.count(Verdict.SAME) == 2


def test_months_down_and_measures_across_are_turned() -> None:
    text = "月份\t營收\t銷貨成本\n2026-09\t3990\t2631\n2026-10\t4186\t2696"

    assert written(text)["cogs", "2026-09"] == 2631.0
    assert written(text)["revenue", "2026-10"] == 4186.0


def test_a_fraction_in_a_percent_field_waits_for_an_answer() -> None:
    (cell,) = pasted("0.95", row=2).cells

    assert (cell.verdict, cell.repair) == (Verdict.DOUBT, 0.95)


def test_ten_times_as_much_waits_for_an_answer() -> None:
    (cell,) = pasted("41860").cells

    assert (cell.verdict, cell.repair) == (Verdict.DOUBT, 4186.0)


def test_a_doubt_that_is_answered_is_written() -> None:
    doubtful = pasted("41860\n2,696")
    spot = (("revenue", "co"), NOW)

    repaired = doubtful.decide({spot: Decided(4186.0)})
    kept = doubtful.decide({spot: Decided(41860.0, "合併新公司")})

    assert len(doubtful.entries) == 1
    assert Entry("revenue", "co", "2026-10", 4186.0) in repaired.entries
    assert Entry("revenue", "co", "2026-10", 41860.0, "合併新公司") in kept.entries


def test_what_is_left_out_is_gone_from_the_plan() -> None:
    doubtful = pasted("41860").decide({(("revenue", "co"), NOW): Decided(dropped=True)})

    assert doubtful.cells == ()


def test_a_blank_cell_is_never_zero_and_writes_nothing() -> None:
    made = pasted("4186\n\n95.7%")

    assert made.count(Verdict.BLANK) == 1
    assert {entry.measure for entry in made.entries} == {"revenue", "on_time"}


def test_what_cannot_be_read_is_refused_with_its_sentence() -> None:
    (cell,) = pasted("12,34").cells

    assert cell.verdict is Verdict.REFUSED
    assert cell.trouble is not None
    assert "12,34" in sentence(cell.trouble, "en")


def test_a_row_that_is_not_there_is_refused_and_the_near_one_named() -> None:
    made = pasted("營收\t4186\n銷貨成本額\t2696")

    (stranger,) = (cell for cell in made.cells if cell.verdict is Verdict.REFUSED)
    assert stranger.trouble is not None
    assert (
        sentence(stranger.trouble, "zh_TW") == "這張表沒有「銷貨成本額」。您指的是「銷貨成本」嗎？"
    )
    assert "“Cost of goods sold”" in sentence(stranger.trouble, "en")


def test_a_row_may_be_told_to_be_the_near_one() -> None:
    made = pasted("營收\t4186\n銷貨成本額\t2696").match("銷貨成本額", ("cogs", "co"))

    assert {(entry.measure, entry.value) for entry in made.entries} == {
        ("revenue", 4186.0),
        ("cogs", 2696.0),
    }


def test_what_is_good_is_gone_from_the_plan_once_it_is_written() -> None:
    made = pasted("2,696\n0.95", row=1)

    left = made.written(made.board)

    assert [cell.text for cell in left.cells] == ["0.95"]


def test_what_reaches_beyond_the_sheet_is_refused_and_not_lost() -> None:
    made = pasted("1\t2", row=3)

    assert [cell.verdict for cell in made.cells] == [Verdict.WRITE, Verdict.REFUSED]
    assert made.cells[1].text == "2"


def test_a_quarter_has_no_place_among_months() -> None:
    (cell,) = pasted("項目\t2026-Q4\n營收\t12000", column=0).cells

    assert cell.trouble is not None
    assert "2026-Q4" in sentence(cell.trouble, "en")


def test_a_month_off_is_doubted_as_a_whole() -> None:
    names = [f"m{n}" for n in range(1, 7)]
    entries = [
        Entry(each, "co", NOW.shifted(step - 8).code, 1000.0 * n + 117 + 7 * step)
        for n, each in enumerate(names, 1)
        for step in range(8)
    ]
    measures = [Measure(each, Words(each)) for each in names]
    filled = assembled([Org("co", Words("公司")), *measures, *entries])
    places = tuple((each, "co") for each in names)
    there = Landing(places, COLUMNS, 0, 5, places)
    last_month = "\n".join(f"{1000 * n + 117 + 49}" for n in range(1, 7))

    made = plan(filled, block_of(last_month), there)

    assert made.count(Verdict.DOUBT) == len(names)


def test_a_cell_with_a_line_end_in_quotes_is_one_cell() -> None:
    assert block_of('"a\nb"\t1\r\n2\t3\r\n') == (("a\nb", "1"), ("2", "3"))


def test_what_is_copied_comes_back_the_same() -> None:
    cells = (("4,186", "95.7%"), ("", "3"))

    assert block_of(text_of(cells)) == cells


@pytest.mark.parametrize(
    ("head", "month"),
    [("10/01/26", "2026-10"), ("10/1/2026", "2026-10"), ("30.09.26", "2026-09")],
)
def test_a_date_whose_order_nobody_knows_is_the_only_month_of_the_sheet_that_it_can_be(
    head: str, month: str
) -> None:
    """LibreOffice shows a month in an English document as its first day."""
    made = pasted(f"Measure\t{head}\n營收\t4186\n缺料次數\t3", column=0)

    assert {(e.measure, e.period) for e in made.entries} == {("revenue", month), ("stops", month)}
    assert made.count(Verdict.REFUSED) == 0


def test_a_date_that_can_be_two_months_of_the_sheet_is_told() -> None:
    made = pasted("Measure\t09/10/26\n營收\t4186")

    (told,) = [cell.trouble for cell in made.cells if cell.trouble is not None]
    assert told.code == "paste_dated"
    assert "09/10/26" in sentence(told, "en")
    assert {e.period for e in made.entries} == {"2026-10"}


def test_a_first_row_of_words_alone_is_a_heading() -> None:
    made = pasted("本公司月報\t本月\n營收\t4186")

    assert [cell.verdict for cell in made.cells] == [Verdict.WRITE]
