"""Closing a period for a unit and all below it, and opening it again with a reason."""

from dataclasses import dataclass, replace
from datetime import datetime

from scorecard.board import Board
from scorecard.check.closed import signed
from scorecard.cleaning import clean
from scorecard.closings import closed_by
from scorecard.commands.cleaned import cleaned
from scorecard.commands.lookup import org_of
from scorecard.commands.putting import put
from scorecard.model.edits import Change
from scorecard.model.records import Closing
from scorecard.period import MONTHS, Period
from scorecard.period_code import kind_of
from scorecard.text import Said
from scorecard.trouble import Refused, Trouble
from scorecard.vocabulary import Words


@dataclass(frozen=True, slots=True)
class ClosePeriod:
    """From now on nothing in the period may be entered or changed at the unit and below it.

    `at` is the moment (ISO 8601 with offset), `note` what is to be said of what is missing.
    Refused: unknown unit; a period that is no month, quarter, half or year, that is not over, or
    that is closed already, be it by a longer period or a unit above.
    """

    org: str
    period: str
    by: str
    at: str
    note: str = ""

    def __call__(self, board: Board) -> Change:
        org_of(board, self.org)
        if kind_of(self.period) not in MONTHS:
            raise Refused([Trouble("close_kind", facts={"period": self.period})])
        period = Period.parse(self.period)
        last = board.settings.calendar.span(period).last
        if datetime.fromisoformat(self.at).date() <= last:
            facts = {"period": self.period, "last": last.isoformat()}
            raise Refused([Trouble("period_not_over", facts=facts)])
        shut = closed_by(board, period, self.org)
        if shut is not None:
            raise Refused([_already(board, self.org, self.period, shut)])
        closing = board.closings.get((self.org, self.period)) or Closing(self.org, self.period)
        closing = replace(closing, closed=True, by=self.by, at=self.at, note=self.note)
        return Change(_name("command.close_period", board, closing), put(board, cleaned(closing)))


@dataclass(frozen=True, slots=True)
class ReopenPeriod:
    """Lets a closed period be changed again. Refused: it is not closed, or not by itself but by
    another one that is to be opened; no reason is given."""

    org: str
    period: str
    by: str
    at: str
    reason: str

    def __call__(self, board: Board) -> Change:
        org_of(board, self.org)
        there = board.closings.get((self.org, self.period))
        if there is None or not there.closed:
            raise Refused([_not_closed(board, self.org, self.period)])
        if not clean(self.reason):
            raise Refused([Trouble("reopen_reason", facts={"period": self.period})])
        said = {"reopened_by": self.by, "reopened_at": self.at, "reason": clean(self.reason)}
        closing = replace(there, closed=False, **said)
        return Change(_name("command.reopen_period", board, closing), put(board, closing))


def _already(board: Board, org: str, period: str, shut: Closing) -> Trouble:
    """Why a period is not closed once more: by whom it was, or with which other one."""
    code = "already_closed" if shut.key == (org, period) else "closed_with"
    return Trouble(code, facts={**_place(board, org, period), **_shut(board, shut)})


def _not_closed(board: Board, org: str, period: str) -> Trouble:
    """Why a period is not opened: nothing holds it, or another one does."""
    shut = closed_by(board, Period.parse(period), org) if kind_of(period) is not None else None
    if shut is None:
        return Trouble("not_closed", facts=_place(board, org, period))
    return Trouble("reopen_other", facts={**_place(board, org, period), **_shut(board, shut)})


def _place(board: Board, org: str, period: str) -> dict[str, str | Words]:
    return {"period": period, "org": board.orgs[org].name}


def _shut(board: Board, closing: Closing) -> dict[str, str | Words]:
    unit = board.orgs[closing.org].name
    return {"with": closing.period, "unit": unit, **signed(closing)}


def _name(key: str, board: Board, closing: Closing) -> Said:
    org = board.orgs[closing.org].name
    return Said(key, {"org": org, "period": closing.period, "reason": closing.reason})
