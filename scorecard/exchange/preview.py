"""A plan cell by cell: what stands there, what would stand there, where it comes from."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from scorecard.board import Board
from scorecard.entry_name import entry_words, part_words
from scorecard.exchange.mapping.listed_targets import target_in_force
from scorecard.exchange.plan import Plan
from scorecard.exchange.source import SaidRecord
from scorecard.model.records import KpiVersion, Measure, Node, Org, Target
from scorecard.text import Said
from scorecard.trouble import Trouble
from scorecard.vocabulary import Words


class Result(StrEnum):
    """What becomes of a cell."""

    CREATED = "created"
    UPDATED = "updated"
    SAME = "same"
    BLANK = "blank"
    REFUSED = "refused"


class Row(NamedTuple):
    """One cell or record. `before` and `after` are on the stored scale of `unit`, None where
    nothing stands; a target's are texts of the interchange form. Another record has a name and
    no value, a refusal its text and why."""

    result: Result
    period: str
    name: Words | Said | str
    unit: str
    before: float | str | None
    after: float | str | None
    where: str
    why: Trouble | None = None


def rows(plan: Plan) -> tuple[Row, ...]:
    """What is refused first, then records, then values in the order of the file."""
    refused = (_refused(what, why) for what, why in plan.refused)
    return (*refused, *_records(plan), *_entries(plan))


def counts(plan: Plan, shown: tuple[Row, ...]) -> dict[Result, int]:
    """How many there are of each result."""
    found = dict.fromkeys(Result, 0)
    for row in shown:
        found[row.result] += 1
    found[Result.BLANK] = plan.source.blank
    return found


def _refused(what: str, why: Trouble) -> Row:
    return Row(Result.REFUSED, "", what, "", None, None, why.where, why)


def _records(plan: Plan) -> Iterator[Row]:
    names = {kpi: plan.board.latest(kpi).name for kpi in plan.board.versions}
    for said in plan.source.records:
        name = said.fields.get("name")
        if said.form.record is KpiVersion and isinstance(name, Words):
            names[said.key[0]] = name
    units = {kpi: plan.board.latest(kpi).unit for kpi in plan.board.versions}
    units |= {
        said.key[0]: str(said.fields.get("unit", ""))
        for said in plan.source.records
        if said.form.record is KpiVersion
    }
    changed = {(edit.table, edit.key) for edit in plan.edits}
    for said in plan.source.records:
        before = plan.board.find(said.form.record.table, said.key)
        result = Result.CREATED if before is None else Result.UPDATED
        if before is not None and (before.table, before.key) not in changed:
            result = Result.SAME
        name = _record_name(plan.board, said, names)
        if said.form.record is Target:
            yield _aimed(plan.board, said, result, name, units)
        else:
            yield Row(result, "", name, "", None, None, said.where)


def _aimed(
    board: Board, said: SaidRecord, result: Result, name: Said, units: Mapping[str, str]
) -> Row:
    """A target from a period on, and the one that counts there until now."""
    kpi, org, start = said.key
    there = target_in_force(board, kpi, org, start)
    before = there.value if there is not None else None
    after = str(said.fields["value"])
    is_new = result is Result.CREATED and there is not None
    return Row(
        Result.UPDATED if is_new else result,
        start,
        name,
        units.get(kpi, ""),
        before,
        after,
        said.where,
    )


def _of_kpi(said: SaidRecord, names: dict[str, Words]) -> Words | str:
    """A line or a target is called as its KPI."""
    return names.get(str(said.fields.get("kpi")), " ".join(said.key))


def _record_name(board: Board, said: SaidRecord, names: dict[str, Words]) -> Said:
    name = said.fields.get("name")
    words = name if isinstance(name, Words) and any(name) else _of_kpi(said, names)
    if said.form.record is Target:
        words = _at(board, words, said.key[1])
    kind = _KINDS[said.form.record]
    return Said(f"window.workbook.record.{kind}", {"name": words})


_KINDS: dict[type, str] = {
    Org: "org",
    Measure: "measure",
    KpiVersion: "kpi",
    Node: "node",
    Target: "target",
}


def _entries(plan: Plan) -> Iterator[Row]:
    names, units = _measures(plan.board, plan)
    for (measure, org, period), (value, _note) in plan.source.entries.items():
        there = plan.board.entry(measure, org, period)
        before = there.value if there is not None else None
        if there is None:
            result = Result.CREATED
        else:
            result = Result.SAME if before == value else Result.UPDATED
        where = plan.source.places["entry", (measure, org, period)]
        name = _at(plan.board, names.get(measure, measure), org)
        yield Row(result, period, name, units.get(measure, ""), before, value, where)


def _at(board: Board, name: Words | str, org: str) -> Words | str:
    """A measure as the entry sheet calls it: with its unit where that is a part of another one."""
    return name if isinstance(name, str) else entry_words(name, part_words(board, org))


def _measures(board: Board, plan: Plan) -> tuple[dict[str, Words | str], dict[str, str]]:
    names: dict[str, Words | str] = {m.id: m.name for m in board.measures.values()}
    units = {measure.id: measure.unit for measure in board.measures.values()}
    for said in plan.source.records:
        if said.form.record is Measure:
            name = said.fields.get("name")
            names[said.key[0]] = name if isinstance(name, Words) else said.key[0]
            units[said.key[0]] = str(said.fields.get("unit", ""))
    return names, units
