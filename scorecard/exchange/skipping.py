"""A plan without some of its cells: whoever imports leaves them out, one by one."""

from collections.abc import Collection
from dataclasses import replace

from scorecard.exchange.plan import Plan, plan
from scorecard.exchange.preview import Result, Row


def without(planned: Plan, places: Collection[str]) -> Plan:
    """What importing would do without the cells at these addresses, refused ones among them."""
    source = planned.source
    entries = {
        key: said
        for key, said in source.entries.items()
        if source.places["entry", key] not in places
    }
    refused = [refusal for refusal in source.refused if refusal.where not in places]
    return plan(replace(source, entries=entries, refused=refused), planned.board)


def can_be_skipped(row: Row) -> bool:
    """Whether a row of a preview is a cell: a record that others need is none."""
    return bool(row.where) and (row.result is Result.REFUSED or bool(row.period))
