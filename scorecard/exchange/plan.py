"""A file laid beside a document: what would be created, updated, left, or refused."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from scorecard.board import Board
from scorecard.check.edits import faults
from scorecard.check.fault import Fault
from scorecard.check.overruling import overruling_entries
from scorecard.check.settings import setting_faults
from scorecard.check.unlikely import unlikely_entries
from scorecard.commands.renaming import followed
from scorecard.exchange.board_file import lacking
from scorecard.exchange.forms import MEASURE, NODE, ORG, Form, Made
from scorecard.exchange.long.laying import laid
from scorecard.exchange.packing import packed
from scorecard.exchange.source import Columns, Refusal, SaidRecord, Source, shown
from scorecard.model.edits import Edit
from scorecard.model.records import Entry, Key, Record
from scorecard.progress import Stage, Tell, untold
from scorecard.trouble import Trouble

#: Series between two looks whether somebody wants to stop.
_LOOK = 256


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do. It happens only where `refused` is empty.

    `settings` are the names of those that would change; `unknown` the addresses of what the
    file says and no document keeps; `unlikely` warns of values far from the ones before them
    (R-NUMBER-11) and of those that put an end to adding up what is entered below them.
    """

    source: Source
    board: Board
    edits: tuple[Edit, ...]
    created: int
    updated: int
    same: int
    refused: tuple[Refusal, ...]
    unknown: tuple[str, ...]
    settings: tuple[str, ...]
    unlikely: tuple[Trouble, ...] = ()

    def edits_on(self, board: Board) -> tuple[Edit, ...]:
        """The edits on `board`, worked out anew where it is not the one of the plan; many entries
        as blocks."""
        return packed(self.edits if board is self.board else plan(self.source, board).edits)


def plan(source: Source, board: Board, tell: Tell = untold) -> Plan:
    """What importing `source` into `board` would do. Nothing is changed.

    A formula that the file says as it stands, or does not say, keeps its meaning through the
    renamings of the file. Raises Stopped as `tell` does.
    """
    if source.columns is not None:
        return _plan_of_columns(source, source.columns, board, tell)
    unfit = [fault for setting in source.settings for fault in setting_faults(setting)]
    incomplete = [*(_refusal(source, {}, fault) for fault in unfit), *_incomplete(source, board)]
    records = list(_records(source, board))
    pairs = [(board.find(record.table, record.key), record) for record in records]
    edits = followed(board, [Edit(was, record) for was, record in pairs if was != record])
    touched = {(edit.table, edit.key) for edit in edits}
    after = board.after(edits) if edits else board
    refused = (*source.refused, *incomplete, *_examined(source, after, edits))
    if refused:
        return Plan(source, board, (), 0, 0, 0, refused, tuple(source.unknown), ())
    counted = [edit for edit in edits if not _is_memory(edit)]
    created = sum(edit.before is None for edit in counted)
    return Plan(
        source,
        board,
        edits if counted else (),
        created,
        len(counted) - created,
        sum((r.table, r.key) not in touched for r in records if not _is_memory(r)),
        (),
        tuple(source.unknown),
        tuple(edit.key[0] for edit in counted if edit.table == "setting"),
        (*source.warnings, *_doubted(source, board, after, edits)),
    )


def _plan_of_columns(source: Source, columns: Columns, board: Board, tell: Tell) -> Plan:
    from scorecard.check.blocks import unlikely_in_blocks  # numpy, for long imports only

    edits = []
    created = updated = same = 0
    for at, block in enumerate(columns.blocks):
        if at % _LOOK == 0:
            tell(Stage.COMPARING, at / len(columns.blocks))
        found = laid(block, board, names_notes=columns.names_notes)
        created, updated, same = (
            created + found.created,
            updated + found.updated,
            same + found.same,
        )
        if found.edit is not None:
            edits.append(found.edit)
    examined = (_refusal(source, {}, fault) for fault in faults(board, edits))
    refused = (*source.refused, *examined)
    if refused:
        return Plan(source, board, (), 0, 0, 0, refused, tuple(source.unknown), ())
    doubts = (*unlikely_in_blocks(board, edits), *overruling_entries(board, edits))
    unlikely = tuple(
        fault.at(source.where(fault.table, fault.key) or fault.where) for fault in doubts
    )
    unknown = tuple(source.unknown)
    return Plan(source, board, tuple(edits), created, updated, same, (), unknown, (), unlikely)


def _is_memory(of: Edit | Record) -> bool:
    """Whether it only remembers how a workbook was read, which no file says and nobody counts."""
    return of.table == "setting" and of.key == ("import_map",)


def _doubted(
    source: Source, before: Board, after: Board, edits: tuple[Edit, ...]
) -> Iterator[Trouble]:
    for fault in (*unlikely_entries(after, edits), *overruling_entries(before, edits)):
        yield fault.at(source.places[fault.table, fault.key])


def _examined(source: Source, after: Board, edits: tuple[Edit, ...]) -> Iterator[Refusal]:
    """What `check` refuses, as far as no refused record is its cause."""
    forms = {(said.form.record.table, said.key): said.form for said in source.records}
    gone = source.refused_ids
    for fault in faults(after, edits):
        if not gone or not (fault.facts.get("id") in gone or fault.field == "formula"):
            yield _refusal(source, forms, fault)


def _incomplete(source: Source, board: Board) -> Iterator[Refusal]:
    for said in source.records:
        if board.find(said.form.record.table, said.key) is None:
            for name in lacking(said):
                source.refused_ids.add(said.key[0])
                where = f"{said.where}.{name}"
                yield Refusal(" ".join(said.key), Trouble("not_empty", where))


def _records(source: Source, board: Board) -> Iterator[Record]:
    """All that the file says, as whole records: what it does not name stays as it is."""
    for setting in source.settings:
        if not any(setting_faults(setting)):
            yield setting
    for said in source.records:
        if said.key[0] not in source.refused_ids:
            yield _made(said, board)
    for key, (value, note) in source.entries.items():
        kept = _kept_note(board, key, value) if note is None else note
        yield Entry(key[0], key[1], key[2], value, kept)


def _made(said: SaidRecord, board: Board) -> Made:
    before = board.find(said.form.record.table, said.key)
    if isinstance(before, said.form.record):
        return replace(before, **said.fields)  # type: ignore[arg-type]  # read by their forms
    fields = dict(said.fields)
    if said.form in (ORG, MEASURE, NODE):
        fields.setdefault("order", said.rank)
    if said.form is NODE:
        fields.setdefault("parent", None)
    return said.form.record(**fields)  # type: ignore[arg-type]  # same


def _kept_note(board: Board, key: tuple[str, ...], value: float | None) -> str:
    """The note beside the same value; one beside another value was about that one."""
    note = board.notes.get(key, "")
    if not note:
        return ""
    entry = board.entry(key[0], key[1], key[2])
    return note if entry is not None and entry.value == value else ""


def _refusal(source: Source, forms: Mapping[tuple[str, Key], Form], fault: Fault) -> Refusal:
    record = (fault.table, fault.key)
    what = shown(next(iter(fault.facts.values()), " ".join(fault.key)))
    place = source.where(*record)
    if place is None:
        return Refusal(what, fault.trouble)
    if not place.endswith("]"):  # a cell or a line says where, a path of JSON also which field
        return Refusal(what, fault.at(place))
    field = forms[record].named(fault.field) if record in forms else fault.field
    return Refusal(what, fault.at(".".join(part for part in (place, field) if part)))
