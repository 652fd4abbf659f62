"""Painters of shapes and lines, judged by the pixels they leave."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from scorecard.vocabulary import Status
from tests.ui.pixels import WHITE, columns, painted
from ui.look import Look
from ui.painting.score_bar import paint_score_bar
from ui.painting.shapes import paint_status
from ui.painting.spark import paint_spark
from ui.palettes import palette

LIGHT = palette("light")
FILLED = (Status.GREEN, Status.AMBER, Status.RED, Status.BLUE)


def shape(status: Status, *, side: int = 12, hollow: bool = False, mono: bool = False) -> QImage:
    """The picture of a shape alone."""
    box = QRectF(0, 0, side, side)
    return painted(
        side, side, lambda p: paint_status(p, box, status, LIGHT, hollow=hollow, mono=mono)
    )


def outline(image: QImage) -> list[list[bool]]:
    """Where anything dark enough was drawn, without colour."""
    sides = range(image.width())
    return [[image.pixelColor(x, y).lightness() < 200 for x in sides] for y in sides]


@pytest.mark.parametrize("status", FILLED)
def test_a_shape_has_its_fill_in_the_middle(status: Status) -> None:
    image = shape(status)

    assert image.pixelColor(6, 7) == LIGHT.tones[status].fill


@pytest.mark.parametrize("side", [8, 10, 12, 14])
def test_shapes_differ_without_colour(look: Look, side: int) -> None:
    outlines = [outline(shape(status, side=side)) for status in Status]

    assert all(one != other for n, one in enumerate(outlines) for other in outlines[:n])


def test_no_data_is_a_ring(look: Look) -> None:
    image = shape(Status.GREY)

    assert image.pixelColor(6, 6) == WHITE
    assert columns(image)


@pytest.mark.parametrize("status", FILLED)
def test_a_stale_shape_is_hollow(look: Look, status: Status) -> None:
    assert shape(status, hollow=True).pixelColor(6, 7) == WHITE


def test_red_is_black_in_black_and_white(look: Look) -> None:
    assert shape(Status.RED, mono=True).pixelColor(6, 6) == QColor("#111111")


def test_shapes_in_black_and_white_have_no_hue(look: Look) -> None:
    images = [shape(status, mono=True) for status in Status]

    hues = {
        image.pixelColor(x, y).hsvSaturation()
        for image in images
        for x in range(12)
        for y in range(12)
    }

    assert hues == {0}


def test_a_score_fills_its_share_of_the_bar(look: Look) -> None:
    box = QRectF(0, 0, 100, 12)

    image = painted(100, 12, lambda p: paint_score_bar(p, box, 50, Status.RED, LIGHT))

    fill = LIGHT.tones[Status.RED].fill
    assert [image.pixelColor(x, 5) == fill for x in (10, 40, 55, 80)] == [True, True, False, False]


@pytest.mark.parametrize("score", [-20.0, 0.0, 100.0, 130.0])
def test_a_score_bar_never_leaves_its_place(look: Look, score: float) -> None:
    box = QRectF(20, 0, 64, 12)

    image = painted(104, 12, lambda p: paint_score_bar(p, box, score, Status.GREEN, LIGHT))

    assert (min(columns(image)), max(columns(image))) == (20, 83)


def test_a_missing_score_draws_no_bar(look: Look) -> None:
    box = QRectF(0, 0, 64, 12)

    image = painted(64, 12, lambda p: paint_score_bar(p, box, None, Status.GREY, LIGHT))

    assert columns(image) == []


def test_a_spark_leaves_a_gap_where_values_are_missing(look: Look) -> None:
    values = [1.0, 2.0, None, None, 2.0, 1.0]

    image = painted(100, 20, lambda p: spark(p, values))

    assert columns(image, 24, 74) == []
    assert columns(image, 0, 20)


def test_a_missing_last_value_is_a_ring_at_the_foot(look: Look) -> None:
    image = painted(100, 20, lambda p: spark(p, [1.0, 2.0, None]))

    assert any(image.pixelColor(96, y) != WHITE for y in range(12, 20))
    assert image.pixelColor(96, 16) == WHITE


@pytest.mark.parametrize(
    "values", [[], [None, None], [3.0], [5.0, 5.0, 5.0], [None, 1.0, None]], ids=str
)
def test_a_spark_stays_in_its_place(look: Look, values: list[float | None]) -> None:
    image = painted(140, 60, lambda p: spark(p, values, QRectF(20, 20, 100, 20)))

    rows = [y for y in range(60) for x in range(140) if image.pixelColor(x, y) != WHITE]
    assert all(20 <= x < 120 for x in columns(image))
    assert all(20 <= y < 40 for y in rows)


def test_a_moved_target_is_drawn_as_a_step(look: Look) -> None:
    values: list[float | None] = [None] * 3 + [0.0]

    level = painted(100, 20, lambda p: spark(p, values, targets=[8.0] * 4))
    step = painted(100, 20, lambda p: spark(p, values, targets=[8.0, 8.0, 4.0, 4.0]))

    assert level != step


def spark(
    painter: QPainter,
    values: list[float | None],
    box: QRectF | None = None,
    targets: list[float] | None = None,
) -> None:
    """A green spark in `box`, or in 100×20 at the corner."""
    paint_spark(
        painter,
        box or QRectF(0, 0, 100, 20),
        values,
        LIGHT,
        targets=targets or (),
        end_status=Status.GREEN,
    )
