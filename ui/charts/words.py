"""A chart in words: what a point says under the mouse, and the whole line for a screen reader."""

from collections.abc import Iterator

from scorecard.figures import Point
from scorecard.period import Period
from scorecard.period_name import Naming
from scorecard.vocabulary import Missing
from ui.charts.figure import Figure
from ui.charts.scale import value_of
from ui.look import Look
from ui.widgets.period_picker import period_words


def point_words(figure: Figure, at: int, look: Look) -> str:
    """Period, value and status, target, who and when, and what somebody said about it; what is
    expected and what was a year before."""
    trend = figure.trend
    lines = [_period(trend.periods[at], trend.naming, look)]
    if at < len(trend.points):
        lines += _point(figure, at, look)
    lines += _beside(figure, at, look)
    return "\n".join(lines)


def _point(figure: Figure, at: int, look: Look) -> Iterator[str]:
    """What there is at a position of the line."""
    point = figure.trend.points[at]
    yield _value(figure, point, look)
    if target := _target(figure, point):
        yield look.say("panel.chart.target_is", target=target)
    if point.partial:
        yield look.say("panel.chart.partial")
    if at in figure.trend.signals:
        yield look.say(f"panel.chart.signal.{figure.trend.signals[at]}")
    if who := figure.who(point.period):
        yield who
    if point.comment is not None:
        yield look.tell(point.comment)


def _beside(figure: Figure, at: int, look: Look) -> Iterator[str]:
    """What is expected there, and what was a year before."""
    trend, number = figure.trend, figure.number
    coming = trend.expected(at)
    if coming is not None and coming.low is not None and coming.high is not None:
        ends = {"low": number(coming.low), "high": number(coming.high)}
        yield look.say("panel.chart.expected.between", value=number(coming.value), **ends)
    elif coming is not None:
        yield look.say("panel.chart.expected", value=number(coming.value))
    before = trend.last_year[at] if trend.last_year else None
    if before is not None:
        yield look.say("panel.chart.last_year", value=number(before))


def chart_words(figure: Figure, look: Look) -> str:
    """The line as sentences: from when to when, lowest, highest, newest, what is missing, and
    what it is expected to come to."""
    points = figure.trend.points
    known = [
        (value, at) for at, point in enumerate(points) if (value := value_of(point)) is not None
    ]
    if not known:
        return look.say("panel.chart.no_values")
    low, high, last = min(known), max(known), known[-1]
    label = figure.trend.naming.label
    missing = [label(point.period) for point in points if isinstance(point.value, Missing)]
    facts = {
        "first": label(points[0].period),
        "last": label(points[-1].period),
        "newest": figure.number(points[known[-1][1]].value),  # type: ignore[arg-type]  # a known one
        "low": figure.number(low[0]),
        "low_at": label(points[low[1]].period),
        "high": figure.number(high[0]),
        "high_at": label(points[high[1]].period),
        "newest_at": label(points[last[1]].period),
    }
    said = look.say("panel.chart.summary", **facts)
    if figure.trend.coming:
        end = figure.trend.coming[-1]
        facts = {"period": label(end.period), "value": figure.number(end.value)}
        said += look.say("panel.chart.ahead", **facts)
    if missing:
        said += look.say("panel.chart.missing_in", periods=look.say("panel.comma").join(missing))
    return said


def _period(period: Period, naming: Naming, look: Look) -> str:
    code, said = naming.label(period), look.tell(period_words(period, naming))
    return code if said == code else f"{code}  {said}"


def _value(figure: Figure, point: Point, look: Look) -> str:
    value = value_of(point)
    if value is None:
        return look.say("panel.chart.missing")
    status = look.say(f"look.status.{point.status}")
    return look.say("panel.chart.value_is", value=figure.number(value), status=status)


def _target(figure: Figure, point: Point) -> str:
    if point.low is not None and point.high is not None:
        return f"{figure.number(point.low)} – {figure.number(point.high)}"
    return "" if point.target is None else figure.number(point.target)
