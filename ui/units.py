"""The units of a document as choices, each set in below the one that it is of."""

from collections.abc import Iterator

from scorecard.board import Board
from scorecard.text import LANGUAGES
from scorecard.vocabulary import Words
from ui.look import Wording

#: What is below another thing is offered with so many blanks for each level above it.
_INDENT = "\u2003"


def units(board: Board) -> Iterator[tuple[str, Wording]]:
    """Every unit with its name."""
    tops = [org for org in board.orgs.values() if org.parent is None]
    waiting = [(org.id, 0) for org in sorted(tops, key=lambda org: org.order, reverse=True)]
    while waiting:
        org, depth = waiting.pop()
        waiting += [(below, depth + 1) for below in reversed(board.units_below.get(org, ()))]
        yield org, set_in(called(board.orgs[org].name, org), depth)


def called(name: Words, own_id: str) -> Words:
    """A name, or the id of what has none."""
    return name if any(name) else Words(own_id, own_id)


def set_in(name: Words, depth: int) -> Words:
    """A name that stands below so many others."""
    return Words(*(_INDENT * depth + name.show(language) for language in LANGUAGES))
