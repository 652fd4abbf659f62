"""Checking definitions off as looked at: several at once, replaced, taken back."""

from scorecard.board import Board
from scorecard.commands.definition import NewVersion, RemoveKpi
from scorecard.commands.review import RemoveReview, ReviewKpis
from scorecard.model.records import KpiVersion, Review
from scorecard.vocabulary import ReviewOutcome, Words
from tests.commands.boards import company, done, refused

KEPT = Review("FIN-003", "2026-10-08", ReviewOutcome.KEPT, "amy", Words("  照舊 "))


def reviews(board: Board) -> list[tuple[str, str]]:
    return [(each.day, each.outcome.value) for each in board.reviews.get("FIN-003", ())]


def test_a_review_is_kept_with_its_day_outcome_person_and_note() -> None:
    (review,) = done(company(), ReviewKpis([KEPT])).reviews["FIN-003"]

    assert (review.day, review.outcome, review.by) == ("2026-10-08", ReviewOutcome.KEPT, "amy")
    assert review.note == Words("照舊")


def test_reviews_stand_in_the_order_of_their_days_whenever_they_were_typed() -> None:
    earlier = Review("FIN-003", "2026-07-02", ReviewOutcome.CHANGED)

    board = done(done(company(), ReviewKpis([KEPT])), ReviewKpis([earlier]))

    assert reviews(board) == [("2026-07-02", "changed"), ("2026-10-08", "kept")]


def test_a_second_review_of_the_same_day_replaces_the_first() -> None:
    again = Review("FIN-003", "2026-10-08", ReviewOutcome.RETIRE)

    board = done(done(company(), ReviewKpis([KEPT])), ReviewKpis([again]))

    assert reviews(board) == [("2026-10-08", "retire")]


def test_several_kpis_are_reviewed_in_one_step_that_says_how_many() -> None:
    other = KpiVersion("X-1", "v1", "2025-01", Words("乙"), formula="營收")
    board = done(company(), NewVersion(other))
    both = [Review(kpi, "2026-10-08", ReviewOutcome.KEPT) for kpi in ("FIN-003", "X-1")]

    change = ReviewKpis(both)(board)

    assert (change.name.key, change.name.facts["count"]) == ("command.review_kpis", "2")
    assert {edit.key[0] for edit in change.edits} == {"FIN-003", "X-1"}


def test_a_review_is_taken_back() -> None:
    board = done(company(), ReviewKpis([KEPT]))

    assert done(board, RemoveReview("FIN-003", "2026-10-08")).reviews == {}


def test_a_kpi_takes_its_reviews_with_it() -> None:
    board = done(company(), ReviewKpis([KEPT]))

    assert done(board, RemoveKpi("FIN-003")).reviews == {}


def test_a_review_of_a_kpi_that_is_not_there_is_refused() -> None:
    nowhere = Review("FIN-009", "2026-10-08", ReviewOutcome.KEPT)

    assert refused(company(), ReviewKpis([nowhere])).code == "unknown_kpi"


def test_a_review_has_a_day() -> None:
    month = Review("FIN-003", "2026-10", ReviewOutcome.KEPT)

    assert refused(company(), ReviewKpis([month])).code == "not_a_day"
