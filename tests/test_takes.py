"""What it takes to finish the year green, and where it will land, word for word."""

from datetime import date

import pytest

from scorecard.board import Board
from scorecard.evaluation import Evaluation
from scorecard.figures.prospect import prospect
from scorecard.figures.takes import what_it_takes, where_it_lands
from scorecard.model.records import Record
from scorecard.text import tell
from scorecard.vocabulary import Direction, Frequency, Method
from tests.evaluation.boards import board, kpi, line, looking_at, measure, target

LOWER = Direction.LOWER


def months(*values: float | None) -> dict[str, float | None]:
    """Values of January 2026 and the months after it."""
    found = {f"2026-{at:02d}": value for at, value in enumerate(values, 1)}
    return {code: value for code, value in found.items() if value is not None}


def seen(there: Board, code: str = "2026-10") -> Evaluation:
    return looking_at(there, code, today=date(2026, 11, 15))


def takes(there: Board, language: str = "en", code: str = "2026-10") -> str | None:
    """The sentence about the KPI `K` of the company."""
    evaluation = seen(there, code)
    coming = prospect(evaluation, "K", "co")
    assert coming is not None
    said = what_it_takes(coming, evaluation.cell("K", "co"), there.settings)
    return None if said is None else tell(said, language)


def one(
    aim: str,
    values: dict[str, float | None],
    *,
    time: Method = Method.SUM,
    direction: Direction = Direction.HIGHER,
    green: str = "",
) -> Board:
    """A KPI of one measure, in 件 with one decimal."""
    definition = kpi("m", direction, unit="件", decimals=1, green=green)
    records: list[Record] = [measure("m", time=time), definition, line("n")]
    if aim:
        records.append(target(aim))
    return board(records, {"m": values})


TEN = months(9, 10, 11.9, 10, 9, 10, 11, 9, 10, 10)  # 99.9 in all


def test_more_than_the_best_month_is_out_of_reach() -> None:
    # 12 · 10.39166… are 124.7; 24.8 more by two months.
    there = one(">=10.3916666666667", TEN)

    assert takes(there) == (
        "To finish 2026 green: 12.4 pcs per month for the 2 months that remain; "
        "best month so far 11.9 pcs: out of reach."
    )
    assert takes(there, "zh_TW") == (
        "2026 年要以綠燈收尾：剩下的 2 個月，每月至少 12.4 件；至今最好的一個月是 11.9 件，達不到。"
    )


@pytest.mark.parametrize(
    ("there", "sentence"),
    [
        (
            one("<=10", TEN, direction=LOWER),
            "To finish 2026 green: at most 10.0 pcs per month for the 2 months that remain; "
            "best month so far 9.0 pcs.",
        ),
        (
            one("<10.075", TEN, direction=LOWER),
            "To finish 2026 green: less than 10.5 pcs per month for the 2 months that remain; "
            "best month so far 9.0 pcs.",
        ),
        (
            one("=10", TEN, direction=Direction.EXACT),
            "To finish 2026 green: exactly 10.05 pcs per month for the 2 months that remain.",
        ),
        (
            one("10..10.5", TEN, direction=Direction.RANGE),
            "To finish 2026 green: 10.1 pcs to 13.0 pcs per month for the 2 months that remain.",
        ),
        (
            one(">=12", TEN, time=Method.LAST),
            "To finish 2026 green: 12.0 pcs in 2026-12; best month so far 11.9 pcs: out of reach.",
        ),
        (
            one(">=12", TEN, time=Method.MAX),
            "To finish 2026 green: 12.0 pcs in one of the 2 months that remain; "
            "best month so far 11.9 pcs: out of reach.",
        ),
        (
            one(">=10", TEN, time=Method.AVERAGE),
            "To finish 2026 green: 10.1 pcs per month for the 2 months that remain; "
            "best month so far 11.9 pcs.",
        ),
        (
            one(">=10", months(*[10] * 10, 9)),
            "To finish 2026 green: 11.0 pcs in the one month that remains; "
            "best month so far 10.0 pcs: out of reach.",
        ),
        (one(">=8", TEN), "Whatever the 2 months that remain bring, 2026 will be green."),
        (
            one("", TEN, direction=Direction.ZERO),
            "2026 can no longer be green.",
        ),
    ],
    ids=["at most", "strictly less", "exactly", "a range", "last", "highest", "average",
         "one left", "met", "missed"],
)  # fmt: skip
def test_what_it_takes_is_said_by_the_measures_own_rule(there: Board, sentence: str) -> None:
    code = "2026-11" if "one month" in sentence else "2026-10"

    assert takes(there, code=code) == sentence


def test_what_is_green_may_be_less_than_the_target() -> None:
    # Twelve times 9 are 108; the target of 144 is beyond all months.
    there = one(">=12", TEN, green=">=9")

    assert takes(there) == (
        "To finish 2026 green: 4.1 pcs per month for the 2 months that remain; "
        "best month so far 11.9 pcs."
    )


def test_a_fiscal_year_that_starts_in_april_is_named_with_its_months() -> None:
    records: list[Record] = [measure("m"), kpi("m"), line("n"), target(">=10")]
    there = board(records, {"m": months(*[None] * 3, *[10] * 7)}, fiscal_start=4)

    said = takes(there)

    assert said is not None
    assert said.startswith("To finish 2026 (2026-04 to 2027-03) green: 10 per month for the 5 ")


def test_quarters_are_called_quarters() -> None:
    quarter = Frequency.QUARTER
    values = {f"{year}-Q{part}": 10.0 for year in (2025, 2026) for part in (1, 2, 3)}
    records: list[Record] = [
        measure("m", frequency=quarter), kpi("m", frequency=quarter), line("n"), target(">=12"),
    ]  # fmt: skip

    said = takes(board(records, {"m": {**values, "2025-Q4": 10.0}}), code="2026-Q3")

    assert said == (
        "To finish 2026 green: 18 in the one quarter that remains; best quarter so far 10: "
        "out of reach."
    )


def test_without_a_target_nothing_is_asked() -> None:
    assert takes(one("", TEN)) is None


def test_a_landing_says_its_interval_its_outlook_and_what_it_lacks() -> None:
    there = one("<=3", months(3, 3, 3, 3, 3, None, 3, 3, 3), direction=LOWER)
    evaluation = seen(there, "2026-09")
    coming = prospect(evaluation, "K", "co")
    assert coming is not None

    said = where_it_lands(coming, evaluation.cell("K", "co"), there.settings)

    assert [tell(each, "en") for each in said] == [
        "2026 is expected to end at 33.0 pcs (33.0 pcs to 33.0 pcs): on course.",
        "Periods missing in it, not made up: 1.",
        "For the forecast, 2026-06 has the mean of its neighbours.",
    ]
