"""Closing the period that is looked at, and opening it again with a reason (結帳, 重新開帳)."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from scorecard.board import Board
from scorecard.commands.closing import ClosePeriod, ReopenPeriod
from scorecard.evaluation.view import View
from scorecard.figures.people import person_said
from scorecard.model.records import Closing, Key
from scorecard.month_end import Point, month_end
from scorecard.org_units import below
from scorecard.period import Period
from scorecard.text import Said, sentence
from scorecard.trouble import Refused
from scorecard.vocabulary import Words
from scorecard.workspace import Command
from ui.bridge import Bridge
from ui.dialogs import close_period
from ui.dialogs.ask import Ask
from ui.dialogs.message import message
from ui.waiting_texts import waiting_in

if TYPE_CHECKING:
    from ui.inside import Inside
    from ui.room import Room


def ask_close(inside: "Inside", room: "Room") -> None:
    """Show what is to be seen to, then close the period, and freeze it where that is wanted."""
    bridge, look = room.bridge, inside.look
    period = room.selection.view.period

    def close(decided: close_period.Closed) -> str:
        done = ClosePeriod(decided.org, period.code, *_signed(bridge), decided.note)
        refused = _refused(bridge, done, look.language)
        if not refused and decided.freeze:
            inside.actions_of["snapshot_pdf"].trigger()
        return refused

    units = _units(bridge.board, room.page.filters.filter.org or "", look.language)
    asked = close_period.ClosePeriod(
        look,
        inside.window,
        period.code,
        units,
        points=lambda org: _points(bridge, period, org),
        close=close,
    )
    asked.shown.connect(room.selection.choose)
    asked.cell_shown.connect(lambda key: _show_cell(inside, room, key))
    asked.open()


def ask_reopen(inside: "Inside", room: "Room") -> None:
    """Ask why the period is to be changed after all, and open it; say so where it is open."""
    bridge, look = room.bridge, inside.look
    code = room.selection.view.period.code
    closing = _closed(bridge.board, code, room.page.filters.filter.org or "")
    if closing is None:
        said = Said("month_end.open", {"period": code})
        message(look, inside.window, said, Said("month_end.open.sentence")).open()
        return
    asked = Ask(
        look,
        inside.window,
        Said("month_end.reopen", {"period": code}),
        "",
        _reopening(bridge, closing, look.language),
        said=(_closed_said(bridge.board, closing), Said("month_end.reopen_why")),
        example=Said("month_end.reopen.example"),
    )
    asked.open()


def _points(bridge: Bridge, period: Period, org: str) -> tuple[Point, ...]:
    """What is to be seen to at a unit and below it, counted as sheet and foot count it."""
    progress = bridge.to_enter.progress(period, bridge.fresh, below(bridge.board, org))
    evaluation = bridge.evaluation_of(View(period))
    return month_end(evaluation, org, progress, waiting_in(bridge.workspace))


def _show_cell(inside: "Inside", room: "Room", key: Key) -> None:
    """Go to an entry in its sheet."""
    inside.show_page("entry")
    room.show_cell((key[0], key[1]), Period.parse(key[2]))


def _reopening(bridge: Bridge, closing: Closing, language: str) -> Callable[[str], str]:
    def reopen(reason: str) -> str:
        again = ReopenPeriod(closing.org, closing.period, *_signed(bridge), reason)
        return _refused(bridge, again, language)

    return reopen


def _refused(bridge: Bridge, command: Command, language: str) -> str:
    """Do it; the sentence that says why not, or nothing."""
    try:
        bridge.run(command)
    except Refused as refusal:
        return sentence(refusal.troubles[0]._replace(where=""), language)
    return ""


def _signed(bridge: Bridge) -> tuple[str, str]:
    workspace = bridge.workspace
    return workspace.author, workspace.clock.now().isoformat(timespec="seconds")


def _units(board: Board, looked_at: str, language: str) -> list[tuple[str, str]]:
    """The units by id and name: the one that is looked at first, then those above the others."""
    tops = sorted(board.orgs.values(), key=lambda unit: (unit.parent is not None, unit.order))
    tops.sort(key=lambda unit: unit.id != looked_at)
    return [(unit.id, unit.name.show(language)) for unit in tops]


def _closed(board: Board, period: str, looked_at: str) -> Closing | None:
    """The closing in force for a period: that of the unit that is looked at, or else the first."""
    found = [each for each in board.closings.values() if each.period == period and each.closed]
    found.sort(key=lambda closing: closing.org != looked_at)
    return found[0] if found else None


def _closed_said(board: Board, closing: Closing) -> Said:
    facts: dict[str, str | Words | Said] = {
        "period": closing.period,
        "by": person_said(board, closing.by),
        "at": closing.at[:10],
        "org": board.orgs[closing.org].name,
    }
    return Said("month_end.closed_by", facts)
