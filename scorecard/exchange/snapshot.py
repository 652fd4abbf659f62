"""A snapshot: all that a reader needs of one period, frozen with its digest (R18)."""

import hashlib
import json
from collections.abc import Mapping
from typing import NamedTuple

from scorecard.evaluation import Evaluation
from scorecard.exchange.board_text import written
from scorecard.exchange.forms import VERSION
from scorecard.exchange.lines import values_json
from scorecard.trouble import Refused, Trouble
from scorecard.vocabulary import Status

FORMAT = "scorecard.snapshot/1"

#: What stands before and after the body in the file of a snapshot.
_START, _END = b'{"body":', b',"digest":"'


class Signature(NamedTuple):
    """Who freezes, and when (ISO 8601 with offset)."""

    by: str
    at: str


def snapshot_body(evaluation: Evaluation, org: str, signature: Signature) -> dict[str, object]:
    """The body of a snapshot of all lines of the view, with the definitions that they used."""
    values = values_json(evaluation)
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
        "lines": values["lines"],
        "reds": _reds(evaluation),
        "definitions": _definitions(evaluation),
    }


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


def _reds(evaluation: Evaluation) -> list[str]:
    lines = evaluation.lines()
    return [line.node.id for line in lines if line.cell and line.status is Status.RED]


def _definitions(evaluation: Evaluation) -> list[dict[str, object]]:
    used = {
        (line.cell.version.kpi, line.cell.version.version): line.cell.version
        for line in evaluation.lines()
        if line.cell is not None
    }
    return [{"kpi": kpi, **written(VERSION, used[kpi, version])} for kpi, version in sorted(used)]
