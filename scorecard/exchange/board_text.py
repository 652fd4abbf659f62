"""The whole document as JSON (`scorecard.board/1`); read into an empty one it is the same."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields as fields_of

from scorecard.board import Board
from scorecard.exchange.board_file import FORMAT
from scorecard.exchange.forms import (
    CLOSING,
    COMMENT,
    MEASURE,
    NODE,
    ORG,
    REVIEW,
    SEGMENT,
    TARGET,
    VERSION,
    Form,
    Made,
)
from scorecard.exchange.objects import defaults
from scorecard.model.records import Entry
from scorecard.number import plain
from scorecard.period import Period
from scorecard.period_code import entered_by
from scorecard.vocabulary import Words


def board_json(board: Board) -> dict[str, object]:
    """The document as a JSON-ready value; what is empty is left out of its object, and so are
    reviews where there are none."""
    written_reviews = [written(REVIEW, r) for reviews in board.reviews.values() for r in reviews]
    return {
        "format": FORMAT,
        "settings": dict(board.stored_settings),
        "org": [written(ORG, org) for org in board.orgs.values()],
        "measures": [written(MEASURE, measure) for measure in board.measures.values()],
        "kpis": definitions_json(board),
        "tree": [written(NODE, node) for node in board.nodes.values()],
        "targets": [written(TARGET, t) for targets in board.targets.values() for t in targets],
        "segments": [written(SEGMENT, s) for starts in board.segments.values() for s in starts],
        **_closings(board),
        "entries": entries_json(board),
        "okr": {"objectives": [], "initiatives": []},
        "actions": [],
        "surveys": [],
        "comments": [written(COMMENT, comment) for comment in board.comments.values()],
        **({"reviews": written_reviews} if written_reviews else {}),
    }


def _closings(board: Board) -> dict[str, object]:
    """Closed periods, where the document has any."""
    found = [written(CLOSING, closing) for closing in board.closings.values()]
    return {"closings": found} if found else {}


def entries_json(board: Board) -> list[dict[str, object]]:
    """All entries as they stand in the document's file."""
    return [entry_json(entry) for entry in entries_of(board)]


def definitions_json(board: Board) -> list[dict[str, object]]:
    """All KPIs with their versions as they stand in the document's file."""
    return [_kpi(board, kpi) for kpi in board.versions]


def json_bytes(value: object) -> bytes:
    """A JSON text in UTF-8, on one line."""
    return (json.dumps(value, ensure_ascii=False, allow_nan=False) + "\n").encode()


def entries_of(board: Board) -> Iterator[Entry]:
    """All entries, by measure, unit and period."""
    for (measure, org), series in sorted(board.series.items()):
        kind = entered_by(board.measures[measure].frequency)
        for number in sorted(series):
            code = Period(kind, number).code
            note = board.notes.get((measure, org, code), "")
            yield Entry(measure, org, code, series[number], note)


def entry_json(entry: Entry) -> dict[str, object]:
    """An entry as it stands in the file; a value of none is null."""
    named: dict[str, object] = dict(zip(("measure", "org", "period"), entry.key, strict=True))
    named["value"] = None if entry.value is None else plain(entry.value)
    return {**named, "note": entry.note} if entry.note else named


def written(form: Form, record: Made) -> dict[str, object]:
    """A record by the names of its form. A field at its default is left out where reading
    would put the same default back."""
    held = {f.name: getattr(record, f.name) for f in fields_of(record)}
    usual = defaults(form)
    shown: dict[str, object] = {}
    for name, (attribute, _) in form.fields.items():
        value = held[attribute]
        usually = value == usual.get(attribute, None)
        if usually and name not in form.always and name not in form.required:
            continue
        outer, _, inner = name.rpartition(".")
        place = shown.setdefault(outer, {}) if outer else shown
        if isinstance(place, dict):
            place[inner] = _plain(value, one_string=name != "name")
    return shown


def _kpi(board: Board, kpi: str) -> dict[str, object]:
    return {"id": kpi, "versions": [written(VERSION, version) for version in board.versions[kpi]]}


def _plain(value: object, *, one_string: bool) -> object:
    if isinstance(value, Words):
        if one_string and value.zh_TW == value.en:
            return value.en
        said: Mapping[str, str] = value._asdict()
        return {language: text for language, text in said.items() if text}
    if isinstance(value, float):
        return plain(value)
    if isinstance(value, tuple):
        return [_plain(part, one_string=one_string) for part in value]
    return value
