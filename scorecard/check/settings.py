"""What is wrong with a setting's value."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from scorecard.check.fault import Fault, fault
from scorecard.model.records import Setting
from scorecard.model.settings import SETTING_NAMES
from scorecard.text import LANGUAGES, named
from scorecard.vocabulary import Frequency

_MOST_HOLIDAYS = 366


def setting_faults(setting: Setting) -> Iterator[Fault]:
    """The fault of a setting that has no such name or no such value, saying what it may be."""
    if setting.name not in SETTING_NAMES:
        known = named(sorted(SETTING_NAMES))
        yield fault(setting, "", "unknown_setting", name=setting.name, known=known)
        return
    allowed, is_right = _RULES[setting.name]
    if not is_right(setting.value):
        yield fault(setting, "", "bad_setting", value=str(setting.value)[:60], allowed=allowed)


def _is_number(value: object, low: float, high: float) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high


def _is_month(value: object) -> bool:
    return isinstance(value, int) and _is_number(value, 1, 12)


def _is_currency(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch("[A-Z]{3}", value) is not None


def _is_bands(value: object) -> bool:
    if not isinstance(value, Mapping) or set(value) != {"amber", "green"}:
        return False
    amber, green = value["amber"], value["green"]
    return _is_number(amber, 0, 100) and _is_number(green, 0, 100) and bool(amber < green)


def _is_grace(value: object) -> bool:
    kinds = {kind.value for kind in Frequency}
    return isinstance(value, Mapping) and all(
        kind in kinds and isinstance(days, int) and _is_number(days, 0, 366)
        for kind, days in value.items()
    )


def _is_map(value: object) -> bool:
    return isinstance(value, Mapping) and value.get("format") == "scorecard.map/1"


def _are_days(value: object) -> bool:
    return isinstance(value, list) and len(value) <= _MOST_HOLIDAYS and all(map(_is_stretch, value))


def _is_stretch(value: object) -> bool:
    if not isinstance(value, str):
        return False
    first, _, last = value.partition("..")
    try:
        days = (date.fromisoformat(last or first) - date.fromisoformat(first)).days
    except ValueError:
        return False
    return 0 <= days < _MOST_HOLIDAYS


_RULES: dict[str, tuple[str, Callable[[object], bool]]] = {
    "fiscal_start": ("1…12", _is_month),
    "currency": ("TWD", _is_currency),
    "language": (" / ".join(LANGUAGES), lambda value: value in LANGUAGES),
    "bands": ('{"amber": 60, "green": 90}', _is_bands),
    "coverage": ("0…1", lambda value: _is_number(value, 0, 1)),
    "grace_days": ('{"month": 10}', _is_grace),
    "holidays": ('["2026-10-10", "2026-02-14..2026-02-22"]', _are_days),
    "fiscal_label": ("start / end", lambda value: value in ("start", "end")),
    "rounding": ("half_up / half_even", lambda value: value in ("half_up", "half_even")),
    "import_map": ('{"format": "scorecard.map/1"}', _is_map),
    "limits": ("mean / median", lambda value: value in ("mean", "median")),
}
