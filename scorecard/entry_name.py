"""What an entry is called: its measure, and the unit of the organisation in brackets behind it.
Written in one place, and read back by the same rule wherever such a name comes in again."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from scorecard.board import Board, Place
from scorecard.catalogue.folding import folded
from scorecard.cleaning import NAME_LIMIT
from scorecard.text import LANGUAGES
from scorecard.vocabulary import NO_WORDS, Words

MEASURE, KPI = "measure:", "kpi:"
#: What is longer is no name, and not worth taking apart.
_LONGEST = 2 * NAME_LIMIT + len(" ()")
#: So many texts are kept as they were read.
_KEPT = 8192
_OPENING, _CLOSING = "(（", (")", "）")
#: `measure:ID` or `kpi:ID`, and the id of its unit; that is empty where none is said.
Meaning = tuple[str, str]


class Called(NamedTuple):
    """What a name may mean, at least one; `form` is the form of the measure's name that was
    known, `is_id` whether that is its id."""

    means: frozenset[Meaning]
    form: str
    is_id: bool = False


def entry_name(name: str, org: str, language: str) -> str:
    """A measure at a unit as people read it; the unit is left out where it is empty."""
    if not org:
        return name
    return f"{name} ({org})" if language == "en" else f"{name}（{org}）"


def entry_words(name: Words, org: Words) -> Words:
    """The same in both languages; the unit is left out where it has no name."""
    return Words(*(entry_name(name.show(each), org.show(each), each) for each in LANGUAGES))


def place_words(board: Board, place: Place) -> Words:
    """What a measure at a unit is called in both languages, as the entry sheet shows it."""
    return entry_words(board.measures[place[0]].name, part_words(board, place[1]))


def part_words(board: Board, org: str) -> Words:
    """A unit that is a part of another one; no words for the highest one, which needs none."""
    found = board.orgs.get(org)
    return found.name if found is not None and found.parent is not None else NO_WORDS


def bracketed(text: str) -> Iterator[tuple[str, str]]:
    """What stands before the brackets that end a text, and in them, as in `分區營收（北區）`; the
    brackets are of either width, and of several that may be meant the narrowest pair is first."""
    bare = text.strip()
    if bare.endswith(_CLOSING):
        for at in range(len(bare) - 1, 0, -1):
            name, unit = bare[:at].strip(), bare[at + 1 : -1].strip()
            if bare[at] in _OPENING and name and unit:
                yield name, unit


class EntryNames:
    """Reads names on one board. `units` gives the ids of the units that a text may mean, `forms`
    the forms in which a name is looked for, as it stands first."""

    def __init__(
        self,
        board: Board,
        units: Callable[[str], Sequence[str]],
        forms: Callable[[str], Sequence[str]] = lambda text: (folded(text),),
    ) -> None:
        self._units, self._forms = units, forms
        #: What a text is the name of; None where it is none. A name as a whole goes before one that
        #: is a measure and a unit; what can be read in two ways says both.
        self.read: Callable[[str], Called | None] = lru_cache(_KEPT)(self._read)
        self._ids: dict[str, set[str]] = {}
        self.names: dict[str, set[str]] = {}
        self._lines: dict[str, set[Meaning]] = {}
        for each in board.measures.values():
            self._note(f"{MEASURE}{each.id}", each.id, each.name)
        for kpi in board.versions:
            self._note(f"{KPI}{kpi}", kpi, board.latest(kpi).name)
        for node in board.nodes.values():
            if node.kpi in board.versions and node.org and not node.archived:
                for name in filter(None, node.name):
                    line = (f"{KPI}{node.kpi}", node.org)
                    self._lines.setdefault(folded(name), set()).add(line)

    def _read(self, text: str) -> Called | None:
        for form in self._forms(text) if len(text) <= _LONGEST else ():
            found = self._whole(form) or self._line(form) or self._parted(form)
            if found is not None:
                return found
        return None

    def unit_in(self, text: str) -> tuple[str, tuple[str, ...]]:
        """What stands before brackets that name units, and the ids of those; the text and none
        where there are none, or where the whole is a name of its own."""
        if self._whole(folded(text)) is None:
            for name, unit in bracketed(text):
                if orgs := tuple(self._units(unit)):
                    return name, orgs
        return text, ()

    def _note(self, meaning: str, own_id: str, name: Words) -> None:
        self._ids.setdefault(folded(own_id), set()).add(meaning)
        for each in filter(None, name):
            self.names.setdefault(folded(each), set()).add(meaning)

    def _whole(self, form: str) -> Called | None:
        """An id, or a name in either language."""
        for known, is_id in ((self._ids, True), (self.names, False)):
            if form in known:
                return Called(frozenset((each, "") for each in known[form]), form, is_id)
        return None

    def _line(self, form: str) -> Called | None:
        """What a line of the tree is called: its KPI at its unit."""
        lines = self._lines.get(form)
        return None if lines is None else Called(frozenset(lines), form)

    def _parted(self, form: str) -> Called | None:
        """A measure with its unit in brackets, else beside it."""
        return self._of(bracketed(form)) or self._of(_beside(form))

    def _of(self, parts: Iterator[tuple[str, str]]) -> Called | None:
        means: set[Meaning] = set()
        known = ""
        for name, unit in parts:
            orgs = self._units(unit)
            found = next(filter(None, map(self._whole, self._forms(name) if orgs else ())), None)
            if found is not None:
                means |= {(meaning, org) for meaning, _ in found.means for org in orgs}
                known = found.form
        return Called(frozenset(means), known) if means else None


def units_of(board: Board) -> Callable[[str], Sequence[str]]:
    """Finds the units of a board by their id, else by their name in either language."""
    called: dict[str, list[str]] = {}
    for org in board.orgs.values():
        for name in dict.fromkeys(folded(each) for each in org.name if each):
            called.setdefault(name, []).append(org.id)
    ids = {folded(own_id): own_id for own_id in board.orgs}
    known: Mapping[str, list[str]] = {**called, **{at: [own_id] for at, own_id in ids.items()}}
    return lambda text: known.get(folded(text), ())


def _beside(form: str) -> Iterator[tuple[str, str]]:
    """`營收 北區`, and `北區 營收`."""
    words = form.split(" ")
    for at in range(1, len(words)):
        first, last = " ".join(words[:at]), " ".join(words[at:])
        yield first, last
        yield last, first
