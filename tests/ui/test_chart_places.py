"""On a chart nothing covers a point, and no year goes without its name for want of a month."""

from math import hypot

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from scorecard.period import Period
from scorecard.period_name import BY_CALENDAR
from ui.charts.limit_names import Course, clear_place, name_places
from ui.charts.notes import RADIUS, note_place
from ui.charts.periods import years
from ui.fonts import load_fonts

TOP, FOOT = QPointF(100, 10), 180.0
PLACES = st.builds(QPointF, st.floats(80, 120), st.floats(0, 180))


def months(first: str, count: int = 25) -> list[Period]:
    begin = Period.parse(first)
    return [begin.shifted(at) for at in range(count)]


def year_names(first: str, pitch: float = 14.0) -> list[str]:
    load_fonts()
    return [year for _, year in years(months(first), BY_CALENDAR, lambda at: 40 + at * pitch)]


def test_a_note_stands_at_the_top_where_nothing_is_there() -> None:
    assert note_place(TOP, [QPointF(100, 90), QPointF(160, 10)], FOOT) == TOP


def test_a_note_on_the_highest_point_stands_below_it() -> None:
    place = note_place(TOP, [QPointF(100, 14)], FOOT)

    assert place.x() == 100
    assert place.y() - RADIUS > 14 + 4


@given(st.lists(PLACES, max_size=5))
def test_a_note_covers_no_point_while_there_is_room(points: list[QPointF]) -> None:
    place = note_place(TOP, points, FOOT)

    apart = [hypot(p.x() - place.x(), p.y() - place.y()) >= RADIUS + 4 for p in points]
    assert all(apart) or place == TOP


def test_each_year_of_two_is_named(qapp: object) -> None:
    assert year_names("2024-10") == ["2024", "2025", "2026"]


def test_a_year_of_one_month_gives_way_to_the_one_that_follows(qapp: object) -> None:
    assert year_names("2024-12") == ["2025", "2026"]


def test_a_year_that_just_began_gives_way_to_the_one_before(qapp: object) -> None:
    assert year_names("2025-01", pitch=3.0)[0] == "2025"


NAME = QRectF(40, 100, 60, 16)
#: Falls through the name and goes on above it, with a gap.
FALLING: Course = [QPointF(40, 90), QPointF(80, 120), None, QPointF(90, 60), QPointF(300, 60)]


def test_the_name_of_a_limit_stays_where_nothing_runs_through_it() -> None:
    assert clear_place([NAME], 300, [[QPointF(0, 50), QPointF(300, 80)]]) == NAME


def test_the_name_of_a_limit_goes_beside_a_line_that_runs_through_it() -> None:
    place = clear_place([NAME], 300, [FALLING])

    assert (place.top(), place.size()) == (NAME.top(), NAME.size())
    assert place.left() >= 76  # where the line leaves the height of the name
    assert place.right() <= 300


def test_the_name_of_a_limit_goes_inside_where_a_line_runs_along_outside() -> None:
    along: Course = [QPointF(0, 91), QPointF(400, 91)]
    places = name_places(QPointF(40, 100), 60, True, 160)

    outside, inside = places
    assert (outside.bottom(), inside.top()) == (99, 101)
    assert clear_place(places, 300, [along]) == inside
    assert clear_place(places, 300, []) == outside


def test_limits_close_to_each_other_keep_their_names_apart() -> None:
    assert len(name_places(QPointF(40, 100), 60, True, 130)) == 1


def test_the_name_of_a_limit_stays_where_there_is_no_free_place() -> None:
    assert clear_place([NAME], 300, [[QPointF(0, 108), QPointF(400, 108)]]) == NAME
