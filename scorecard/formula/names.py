"""The names in a formula: where they stand, what they mean, how they are renamed."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from scorecard.formula.functions import function_named
from scorecard.formula.grammar import parse
from scorecard.formula.mistake import FormulaError
from scorecard.formula.size import MOST_TOKENS
from scorecard.formula.tokens import Token, is_plain_name, name_key, tokens
from scorecard.formula.tree import Name, Tree, walk, with_names
from scorecard.text import named

_NEAREST, _ALIKE, _COMPARED = 3, 0.5, 60
#: Signs that no name in brackets can have.
_NO_BRACKET = "[]［］\r\n"
#: Mistakes behind which may be a name that lacks its brackets.
_WITHOUT_BRACKETS = frozenset({"operator", "unknown_name", "unknown_name_near", "character"})
#: Names with nothing but blanks between them.
_WORDS = re.compile(r"[^\W\d]\w*(?:[ \u3000]+\w+)+")
_NONE_SHARED: Mapping[str, Sequence[str]] = MappingProxyType({})


class NameAt(NamedTuple):
    """A name as spelled, without brackets; `position` and `end` hold the brackets too."""

    name: str
    position: int
    end: int


def names(tree: Tree) -> tuple[NameAt, ...]:
    """The names of a formula in order of appearance, each as often as it appears."""
    return tuple(
        NameAt(node.spelling, node.position, node.end)
        for node in walk(tree)
        if isinstance(node, Name)
    )


def resolve(
    tree: Tree, known: Mapping[str, str], shared: Mapping[str, Sequence[str]] = _NONE_SHARED
) -> Tree:
    """The tree that asks a scope for ids, by `known` names → ids; spellings stay.

    Raises FormulaError `shared_name` at a name of `shared`, which several ids have, with these as
    expected; `unknown_name` at any other, with up to three nearest known names.
    """

    def resolved(name: Name) -> Name:
        found = meant(name, known)
        if found is None:
            raise _shared(name, shared) or _unknown(name, known)
        return Name(found, name.spelling, name.position, name.end)

    return with_names(tree, resolved)


def meant(name: Name, known: Mapping[str, str]) -> str | None:
    """The id that a name stands for by `known`: as spelled, else in any width; None if none."""
    return known.get(name.spelling) or known.get(name.name) or _found(name.name, known)


def rename(text: str, renamed: Mapping[str, str]) -> str:
    """`text` with each name that is a key of `renamed`, as spelled, replaced by its value,
    bracketed where needed; all at once, and all else to the letter.

    Raises FormulaError where the text cannot be read, and `name_bad` where no formula can say
    a new name.
    """
    for name in reversed(names(parse(text))):
        if name.name in renamed:
            text = text[: name.position] + _written(renamed[name.name]) + text[name.end :]
    return text


def respelled(text: str, called: Callable[[str], str], *, english: bool) -> str:
    """`text` with each name as `called` says it, in brackets where it needs them, and in
    `english` the functions by their English words; all else to the letter, and all of it where
    it cannot be read."""
    try:
        found = tokens(text, MOST_TOKENS)
    except FormulaError:
        return text
    for at in reversed(range(len(found) - 1)):
        token, after = found[at], found[at + 1]
        written = _respelled(token, after, called, english=english)
        if written is not None:
            text = text[: token.position] + written + text[token.end :]
    return text


def _respelled(
    token: Token, after: Token, called: Callable[[str], str], *, english: bool
) -> str | None:
    """The other text of a token, None where it stays."""
    if token.kind == "name" and after.text == "(":
        return function_named(token.text) if english and not token.near.isascii() else None
    if token.kind not in {"name", "quoted"}:
        return None
    name = token.text if token.kind == "quoted" else token.near
    said = called(name)
    try:
        return None if said == name else name_written(said)
    except ValueError:  # no formula can say it
        return None


def told_of_brackets(mistake: FormulaError, text: str, known: Iterable[str]) -> FormulaError:
    """The mistake of a formula, or where a known name stands there without the brackets that it
    needs, that: `Units reworked / 2`, `MFG-201 * 2`; or several words that nothing is called."""
    if mistake.code not in _WITHOUT_BRACKETS:
        return mistake
    found = [name for name in known if _stands(name, text, mistake.position)]
    if not found:
        return _several_words(mistake, text) or mistake
    name = max(found, key=len)
    start = next(at for at in _places(name, text) if at <= mistake.position < at + len(name))
    facts = {"name": name, "written": name_written(name)}
    return FormulaError(start, (name_written(name),), name, "brackets", facts)


def _several_words(mistake: FormulaError, text: str) -> FormulaError | None:
    """The words around a place where an operator was expected, which may be meant as one name;
    None where there are not several. The place and what was expected stay as they are."""
    if mistake.code != "operator":
        return None
    for run in _WORDS.finditer(text):
        if run.start() < mistake.position < run.end():
            facts = {"name": run.group(), "written": name_written(run.group())}
            return FormulaError(mistake.position, mistake.expected, mistake.near, "words", facts)
    return None


def _stands(name: str, text: str, position: int) -> bool:
    """Whether a name that needs brackets, and can have them, stands at a place of a text."""
    if is_plain_name(name) or any(sign in name for sign in _NO_BRACKET) or name != name.strip():
        return False
    return any(at <= position < at + len(name) for at in _places(name, text))


def _places(name: str, text: str) -> Iterator[int]:
    at = text.find(name)
    while name and at >= 0:
        yield at
        at = text.find(name, at + 1)


def _written(name: str) -> str:
    try:
        return name_written(name)
    except ValueError as cause:
        raise FormulaError(0, ("name",), name, "name_bad") from cause


def name_written(name: str) -> str:
    """A name as a formula says it. Raises ValueError where even brackets do not help."""
    if is_plain_name(name):
        return name
    if not name.strip() or any(sign in name for sign in _NO_BRACKET):
        raise ValueError(name)
    return f"[{name.strip()}]"


def _found(key: str, known: Mapping[str, str]) -> str | None:
    """A name that differs in width or composition only."""
    return next((known[name] for name in known if name_key(name) == key), None)


def _shared(name: Name, shared: Mapping[str, Sequence[str]]) -> FormulaError | None:
    ids = tuple(shared.get(name.spelling) or shared.get(name.name) or ())
    if not ids:
        return None
    facts = {"ids": named(map(_offered, ids))}
    return FormulaError(name.position, ids, name.spelling, "shared_name", facts)


def _unknown(name: Name, known: Iterable[str]) -> FormulaError:
    near = _nearest(name.name, known)
    code = "unknown_name_near" if near else "unknown_name"
    facts = {"nearest": named(map(_offered, near))}
    return FormulaError(name.position, near, name.spelling, code, facts)


def _offered(name: str) -> str:
    """A name as it would have to be written."""
    try:
        return name_written(name)
    except ValueError:
        return name


def _nearest(wanted: str, known: Iterable[str]) -> tuple[str, ...]:
    """Known names alike: those that hold the word or are held by it first."""
    from difflib import get_close_matches  # only after a mistake, not on the way to the window

    wanted = wanted[:_COMPARED]
    lowered = {name: name.lower() for name in known if len(name) <= _COMPARED}
    word = wanted.lower()
    holding = [name for name, low in lowered.items() if low in word or word in low]
    holding.sort(key=lambda name: (abs(len(name) - len(wanted)), name))
    sharing = [name for name, low in lowered.items() if set(low) & set(word)]
    alike = get_close_matches(wanted, sharing, n=_NEAREST, cutoff=_ALIKE)
    return tuple(dict.fromkeys([*holding, *alike]))[:_NEAREST]
