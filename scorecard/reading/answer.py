"""A reading as the JSON of the `read` verb."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from scorecard.number import plain
from scorecard.period import Period
from scorecard.reading.day import read_date
from scorecard.reading.entry import read_number, read_percent, read_ratio, read_yes
from scorecard.reading.outcome import Ask, MissingText, Read, Reading, Wrong
from scorecard.reading.span import read_period
from scorecard.reading.target import TargetText, read_target
from scorecard.text import say, sentence, tell
from scorecard.vocabulary import Direction

Meaning = float | bool | date | Period | TargetText
AnyReading = Reading[float] | Reading[bool] | Reading[date] | Reading[Period] | Reading[TargetText]

#: The kinds of field that a text can be read as.
FIELDS: Mapping[str, Callable[[str], AnyReading]] = MappingProxyType(
    {
        "number": read_number,
        "percent": read_percent,
        "ratio": read_ratio,
        "yes": read_yes,
        "period": read_period,
        "date": read_date,
        "target": read_target,
    }
)


def to_json(reading: AnyReading, language: str) -> dict[str, object]:
    """The reading as one JSON object; its sentences are in `language`."""
    match reading:
        case Wrong(trouble):
            return {"error": sentence(trouble, language)}
        case MissingText(text):
            key = "reading.missing" if text.strip() else "reading.empty"
            return {"missing": say(key, language, text=text)}
        case Ask(choices, why):
            return _question(choices, tell(why, language))
        case Read(TargetText() as target):
            return _target(target)
        case Read(value):
            return {"value": _plain(value)}
    raise AssertionError(reading)


def _question(choices: tuple[Meaning, ...], why: str) -> dict[str, object]:
    first = choices[0]
    if isinstance(first, TargetText):
        kinds = [choice.kind.value for choice in choices if isinstance(choice, TargetText)]
        said = _target(first)
        return {"ask": kinds, **{key: said[key] for key in said if key != "kind"}, "why": why}
    return {"ask": [_plain(choice) for choice in choices], "why": why}


def _target(target: TargetText) -> dict[str, object]:
    if target.kind is Direction.RANGE:
        numbers = {"low": _number(target.low), "high": _number(target.high)}
    else:
        numbers = {"value": _number(target.value)}
    return {
        "kind": target.kind.value,
        **numbers,
        "strict": target.strict,
        "unit": target.unit,
        "per_head": target.per_head,
        "basis": target.basis.value if target.basis else None,
        "scale": _number(target.scale),
        **({"base": target.base} if target.base else {}),
        **({"measure": target.measure} if target.measure else {}),
    }


def _plain(value: Meaning) -> object:
    match value:
        case bool():
            return value
        case float():
            return plain(value)
        case date():
            return value.isoformat()
        case Period():
            return value.code
    raise AssertionError(value)


def _number(value: float | None) -> int | float | None:
    return None if value is None else plain(value)
