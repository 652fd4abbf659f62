"""The months of the entry sheet: their heads, and where one stands after going to another."""

from tests.ui.recorder import GOOD, Recorder, recorder
from tests.ui.windows import room
from ui.painting.words import words_width
from ui.views.entry.head_line import INSET
from ui.views.entry.widths import MONTH

__all__ = ["recorder"]


def test_another_month_begins_at_the_first_value_that_it_lacks(recorder: Recorder) -> None:
    recorder.go_to(GOOD)

    room(recorder.window).selection.step(1)

    first = next(row for row in recorder.page.desk.rows_shown() if recorder.shown(row.place) == "–")
    assert recorder.place == first.place != GOOD


def test_the_heads_of_the_months_have_room_for_their_names(recorder: Recorder) -> None:
    assert words_width("115 年 12 月", "secondary") <= MONTH - 2 * INSET
