"""The quarterly review of definitions: when one was looked at last, and when it is due again."""

from calendar import monthrange
from datetime import date

from scorecard.board import Board
from scorecard.model.records import Review
from scorecard.period import first_day
from scorecard.text import Said
from scorecard.vocabulary import NO_WORDS

#: A definition is to be looked at this often.
QUARTER = 3


def last_review(board: Board, kpi: str, today: date) -> Review | None:
    """The newest review of a KPI up to `today`, or None."""
    done = [each for each in board.reviews.get(kpi, ()) if each.day <= today.isoformat()]
    return done[-1] if done else None


def looked_at(board: Board, kpi: str, today: date) -> date | None:
    """When the definition was last looked at: the day of its newest review, or that on which a
    version began, which nobody writes without looking. None where both are still to come."""
    calendar = board.settings.calendar
    days = [first_day(version.effective, calendar) for version in board.versions[kpi]]
    review = last_review(board, kpi, today)
    if review is not None:
        days.append(date.fromisoformat(review.day))
    return max((day for day in days if day <= today), default=None)


def review_due(board: Board, kpi: str, today: date) -> date | None:
    """From which day on the definition was to be looked at again; None where it is not due."""
    seen = looked_at(board, kpi, today)
    if seen is None:
        return None
    again = _months_later(seen, QUARTER)
    return again if again <= today else None


def review_said(review: Review) -> Said:
    """A review as one sentence: what came of it, and the note."""
    key = f"governance.review.{review.outcome}"
    if review.note == NO_WORDS:
        return Said(key)
    return Said("governance.review.noted", {"outcome": Said(key), "note": review.note})


def _months_later(day: date, months: int) -> date:
    """The same day of a later month, or the last one of it."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
