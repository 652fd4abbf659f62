"""Measures, units and periods as they are typed on the command line."""

from collections.abc import Mapping

from scorecard.board import Board
from scorecard.commands.lookup import unknown
from scorecard.model.records import Measure, Org
from scorecard.period import Period
from scorecard.period_code import kind_of
from scorecard.reading.outcome import Ask, Read, Wrong
from scorecard.text import named
from scorecard.trouble import Refused, Trouble


def measure_named(board: Board, text: str) -> str:
    """The id of a measure by its id or name. Raises Refused(unknown_measure)."""
    return _named(board.measures, text, "unknown_measure")


def org_named(board: Board, text: str | None) -> str:
    """The id of a unit by its id or name; the top one where nothing is typed and there is one.

    Raises Refused(unknown_org, org_missing).
    """
    if text is not None:
        return _named(board.orgs, text, "unknown_org")
    tops = [org.id for org in board.orgs.values() if org.parent is None]
    if len(tops) != 1:
        raise Refused([Trouble("org_missing", facts={"known": named(tops or ["–"])})])
    return tops[0]


def kpi_named(board: Board, text: str) -> str:
    """The id of a KPI by its id or its newest name. Raises Refused(unknown_kpi)."""
    if text in board.versions:
        return text
    said = [kpi for kpi in board.versions if text in board.latest(kpi).name and text]
    if len(said) == 1:
        return said[0]
    raise Refused([unknown("unknown_kpi", text, board.versions)])


def period_typed(text: str) -> Period:
    """A period by its code or as people write it. Raises Refused."""
    if kind_of(text) is not None:
        return Period.parse(text)
    from scorecard.reading.span import read_period

    match read_period(text):
        case Read(value):
            return value
        case Ask(choices):
            shown = " / ".join(choice.code for choice in choices)
            raise Refused([Trouble("asks_period", facts={"choices": shown})])
        case Wrong(trouble):
            raise Refused([trouble])
    raise Refused([Trouble("no_such_period", facts={"period": text[:40]})])


def _named(known: Mapping[str, Measure | Org], text: str, code: str) -> str:
    if text in known:
        return text
    said = [own_id for own_id, record in known.items() if text and text in record.name]
    if len(said) == 1:
        return said[0]
    names = (word for record in known.values() for word in record.name if word)
    raise Refused([unknown(code, text, [*known, *names])])
