"""Formulas and budgets that follow: whatever is renamed, they mean what they meant."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scorecard.board import Board
from scorecard.formula import FormulaError, meant, parse, rename
from scorecard.formula.names import name_written
from scorecard.formula.tokens import name_key
from scorecard.formula.tree import Name, walk
from scorecard.model.edits import Edit
from scorecard.model.records import Entry, KpiVersion, Record, Target
from scorecard.target import Aim, read_aim, write_aim
from scorecard.vocabulary import Direction, Words


def followed(board: Board, edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """`edits` of `board`, and with them the new spelling of each formula and budget whose text
    they leave as it is and which would mean something else after them, or nothing.

    A name that is gone, or that several share by then, gives way to the new one in the same
    language, then to that in the other, then to the id. Where no formula can say any of them
    the text stays, for `check` to refuse.
    """
    structure = [edit for edit in edits if not isinstance(edit.after or edit.before, Entry)]
    after = board.after(structure)
    if after.names == board.names:
        return tuple(edits)
    fresh = {(record.table, record.key): record for record in _Renaming(board, after).followers()}
    done = [_with(edit, fresh.pop((edit.table, edit.key), None)) for edit in edits]
    return (*done, *(Edit(board.find(*place), record) for place, record in fresh.items()))


def _with(edit: Edit, record: Record | None) -> Edit:
    return edit if record is None else Edit(edit.before, record)


@dataclass(frozen=True, slots=True)
class _Renaming:
    """One document before and after the names in it changed."""

    before: Board
    after: Board

    def followers(self) -> Iterator[Record]:
        """What must be written anew, as it then is."""
        for version in (v for versions in self.after.versions.values() for v in versions):
            was = self.before.find(version.table, version.key)
            if isinstance(was, KpiVersion) and was.formula == version.formula != "":
                yield from self._formula(version)
        for target in (t for targets in self.after.targets.values() for t in targets):
            goal = self.before.find(target.table, target.key)
            if isinstance(goal, Target) and goal.value == target.value:
                yield from self._budget(target)

    def _formula(self, version: KpiVersion) -> Iterator[KpiVersion]:
        try:
            said = {n.spelling: n for n in walk(parse(version.formula)) if isinstance(n, Name)}
        except FormulaError:
            return
        found = {spelling: self._spelling(name) for spelling, name in said.items()}
        renamed = {old: new for old, new in found.items() if new != old}
        if renamed:
            yield replace(version, formula=rename(version.formula, renamed))

    def _budget(self, target: Target) -> Iterator[Target]:
        if not target.value.startswith(Direction.BUDGET):
            return
        name = read_aim(target.value).measure
        new = self._spelling(Name(name_key(name), name))
        if new != name:
            yield replace(target, value=write_aim(Aim(Direction.BUDGET, measure=new)))

    def _spelling(self, name: Name) -> str:
        """How to say after the change what `name` meant before it; `name` itself where it does,
        where it meant nothing, or where nothing else says it."""
        meaning = meant(name, self.before.names)
        if meaning is None:
            return name.spelling
        said = (name.spelling, *self._other_names(name, meaning))
        return next((text for text in said if self._says(text, meaning)), name.spelling)

    def _says(self, text: str, meaning: str) -> bool:
        try:
            name_written(text)
        except ValueError:
            return False
        return meant(Name(name_key(text), text), self.after.names) == meaning

    def _other_names(self, name: Name, meaning: str) -> tuple[str, ...]:
        """The new names of what `name` meant, in the language that it was said in first."""
        old, new = _words(self.before, meaning), _words(self.after, meaning)
        in_english = name.name == name_key(old.en) and name.name != name_key(old.zh_TW)
        own_id = meaning.partition(":")[2]
        return (*(new[::-1] if in_english else new), own_id)


def _words(board: Board, meaning: str) -> Words:
    """The names of `measure:ID` or `kpi:ID`; none where it is not there."""
    kind, _, own_id = meaning.partition(":")
    if kind == "measure":
        return board.measures[own_id].name if own_id in board.measures else Words()
    return board.latest(own_id).name if own_id in board.versions else Words()
