"""The entries of a JSON document: many, so read in one pass with few calls for each."""

from scorecard.cleaning import clean
from scorecard.exactness import is_exact
from scorecard.exchange.json_text import InexactNumber
from scorecard.exchange.objects import Object, objects
from scorecard.exchange.source import Source
from scorecard.period_code import kind_of

_FIELDS = frozenset({"measure", "org", "period", "value", "note"})


def read_entries(source: Source, board: Object, only_org: str | None) -> None:
    """Reads `entries` into `source`; `only_org` stands where an entry names no unit."""
    for where, item in objects(source, board, "entries"):
        if not item.keys() <= _FIELDS:
            source.unknown += [f"{where}.{name}" for name in item if name not in _FIELDS]
        measure, period = item.get("measure"), item.get("period")
        org = item.get("org", only_org)
        if not (_is_name(measure) and _is_name(org) and _is_name(period)):
            _refuse_names(source, where, {"measure": measure, "org": org, "period": period})
            continue
        key = (str(measure), str(org), str(period))
        if kind_of(key[2]) is None:
            source.refuse(f"{where}.period", period, "no_such_period", period=key[2][:40])
        elif _is_value(source, where, item) and source.place("entry", key, where):
            value = item["value"]
            # Yes and no are 1 and 0 (R-VALUE-8).
            number = None if value is None else float(value) + 0.0  # type: ignore[arg-type]
            note = item.get("note")
            source.entries[key] = (number, clean(note) if isinstance(note, str) else None)


def _is_name(value: object) -> bool:
    return type(value) is str and value != ""


def _refuse_names(source: Source, where: str, named: Object) -> None:
    for name, value in named.items():
        if not _is_name(value):
            code = "not_empty" if value in (None, "") else "not_text"
            source.refuse(f"{where}.{name}", value or "", code)


def _is_value(source: Source, where: str, item: Object) -> bool:
    note = item.get("note")
    if note is not None and not isinstance(note, str):
        source.refuse(f"{where}.note", note, "not_text")
        return False
    if "value" not in item:
        source.refuse(f"{where}.value", "", "no_value")
        return False
    value = item["value"]
    if value is None or isinstance(value, bool):
        return True
    if isinstance(value, InexactNumber) or (isinstance(value, int | float) and not is_exact(value)):
        source.refuse(f"{where}.value", value, "too_many_digits", value=str(value)[:40])
        return False
    if not isinstance(value, int | float):
        source.refuse(f"{where}.value", value, "not_a_number", found=str(value)[:40])
        return False
    return True
