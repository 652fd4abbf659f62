"""A department as people call it."""

from difflib import get_close_matches

from scorecard.catalogue.folding import folded
from scorecard.catalogue.library import library
from scorecard.catalogue.template import Shelf
from scorecard.text import named
from scorecard.trouble import Refused, Trouble


def department_named(text: str) -> Shelf:
    """The department of a code or name in either language, with or without 部.

    Raises Refused(unknown_department) with those that are called most like it.
    """
    called = _called()
    word = folded(text)
    if word in called:
        return called[word]
    near = [called[each] for each in get_close_matches(word, called, n=3, cutoff=0.5)]
    near += [each for name, each in called.items() if word and word in name]
    shown = [_shown(each) for each in dict.fromkeys(near)][:3]
    known = [each.id for each in library().departments]
    lists = {"near": named(shown or known), "known": named(known)}
    raise Refused([Trouble("unknown_department", facts={"name": text[:60], **lists})])


def _called() -> dict[str, Shelf]:
    called: dict[str, Shelf] = {}
    for shelf in library().departments:
        words = (shelf.id, *shelf.name, *shelf.aliases)
        short = [word.removesuffix("部") for word in words]
        called |= {folded(word): shelf for word in (*words, *short)}
    return called


def _shown(shelf: Shelf) -> str:
    return f"{shelf.id} {shelf.name.zh_TW} {shelf.name.en}"
