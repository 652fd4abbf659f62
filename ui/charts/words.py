"""A chart in words: what a point says under the mouse, and the whole line for a screen reader."""

from html import escape

from scorecard.figures import Point
from scorecard.vocabulary import Missing
from ui.charts.figure import Figure
from ui.charts.scale import value_of
from ui.look import Look
from ui.widgets.period_picker import period_words


def point_words(figure: Figure, at: int, look: Look) -> str:
    """Period, value and status, target, who and when, and what somebody said about it."""
    point = figure.trend.points[at]
    lines = [_period(point, look), _value(figure, point, look)]
    if target := _target(figure, point):
        lines.append(look.say("panel.chart.target_is", target=target))
    if point.partial:
        lines.append(look.say("panel.chart.partial"))
    if at in figure.trend.signals:
        lines.append(look.say(f"panel.chart.signal.{figure.trend.signals[at]}"))
    if who := figure.who(point.period):
        lines.append(who)
    if point.comment is not None:
        lines.append(look.tell(point.comment))
    return "\n".join(lines)


def chart_words(figure: Figure, look: Look) -> str:
    """The line as sentences: from when to when, lowest, highest, newest, what is missing."""
    points = figure.trend.points
    known = [
        (value, at) for at, point in enumerate(points) if (value := value_of(point)) is not None
    ]
    if not known:
        return look.say("panel.chart.no_values")
    low, high, last = min(known), max(known), known[-1]
    missing = [point.period.code for point in points if isinstance(point.value, Missing)]
    facts = {
        "first": points[0].period.code,
        "last": points[-1].period.code,
        "newest": figure.number(points[known[-1][1]].value),  # type: ignore[arg-type]  # a known one
        "low": figure.number(low[0]),
        "low_at": points[low[1]].period.code,
        "high": figure.number(high[0]),
        "high_at": points[high[1]].period.code,
        "newest_at": points[last[1]].period.code,
    }
    said = look.say("panel.chart.summary", **facts)
    if not missing:
        return said
    return said + look.say("panel.chart.missing_in", periods=look.say("panel.comma").join(missing))


def as_tip(text: str) -> str:
    """Plain text for a tool tip, which would read markup in it."""
    return f"<span>{escape(text)}</span>".replace("\n", "<br>") if "<" in text else text


def _period(point: Point, look: Look) -> str:
    said = look.tell(period_words(point.period))
    return point.period.code if said == point.period.code else f"{point.period.code}  {said}"


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
