"""The newest value of a measure in a view."""

from scorecard.board import Board
from scorecard.figures.latest import latest_of_measure
from scorecard.vocabulary import Missing
from tests.evaluation.boards import board, kpi, looking_at, measure


def latest(there: Board, period: str) -> tuple[object, str]:
    value, newest = latest_of_measure(looking_at(there, period), "sales", "co")
    return value, newest.code if newest is not None else ""


def sold(**entries: float | None) -> Board:
    """Sales of the company by month, `m03` for March 2025."""
    values = {f"2025-{month[1:]}": value for month, value in entries.items()}
    return board([measure("sales"), kpi("sales")], {"sales": values})


def test_it_is_the_value_of_the_view_where_there_is_one() -> None:
    assert latest(sold(m03=30, m04=40, m05=50), "2025-04") == (40.0, "2025-04")


def test_a_value_after_the_view_is_not_known_yet() -> None:
    assert latest(sold(m03=30, m05=50), "2025-04") == (30.0, "2025-03")


def test_where_nothing_was_entered_there_is_none() -> None:
    assert latest(sold(), "2025-04") == (Missing("no_data"), "")
