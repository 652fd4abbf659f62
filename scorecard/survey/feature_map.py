"""重視與認知圖: which features matter to people and which they find good (R-SURVEY-8)."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from scorecard.number import snap
from scorecard.series import total
from scorecard.survey.csat import POINTS, sound
from scorecard.vocabulary import Missing, Value

#: Below so many complete answers a map carries a warning.
ENOUGH = 200
SMALL_SAMPLE = "small_sample"


class Quadrant(StrEnum):
    """優先改善, 繼續保持, 次要, 可能過度."""

    CONCENTRATE = "concentrate"
    KEEP_UP = "keep_up"
    LOW_PRIORITY = "low_priority"
    OVERKILL = "overkill"


class Feature(NamedTuple):
    """A feature with its mean importance and its mean perception, on one scale."""

    name: str
    importance: float
    perception: float


class Placed(NamedTuple):
    """Where a feature lies; `gap` is importance less perception."""

    feature: Feature
    quadrant: Quadrant
    gap: float


class FeatureMap(NamedTuple):
    """The features in their quadrants and the lines between these; without features the lines
    are missing as `no_data`. `warning` is `small_sample` below 200 complete answers."""

    cut_importance: Value
    cut_perception: Value
    placed: tuple[Placed, ...]
    warning: str | None


#: How important a feature is to a person and how good it seems, None where left blank.
Pair = tuple[float | None, float | None]
#: One person's answer by feature.
Answer = Mapping[str, Pair]


def rated(
    names: Sequence[str], answers: Iterable[Answer], *, points: int = POINTS
) -> tuple[tuple[Feature, ...], int]:
    """The features from the complete answers, and how many these are; an answer that leaves
    anything blank is left out of all. Raises Refused(rating_out_of_range)."""
    complete = [answer for answer in answers if _is_complete(names, answer)]
    features = (_feature(name, [answer[name] for answer in complete], points) for name in names)
    return (tuple(features), len(complete)) if complete else ((), 0)


def feature_map(features: Sequence[Feature], n: int, *, middle: float | None = None) -> FeatureMap:
    """The map of `features` from `n` complete answers. The lines are the means over the
    features, or both at `middle`, the middle of the scale; on a line is high."""
    warning = SMALL_SAMPLE if n < ENOUGH else None
    if not features:
        return FeatureMap(Missing("no_data"), Missing("no_data"), (), warning)
    importance = _mean([feature.importance for feature in features]) if middle is None else middle
    perception = _mean([feature.perception for feature in features]) if middle is None else middle
    placed = tuple(_placed(feature, importance, perception) for feature in features)
    return FeatureMap(importance, perception, placed, warning)


def _is_complete(names: Sequence[str], answer: Answer) -> bool:
    return all(None not in answer.get(name, (None, None)) for name in names)


def _feature(name: str, pairs: Sequence[Pair], points: int) -> Feature:
    return Feature(
        name,
        _mean(sound([importance for importance, _ in pairs], points)),
        _mean(sound([perception for _, perception in pairs], points)),
    )


def _mean(values: Sequence[float]) -> float:
    return snap(total(values) / len(values))


def _placed(feature: Feature, cut_importance: float, cut_perception: float) -> Placed:
    matters = snap(feature.importance) >= cut_importance
    is_good = snap(feature.perception) >= cut_perception
    gap = total([feature.importance, -feature.perception])
    return Placed(feature, _QUADRANTS[matters, is_good], gap)


_QUADRANTS = {
    (True, False): Quadrant.CONCENTRATE,
    (True, True): Quadrant.KEEP_UP,
    (False, False): Quadrant.LOW_PRIORITY,
    (False, True): Quadrant.OVERKILL,
}
