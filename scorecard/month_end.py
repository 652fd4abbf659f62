"""What is to be seen to before a period is closed (結帳): lacking values, warnings that nobody
confirmed, unanswered reds."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from scorecard.board import Board
from scorecard.entering.progress import Progress
from scorecard.entry_name import place_words
from scorecard.evaluation import Evaluation, Line
from scorecard.governance.answers import is_answered
from scorecard.model.records import Key
from scorecard.org_units import below
from scorecard.period import Period
from scorecard.text import Said
from scorecard.vocabulary import Status, Words


class Matter(StrEnum):
    """What a point of the list is about."""

    ENTERED = "entered"
    DOUBTED = "doubted"
    CONFIRMED = "confirmed"
    NONE = "none"
    MISSING = "missing"
    WAITING = "waiting"
    REDS = "reds"


class Point(NamedTuple):
    """One point of the list. `status` is its mark; a red one holds the close up. `names` are what
    it is about, `node` a line to go to, `cell` an entry, where there is one."""

    matter: Matter
    status: Status
    said: Said
    names: tuple[Words, ...] = ()
    node: str | None = None
    cell: Key | None = None


def month_end(
    evaluation: Evaluation, org: str, progress: Progress, waiting: Collection[Key] = ()
) -> tuple[Point, ...]:
    """The points for closing the period of the evaluation's view at a unit and all below it;
    `progress` is that of the period, for these units, `waiting` are the cells of the document in
    which a text waits that means no single value."""
    board = evaluation.board
    asked = frozenset(progress.asked)
    held = [key for key in waiting if key in asked]
    none = [key for key in progress.there if _value(board, key) is None]
    confirmed = [key for key in progress.doubted if key in progress.confirmed]
    points = [_entered(len(progress.there), len(progress.asked))]
    points += _about(board, Matter.MISSING, Status.RED, progress.missing)
    points += _about(board, Matter.WAITING, Status.RED, held)
    points += _about(board, Matter.DOUBTED, Status.RED, progress.warnings)
    points += _about(board, Matter.CONFIRMED, Status.AMBER, confirmed)
    points += _about(board, Matter.NONE, Status.GREY, none)
    return (*points, _reds(evaluation, org))


def holding_up(points: Iterable[Point]) -> int:
    """How many points are to be seen to before one should close."""
    return sum(point.status is Status.RED for point in points)


def _entered(done: int, asked: int) -> Point:
    status = Status.GREEN if done == asked else Status.AMBER
    facts = {"done": str(done), "asked": str(asked)}
    return Point(Matter.ENTERED, status, Said("month_end.entered", {**facts}))


def _about(board: Board, matter: Matter, status: Status, keys: Sequence[Key]) -> Iterator[Point]:
    """A point about entries, where there are any; a reason stands behind the last of the names
    that it is given for."""
    if keys:
        notes = [board.notes.get(key, "") for key in keys]
        names = tuple(
            _named(board, key, note if note != after else "")
            for key, note, after in zip(keys, notes, [*notes[1:], ""], strict=True)
        )
        said = Said(f"month_end.{matter}", {"count": str(len(keys))})
        yield Point(matter, status, said, names, cell=keys[0])


def _named(board: Board, key: Key, note: str) -> Words:
    name = place_words(board, (key[0], key[1]))
    if not note:
        return name
    return Words(name.zh_TW and f"{name.zh_TW}（{note}）", name.en and f"{name.en} ({note})")


def _reds(evaluation: Evaluation, org: str) -> Point:
    """The red lines of the period; one that nobody said anything about holds the close up."""
    board, units = evaluation.board, below(evaluation.board, org)
    reds = [line for line in evaluation.lines() if _is_red(line) and line.node.org in units]
    silent = [line for line in reds if not _is_answered(board, line)]
    if not reds:
        return Point(Matter.REDS, Status.GREEN, Said("month_end.no_reds"))
    facts = {"count": str(len(reds)), "answered": str(len(reds) - len(silent))}
    said = Said("month_end.reds", {**facts})
    if not silent:
        return Point(Matter.REDS, Status.GREEN, said)
    names = tuple(line.name for line in silent)
    return Point(Matter.REDS, Status.RED, said, names, silent[0].node.id)


def _is_red(line: Line) -> bool:
    return line.cell is not None and line.status is Status.RED and not line.stale


def _is_answered(board: Board, line: Line) -> bool:
    node, cell = line.node, line.cell
    return cell is None or is_answered(board, node.kpi or "", node.org or "", cell)


def _value(board: Board, key: Key) -> float | None:
    measure, unit, code = key
    return board.series_of(measure, unit)[Period.parse(code).number]
