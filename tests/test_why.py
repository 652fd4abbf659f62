"""The sentences of the "why" box, word for word."""

import json

import pytest

from scorecard.evaluation import Evaluation, View
from scorecard.exchange.course import course_json
from scorecard.figures.trend import trend
from scorecard.figures.why import headline, why
from scorecard.model.records import Record
from scorecard.period import Period
from scorecard.text import tell
from scorecard.vocabulary import Direction, Method
from tests.evaluation.boards import board, kpi, line, looking_at, measure, target


def said(value: float | None, aim: str, unit: str = "") -> list[str]:
    """What is said of one KPI with `value` in May against the target `aim`, in English."""
    direction = Direction.LOWER if aim.startswith("<") else Direction.HIGHER
    records: list[Record] = [measure("m"), kpi("m", direction, unit=unit), target(aim), line("n")]
    there = board(records, {"m": {"2025-05": value}})
    evaluation = looking_at(there, "2025-05")
    return [tell(each, "en") for each in why(evaluation, evaluation.line("n"))]


@pytest.mark.parametrize(
    ("value", "aim", "unit", "sentence"),
    [
        (12, ">=10", "件", "12 pcs meets the green limit 10 pcs, with 2 pcs to spare."),
        (9.5, ">=10", "", "9.5 is in amber, between 9.0 and 10.0; 0.5 short of green."),
        (17, "<=10", "", "17 is over the amber limit 11; 7 from green."),
        (
            0.764,
            ">=0.8",
            "%",
            "76.4 % is in amber, between 72.0 % and 80.0 %; 3.6 points short of green.",
        ),
    ],
    ids=["green", "amber", "red, lower is better", "percent in points"],
)
def test_the_first_sentence_says_where_the_value_lies(
    value: float, aim: str, unit: str, sentence: str
) -> None:
    assert said(value, aim, unit)[0] == sentence


def test_no_blank_stands_between_two_chinese_words() -> None:
    records: list[Record] = [
        measure("m"),
        kpi("m", Direction.LOWER, unit="件"),
        target("<=10"),
        line("n"),
    ]
    evaluation = looking_at(board(records, {"m": {"2025-05": 17}}), "2025-05")

    first = tell(why(evaluation, evaluation.line("n"))[0], "zh_TW")

    assert first == "17 件超過黃燈門檻 11 件，距綠燈 7 件。"


def test_a_gap_near_a_limit_has_the_places_of_the_value() -> None:
    assert said(0.3499, ">=0.35", "%")[0] == (
        "34.99 % is in amber, between 31.5 % and 35.0 %; 0.01 points short of green."
    )
    assert said(0.3495, ">=0.35", "%")[0].endswith("; 0.05 points short of green.")
    assert said(0.34, ">=0.35", "%")[0].endswith("; 1.0 points short of green.")


def test_money_that_would_read_the_same_as_its_limit_is_written_out() -> None:
    (first, *_) = said(143_980_000, ">=160000000", "TWD")

    assert "$143,980,000" in first
    assert "$144,000,000" in first


def test_a_kpi_whose_target_begins_later_says_so() -> None:
    later = target(">=10", start="2025-06")
    there = board([measure("m"), kpi("m"), later, line("n")], {"m": {"2025-05": 1}})
    evaluation = looking_at(there, "2025-05")

    assert "No target is in force for 2025-05" in tell(
        headline(evaluation, evaluation.line("n")), "en"
    )


def test_a_missing_value_says_that_blank_is_not_zero() -> None:
    assert said(None, ">=1") == ["There is no value for 2025-05. Blank is not 0."]


def test_the_headline_is_the_first_sentence() -> None:
    there = board([measure("m"), kpi("m"), target(">=1"), line("n")], {"m": {"2025-05": 2}})
    evaluation = looking_at(there, "2025-05")
    seen = evaluation.line("n")

    assert headline(evaluation, seen) == why(evaluation, seen)[0]


def test_a_year_to_date_is_not_held_against_limits_of_months() -> None:
    months = {f"2025-{month:02d}": 10.0 + month % 3 for month in range(1, 13)}
    there = board([measure("m"), kpi("m"), target(">=1"), line("n")], {"m": months})

    def sentences(upto: bool) -> str:
        evaluation = looking_at(there, "2025-12", upto=upto)
        return " ".join(tell(each, "en") for each in why(evaluation, evaluation.line("n")))

    assert "process limits" in sentences(upto=False)
    assert "process limits" not in sentences(upto=True)


def test_limits_do_not_depend_on_how_many_periods_are_shown() -> None:
    months = {
        f"{year}-{month:02d}": 10.0 + month for year in (2023, 2024) for month in range(1, 13)
    }
    there = board([measure("m"), kpi("m"), target(">=1"), line("n")], {"m": months})
    evaluation = looking_at(there, "2024-12")

    short, long = (trend(evaluation, "K", "co", count) for count in (6, 24))

    assert short.limits == long.newest(6).limits
    assert {6 - at for at in short.signals} == {24 - at for at in long.signals if at >= 18}


def long_ago() -> Evaluation:
    """A year around 100, then three around 150 with 160 at the end."""
    values = [100 + 2 * (-1) ** at for at in range(12)]
    values += [*(150 + 5 * (-1) ** at for at in range(35)), 160]
    months = {f"{2023 + at // 12}-{at % 12 + 1:02d}": value for at, value in enumerate(values)}
    average = measure("m", time=Method.AVERAGE)
    there = board([average, kpi("m"), target(">=140"), line("n")], {"m": months})
    return looking_at(there, "2026-12")


def test_limits_start_with_the_segment_however_long_ago_it_began() -> None:
    evaluation = long_ago()

    (drawn,) = trend(evaluation, "K", "co", 13).limits

    # The first 24 values: twelve around 100 and twelve around 150. Their ranges are eleven of
    # 4, one of 57 and eleven of 10: the mean is 211/23, and 2.66 · 211/23 = 24.4026086957.
    assert (drawn.lower, drawn.mean, drawn.upper) == (100.597391304, 125, 149.402608696)
    assert (drawn.first, drawn.last) == (0, 12)


def test_the_sentence_and_the_course_say_the_same_limits() -> None:
    evaluation = long_ago()

    (limits,) = json.loads(json.dumps(course_json(evaluation, "K", "co")))["limits"]
    sentence = tell(why(evaluation, evaluation.line("n"))[-1], "en")

    assert (limits["from"], limits["to"]) == ("2023-01", "2026-12")
    assert (limits["lower"], limits["upper"]) == (100.597391304, 149.402608696)
    assert sentence.startswith("Outside process limits 101 to 149")


def test_a_month_later_the_limits_are_the_same() -> None:
    before, after = (long_ago().at(View(Period.parse(code))) for code in ("2026-11", "2026-12"))

    one, other = (trend(evaluation, "K", "co", 13).limits[-1] for evaluation in (before, after))

    assert (one.lower, one.upper) == (other.lower, other.upper)


def test_limits_start_again_where_the_definition_changes() -> None:
    months = {f"{year}-{month:02d}": 10.0 + month % 2 for year in (2023, 2024)
              for month in range(1, 13)}  # fmt: skip
    later = kpi("m * 2", version="v2", effective="2024-01")
    there = board([measure("m"), kpi("m"), later, target(">=1"), line("n")], {"m": months})

    first, second = trend(looking_at(there, "2024-12"), "K", "co", 18).limits

    # Half of the values are 11 and half 10; with 1 as the mean range: 10.5 ± 2.66, then twice.
    assert (first.first, first.last, first.lower, first.upper) == (0, 5, 7.84, 13.16)
    assert (second.first, second.last, second.lower, second.upper) == (6, 17, 15.68, 26.32)
