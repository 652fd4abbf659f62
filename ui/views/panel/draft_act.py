"""What becomes of a draft in words: from when it counts, and what can be done with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from scorecard.board import Board
from scorecard.commands.revise_definition import next_version
from scorecard.period import Calendar, Period
from scorecard.text import Said
from scorecard.vocabulary import Frequency
from ui.forms.draft import Draft, Outcome, can_follow, is_over_blank
from ui.forms.versions import follower
from ui.look import Look, Wording


@dataclass(frozen=True, slots=True)
class Act:
    """`facts` fill every sentence about the draft: `count` fields, `old` and `new` version,
    `start`, `before`, `since`. `refusal` says why no new version can be made, None where one can;
    then the draft may still correct the old one. `is_direct` where it does so without a question,
    for lack of values that it could change."""

    title: Wording = ""
    sentence: Wording = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    refusal: Said | None = None
    is_direct: bool = False


def act_of(draft: Draft, outcome: Outcome, board: Board, today: date) -> Act:
    """What becomes of `draft`, which makes `outcome` of a definition."""
    facts = _facts(draft, outcome, board)
    refusal = None if draft.changes_meaning else Said("panel.draft.nothing")
    if is_over_blank(draft, board):
        blank = _said("blank", facts), _said("blank.sentence", facts)
        return Act(*blank, facts, refusal, is_direct=True)
    if not can_follow(draft, board, today):
        only = _said("only.sentence", facts)
        return Act(_said("only", facts), only, facts, refusal or only)
    unsettled = _unsettled(outcome)
    if unsettled is not None:
        return Act(_said("date", facts), unsettled, facts, refusal)
    return Act(_said("title", facts), _said("sentence", facts), facts, refusal)


def given(draft: Draft, outcome: Outcome, look: Look) -> dict[str, str]:
    """What stands in the fields of the act while nobody typed there."""
    version, base = outcome.definition.version, draft.base.version
    if version.version == base.version:
        return {}
    facts = {"new": version.version, "old": base.version}
    return {
        "version": look.say("panel.draft.version", **facts),
        "effective": version.effective,
        "change": "",
    }


def without_reason(outcome: Outcome) -> Outcome:
    """An outcome as if nobody asked for the reason of the act yet."""
    others = {key: each for key, each in outcome.troubles.items() if each.code != "reason_missing"}
    return Outcome(outcome.definition, others, outcome.questions)


def _unsettled(outcome: Outcome) -> Said | None:
    """What is wrong with the date, so that nothing is promised from it."""
    question, trouble = outcome.questions.get("effective"), outcome.troubles.get("effective")
    if question is not None:
        return question.why
    return Said(f"trouble.{trouble.code}", {**trouble.facts}) if trouble is not None else None


def _facts(draft: Draft, outcome: Outcome, board: Board) -> dict[str, str]:
    base, start = draft.base.version, outcome.definition.version.effective
    after = follower(board, base)
    return {
        "count": str(len(draft.changed)),
        "new": next_version(board, base.kpi),
        "old": base.version,
        "start": start,
        "before": _before(start, board.settings.calendar),
        "since": base.effective,
        "typed": draft.typed.get("effective", ""),
        "next": after.version if after is not None else "",
        "next_start": after.effective if after is not None else "",
    }


def _before(start: str, calendar: Calendar) -> str:
    """The last month, week … in which the old version still counts; the day for a date."""
    period = Period.parse(start)
    if period.kind is Frequency.DAY and calendar.span(period).first.day == 1:
        period = calendar.containing(calendar.span(period).first, Frequency.MONTH)
    return period.shifted(-1).code


def _said(key: str, facts: Mapping[str, str]) -> Said:
    return Said(f"panel.draft.{key}", {**facts})
