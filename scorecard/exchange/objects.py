"""JSON objects → named fields, each mistake with its address."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING
from dataclasses import fields as fields_of

from scorecard.exchange.forms import Form
from scorecard.exchange.kinds import NotRead
from scorecard.exchange.source import Source

Object = Mapping[str, object]


def objects(
    source: Source, parent: Object, name: str, where: str = ""
) -> Iterator[tuple[str, Object]]:
    """The objects of the list `name`, each with its address; what is none is refused."""
    address = f"{where}.{name}" if where else name
    listed = parent.get(name, [])
    if not isinstance(listed, list):
        source.refuse(address, listed, "not_a_list")
        return
    for index, item in enumerate(listed):
        if isinstance(item, dict):
            yield f"{address}[{index}]", item
        else:
            source.refuse(f"{address}[{index}]", item, "not_an_object")


def read_fields(
    source: Source, form: Form, item: Object, where: str, apart: frozenset[str] = frozenset()
) -> dict[str, object] | None:
    """The fields of `item` that `form` knows, by the record's names; None where one is wrong.

    Unknown fields are noted, those in `apart` are left to the caller. A null stands for the
    record's default.
    """
    fields: dict[str, object] = {}
    right = True
    for name, value in _flat(source, form, item, where):
        if name in apart:
            continue
        if name not in form.fields:
            source.unknown.append(f"{where}.{name}")
            continue
        attribute, kind = form.fields[name]
        try:
            fields[attribute] = _default(form, name) if value is None else kind(value)
        except NotRead as wrong:
            source.refuse(f"{where}.{name}", value, wrong.code, **wrong.facts)
            right = False
    return fields if right else None


def _flat(source: Source, form: Form, item: Object, where: str) -> Iterator[tuple[str, object]]:
    for name, value in item.items():
        if name not in form.nested:
            yield name, value
        elif value is None:
            yield from ((known, None) for known in form.fields if known.startswith(f"{name}."))
        elif isinstance(value, dict):
            yield from ((f"{name}.{inner}", held) for inner, held in value.items())
        else:
            source.refuse(f"{where}.{name}", value, "not_an_object")


def _default(form: Form, name: str) -> object:
    if name in form.required:
        raise NotRead("not_empty")
    return defaults(form).get(form.fields[name][0])


def defaults(form: Form) -> dict[str, object]:
    """The fields of the form's record that have a default."""
    return {f.name: f.default for f in fields_of(form.record) if f.default is not MISSING}
