"""Why there is no value or no colour, in a word or two."""

from scorecard.board import Board
from scorecard.text import Said, sentences
from scorecard.vocabulary import Words


def reason_said(board: Board, reason: str) -> Said:
    """The words for a reason such as `no_data` or `missing:NAME`."""
    code, _, name = reason.partition(":")
    if code.startswith("formula"):
        return Said("report.reason.formula")
    key = f"window.reason.{code}"
    if key not in sentences():
        return Said("report.missing")
    return Said(key, {"name": name_said(board, name)} if name else {})


def name_said(board: Board, name: str) -> Words:
    """The words of what a formula calls `name`; itself where nothing is called so."""
    kind, _, own_id = board.names.get(name, "").partition(":")
    if kind == "measure":
        return board.measures[own_id].name
    if kind == "kpi":
        return board.latest(own_id).name
    return Words(name)
