"""The document as JSON (`scorecard.board/1`) → what it says, with an address for each mistake."""

from collections.abc import Iterator, Mapping

from scorecard.cleaning import clean_name
from scorecard.exchange.entries import read_entries
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
)
from scorecard.exchange.json_text import read_json
from scorecard.exchange.objects import Object, objects, read_fields
from scorecard.exchange.source import SaidRecord, Source
from scorecard.model.records import Key, Setting
from scorecard.model.settings import SETTING_NAMES
from scorecard.trouble import Refused, Trouble

FORMAT = "scorecard.board/1"

#: What a file of this format may hold that this program does not keep yet.
_NOT_KEPT = ("okr.objectives", "okr.initiatives", "actions", "surveys")
_PARTS = frozenset(
    {"format", "settings", "org", "measures", "kpis", "tree", "targets", "segments", "entries"}
    | {"okr", "actions", "surveys", "comments", "reviews", "closings"}
)


def read_board(data: bytes, name: str, orgs: frozenset[str] = frozenset()) -> Source:
    """What the file `name` says; `orgs` are the units of the document it is for, of which one
    alone need not be named.

    Raises Refused where the text is no JSON or of another format; every other mistake is in
    the `refused` of the answer.
    """
    board = read_json(data, name)
    if not isinstance(board, dict):
        raise Refused([Trouble("not_a_board", name, {"expected": FORMAT, "found": "–"})])
    _expect_format(board, name)
    source = Source(name)
    source.unknown += [key for key in board if key not in _PARTS]
    _refuse_what_is_not_kept(source, board)
    _read_settings(source, board.get("settings"))
    _read_all(source, board, "org", ORG, ("id",))
    alone = _only_org(source, orgs)
    _read_all(source, board, "measures", MEASURE, ("id",))
    _read_kpis(source, board)
    _read_all(source, board, "tree", NODE, ("id",), only_org=alone)
    _read_all(source, board, "targets", TARGET, ("kpi", "org", "start"), only_org=alone)
    _read_all(source, board, "segments", SEGMENT, ("kpi", "org", "start"), only_org=alone)
    _read_all(source, board, "closings", CLOSING, ("org", "period"), only_org=alone)
    read_entries(source, board, only_org=alone)
    _read_all(source, board, "comments", COMMENT, ("id",), only_org=alone)
    _read_all(source, board, "reviews", REVIEW, ("kpi", "day"))
    return source


def _expect_format(board: Object, name: str) -> None:
    found = board.get("format")
    if found == FORMAT:
        return
    newer = isinstance(found, str) and found.startswith("scorecard.board/")
    code = "newer_format" if newer else "not_a_board"
    facts = {"expected": FORMAT, "found": str(found)[:60] if "format" in board else "–"}
    raise Refused([Trouble(code, f"{name} format", facts)])


def _refuse_what_is_not_kept(source: Source, board: Object) -> None:
    for path in _NOT_KEPT:
        part: object = board
        for step in path.split("."):
            part = part.get(step) if isinstance(part, Mapping) else None
        if part:
            source.refuse(path, type(part).__name__, "not_kept_yet", part=path)


def _read_settings(source: Source, settings: object) -> None:
    if settings is None:
        return
    if not isinstance(settings, dict):
        source.refuse("settings", settings, "not_an_object")
        return
    for name, value in settings.items():
        if name in SETTING_NAMES:
            source.settings.append(Setting(name, value))
            source.places["setting", (name,)] = f"settings.{name}"
        else:
            source.unknown.append(f"settings.{name}")


def _only_org(source: Source, orgs: frozenset[str]) -> str | None:
    here = {said.key[0] for said in source.records if said.form is ORG} | orgs
    return next(iter(here)) if len(here) == 1 else None


def _read_all(
    source: Source,
    board: Object,
    part: str,
    form: Form,
    key: tuple[str, ...],
    *,
    only_org: str | None = None,
) -> None:
    for rank, (where, item) in enumerate(objects(source, board, part), 1):
        fields = read_fields(source, form, item, where)
        if fields is None:
            source.refused_ids.add(str(item.get("id")))
        else:
            if only_org and "org" in form.fields and _stands_at_an_org(form, fields):
                fields.setdefault("org", only_org)
            _keep(source, form, fields, where, key_fields=key, rank=rank)


def _stands_at_an_org(form: Form, fields: Mapping[str, object]) -> bool:
    return form is not NODE or "kpi" in fields


def _read_kpis(source: Source, board: Object) -> None:
    for where, kpi in objects(source, board, "kpis"):
        source.unknown += [f"{where}.{name}" for name in kpi if name not in ("id", "versions")]
        own_id = kpi.get("id")
        if not isinstance(own_id, str) or not clean_name(own_id):
            source.refuse(f"{where}.id", own_id or "", "not_empty")
            continue
        if not kpi.get("versions"):
            source.refuse(f"{where}.versions", own_id, "not_empty")
        for rank, (place, version) in enumerate(objects(source, kpi, "versions", where), 1):
            fields = read_fields(source, VERSION, version, place)
            if fields is None:
                source.refused_ids.add(own_id)
            else:
                fields = {"kpi": clean_name(own_id), **fields}
                key = ("kpi", "version")
                _keep(source, VERSION, fields, place, key_fields=key, rank=rank)


def _keep(
    source: Source,
    form: Form,
    fields: dict[str, object],
    where: str,
    *,
    key_fields: tuple[str, ...],
    rank: int,
) -> None:
    lacking = [name for name in key_fields if not fields.get(name)]
    for name in lacking:
        source.refuse(f"{where}.{form.named(name)}", "", "not_empty")
    key: Key = tuple(str(fields[name]) for name in key_fields if name not in lacking)
    if not lacking and source.place(form.record.table, key, where):
        source.records.append(SaidRecord(form, key, fields, where, rank))


def lacking(said: SaidRecord) -> Iterator[str]:
    """The names in the file that a new record needs and that `said` lacks."""
    needed = (name for name in said.form.required if said.form.fields[name][0] not in said.fields)
    return (name for name in needed if name not in ("id", "version"))
