"""The large chart with what is to come and the year before."""

from collections.abc import Iterator
from dataclasses import replace
from math import isnan

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from scorecard.figures import Coming
from tests.ui.test_chart import FIGURE, JUNE, TREND, plot_of
from ui.charts.legend import HEIGHT, Legend
from ui.charts.scale import value_range
from ui.charts.trend_chart import TrendChart
from ui.charts.words import chart_words, point_words
from ui.look import Look

COMING = (
    Coming(JUNE.shifted(4), 0.78, 0.76, 0.8),
    Coming(JUNE.shifted(5), 0.78, 0.75, 0.81),
)
LAST_YEAR = (0.75, None, 0.76, 0.77, 0.78, None)
AHEAD = replace(FIGURE, trend=replace(TREND, coming=COMING, last_year=LAST_YEAR))


@pytest.fixture
def chart(look: Look, qtbot: QtBot) -> Iterator[TrendChart]:
    """A chart with its plot made."""
    made = TrendChart(look, large=True)
    qtbot.addWidget(made)
    made.resize(384, 300)
    made.show_figure(FIGURE)
    with qtbot.waitSignal(made.ready, timeout=20_000):
        made.show()
    yield made
    QToolTip.hideText()


def test_the_forecast_goes_on_from_the_newest_value(chart: TrendChart) -> None:
    chart.show_figure(AHEAD)

    across, up = plot_of(chart).ahead.getData()
    assert (list(across), list(up)) == ([3, 4, 5], [0.79, 0.78, 0.78])


def test_the_year_before_is_a_line_with_its_gaps(chart: TrendChart) -> None:
    chart.show_figure(AHEAD)

    across, up = plot_of(chart).last_year.getData()
    assert list(across) == [0, 1, 2, 3, 4, 5]
    assert [None if isnan(value) else value for value in up] == list(LAST_YEAR)


def test_what_may_come_is_a_plain_area(chart: TrendChart, look: Look) -> None:
    chart.show_figure(AHEAD)

    image, plot = chart.grab().toImage(), plot_of(chart)
    inside = (plot.place(4) + plot.place(5)) / 2
    x, y = round(inside.x()), round(inside.y()) + 8
    column = {image.pixel(x, y + step) for step in range(-3, 4)}
    assert look.palette.cone.rgb() in column


def test_the_legend_names_what_is_drawn(chart: TrendChart, look: Look) -> None:
    chart.show_figure(AHEAD)
    legend = chart.findChild(Legend)
    assert legend is not None

    assert legend.accessibleName() == "實際、目標、去年、預估、管制界限、缺值"

    chart.show_figure(replace(FIGURE, trend=replace(TREND, limits=())))
    assert legend.accessibleName() == "實際、目標、缺值"


def test_a_legend_without_room_stands_in_two_rows(chart: TrendChart) -> None:
    chart.show_figure(AHEAD)
    legend = chart.findChild(Legend)
    assert legend is not None

    assert (legend.heightForWidth(900), legend.heightForWidth(300)) == (HEIGHT, 2 * HEIGHT)


def test_the_keys_read_what_is_to_come(chart: TrendChart, look: Look) -> None:
    chart.show_figure(AHEAD)
    plot = plot_of(chart)

    QTest.keyClick(plot, Qt.Key.Key_End)

    assert plot.at == 5
    assert point_words(AHEAD, 5, look).splitlines() == [
        "2026-11  115 年 11 月", "預估 78.0%（75.0% 到 81.0%）",
    ]  # fmt: skip
    assert point_words(AHEAD, 4, look).splitlines()[-1] == "去年 78.0%"
    assert chart_words(AHEAD, look).endswith("預估到 2026-11：78.0%。缺值：2026-07。")


def test_a_wide_area_does_not_flatten_the_line() -> None:
    wide = replace(TREND, coming=(Coming(JUNE.shifted(4), 0.78, -9.0, 9.0),))

    assert value_range(wide) == value_range(TREND)
