"""The sheet: which rows there are, in what order, and where each cell stands."""

from datetime import date

import pytest

from scorecard.board import assembled
from scorecard.check.readers import readers
from scorecard.check.retired import Retired
from scorecard.entering.meaning import meant
from scorecard.entering.sheet import (
    Asked,
    By,
    Row,
    State,
    columns,
    groups,
    kinds,
    own_period,
    state,
)
from scorecard.model.records import Entry, KpiVersion, Measure, Node, Org
from scorecard.period import Calendar, Period
from scorecard.slips.usual import usual
from scorecard.vocabulary import NO_WORDS, Frequency, NodeKind, Words
from tests.entering.boards import HISTORY, MEASURES, NOW, PLACES, board

TODAY = date(2026, 11, 3)


def test_rows_stand_under_their_source() -> None:
    made = groups(board(), PLACES, Frequency.MONTH, Asked())

    assert [(group.name.zh_TW, len(group.rows)) for group in made] == [("ERP", 2), ("", 2)]


def test_rows_stand_under_their_unit_or_their_owner_on_demand() -> None:
    """Units in their own order; what is said of every row of a group is not said of each."""
    owner = Words("王立群", "L. Wang")
    filled = board(
        Org("north", Words("北區"), parent="co", order=2),
        Org("south", Words("南區"), parent="co", order=1),
        Measure("sales", Words("營收"), owner=owner),
    )
    places = [("sales", "north"), ("sales", "south")]

    units = groups(filled, places, Frequency.MONTH, Asked(), By.UNIT)
    (owned,) = groups(filled, places, Frequency.MONTH, Asked(), By.OWNER)

    named = [(group.name.zh_TW, group.org, [row.org for row in group.rows]) for group in units]
    assert named == [("南區", NO_WORDS, [NO_WORDS]), ("北區", NO_WORDS, [NO_WORDS])]
    assert (owned.name, owned.org) == (owner, NO_WORDS)
    assert [row.org.zh_TW for row in owned.rows] == ["南區", "北區"]


def test_only_the_rows_of_an_owner_are_shown_on_demand() -> None:
    owner = Words("王立群", "L. Wang")
    mine = Measure("mine", Words("我的"), owner=owner)
    filled = board(mine)

    made = groups(filled, [*PLACES, ("mine", "co")], Frequency.MONTH, Asked(owner=owner))

    assert [row.measure.id for group in made for row in group.rows] == ["mine"]


def test_a_line_without_any_entry_is_asked_for() -> None:
    company, dozen = Org("co", Words("公司")), Measure("new", Words("新數據"))
    kpi = KpiVersion("k", "1.0", "2024", Words("新指標"), formula="new * 2")
    line = Node("n", None, NodeKind.KPI, kpi="k", org="co")
    filled = assembled([company, dozen, kpi, line])

    assert readers(filled) == {("new", "co"): ("n",)}


def test_a_quarter_is_entered_in_its_last_month() -> None:
    quarterly = Measure("q", Words("季"), frequency=Frequency.QUARTER)
    shown = columns(Period.parse("2026-09"), Frequency.MONTH, Calendar())

    owns = [own_period(quarterly, column, Calendar()) for column in shown]

    assert [own.code if own else "" for own in owns] == ["", "", "2026-Q2", "", "", "2026-Q3"]


def test_days_and_weeks_have_sheets_of_their_own() -> None:
    daily = Measure("d", Words("日"), frequency=Frequency.DAY)

    assert kinds(board(daily), [*PLACES, ("d", "co")]) == (Frequency.MONTH, Frequency.DAY)


@pytest.mark.parametrize(
    ("entry", "today", "expected"),
    [
        (None, date(2026, 11, 3), State.EMPTY),
        (None, date(2026, 11, 11), State.LATE),
        (Entry("revenue", "co", "2026-10", 0.0), date(2026, 11, 11), State.ENTERED),
        (Entry("revenue", "co", "2026-10", None, "停機"), date(2026, 11, 11), State.NONE),
    ],
)
def test_where_a_cell_stands(entry: Entry | None, today: date, expected: State) -> None:
    filled = board(*([entry] if entry else []))

    assert state(filled, Row(PLACES[0], MEASURES[0]), NOW, today, Retired(filled)) is expected


@pytest.mark.parametrize(
    ("text", "value"),
    [("=1200+345", 1545.0), ("＝（98＋2）×3", 300.0), ("=0.1+0.2", 0.3), ("1.2萬", 12000.0)],
)
def test_a_sum_is_worked_out(text: str, value: float) -> None:
    assert meant(text, MEASURES[0], "TWD", usual([]), yes=False).value == value


@pytest.mark.parametrize("text", ["=", "=1/0", "=revenue*2", "=1200+"])
def test_what_cannot_be_worked_out_says_so(text: str) -> None:
    trouble = meant(text, MEASURES[0], "TWD", usual([]), yes=False).trouble

    assert trouble is not None
    assert trouble.code == "not_a_sum"


def test_a_small_percent_is_taken_as_typed_where_such_are_usual() -> None:
    known = usual([0.0042, 0.0051, 0.0038, 0.0047])

    assert meant("0.45", MEASURES[2], "TWD", known, yes=False).value == 0.0045


def test_a_fraction_asks_where_whole_percents_are_usual() -> None:
    typed = meant("0.95", MEASURES[2], "TWD", usual(HISTORY["on_time"]), yes=False)

    assert not typed.is_sound
