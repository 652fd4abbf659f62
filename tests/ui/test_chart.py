"""The trend chart: gaps stay gaps, the target moves in steps, the keys read point by point."""

from collections.abc import Iterator
from dataclasses import replace
from math import isnan
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from scorecard.figures import Band, Limits, Point, Trend
from scorecard.period import Period
from scorecard.vocabulary import Missing, Status, Words
from tests.ui.panels import Stage
from ui.charts.figure import Figure
from ui.charts.scale import steps, value_range
from ui.charts.trend_chart import TrendChart
from ui.charts.trend_plot import TrendPlot
from ui.charts.words import chart_words, point_words
from ui.look import Look
from ui.painting.words import words_width

JUNE = Period.parse("2026-06")
VALUES = (0.74, None, 0.80, 0.79)


def point(at: int, value: float | None, target: float) -> Point:
    status = Status.GREY if value is None else Status.AMBER
    found = Missing("no_data") if value is None else value
    return Point(JUNE.shifted(at), found, status, target)


POINTS = tuple(point(at, value, 0.78 if at < 2 else 0.80) for at, value in enumerate(VALUES))
TREND = Trend(
    (*POINTS[:3], replace(POINTS[3], comment=Words("夜班缺人", "Short of people"))),
    "%",
    1,
    (Band(Status.RED, None, 0.72), Band(Status.AMBER, 0.72, 0.8), Band(Status.GREEN, 0.8, None)),
    (Limits(0, 3, 0.72, 0.77, 0.82),),
    {2: "outside"},
)
FIGURE = Figure(
    "OEE", TREND, lambda v: f"{v:.1%}", lambda v: f"{100 * v:.1f}", lambda _p: "amy", JUNE
)


@pytest.fixture
def chart(look: Look, qtbot: QtBot) -> Iterator[TrendChart]:
    """A chart with its plot made."""
    made = TrendChart(look, large=True)
    qtbot.addWidget(made)
    made.resize(384, 240)
    made.show_figure(FIGURE)
    with qtbot.waitSignal(made.ready, timeout=20_000):
        made.show()
    yield made
    QToolTip.hideText()


def plot_of(chart: TrendChart) -> TrendPlot:
    assert isinstance(chart.plot, TrendPlot)
    return chart.plot


def test_a_missing_period_breaks_the_line(chart: TrendChart) -> None:
    _, up = plot_of(chart).line.getData()

    assert [isnan(value) for value in up] == [False, True, False, False]


def test_the_target_moves_in_steps() -> None:
    across, up = steps(TREND.points, "target")

    assert list(zip(across, up, strict=True))[2:6] == [
        (0.5, 0.78),
        (1.5, 0.78),
        (1.5, 0.8),
        (2.5, 0.8),
    ]


def test_nothing_of_the_line_or_its_limits_is_cut() -> None:
    low, high = value_range(TREND)

    assert low < 0.72
    assert high > 0.82


def test_each_segment_of_limits_is_drawn_over_its_own_periods(chart: TrendChart) -> None:
    two = (Limits(0, 1, 0.72, 0.77, 0.82), Limits(2, 3, 0.75, 0.78, 0.81))

    chart.show_figure(replace(FIGURE, trend=replace(TREND, limits=two)))

    lower, upper = (line.getData() for line in plot_of(chart).limits)
    at = [0, 1, 3, 4]  # between them the line is broken
    assert list(lower[0][at]) == list(upper[0][at]) == [-0.5, 1.5, 1.5, 3.5]
    assert list(lower[1][at]) == [0.72, 0.72, 0.75, 0.75]
    assert list(upper[1][at]) == [0.82, 0.82, 0.81, 0.81]
    assert isnan(lower[1][2])


def test_limits_out_of_sight_are_left_out_and_the_others_cut() -> None:
    three = (Limits(0, 0, 1, 2, 3), Limits(1, 2, 4, 5, 6), Limits(3, 3, 7, 8, 9))

    newest = replace(TREND, limits=three).newest(2)

    assert newest.limits == (Limits(0, 0, 4, 5, 6), Limits(1, 1, 7, 8, 9))


def test_a_level_line_has_room_above_and_below() -> None:
    level = Trend(tuple(point(at, 5.0, 5.0) for at in range(3)), "件", 0)

    low, high = value_range(level)

    assert low < 5 < high


def test_a_chart_without_any_value_has_a_scale() -> None:
    low, high = value_range(Trend((), "件", 0))

    assert low < high


def test_the_arrow_keys_read_point_by_point(chart: TrendChart, qtbot: QtBot) -> None:
    plot = plot_of(chart)

    QTest.keyClick(plot, Qt.Key.Key_Left)
    QTest.keyClick(plot, Qt.Key.Key_Left)

    assert plot.at == 2
    assert plot.accessibleDescription().splitlines()[:3] == [
        "2026-08  115 年 8 月",
        "80.0%，接近門檻",
        "目標 80.0%",
    ]


def test_the_keys_stop_at_the_ends(chart: TrendChart, qtbot: QtBot) -> None:
    plot = plot_of(chart)
    QTest.keyClick(plot, Qt.Key.Key_Home)

    QTest.keyClick(plot, Qt.Key.Key_Left)

    assert plot.at == 0


def test_the_mouse_finds_the_nearest_period(chart: TrendChart, qtbot: QtBot) -> None:
    plot = plot_of(chart)

    QTest.mouseMove(plot.viewport(), plot.place(3).toPoint())

    qtbot.waitUntil(lambda: plot.at == 3)


def test_a_point_says_who_gave_it_and_what_was_said(look: Look) -> None:
    said = point_words(FIGURE, 3, look).splitlines()

    assert said[-2:] == ["amy", "夜班缺人"]


def test_a_missing_point_says_that_it_is_missing(look: Look) -> None:
    assert "缺值" in point_words(FIGURE, 1, look)


def test_a_signal_is_said_with_its_point(look: Look) -> None:
    assert "訊號：超出管制界限" in point_words(FIGURE, 2, look)


def test_the_whole_line_is_said_for_a_reader(look: Look) -> None:
    said = chart_words(FIGURE, look)

    assert said == (
        "2026-06 至 2026-09：最新 79.0%（2026-09），最低 74.0%（2026-06），"
        "最高 80.0%（2026-08）。缺值：2026-07。"
    )


def test_a_shorter_stretch_keeps_its_signals_at_their_points() -> None:
    short = FIGURE.newest(2)

    assert short.trend.signals == {0: "outside"}
    assert [p.period.code for p in short.trend.points] == ["2026-08", "2026-09"]


def test_another_trend_is_drawn_on_the_same_plot(chart: TrendChart) -> None:
    before = plot_of(chart)

    chart.show_figure(FIGURE.newest(2))

    assert chart.plot is before
    assert len(before.line.getData()[0]) == 2


def test_bands_and_shapes_follow_to_another_scale(chart: TrendChart, look: Look) -> None:
    points = tuple(Point(JUNE.shifted(at), 900.0 + at, Status.GREEN) for at in range(4))
    bands = (Band(Status.RED, None, 800.0), Band(Status.GREEN, 800.0, None))
    elsewhere = replace(TREND, points=points, bands=bands, limits=())

    chart.show_figure(replace(FIGURE, name="another", trend=elsewhere))

    ground = look.palette.bands[Status.GREEN].rgb()
    image = chart.grab().toImage()
    painted = [
        image.pixel(x, y) == ground
        for x in range(60, image.width() - 60, 7)
        for y in range(20, image.height() - 60, 7)
    ]
    assert sum(painted) > len(painted) / 2


def test_the_axis_has_room_for_its_names_at_any_height(chart: TrendChart, qtbot: QtBot) -> None:
    axis = plot_of(chart).values

    for height in (420, 240, 330):
        chart.resize(384, height)
        qtbot.waitUntil(
            lambda: all(words_width(text, "secondary") < axis.width() for _, text in axis.labels())
        )


def test_the_ground_follows_the_theme(chart: TrendChart, look: Look) -> None:
    from ui.look import Theme

    look.set_theme(Theme.DARK)

    corner = QColor(chart.grab().toImage().pixel(2, 2))
    assert corner == look.palette.surface
    look.set_theme(Theme.LIGHT)


def test_the_chart_shows_the_chosen_line(tmp_path: Path, look: Look, qtbot: QtBot) -> None:
    stage = Stage(tmp_path, look, "n-oee")
    qtbot.addWidget(stage.panel)
    stage.panel.show()
    stage.panel.refresh()

    chart = stage.panel.findChild(TrendChart)

    assert chart is not None
    assert chart.accessibleName() == "OEE（整體設備效率）的趨勢圖"
    assert "缺值：2026-02。" in chart.accessibleDescription()


def test_the_axis_of_a_kpi_that_counts_names_no_value_twice(
    chart: TrendChart, qtbot: QtBot
) -> None:
    """Nothing but the target, at most 2: the numbers beside it are others, without decimals."""
    points = tuple(point(at, None, 2.0) for at in range(6))
    bands = (Band(Status.GREEN, None, 2.0), Band(Status.RED, 2.0, None))
    trend = replace(TREND, points=points, bands=bands, limits=(), unit="件", decimals=0)

    chart.show_figure(replace(FIGURE, name="claims", trend=trend, tick=lambda v: f"{v:.0f}"))

    axis = plot_of(chart).values
    qtbot.waitUntil(lambda: axis.size().height() > 100)
    assert [text for _, text in axis.labels()] == ["1", "2", "3"]
    assert [value for value, _ in axis.labels()] == [1.0, 2.0, 3.0]
