"""A record with every text of it cleaned (S9)."""

from dataclasses import fields, replace
from typing import TypeVar

from scorecard.cleaning import clean, clean_unit, clean_words
from scorecard.model.records import (
    Closing,
    Comment,
    KpiVersion,
    Measure,
    Node,
    Org,
    Review,
    SegmentStart,
)
from scorecard.vocabulary import Words

R = TypeVar("R", Closing, Comment, KpiVersion, Measure, Node, Org, Review, SegmentStart)


def cleaned(record: R) -> R:
    """`record` with its texts cleaned; a choice from a list is left as it is."""
    changed: dict[str, object] = {}
    for field in fields(record):
        value: object = getattr(record, field.name)
        fresh = clean_unit(str(value)) if field.name == "unit" else _cleaned(value)
        if fresh != value:
            changed[field.name] = fresh
    return replace(record, **changed) if changed else record  # type: ignore[arg-type]  # same types


def _cleaned(value: object) -> object:
    if isinstance(value, Words):
        return clean_words(value)
    # Choices such as Frequency are strings too, but none that needs cleaning.
    return clean(value) if type(value) is str else value
