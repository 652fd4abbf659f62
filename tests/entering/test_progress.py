"""How far a period is entered, and what is doubted about it."""

from scorecard.board import Board, assembled
from scorecard.check.retired import Retired
from scorecard.commands.entry import EnterValue
from scorecard.entering.progress import Progress, progress
from scorecard.model.edits import Edit
from scorecard.model.records import KpiVersion, Measure, Node, Org
from scorecard.period import Period
from scorecard.slips.radar import Radar
from scorecard.vocabulary import NO_WORDS, Frequency, NodeKind, Words

OCTOBER = Period.parse("2026-10")
SHIFTS, VISITS, NEW = (("shifts", "co"), ("visits", "co"), ("new", "co"))


def board() -> Board:
    """Shifts by the month, entered for a year; visits by the week; something never entered."""
    months = {OCTOBER.number - at: 1000.0 + at for at in range(1, 13)}
    week = Period.parse("2026-W42").number
    return assembled(
        [
            Org("co", Words("公司", "Company")),
            Org("west", Words("西廠", "West"), parent="co"),
            Measure("shifts", Words("班數", "Shifts")),
            Measure("visits", Words("拜訪數", "Visits"), frequency=Frequency.WEEK),
            Measure("new", Words("新指標", "New")),
        ],
        {SHIFTS: months, VISITS: {week: 3.0}},
    )


def of(made: Board, **more: object) -> Progress:
    return progress(Radar(made), [SHIFTS, VISITS, NEW], Retired(made), OCTOBER, **more)  # type: ignore[arg-type]


def entered(value: float, note: str = "") -> Board:
    return board().after(EnterValue(*SHIFTS, "2026-10", value, note)(board()).edits)


def test_a_month_asks_for_its_weeks_from_the_first_one_on_and_for_what_was_never_entered() -> None:
    found = of(board())

    assert ("visits", "co", "2026-W41") not in found.asked
    assert found.there == (("visits", "co", "2026-W42"),)
    assert set(found.missing) == {
        ("shifts", "co", "2026-10"),
        ("new", "co", "2026-10"),
        ("visits", "co", "2026-W43"),
        ("visits", "co", "2026-W44"),
    }


def test_a_doubted_value_is_a_warning_until_a_note_says_why_it_is_right() -> None:
    key = ("shifts", "co", "2026-10")

    assert of(entered(10050.0)).warnings == (key,)
    kept = of(entered(10050.0, "併入二廠"))
    assert kept.warnings == ()
    assert kept.confirmed == {key}


def test_a_note_that_was_written_beside_another_value_confirms_nothing() -> None:
    found = of(entered(10050.0, "如常"), fresh=[(SHIFTS, OCTOBER)])

    assert found.warnings == (("shifts", "co", "2026-10"),)


def test_what_only_archived_lines_read_is_no_longer_asked_for() -> None:
    kpi = KpiVersion("K", "v1.0", "2020-01", Words("班次", "Shifts KPI"), formula="shifts")
    above = Node("g", None, NodeKind.THEME, Words("製造", "Making"), archived="2026-10-31")
    line = Node("n", "g", NodeKind.KPI, NO_WORDS, "K", "co")
    watched = board().after([Edit(None, kpi), Edit(None, above), Edit(None, line)])

    found = of(watched)

    assert ("shifts", "co", "2026-10") not in found.asked
    assert ("new", "co", "2026-10") in found.asked  # no line reads it: as ever


def test_other_units_are_left_out() -> None:
    assert of(entered(10050.0), units={"west"}) == Progress((), (), {}, frozenset())
