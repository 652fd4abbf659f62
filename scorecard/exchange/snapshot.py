"""A snapshot: all that a reader needs of one period, frozen with its digest (R18)."""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from scorecard.closings import closings_in
from scorecard.evaluation import Evaluation, Line
from scorecard.exchange.board_text import written
from scorecard.exchange.forms import CLOSING, VERSION
from scorecard.exchange.lines import line_json
from scorecard.figures.late import Late
from scorecard.org_units import above, below
from scorecard.trouble import Refused, Trouble
from scorecard.vocabulary import Status

FORMAT = "scorecard.snapshot/1"

#: What stands before and after the body in the file of a snapshot.
_START, _END = b'{"body":', b',"digest":"'


class Sealed(Protocol):
    """What is known of a frozen snapshot: which unit, by whom, when, under which digest."""

    @property
    def org(self) -> str: ...
    @property
    def at(self) -> str: ...
    @property
    def by(self) -> str: ...
    @property
    def digest(self) -> str: ...


class Signature(NamedTuple):
    """Who freezes, and when (ISO 8601 with offset)."""

    by: str
    at: str


def snapshot_body(
    evaluation: Evaluation, org: str, signature: Signature, late: Sequence[Late] = ()
) -> dict[str, object]:
    """The body of a snapshot of the view, with the definitions that its lines used.

    `org` is the unit whose lines it holds, with those of the units below it and the parents of
    lines, whose colours are what is reported; empty for all. `late` are the entries that came
    after their period had been closed.
    """
    board = evaluation.board
    units = below(board, org) if org else set(board.orgs)
    lines = [line for line in evaluation.lines() if line.node.org in {None, *units}]
    return {
        "format": FORMAT,
        "period": evaluation.view.period.code,
        "upto": evaluation.view.upto,
        "org": org,
        "at": signature.at,
        "by": signature.by,
        "today": evaluation.valuation.today.isoformat(),
        "settings": dict(evaluation.board.stored_settings),
        "fiscal_start": evaluation.board.settings.fiscal_start,
        "lines": [line_json(line) for line in lines],
        "reds": [line.node.id for line in lines if line.cell and line.status is Status.RED],
        "definitions": _definitions(lines),
        **_closings(evaluation, {*units, *(above(board, org) if org else ())}),
        **({"late": [_late_json(each) for each in late]} if late else {}),
    }


def late_of(text: str) -> tuple[Late, ...]:
    """The late entries that a canonical body names."""
    said = json.loads(text).get("late", ())
    return tuple(
        Late((each["measure"], each["org"], each["period"]), each["by"], each["at"])
        for each in said
    )


def canonical(body: object) -> str:
    """The one text of a body that its digest is taken of: keys sorted, no blanks."""
    return json.dumps(
        body, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    )


def digest_of(text: str) -> str:
    """SHA-256 of a canonical text, in hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def sealed(text: str) -> bytes:
    """The file of a snapshot: its canonical body with the digest beside it."""
    return f'{{"body":{text},"digest":"{digest_of(text)}"}}\n'.encode()


def verified(data: bytes, name: str) -> Mapping[str, object]:
    """The body of a snapshot file that is as it was frozen, to the byte.

    Raises Refused(snapshot_altered) where it is not, not_a_snapshot where it is none.
    """
    if not data.startswith(_START):
        raise Refused([Trouble("not_a_snapshot", name)])
    text = _frozen_text(data)
    if text is None or sealed(text) != data:
        raise Refused([Trouble("snapshot_altered", name)])
    body: Mapping[str, object] = json.loads(text)
    return body


def _frozen_text(data: bytes) -> str | None:
    where = data.rfind(_END)
    try:
        return data[len(_START) : where].decode() if where >= 0 else None
    except UnicodeDecodeError:
        return None


def _closings(evaluation: Evaluation, units: Collection[str]) -> dict[str, object]:
    """Which periods of the view were closed for these units, and which opened again and why; a
    unit is closed with those above it too."""
    board = evaluation.board
    span = evaluation.view.span(board.settings.calendar)
    # In the order of the document, as they always stood.
    there = {closing.key for closing in closings_in(board, span, units)}
    found = [written(CLOSING, each) for each in board.closings.values() if each.key in there]
    return {"closings": found} if found else {}


def _late_json(late: Late) -> dict[str, object]:
    measure, org, period = late.key
    return {"measure": measure, "org": org, "period": period, "by": late.by, "at": late.at}


def _definitions(lines: Iterable[Line]) -> list[dict[str, object]]:
    versions = (line.cell.version for line in lines if line.cell is not None)
    used = {version.key: version for version in versions}
    return [{"kpi": key[0], **written(VERSION, used[key])} for key in sorted(used)]
