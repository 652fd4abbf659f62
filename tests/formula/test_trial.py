"""A formula tried on given numbers answers in the interchange form."""

import pytest

from scorecard.formula.trial import trial
from scorecard.period import Calendar, Period
from scorecard.vocabulary import Missing

CALENDAR = Calendar()


def test_a_value_comes_without_a_reason() -> None:
    answer = trial("(A - B) / A", {"A": 1000.0, "B": 640.0}, {}, None, CALENDAR)

    assert answer == {"value": 0.36, "reason": None, "partial": False}


def test_a_missing_input_is_the_reason() -> None:
    answer = trial("A / B", {"A": 1.0, "B": Missing("no_data")}, {}, None, CALENDAR)

    assert answer == {"value": None, "reason": "missing:B", "partial": False}


def test_a_mistake_comes_with_its_place_and_a_sentence_in_both_languages() -> None:
    answer = trial("(營收 - 銷貨成本", {"營收": 1.0, "銷貨成本": 2.0}, {}, None, CALENDAR)

    assert answer == {
        "error": {
            "position": 10,
            "expected": [")"],
            "near": "銷貨成本",
            "message": {
                "zh_TW": "公式第 11 個字（「銷貨成本」附近）缺少右括號「)」。",
                "en": "At character 11, near “銷貨成本”, a closing bracket “)” is missing.",
            },
        }
    }


def test_an_unknown_name_is_answered_with_the_nearest_known() -> None:
    answer = trial("營業收入", {"營收": 1.0, "營業收入淨額": 2.0}, {}, None, CALENDAR)

    assert "error" in answer
    assert answer["error"]["expected"] == ["營業收入淨額", "營收"]
    assert "營業收入淨額" in answer["error"]["message"]["zh_TW"]


@pytest.mark.parametrize(
    ("fiscal_start", "total"),
    [(1, 60), (2, 50), (3, 30), (4, 60)],
)
def test_the_year_to_date_starts_with_the_fiscal_year(fiscal_start: int, total: float) -> None:
    sales = {"2025-01": 10.0, "2025-02": 20.0, "2025-03": 30.0}

    answer = trial(
        "YTD(s)", {}, {"s": dict(sales)}, Period.parse("2025-03"), Calendar(fiscal_start)
    )

    assert "value" in answer
    assert answer["value"] == total


def test_week_53_has_no_base_in_a_year_of_52_weeks() -> None:
    answer = trial("LY(s)", {}, {"s": {}}, Period.parse("2026-W53"), CALENDAR)

    assert answer == {"value": None, "reason": "no_such_period", "partial": False}


@pytest.mark.parametrize("code", ["0001-01-05", "0001-W01", "0001-01", "9999-12", "9999"])
@pytest.mark.parametrize("text", ["PREV(s, 400)", "ROLLSUM(s, 400)", "LY(s)", "DAYS()", "YTD(s)"])
def test_the_edge_of_the_calendar_is_no_crash(code: str, text: str) -> None:
    answer = trial(text, {}, {"s": {"2025-01": 1.0}}, Period.parse(code), CALENDAR)

    assert "reason" in answer


def test_without_a_period_there_is_no_other_period() -> None:
    answer = trial("PREV(s)", {"s": 1.0}, {}, None, CALENDAR)

    assert answer == {"value": None, "reason": "no_base", "partial": False}
