"""Whole records as a file would have said them, for the plan."""

from dataclasses import fields

from scorecard.exchange.forms import MEASURE, NODE, ORG, TARGET, VERSION, Form
from scorecard.exchange.source import SaidRecord
from scorecard.model.records import Record

_FORMS: dict[str, Form] = {
    form.record.table: form for form in (ORG, MEASURE, VERSION, NODE, TARGET)
}


def said_record(record: Record, where: str, rank: int) -> SaidRecord:
    """A record with all its fields said, at an address of the workbook."""
    said = {each.name: getattr(record, each.name) for each in fields(record)}  # type: ignore[arg-type]  # entries are no dataclass and do not come here
    if "order" in said and not said["order"]:
        said["order"] = rank
    return SaidRecord(_FORMS[record.table], record.key, said, where, rank)
