"""Defining a KPI: a new version from a date on, a correction, removal."""

from collections.abc import Iterator
from dataclasses import dataclass

from scorecard.board import Board
from scorecard.commands.cleaned import cleaned
from scorecard.commands.lookup import kpi_of, start_of
from scorecard.commands.putting import put, taken
from scorecard.commands.renaming import followed
from scorecard.model.edits import Change, Edit
from scorecard.model.records import KpiVersion, Node, Record
from scorecard.text import Said
from scorecard.trouble import Refused, Trouble


@dataclass(frozen=True, slots=True)
class NewVersion:
    """A definition that holds from `version.effective` on; the past keeps the one it had.

    The first version of a new id makes the KPI. Refused: a version of that name exists.
    """

    version: KpiVersion

    def __call__(self, board: Board) -> Change:
        version = cleaned(self.version)
        start_of(version.effective)
        if board.find("kpi_version", version.key) is not None:
            facts = {"kpi": version.kpi, "version": version.version}
            raise Refused([Trouble("version_exists", facts=facts)])
        key = "command.new_version" if version.kpi in board.versions else "command.new_kpi"
        return Change(_name(key, version), _defined(board, version))


@dataclass(frozen=True, slots=True)
class CorrectVersion:
    """Another wording of a version that exists: it counts from that version's date on.

    Refused: unknown KPI or version.
    """

    version: KpiVersion

    def __call__(self, board: Board) -> Change:
        version = cleaned(self.version)
        start_of(version.effective)
        kpi_of(board, version.kpi)
        if board.find("kpi_version", version.key) is None:
            facts = {"kpi": version.kpi, "version": version.version}
            raise Refused([Trouble("unknown_version", facts=facts)])
        return Change(_name("command.correct_version", version), _defined(board, version))


@dataclass(frozen=True, slots=True)
class RemoveKpi:
    """Takes a KPI away with its versions, targets, comments, segments and reviews and the lines
    that show it."""

    kpi: str

    def __call__(self, board: Board) -> Change:
        newest = kpi_of(board, self.kpi)
        edits = taken([*_about(board, self.kpi), *board.versions[self.kpi]])
        return Change(_name("command.remove_kpi", newest), edits)


def _defined(board: Board, version: KpiVersion) -> tuple[Edit, ...]:
    # The name of the newest version is the one that other formulas say.
    return followed(board, put(board, version))


def _about(board: Board, kpi: str) -> Iterator[Record]:
    lines: list[Node] = [node for node in board.nodes.values() if node.kpi == kpi]
    yield from lines
    for (of, _), targets in board.targets.items():
        yield from targets if of == kpi else ()
    for (of, _), starts in board.segments.items():
        yield from starts if of == kpi else ()
    yield from board.reviews.get(kpi, ())
    for comment in board.comments.values():
        if comment.kpi == kpi:
            yield comment


def _name(key: str, version: KpiVersion) -> Said:
    return Said(key, {"kpi": version.name, "version": version.version})
