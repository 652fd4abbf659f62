"""Units of measures as products of words: what may be added, and what a division gives.

Kinds of unit that people leave out or imply are soft, because a false alarm is worse than
silence: counts (元/張 is written 元), and periods of the calendar (元/人/年 of a yearly sum). Hard
are money, hours, energy, mass, volume. A word that is not known here makes the unit unknown.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import NamedTuple

from scorecard.formula.tokens import name_key


class Sort(NamedTuple):
    """What a word measures, how many of the sort's own unit it is, and, of money, whose it is."""

    of: str
    size: float = 1.0
    whose: str = ""


class Share(IntEnum):
    """Whether a unit is a percentage: not, that of a KPI, or one that somebody typed."""

    NO = 0
    OF_KPI = 1
    TYPED = 2


_DAY = 24 * 60 * 60
#: Lengths of a calendar period are for telling them apart, not for converting.
_SORTS: dict[Sort, str] = {
    Sort("money"): "元 圓",
    Sort("money", 1, "TWD"): "twd ntd nt$ 新台幣 新臺幣 台幣 臺幣",
    Sort("money", 1, "USD"): "usd us$ 美元 美金",
    Sort("money", 1, "EUR"): "eur € 歐元",
    Sort("money", 1, "JPY"): "jpy 日圓 日元",
    Sort("money", 1, "CNY"): "cny rmb 人民幣",
    Sort("money", 1, "GBP"): "gbp £ 英鎊",
    Sort("money", 1e3): "千元 仟元",
    Sort("money", 1e4): "萬元",
    Sort("money", 1e6): "百萬元",
    Sort("money", 1e8): "億元",
    Sort("time"): "秒 秒鐘 s sec second seconds",
    Sort("time", 60): "分鐘 min minute minutes",
    Sort("time", 3600): "小時 鐘頭 工時 時 h hr hrs hour hours",
    Sort("calendar", _DAY): "天 日 day days",
    Sort("calendar", 7 * _DAY): "週 周 星期 week weeks",
    Sort("calendar", 30.4375 * _DAY): "月 個月 month months",
    Sort("calendar", 91.3125 * _DAY): "季 quarter quarters",
    Sort("calendar", 365.25 * _DAY): "年 year years",
    Sort("energy"): "kwh 度",
    Sort("energy", 1e3): "mwh",
    Sort("mass"): "公斤 kg",
    Sort("mass", 1e-3): "公克 g",
    Sort("mass", 1e3): "公噸 噸 ton tons",
    Sort("volume"): "公升 升 l",
    Sort("volume", 1e3): "立方公尺 m3 m³",
    Sort("people"): "人 名 位 員 person persons people head heads employee employees",
    Sort("things"): "件 個 台 臺 支 片 顆 套 箱 輛 組 pcs pc piece pieces unit units",
    Sort("count"): "次 回 場 張 份 筆 封 項 單 則 案 家 戶 間 店 批 人次 品項 customer customers "
    "order orders times case cases item items lot lots",
    Sort("number"): "倍 x",
    Sort("number", 1e-3): "‰",
    Sort("number", 1e-6): "ppm",
}
_WORDS = {word: sort for sort, words in _SORTS.items() for word in words.split()}
_COUNTS = frozenset({"people", "things", "count"})
_SOFT = _COUNTS | {"calendar"}
_TIMES = Sort("number")
_PERCENT = frozenset({"%", "percent"})
#: By sort the power of what is measured and its size.
Sizes = Mapping[str, tuple[int, float]]
_NONE = (0, 1.0)
_ROUNDING = 1e-9
HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Unit:
    """A product of words with their powers; none: a plain ratio, or a `share`.

    `loose`: a number of unknown unit was multiplied in, so nothing can be said but what is not
    known. `hundredfold`: a plain 100 was multiplied in. `answer`: yes or no.
    """

    words: Mapping[str, int] = field(default_factory=dict)
    text: str = ""
    share: Share = Share.NO
    loose: bool = False
    hundredfold: bool = False
    answer: bool = False

    def times(self, other: "Unit", power: int) -> "Unit":
        """This unit times the other one, or divided by it where `power` is -1."""
        powers = dict(self.words)
        for word, there in other.words.items():
            powers[word] = powers.get(word, 0) + power * there
        words = {word: there for word, there in powers.items() if there}
        whole = f"{self.text}/{other.text}" if power < 0 else f"{self.text} × {other.text}"
        return Unit(
            words,
            _written(words) or whole,
            loose=self.loose or other.loose,
            hundredfold=self.hundredfold or (power > 0 and other.hundredfold),
        )

    def times_number(self, number: float, *, dividing: bool = False) -> "Unit":
        """This unit times a number: 100% leaves it, 100 makes it hundredfold, any other loose."""
        if abs(number) == 1:
            return self
        if number == HUNDRED and not dividing and not self.hundredfold:
            return replace(self, hundredfold=True)
        return replace(self, loose=True)

    def sizes(self) -> Sizes:
        """By sort the power and the size of what is measured."""
        found: dict[str, tuple[int, float]] = {}
        for word, power in self.words.items():
            of, size, _ = _WORDS[word]
            there, factor = found.get(of, _NONE)
            found[of] = (there + power, factor * size**power)
        return {of: each for of, each in found.items() if each != _NONE}

    def currencies(self) -> set[str]:
        """Whose money it is, where that is said."""
        return {_WORDS[word].whose for word in self.words} - {""}


ANSWER = Unit(answer=True, text="✓/✗")
DAYS = Unit({"天": 1}, "天")
PLAIN = Unit(text="1")


def read_unit(text: str, share: Share = Share.TYPED) -> Unit | None:
    """The unit of `元/人/年`; None where a word of it is not known. `share` is what `%` says."""
    first, *below = (name_key(part).lower() for part in text.split("/"))
    if first in _PERCENT and not below:
        return Unit(text=text, share=share)
    if not all(word in _WORDS for word in (first, *below)):
        return None
    words: dict[str, int] = {}
    for word, power in ((first, 1), *((word, -1) for word in below)):
        if _WORDS[word] != _TIMES:
            words[word] = words.get(word, 0) + power
    return Unit({word: power for word, power in words.items() if power}, text)


def can_be_added(left: Unit, right: Unit) -> bool:
    """Whether a sum, a difference or a comparison of the two means something."""
    if any(unit.loose or unit.hundredfold or unit.answer for unit in (left, right)):
        return True
    one, two = left.sizes(), right.sizes()
    if not _alike(left, right) or not _alike_periods(one, two):
        return False
    return any(of not in _SOFT for of in (*one, *two)) or _alike_counts(one, two)


def fits(found: Unit, declared: Unit) -> bool:
    """Whether what a formula gives can be what the KPI's unit says."""
    if found.loose or found.hundredfold:
        return True
    if not _alike(found, declared):
        return False
    one, two = found.sizes(), declared.sizes()
    if "calendar" in one and "calendar" in two and one["calendar"][0] == two["calendar"][0]:
        return _same_size(one["calendar"], two["calendar"])
    bare_count = list(found.words.values()) == [1] and set(one) <= _COUNTS
    return not (bare_count and declared.share)


def is_too_large(found: Unit, declared: Unit) -> bool:
    """Whether a percentage is multiplied by 100, which its unit does already (R-FORMULA-2)."""
    return found.hundredfold and not found.loose and declared.share is not Share.NO


def _alike(left: Unit, right: Unit) -> bool:
    """Whether the hard sorts of the two are the same, in power, size and currency."""
    if len(left.currencies() | right.currencies()) > 1:
        return False
    one, two = left.sizes(), right.sizes()
    return all(
        one.get(of, _NONE)[0] == two.get(of, _NONE)[0]
        and _same_size(one.get(of, _NONE), two.get(of, _NONE))
        for of in (*one, *two)
        if of not in _SOFT
    )


def _alike_periods(one: Sizes, two: Sizes) -> bool:
    """Days are added to no weeks; a rate may leave its period out."""
    left, right = one.get("calendar", _NONE), two.get("calendar", _NONE)
    if left[0] == right[0]:
        return _same_size(left, right)
    return min(left[0], right[0]) < 0 or any(of not in _SOFT for of in one)


def _alike_counts(one: Sizes, two: Sizes) -> bool:
    """Persons are added to no things, and a number of either to no share."""
    if "calendar" in one or "calendar" in two:
        return True
    powers = [sum(each[of][0] for of in each) for each in (one, two)]
    if 0 in powers:
        return powers[0] == powers[1]
    return {*one, *two} != {"people", "things"}


def _same_size(left: tuple[int, float], right: tuple[int, float]) -> bool:
    return abs(left[1] - right[1]) <= _ROUNDING * max(left[1], right[1])


def _written(words: Mapping[str, int]) -> str:
    above = "·".join(_repeated(words, 1))
    below = "".join(f"/{word}" for word in _repeated(words, -1))
    return f"{above or 1}{below}" if words else ""


def _repeated(words: Mapping[str, int], sign: int) -> list[str]:
    return [word for word, power in words.items() for _ in range(sign * power)]
