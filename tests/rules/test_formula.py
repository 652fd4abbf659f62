"""R-FORMULA: the language, what is missing, other periods, and where a mistake is."""

import pytest

from tests.cli.running import Run

SALES = "sales=2025-01:10,2025-02:20,2025-03:30"


@pytest.mark.parametrize(
    ("text", "values", "answer"),
    [
        ("（營收 − 銷貨成本）÷ 營收 × 100％", ["營收=1000", "銷貨成本=640"], 0.36),
        ("45 / 50 × 100%", [], 0.9),
        ("客訴不良數 / 出貨總數 × 1,000,000", ["客訴不良數=3", "出貨總數=40000"], 75),
        ("MAX(1,000)", [], 1),
        ("SUM((1,000))", [], 1000),
        ("SUM(A, 1,000)", ["A=1"], 2),
        ("-2 × -3", [], 6),
        ("10 / 2 / 5", [], 1),
        ("2 - 3 - 4", [], -5),
        ("2 + 3 × 4", [], 14),
        ("-A%", ["A=5"], -0.05),
        ("[Units made] / 2", ["Units made=4"], 2),
        ("去年同期", ["去年同期=4"], 4),
        ("Ａ＋Ｂ", ["A=1", "B=2"], 3),
        ("sum(a)", ["a=1"], 1),
        ("SUM(A, B, C)", ["A=1", "B=", "C=3"], 4),
        ("COUNT(A, B, C)", ["A=1", "B=", "C=3"], 2),
        ("COUNT(A, B)", ["A=", "B="], 0),
        ("AVG(A, B, C)", ["A=1", "B=", "C=2"], 1.5),
        ("最大（A，B）", ["A=1", "B=2"], 2),
        ("如果(故障次數 = 0, 總時間, 總時間 / 故障次數)", ["故障次數=0", "總時間=720"], 720),
        ("IF(A > 1, B, C)", ["A=2", "B=5", "C="], 5),
        ("ROUND(2.345, 2)", [], 2.35),
        ("ROUND(A, 2)", ["A=1.005"], 1.01),
        ("四捨五入(-2.5)", [], -3),
        ("ABS(A)", ["A=-3"], 3),
        ("0.1 + 0.2 = 0.3", [], 1),
        ("1 / 3 × 3 >= 1", [], 1),
        ("5 ≠ 5", [], 0),
        ("2 / 3", [], 0.666666666667),
    ],
)
def test_a_formula_gives_what_a_person_works_out(
    run: Run, text: str, values: list[str], answer: float
) -> None:
    """R-FORMULA-1 to R-FORMULA-6, R-FORMULA-8, R-NUMBER-2."""
    given = ["--with", *values] if values else []

    assert run("formula", "--json", *given, "--", text).json["value"] == answer


@pytest.mark.parametrize(
    ("text", "values", "reason"),
    [
        ("A / B", ["A=1", "B=0"], "zero_denominator"),
        ("A / B", ["A=0", "B=0"], "zero_denominator"),
        ("A / B", ["A=", "B=0"], "missing:A"),
        ("A + B", ["A=1", "B="], "missing:B"),
        ("SUM(A, B)", ["A=", "B="], "no_data"),
        ("IF(A > 1, B, C)", ["A=", "B=1", "C=2"], "missing:A"),
        ("IF(A > 1, B, C)", ["A=2", "B=", "C=2"], "missing:B"),
        ("ROUND(A)", ["A="], "missing:A"),
    ],
)
def test_what_is_missing_has_a_reason(run: Run, text: str, values: list[str], reason: str) -> None:
    """R-FORMULA-4, R-FORMULA-5, R-FORMULA-6."""
    said = run("formula", "--json", "--with", *values, "--", text).json

    assert (said["value"], said["reason"]) == (None, reason)


@pytest.mark.parametrize(
    ("text", "value", "reason", "partial"),
    [
        ("PREV(sales)", 20, None, False),
        ("上期(sales, 2)", 10, None, False),
        ("PREV(sales, 3)", None, "no_base", False),
        ("PREV(sales + 1)", 21, None, False),
        ("LY(sales)", None, "no_base", False),
        ("YTD(sales)", 60, None, False),
        ("年初至今(sales × 2)", 120, None, False),
        ("ROLLSUM(sales, 3)", 60, None, False),
        ("ROLLSUM(sales, 4)", None, "incomplete_window", False),
        ("滾動平均(sales, 2)", 25, None, False),
        ("sales / DAYS()", 0.967741935484, None, False),
        ("sales - PREV(sales)", 10, None, False),
    ],
)
def test_a_formula_reads_other_periods(
    run: Run, text: str, *, value: float | None, reason: str | None, partial: bool
) -> None:
    """R-FORMULA-7, R-FORMULA-8: March 2025."""
    said = run("formula", "--json", "--series", SALES, "--period", "2025-03", "--", text).json

    assert (said["value"], said["reason"], said["partial"]) == (value, reason, partial)


def test_a_year_to_date_begins_with_the_fiscal_year(run: Run) -> None:
    """R-FORMULA-7, R-TIME-4: April 8 and May 16 of a year from April on."""
    series = "s=2025-01:1,2025-02:2,2025-03:4,2025-04:8,2025-05:16"

    said = run("formula", "YTD(s)", "--json", "--series", series, "--period", "2025-05",
               "--fiscal-start", "4").json  # fmt: skip

    assert (said["value"], said["partial"]) == (24, False)


def test_a_gap_in_a_year_to_date_is_partial(run: Run) -> None:
    """R-FORMULA-7."""
    said = run("formula", "YTD(s)", "--json", "--series", "s=2025-01:1,2025-03:4",
               "--period", "2025-03").json  # fmt: skip

    assert (said["value"], said["partial"]) == (5, True)


@pytest.mark.parametrize(
    ("series", "period"),
    [("s=2026-W53:5,2025-W52:4", "2026-W53"), ("s=2024-02-29:5,2023-02-28:4", "2024-02-29")],
)
def test_no_neighbour_stands_for_a_period_that_does_not_exist(
    run: Run, series: str, period: str
) -> None:
    """R-TIME-6, R-FORMULA-7."""
    said = run("formula", "LY(s)", "--json", "--series", series, "--period", period).json

    assert (said["value"], said["reason"]) == (None, "no_such_period")


@pytest.mark.parametrize(
    ("text", "position", "expected"),
    [
        ("（A ＋ 1", 6, [")"]),
        ("A + ", 4, ["name", "number", "("]),
        ("A +* B", 3, ["name", "number", "("]),
        ("A B", 2, ["operator", "end"]),
        (")", 0, ["name", "number", "("]),
        ("[units", 6, ["]"]),
        ("營收 － 銷貨成夲", 5, ["銷貨成本"]),
        ("（營收 − 銷貨成本 ÷ 營收 × 100％", 22, [")"]),
        ("毛利", 0, ["毛利率"]),
        ("SUMM(A)", 0, ["SUM", "ROLLSUM"]),
        ("１，２３", 1, ["operator", "end"]),
        ("PREV(A, 0)", 8, ["whole number"]),
    ],
)
def test_a_mistake_is_shown_at_its_place_in_the_text_as_typed(
    run: Run, text: str, position: int, expected: list[str]
) -> None:
    """R-FORMULA-1, R-FORMULA-3, R-FORMULA-9: full-width signs count as one character each."""
    known = ["A=1", "B=2", "營收=1000", "銷貨成本=640", "毛利率=0.3"]

    answer = run("formula", "--json", "--with", *known, "--", text)

    assert answer.code == 2
    assert (answer.json["error"]["position"], answer.json["error"]["expected"]) == (
        position,
        expected,
    )
