"""The months of the sample, and curves over them."""

from random import Random

from scorecard.period import Period

#: A number per month code, over all of MONTHS.
Curve = dict[str, float]

#: Curves by (measure, org unit).
Series = dict[tuple[str, str], Curve]

#: Two years that are shown, and the year before them, which growth and twelve-month windows need.
MONTHS = tuple(Period.parse("2023-11").shifted(step).code for step in range(36))

#: How busy a calendar month is: the Lunar New Year dip in February, the peak at the year's end.
SEASON = (0.97, 0.82, 1.03, 0.98, 1.0, 1.01, 0.98, 0.99, 1.02, 1.03, 1.05, 1.1)


def season(month: str) -> float:
    """How busy `month` is against the middle of the year."""
    return SEASON[int(month[5:]) - 1]


def year_before(month: str) -> str:
    """The same month one year earlier."""
    return f"{int(month[:4]) - 1}{month[4:]}"


def path(rng: Random, anchors: dict[str, float], noise: float = 0.0) -> Curve:
    """Straight lines through the `anchors`, which are met exactly; months between them are off
    by at most ± `noise`, usually by far less. Before the first and after the last anchor: level.
    """
    return {
        month: _line(anchors, MONTHS.index(month))
        + (0.0 if month in anchors else noise * _bell(rng))
        for month in MONTHS
    }


def steps(levels: dict[str, float]) -> Curve:
    """The newest of the `levels` begun by each month; before the first one, the first."""
    first = min(levels)
    return {
        month: levels[max((start for start in levels if start <= month), default=first)]
        for month in MONTHS
    }


def whole(curve: Curve) -> Curve:
    """Counts: the curve rounded to whole numbers."""
    return {month: round(value) for month, value in curve.items()}


def money(curve: Curve) -> Curve:
    """Amounts: the curve rounded to hundreds."""
    return {month: hundreds(value) for month, value in curve.items()}


def hundreds(amount: float) -> int:
    """An amount rounded to hundreds."""
    return round(amount / 100) * 100


def times(*curves: Curve) -> Curve:
    """The product of curves, month by month."""
    product = dict.fromkeys(MONTHS, 1.0)
    for curve in curves:
        product = {month: product[month] * curve[month] for month in MONTHS}
    return product


def minus(whole_curve: Curve, *parts: Curve) -> Curve:
    """What the `parts` leave of a curve, month by month."""
    return {month: whole_curve[month] - sum(part[month] for part in parts) for month in MONTHS}


def _line(anchors: dict[str, float], at: int) -> float:
    places = sorted((MONTHS.index(month), value) for month, value in anchors.items())
    before = [place for place in places if place[0] <= at] or places[:1]
    after = [place for place in places if place[0] >= at] or places[-1:]
    (left, start), (right, end) = before[-1], after[0]
    return start if right == left else start + (end - start) * (at - left) / (right - left)


def _bell(rng: Random) -> float:
    """Between −1 and 1, mostly near 0; only `random()` is the same in every Python version."""
    return (rng.random() + rng.random() + rng.random()) / 1.5 - 1
