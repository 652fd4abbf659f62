"""The XML of a workbook, read piece by piece; what it might fetch or expand is refused (S5)."""

from collections.abc import Callable, Iterable, Mapping
from typing import NoReturn
from xml.parsers import expat

from scorecard.exchange.workbook.package import damaged
from scorecard.trouble import Refused, Trouble

Opened = Callable[[str, Mapping[str, str]], None]
Closed = Callable[[str], None]
_MOST_NAMES = 10_000
Said = Callable[[str], None]


def walk(pieces: Iterable[bytes], part: str, opened: Opened, closed: Closed, said: Said) -> None:
    """Tells each tag by its name without namespace, and each text. Raises Refused."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    local = _LocalNames()  # there are few names, and a sheet has millions of tags
    parser.StartElementHandler = lambda name, facts: opened(local[name], facts)
    parser.EndElementHandler = lambda name: closed(local[name])
    parser.CharacterDataHandler = said
    try:
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError):
        raise damaged(part) from None


class _LocalNames(dict[str, str]):
    """The name of a tag without its namespace, worked out once for each."""

    def __missing__(self, name: str) -> str:
        local = name.rpartition(" ")[2]
        if len(self) < _MOST_NAMES:
            self[name] = local
        return local


def fact(facts: Mapping[str, str], name: str) -> str:
    """An attribute by its name without namespace; empty where it is not said."""
    if name in facts:
        return facts[name]
    ending = f" {name}"
    return next((value for said, value in facts.items() if said.endswith(ending)), "")


def _refuse(*_declared: object) -> NoReturn:
    raise Refused([Trouble("workbook_entities")])
