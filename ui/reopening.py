"""Opening a closed period again with a reason (重新開帳)."""

from typing import TYPE_CHECKING

from scorecard.board import Board
from scorecard.closings import closed_about, closed_by, left_closed, named
from scorecard.commands.closing import ReopenPeriod
from scorecard.figures.closed import closed_said
from scorecard.model.records import Closing
from scorecard.period import Period
from scorecard.text import Said
from ui.closing import refused, signed
from ui.dialogs import reopen_period
from ui.dialogs.message import message

if TYPE_CHECKING:
    from ui.inside import Inside
    from ui.room import Room


def ask_reopen(inside: "Inside", room: "Room", org: str, period: Period | None = None) -> None:
    """Ask which close of a period, or of the one that is looked at, is to be opened and why: at
    first the nearest one of a unit. Say so where the period is open."""
    bridge, look = room.bridge, inside.look
    board, period = bridge.board, period or room.selection.view.period
    label = {"period": board.settings.naming.label(period)}
    found = closed_about(board, period)
    if not found:
        sentence = Said("month_end.open.sentence")
        message(look, inside.window, Said("month_end.open", {**label}), sentence).open()
        return

    def reopen(chosen: reopen_period.Closed, reason: str) -> str:
        done = ReopenPeriod(chosen.org, chosen.period, *signed(bridge), reason)
        return refused(bridge, done, look.language)

    nearest = closed_by(board, period, org)
    asked = reopen_period.ReopenPeriod(
        look,
        inside.window,
        Said("month_end.reopen", {**label}),
        [_offered(board, closing, period) for closing in found],
        proposed=found.index(nearest) if nearest is not None else 0,
        reopen=reopen,
    )
    asked.open()


def _offered(board: Board, closing: Closing, period: Period) -> reopen_period.Closed:
    shown = named(board, closing), closed_said(board, closing)
    still = left_closed(board, period, closing) or ""
    return reopen_period.Closed(closing.org, closing.period, *shown, still)
