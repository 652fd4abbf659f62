"""Closing the period that is looked at, once what is missing was seen (結帳)."""

from functools import partial
from typing import TYPE_CHECKING

from scorecard.board import Board
from scorecard.closings import closed_by, standing
from scorecard.commands.closing import ClosePeriod
from scorecard.evaluation.view import View
from scorecard.figures.closed import closed_said
from scorecard.model.records import Key
from scorecard.month_end import Point, month_end
from scorecard.org_units import below
from scorecard.period import Period
from scorecard.text import Said, sentence
from scorecard.trouble import Refused
from scorecard.workspace import Command
from ui.bridge import Bridge
from ui.dialogs import close_period
from ui.waiting_texts import waiting_in

if TYPE_CHECKING:
    from ui.inside import Inside
    from ui.room import Room


def ask_close(inside: "Inside", room: "Room") -> None:
    """Show what is to be seen to, then close the period, and freeze it where that is wanted."""
    bridge, look = room.bridge, inside.look
    period = room.selection.view.period

    def close(decided: close_period.Closed) -> str:
        done = ClosePeriod(decided.org, period.code, *signed(bridge), decided.note)
        return refused(bridge, done, look.language)

    units = _units(bridge.board, room.pages.unit, look.language)
    asked = close_period.ClosePeriod(
        look,
        inside.window,
        period.code,
        units,
        points=lambda org: _points(bridge, period, org),
        shut=lambda org: _shut(bridge.board, period, org),
        close=close,
    )
    asked.shown.connect(room.selection.choose)
    asked.cell_shown.connect(lambda key: _show_cell(inside, room, key))
    asked.closed.connect(partial(_freeze, inside, room))
    asked.reopen_requested.connect(partial(_reopen, inside, room))
    asked.open()


def refused(bridge: Bridge, command: Command, language: str) -> str:
    """Do it; the sentence that says why not, or nothing."""
    try:
        bridge.run(command)
    except Refused as refusal:
        return sentence(refusal.troubles[0]._replace(where=""), language)
    return ""


def signed(bridge: Bridge) -> tuple[str, str]:
    """Who does it, and when (ISO 8601)."""
    workspace = bridge.workspace
    return workspace.author, workspace.clock.now().isoformat(timespec="seconds")


def _reopen(inside: "Inside", room: "Room", org: str) -> None:
    from ui.reopening import ask_reopen

    ask_reopen(inside, room, org)


def _freeze(inside: "Inside", room: "Room", decided: close_period.Closed) -> None:
    """Freeze what was closed, for its unit, where that is wanted."""
    from ui.deeds import freeze

    if decided.freeze:
        freeze(inside, room, "pdf", decided.org)


def _shut(board: Board, period: Period, org: str) -> close_period.Shut | None:
    """By what a period is closed for a unit already."""
    closing = closed_by(board, period, org)
    if closing is None:
        return None
    label = board.settings.naming.label(Period.parse(closing.period))
    way = Said("month_end.reopen_named", {"period": label})
    return close_period.Shut((standing(board, period, org), closed_said(board, closing)), way)


def _points(bridge: Bridge, period: Period, org: str) -> tuple[Point, ...]:
    """What is to be seen to at a unit and below it, counted as sheet and foot count it."""
    progress = bridge.to_enter.progress(period, bridge.fresh, below(bridge.board, org))
    evaluation = bridge.evaluation_of(View(period))
    return month_end(evaluation, org, progress, waiting_in(bridge.workspace))


def _show_cell(inside: "Inside", room: "Room", key: Key) -> None:
    """Go to an entry in its sheet."""
    inside.paging.show("entry")
    room.pages.show_cell((key[0], key[1]), Period.parse(key[2]))


def _units(board: Board, looked_at: str, language: str) -> list[tuple[str, str]]:
    """The units by id and name: the one that is looked at first, then those above the others."""
    tops = sorted(board.orgs.values(), key=lambda unit: (unit.parent is not None, unit.order))
    tops.sort(key=lambda unit: unit.id != looked_at)
    return [(unit.id, unit.name.show(language)) for unit in tops]
