"""A formula in the names of a language; the document keeps it as it was typed."""

from scorecard.board import Board
from scorecard.formula.names import respelled
from scorecard.formula.tokens import name_key
from scorecard.vocabulary import Words


def formula_said(board: Board, text: str, language: str) -> str:
    """`text` with each name and id as `language` says it, and as a formula may say it; what
    nothing is called stays to the letter."""
    return respelled(text, lambda name: _called(board, name, language), english=language == "en")


def _called(board: Board, name: str, language: str) -> str:
    meaning = board.names.get(name) or board.names.get(name_key(name), "")
    said = _words(board, meaning).show(language)
    # A name that means something else by now is none for it.
    return said if meaning and board.names.get(said) == meaning else name


def _words(board: Board, meaning: str) -> Words:
    kind, _, own_id = meaning.partition(":")
    if kind == "measure":
        return board.measures[own_id].name
    return board.latest(own_id).name if kind == "kpi" else Words()
