"""Painters of words and numbers, judged by the pixels they leave."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from scorecard.vocabulary import Status
from tests.ui.pixels import columns, ink, painted
from ui.look import Look
from ui.painting.badge import badge_width, paint_badge
from ui.painting.change import Arrow, paint_change
from ui.painting.counts import counts_width, paint_counts
from ui.painting.number import FRACTION, UNIT, Parts, paint_number, split
from ui.painting.pill import paint_pill, pill_width
from ui.painting.star import paint_star
from ui.painting.words import RIGHT, is_cut, paint_words
from ui.palettes import palette

LIGHT = palette("light")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("76.4", Parts("76", ".4")),
        ("4,186", Parts("4,186", "")),
        ("−0.07", Parts("−0", ".07")),
        ("$3.24", Parts("$3", ".24")),
        ("缺值", Parts("缺值", "")),
        ("v1.x", Parts("v1.x", "")),
    ],
)
def test_a_number_is_cut_before_its_decimal_mark(text: str, parts: Parts) -> None:
    assert split(text) == parts


def test_numbers_align_on_the_decimal_mark(look: Look) -> None:
    box = QRectF(0, 0, 120, 20)

    whole = painted(120, 20, lambda p: paint_number(p, box, "44", LIGHT))
    decimal = painted(120, 20, lambda p: paint_number(p, box, "44.4", LIGHT))

    first_digits = columns(whole)
    assert columns(decimal)[: len(first_digits)] == first_digits


LONG = ("companies", "points", "records", "people", "days", "hours/person", "小時/人", "萬/人")


@pytest.mark.parametrize("unit", LONG)
@pytest.mark.parametrize("text", ["44", "44.4"])
def test_a_long_unit_leaves_the_decimal_mark_in_its_place(look: Look, text: str, unit: str) -> None:
    box = QRectF(0, 0, 120, 20)

    short = painted(120, 20, lambda p: paint_number(p, box, text, LIGHT, unit="%"))
    long = painted(120, 20, lambda p: paint_number(p, box, text, LIGHT, unit=unit))

    mark = 120 - UNIT - FRACTION
    assert columns(short, 0, mark)
    assert columns(long, 0, mark) == columns(short, 0, mark)


def test_a_long_fraction_does_not_run_into_the_unit(look: Look) -> None:
    box = QRectF(0, 0, 120, 20)

    image = painted(120, 20, lambda p: paint_number(p, box, "1.23456", LIGHT, unit="%"))

    assert columns(image, 98, 99) == []
    assert columns(image, 99)


def test_a_worse_change_is_bold_as_well_as_red(look: Look) -> None:
    box = QRectF(0, 0, 60, 20)

    plain = painted(60, 20, lambda p: paint_change(p, box, "−1.5", LIGHT))
    worse = painted(60, 20, lambda p: paint_change(p, box, "−1.5", LIGHT, worse=True))

    assert ink(worse) > ink(plain)
    assert any(worse.pixelColor(x, y).hsvSaturation() > 150 for x in range(60) for y in range(20))


def test_an_arrow_shows_the_sign(look: Look) -> None:
    images = [with_arrow(arrow) for arrow in Arrow]

    assert images[0] != images[1] != images[2] != images[0]


def with_arrow(arrow: Arrow) -> QImage:
    """A change with an arrow before it."""
    box = QRectF(0, 0, 60, 20)
    return painted(60, 20, lambda p: paint_change(p, box, "1.5", LIGHT, arrow=arrow))


def test_counts_leave_out_what_does_not_occur(look: Look) -> None:
    assert counts_width({Status.RED: 0, Status.GREEN: 3}) == counts_width({Status.GREEN: 3})


def test_counts_take_the_width_they_say(look: Look) -> None:
    counts = {Status.GREEN: 16, Status.AMBER: 14, Status.RED: 5}

    image = painted(200, 20, lambda p: paint_counts(p, QRectF(0, 0, 200, 20), counts, LIGHT))

    assert counts_width(counts) - 4 <= max(columns(image)) <= counts_width(counts)


def test_no_reds_below_make_no_badge(look: Look) -> None:
    image = painted(40, 20, lambda p: paint_badge(p, QRectF(0, 0, 40, 20), 0, LIGHT))

    assert (columns(image), badge_width(0)) == ([], 0)


def test_a_badge_takes_the_width_it_says(look: Look) -> None:
    image = painted(60, 20, lambda p: paint_badge(p, QRectF(0, 0, 60, 20), 12, LIGHT))

    assert abs(max(columns(image)) + 1 - badge_width(12)) <= 1


def test_a_pill_is_wide_enough_for_its_word(look: Look) -> None:
    width = round(pill_width("未達標") + 1)
    box = QRectF(0, 0, width, 24)

    exact = painted(200, 24, lambda p: paint_pill(p, box, Status.RED, "未達標", LIGHT))
    cut = painted(200, 24, lambda p: paint_pill(p, box, Status.RED, "未達標的很多", LIGHT))

    assert exact.copy(0, 0, 60, 24) != cut.copy(0, 0, 60, 24)


def test_too_long_words_are_cut_at_their_place(look: Look) -> None:
    words = "這是一個非常長的指標名稱"

    image = painted(160, 20, lambda p: paint_words(p, QRectF(0, 0, 80, 20), words, LIGHT.text))

    assert is_cut(words, 80)
    assert max(columns(image)) < 80


def test_words_can_stand_at_the_right(look: Look) -> None:
    box = QRectF(0, 0, 80, 20)

    image = painted(80, 20, lambda p: paint_words(p, box, "99", LIGHT.text, align=RIGHT))

    assert min(columns(image)) > 60


def test_markup_is_drawn_as_it_is_written(look: Look) -> None:
    box = QRectF(0, 0, 120, 20)

    tagged = painted(120, 20, lambda p: paint_words(p, box, "<b>良率</b>", LIGHT.text))
    plain = painted(120, 20, lambda p: paint_words(p, box, "良率", LIGHT.text))

    assert max(columns(tagged)) > max(columns(plain)) + 20


def test_chinese_and_digits_stand_on_one_line(look: Look) -> None:
    box = QRectF(0, 0, 40, 20)

    digits = painted(40, 20, lambda p: paint_words(p, box, "88", LIGHT.text))
    mixed = painted(80, 20, lambda p: paint_words(p, QRectF(0, 0, 80, 20), "88良", LIGHT.text))

    assert mixed.copy(0, 0, 14, 20) == digits.copy(0, 0, 14, 20)


def test_a_star_is_as_large_as_its_place(look: Look) -> None:
    image = painted(12, 12, lambda p: paint_star(p, QRectF(0, 0, 12, 12), LIGHT.ink))

    assert len(columns(image)) >= 11
