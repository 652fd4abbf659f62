"""The small chart of the overview: painted at once, read by keys and mouse like the large one."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from scorecard.figures import Limits
from scorecard.period import Period
from scorecard.period_name import BY_CALENDAR
from scorecard.vocabulary import Status
from tests.ui.test_chart import FIGURE
from tests.ui.test_chart_ahead import AHEAD
from ui.charts.course import Course, plot_of
from ui.charts.course_view import CourseView
from ui.charts.periods import named
from ui.charts.trend_chart import TrendChart
from ui.look import Look, Theme


@pytest.fixture
def chart(look: Look, qtbot: QtBot) -> Iterator[TrendChart]:
    """The chart as it stands in the overview."""
    made = TrendChart(look)
    qtbot.addWidget(made)
    made.resize(384, 240)
    made.show_figure(FIGURE)
    made.show()
    yield made
    QToolTip.hideText()


def view_of(chart: TrendChart) -> CourseView:
    assert isinstance(chart.plot, CourseView)
    return chart.plot


def test_the_arrow_keys_read_point_by_point(chart: TrendChart, qtbot: QtBot) -> None:
    view = view_of(chart)

    QTest.keyClick(view, Qt.Key.Key_Left)
    QTest.keyClick(view, Qt.Key.Key_Left)

    assert view.at == 2
    assert view.accessibleDescription().splitlines()[:3] == [
        "2026-08  115 年 8 月",
        "80.0%，接近門檻",
        "目標 80.0%",
    ]


def test_the_mouse_finds_the_nearest_period_and_leaves_it(chart: TrendChart, qtbot: QtBot) -> None:
    view = view_of(chart)

    QTest.mouseMove(view, view.place(1).toPoint() - QPoint(0, 20))
    qtbot.waitUntil(lambda: view.at == 1)
    QTest.mouseMove(view, QPoint(1, 1))

    qtbot.waitUntil(lambda: view.at is None)


def test_a_missing_period_has_no_line_to_it_and_a_ring_at_the_foot(
    chart: TrendChart, look: Look
) -> None:
    image, view = chart.grab().toImage(), view_of(chart)
    foot = view.place(1).toPoint()

    ring = image.copy(foot.x() - 5, foot.y() - 14, 10, 12)

    assert look.palette.tones[Status.GREY].edge.rgb() in pixels(ring)
    above = image.copy(foot.x() - 2, 20, 4, foot.y() - 40)
    assert look.palette.ink.rgb() not in pixels(above)


def test_the_ground_follows_the_theme(chart: TrendChart, look: Look) -> None:
    look.set_theme(Theme.DARK)

    corner = QColor(chart.grab().toImage().pixel(2, 2))

    assert corner == look.palette.surface
    look.set_theme(Theme.LIGHT)


def test_names_of_periods_thin_out_before_they_touch() -> None:
    weeks = [Period.parse("2026-W20").shifted(at) for at in range(13)]

    places = [at for at, _ in named(weeks, BY_CALENDAR, 24.0, 11)]

    assert places == [1, 3, 5, 7, 9, 11]


def test_a_value_lies_where_its_height_says(look: Look) -> None:
    course = Course(replace(FIGURE.trend, limits=(), bands=()), FIGURE.tick)
    plot = plot_of(course, QRectF(0, 0, 384, 240))

    low, high = plot.y(0.74), plot.y(0.80)

    share = 0.06 / (plot.high - plot.low)
    assert low - high == pytest.approx(share * plot.box.height())


def test_the_small_chart_draws_what_is_to_come_and_its_area(chart: TrendChart, look: Look) -> None:
    chart.show_figure(AHEAD)
    view = view_of(chart)

    image, middle = chart.grab().toImage(), (view.place(4) + view.place(5)) / 2
    around = image.copy(round(middle.x()) - 4, round(middle.y()) - 8, 8, 16)
    ring = image.copy(view.place(4).toPoint().x() - 5, view.place(4).toPoint().y() - 5, 10, 10)

    assert look.palette.cone.rgb() in pixels(around)
    assert look.palette.surface.rgb() in pixels(ring)
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.at == 5


def test_the_small_chart_ends_each_segment_of_limits_with_its_periods(
    chart: TrendChart, look: Look
) -> None:
    only = replace(FIGURE.trend, bands=(), limits=(Limits(2, 3, 0.75, 0.78, 0.81),))
    chart.show_figure(replace(FIGURE, trend=only))
    view = view_of(chart)
    plot = plot_of(Course(only, FIGURE.tick), QRectF(view.rect()))

    image = chart.grab().toImage()
    upper = round(plot.y(0.81))
    before = image.copy(round(plot.x(0.6)), upper - 1, round(plot.pitch * 0.8), 3)
    within = image.copy(round(plot.x(2.6)), upper - 1, round(plot.pitch * 0.8), 3)

    plain = {look.palette.surface.rgb()}
    assert pixels(before) == plain
    assert pixels(within) != plain


def pixels(image: QImage) -> set[int]:
    """Every colour in an image."""
    return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}


def test_a_large_chart_shows_its_line_while_its_plot_is_loading(look: Look, qtbot: QtBot) -> None:
    made = TrendChart(look, large=True)
    qtbot.addWidget(made)
    made.resize(384, 320)
    made.show_figure(FIGURE)

    drawn = made.grab().toImage()
    waiting = isinstance(made.plot, CourseView)
    with qtbot.waitSignal(made.ready, timeout=20_000):
        made.show()

    assert waiting
    assert any(
        drawn.pixelColor(x, y) == look.palette.text
        for x in range(drawn.width())
        for y in range(drawn.height() // 2)
    )
    assert not isinstance(made.plot, CourseView)
    qtbot.waitUntil(made.plot.isVisible)


def test_a_large_chart_does_not_grow_when_its_plot_comes(look: Look, qtbot: QtBot) -> None:
    made = TrendChart(look, large=True)
    qtbot.addWidget(made)
    made.show_figure(FIGURE)

    before = made.sizeHint().height()
    with qtbot.waitSignal(made.ready, timeout=20_000):
        made.show()
    qtbot.waitUntil(made.plot.isVisible)

    assert made.sizeHint().height() == before <= 320
