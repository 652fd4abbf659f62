"""What somebody is asked about a workbook: each name with what it may stand for."""

from collections.abc import Iterator
from typing import NamedTuple

from scorecard.board import Board
from scorecard.entry_name import entry_words
from scorecard.exchange.layout.table import Figure
from scorecard.exchange.mapping.matching import How, Match, unit_behind
from scorecard.exchange.mapping.recipe import FRACTION, KPI, MEASURE, PERCENT, Choice
from scorecard.exchange.mapping.understood import Understood
from scorecard.number import plain, snap
from scorecard.text import Said
from scorecard.vocabulary import NO_WORDS, Words

#: How a question is about the scale of a row rather than about its name.
SCALE = "scale"


class Option(NamedTuple):
    """One answer: what it says, and the choice that it stands for."""

    said: Said | Words
    beside: str
    choice: Choice


class Question(NamedTuple):
    """One name with its answers. `how` is the word key of how sure the answer is that is chosen;
    `chosen` is its place in `options`, None where somebody has to settle it."""

    name: str
    where: str
    how: str
    options: tuple[Option, ...]
    chosen: int | None

    @property
    def is_settled(self) -> bool:
        """Whether it has an answer."""
        return self.chosen is not None


def questions(understood: Understood, board: Board) -> tuple[Question, ...]:
    """All names of a workbook in its order, then the rows of which nobody says whether 0.95 is
    95 % or 0.95 %."""
    named = tuple(_of_name(match, at, board) for match, at in understood.named)
    return (*named, *_of_scales(understood, board))


def _of_name(match: Match, where: str, board: Board) -> Question:
    options = tuple(_options(match, board))
    chosen = next((at for at, o in enumerate(options) if _is_chosen(o.choice, match)), None)
    return Question(match.text, where, match.how.value, options, chosen)


def _options(match: Match, board: Board) -> Iterator[Option]:
    """What looks like it first, then every measure, then what else can be done with it."""
    first = [*match.near] if match.how is How.NEAR else [(match.measure, match.org), *match.near]
    rest = sorted(board.measures, key=lambda own_id: board.measures[own_id].name)
    seen = {measure for measure, _ in first}
    places = [*first, *((own_id, "") for own_id in rest if own_id not in seen)]
    for measure, org in dict.fromkeys(places):
        if measure in board.measures:
            yield _of_place(match, board, measure, org)
    yield Option(Said("window.workbook.new_kpi"), "", _about(match, new=KPI))
    yield Option(Said("window.workbook.new_measure"), "", _about(match, new=MEASURE))
    yield Option(Said("window.workbook.skip"), "", Choice(skip=True))


def _of_place(match: Match, board: Board, measure: str, org: str) -> Option:
    """A measure, at a unit where one is said; the choice names the unit unless the name does."""
    unit = board.orgs[org].name if org in board.orgs else NO_WORDS
    said = entry_words(board.measures[measure].name, unit)
    beside = f"{measure} · {org}" if org else measure
    is_in_name = org == match.org and not match.choice.org
    return Option(said, beside, _about(match, to=measure, org="" if is_in_name else org))


def _about(match: Match, to: str = "", new: str = "", org: str = "") -> Choice:
    """A choice that keeps what was said of the scale and the direction."""
    return match.choice._replace(to=to, new=new, skip=False, org=org)


def _is_chosen(choice: Choice, match: Match) -> bool:
    if not match.is_settled:
        return False
    if match.how is How.SKIP:
        return choice.skip
    if match.how is How.NEW:
        return choice.new == (match.choice.new or choice.new) and bool(choice.new)
    return choice.to == match.measure and choice.org in ("", match.org)


def _of_scales(understood: Understood, board: Board) -> Iterator[Question]:
    asked = {r.where for r in understood.source.refused if r.why.code == "asks"}
    seen: set[str] = set()
    for table in understood.tables:
        for figure in table.figures:
            where = table.grid.address(*figure.at)
            pair = understood.matches.get(figure.name)
            if pair is None or figure.name in seen or not _is_doubtful(figure, pair[0], board):
                continue
            if where in asked or pair[0].choice.scale:
                seen.add(figure.name)
                yield _of_scale(figure, pair[0], where)


def _is_doubtful(figure: Figure, match: Match, board: Board) -> bool:
    measure = board.measures.get(match.measure)
    said = match.choice.unit or figure.unit or unit_behind(figure.name)
    unit = measure.unit if measure is not None else said
    return unit.strip().endswith("%") and type(figure.value) is float and 0 < abs(figure.value) < 1


def _of_scale(figure: Figure, match: Match, where: str) -> Question:
    value = figure.value if isinstance(figure.value, float) else 0.0
    said = {FRACTION: plain(snap(value * 100)), PERCENT: plain(snap(value))}
    options = tuple(
        Option(
            Said(f"window.workbook.as_{scale}", {"value": f"{number}"}),
            "",
            match.choice._replace(to=match.choice.to or match.measure, scale=scale),
        )
        for scale, number in said.items()
    )
    chosen = next(
        (at for at, o in enumerate(options) if o.choice.scale == match.choice.scale), None
    )
    return Question(figure.name, where, SCALE, options, chosen)
