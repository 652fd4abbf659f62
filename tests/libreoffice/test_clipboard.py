"""A block as LibreOffice puts it on the clipboard: without quotes, shown as on its sheet."""

import pytest

from scorecard.entering.block import block_of
from scorecard.entering.pasting import plan
from scorecard.entering.verdict import Verdict
from tests.entering.boards import board, landing
from tests.libreoffice.make import GOLDEN

TEXT = (GOLDEN / "clipboard.txt").read_text("utf-8")


def test_cells_that_begin_with_a_quote_stay_cells() -> None:
    assert block_of(TEXT) == (
        ("數據", "規格", "2026年9月", "2026年10月"),
        ("營收", '"甲級', "3,990", "4,186"),
        ("銷貨成本", '15"', "2631.5", "2696"),
        ("採購準交率", '"乙" 級', "95.4%", "96.2%"),
        ("缺料次數", "兩行字", "#DIV/0!", "0.3萬"),
    )


def test_numbers_percentages_separators_and_dates_are_read_right() -> None:
    made = plan(board(), block_of(TEXT), landing(0, 0))

    assert {f"{e.measure} {e.period}": e.value for e in made.entries} == {
        "revenue 2026-09": 3990, "revenue 2026-10": 4186,
        "cogs 2026-09": 2631.5, "cogs 2026-10": 2696,
        "on_time 2026-10": 0.962,
    }  # fmt: skip


def test_an_error_is_refused_and_a_slip_is_asked() -> None:
    made = plan(board(), block_of(TEXT), landing(0, 0))

    assert made.count(Verdict.REFUSED) == 1
    assert made.count(Verdict.DOUBT) == 1
    assert made.count(Verdict.SAME) == 1


@pytest.mark.parametrize("text", ["'=1+1", "'-3x", "'@a", "'+b"])
def test_a_text_that_was_kept_from_running_comes_back_without_its_apostrophe(text: str) -> None:
    assert block_of(f"{text}\t1") == ((text[1:], "1"),)
    assert block_of("'tis\t1") == (("'tis", "1"),)
