"""The XML of a workbook, read piece by piece; what it might fetch or expand is refused (S5)."""

from collections.abc import Callable, Mapping
from typing import NoReturn
from xml.parsers import expat

from scorecard.exchange.workbook.package import damaged
from scorecard.trouble import Refused, Trouble

Opened = Callable[[str, Mapping[str, str]], None]
Closed = Callable[[str], None]
Said = Callable[[str], None]


def walk(data: bytes, part: str, opened: Opened, closed: Closed, said: Said) -> None:
    """Tells each tag by its name without namespace, and each text. Raises Refused."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = lambda name, facts: opened(name.rpartition(" ")[2], facts)
    parser.EndElementHandler = lambda name: closed(name.rpartition(" ")[2])
    parser.CharacterDataHandler = said
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError):
        raise damaged(part) from None


def fact(facts: Mapping[str, str], name: str) -> str:
    """An attribute by its name without namespace; empty where it is not said."""
    if name in facts:
        return facts[name]
    ending = f" {name}"
    return next((value for said, value in facts.items() if said.endswith(ending)), "")


def _refuse(*_declared: object) -> NoReturn:
    raise Refused([Trouble("workbook_entities")])
