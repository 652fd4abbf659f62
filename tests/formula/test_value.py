"""What a formula gives: a number, or the reason why there is none."""

import pytest

from scorecard.formula import Result, evaluate, parse
from scorecard.vocabulary import Missing, Value
from tests.formula.books import Books, one_row, rows


def value(text: str, books: Books) -> Value:
    return evaluate(parse(text), books).value


def test_a_name_without_data_says_which_as_it_was_written() -> None:
    assert value("A + ［營收］", one_row(A=1.0)) == Missing("missing:營收")


def test_a_name_that_knows_why_it_is_missing_says_so() -> None:
    books = one_row(A=Missing("zero_denominator"))

    assert value("A * 2", books) == Missing("zero_denominator")


@pytest.mark.parametrize("text", ["A / B", "B / B", "A / (0.1 + 0.2 - 0.3)", "A / (B * A)"])
def test_division_by_zero_is_missing(text: str) -> None:
    assert value(text, one_row(A=5.0, B=0.0)) == Missing("zero_denominator")


@pytest.mark.parametrize("text", ["A * A", "0 - A * A", "SUM(A, A) * A", "1 / (A * A)"])
def test_a_value_beyond_all_measure_is_missing(text: str) -> None:
    assert value(text, one_row(A=9e299)) == Missing("out_of_range")


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("0.1 + 0.2", 0.3),
        ("1 / 3 * 3", 1.0),
        ("2 / 3", 0.666666666667),
        ("1000000.1 - 1000000", 0.1),
        ("100000.01 + 0.02 - 100000.03", 0.0),
        ("SUM(0.1, 0.2, -0.3)", 0.0),
        ("SUM(1000000.1, -1000000)", 0.1),
        ("0 * -1", 0.0),
    ],
)
def test_what_is_seen_is_what_decimal_arithmetic_gives(text: str, result: float) -> None:
    assert str(value(text, one_row())) == str(result)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("SUM(A, B, C)", Result(4.0, True)),
        ("AVG(A, B, C)", Result(2.0, True)),
        ("MIN(A, B, C)", Result(1.0, True)),
        ("MAX(A, C)", Result(3.0, False)),
        ("COUNT(A, B, C)", Result(2.0, False)),
        ("COUNT(B)", Result(0.0, False)),
        ("SUM(B, B)", Result(Missing("no_data"))),
        ("SUM(A, B) / C", Result(0.333333333333, True)),
        ("SUM(A, 1 / 0)", Result(1.0, True)),
    ],
)
def test_a_list_leaves_out_what_is_missing_and_says_so(text: str, result: Result) -> None:
    assert evaluate(parse(text), one_row(A=1.0, C=3.0)) == result


def test_what_is_not_yet_due_does_not_make_a_list_partial() -> None:
    books = one_row(A=1.0, B=Missing("not_due"))

    assert evaluate(parse("SUM(A, B)"), books) == Result(1.0, False)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("IF(0 = 0, 720, 720 / 0)", 720.0),
        ("IF(A > 1, 1, 2)", 2.0),
        ("IF(B > 1, 1, 2)", Missing("missing:B")),
        ("IF(0.1 + 0.2 = 0.3, 1, 2)", 1.0),
        ("如果(A >= 1, B, 2)", Missing("missing:B")),
        ("A = 1", 1.0),
        ("ABS(-A)", 1.0),
    ],
)
def test_a_condition_chooses_the_only_branch_that_is_computed(text: str, result: Value) -> None:
    assert value(text, one_row(A=1.0)) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("ROUND(2.345, 2)", 2.35),
        ("ROUND(1.005 * 100)", 101.0),
        ("ROUND(2.5)", 3.0),
        ("ROUND(-2.5)", -3.0),
        ("ROUND(0.4)", 0.0),
        ("ROUND(12550, -2)", 12600.0),
        ("ROUND(0.285, 2)", 0.29),
    ],
)
def test_rounding_is_half_up_on_the_decimal_number(text: str, result: float) -> None:
    assert value(text, one_row()) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("PREV(s)", 20.0),
        ("PREV(s, 2)", 10.0),
        ("PREV(s, 3)", Missing("no_base")),
        ("PREV(t)", Missing("no_base")),
        ("LY(s)", Missing("no_such_period")),
        ("PREV(PREV(s))", 10.0),
        ("s - PREV(s * 2)", -10.0),
        ("YTD(s)", 60.0),
        ("ROLLSUM(s, 3)", 60.0),
        ("ROLLAVG(s, 2)", 25.0),
        ("ROLLSUM(s, 4)", Missing("incomplete_window")),
        ("YTD(t)", Missing("no_data")),
        ("s / DAYS()", 0.967741935484),
        ("s / 本期天數()", 0.967741935484),
    ],
)
def test_other_periods_are_read_where_they_are(text: str, result: Value) -> None:
    assert value(text, rows("s", 10, 20, 30)) == result


def test_last_year_without_a_value_is_no_base() -> None:
    books = Books(({}, {"s": 2.0}), 1, year=1)

    assert value("LY(s)", books) == Missing("no_base")


def test_the_year_to_date_skips_a_missing_month_and_is_partial() -> None:
    assert evaluate(parse("YTD(s)"), rows("s", 10, None, 30)) == Result(40.0, True)


def test_a_window_with_a_missing_month_is_incomplete() -> None:
    assert value("ROLLSUM(s, 3)", rows("s", 10, None, 30)) == Missing("incomplete_window")


def test_days_without_a_period_are_missing() -> None:
    assert value("DAYS()", Books(({},), 0, length=None)) == Missing("no_such_period")
