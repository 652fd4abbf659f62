"""Everything that governance has to say of a document, worked out a little at a time."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from scorecard.board import Board
from scorecard.check.findings import measures_said, unused_measures
from scorecard.evaluation import Evaluation
from scorecard.governance.answers import unanswered
from scorecard.governance.completeness import lacking, languages_of
from scorecard.governance.finding import Concern, Finding
from scorecard.governance.reviews import last_review, looked_at, review_due
from scorecard.governance.smart import unpassed
from scorecard.governance.stars import many_stars
from scorecard.governance.subject import Subject, subjects
from scorecard.governance.twins import twins
from scorecard.text import Said
from scorecard.trouble import Level
from scorecard.vocabulary import ReviewOutcome


def examined(evaluation: Evaluation) -> tuple[Finding, ...]:
    """All findings on the day of `evaluation`, the most pressing first."""
    return in_order(found for some in examinations(evaluation) for found in some)


def examinations(evaluation: Evaluation) -> Iterator[Sequence[Finding]]:
    """The same in three short steps for each KPI and two more."""
    board, today = evaluation.board, evaluation.valuation.today
    every, languages = tuple(subjects(evaluation)), languages_of(board)
    said: set[str] = set()
    yield from twins(every, today)
    yield tuple(many_stars(board))
    for subject in every:
        said |= measures_said(board, subject.kpi)
        yield (
            *unanswered(subject),
            *lacking(subject, languages),
            *unpassed(subject),
            *_unreviewed(subject, today),
        )
    yield tuple(_unused(board, said))


def in_order(findings: Iterator[Finding] | Sequence[Finding]) -> tuple[Finding, ...]:
    """By what they are about, then as the document has the KPIs."""
    order = list(Concern)
    return tuple(sorted(findings, key=lambda each: order.index(each.concern)))


def _unused(board: Board, said: Collection[str]) -> Iterator[Finding]:
    for measure in sorted(unused_measures(board, said)):
        yield Finding(
            Concern.UNUSED_MEASURE,
            Level.NOTE,
            measure,
            board.measures[measure].name,
            Said("governance.unused_measure"),
            measure=measure,
        )


def _unreviewed(subject: Subject, today: date) -> Iterator[Finding]:
    board, kpi = subject.board, subject.kpi
    review = last_review(board, kpi, today)
    due, seen = (asked(board, kpi, today) for asked in (review_due, looked_at))
    if review is not None and review.outcome is ReviewOutcome.RETIRE:
        said = Said("governance.to_retire", {"day": review.day})
        yield subject.finding(Concern.TO_RETIRE, Level.NOTE, said, "notes")
    elif due is not None and seen is not None:
        key = "governance.not_reviewed" if review is not None else "governance.never_reviewed"
        facts = {"seen": seen.isoformat(), "due": due.isoformat()}
        yield subject.finding(Concern.NOT_REVIEWED, Level.NOTE, Said(key, {**facts}), "notes")
