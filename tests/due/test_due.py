"""What is due when, who owns it, how late: by the calendar of rule R-TIME-10 and working days."""

from dataclasses import replace
from datetime import date

import pytest

from scorecard.board import Board
from scorecard.commands.setting import PutSettings
from scorecard.due.listing import Owed, Owner, owners
from scorecard.due.mail import mail_table, mail_text
from scorecard.due.working_days import WorkingDays
from scorecard.model.edits import Edit
from scorecard.model.records import Closing, Entry, KpiVersion, Measure, Node, Org, Record, Setting
from scorecard.reading.setting import read_holidays
from scorecard.trouble import Refused
from scorecard.vocabulary import NO_WORDS, Frequency, NodeKind, Words

AMY, BEN = Words("王小美", "Amy Wang"), Words("陳志明", "Ben Chen")
CO = Org("co", Words("公司", "Company"))
UNITS = Measure("units", Words("良品數", "Good units"), frequency=Frequency.MONTH, owner=AMY)
HOURS = Measure("hours", Words("工時", "Hours"), frequency=Frequency.WEEK, owner=BEN)


def board(*records: Record) -> Board:
    return Board().after(Edit(None, record) for record in (CO, UNITS, HOURS, *records))


def units(*periods: str) -> list[Entry]:
    return [Entry("units", "co", period, 1.0) for period in periods]


def of(found: tuple[Owner, ...], name: Words) -> list[Owed]:
    return [owed for owner in found if owner.name == name for owed in owner.owed]


@pytest.mark.parametrize(
    ("today", "late"),
    [
        pytest.param(date(2025, 6, 10), [], id="grace lasts to the tenth"),
        pytest.param(date(2025, 6, 11), ["2025-05"], id="late the day after"),
    ],
)
def test_a_value_is_late_on_the_day_after_its_grace(today: date, late: list[str]) -> None:
    """The example of R-TIME-10: month 2025-05, grace 10."""
    found = owners(board(*units("2025-04")), today)

    assert [owed.period.code for owed in of(found, AMY) if owed.is_late] == late


def test_lateness_is_counted_in_working_days() -> None:
    """10 June 2025 was a Tuesday; to Monday the 16th there are four working days."""
    (owed,) = of(owners(board(*units("2025-04")), date(2025, 6, 16), ahead=0), AMY)

    assert (owed.last_day, owed.days, owed.late) == (date(2025, 6, 10), 6, 4)


def test_it_is_to_be_handed_in_on_the_last_working_day_of_its_grace() -> None:
    """10 May 2026 is a Sunday, so that it has to be there on Friday the 8th."""
    (owed,) = of(owners(board(*units("2026-03")), date(2026, 5, 1)), AMY)

    assert (owed.period.code, owed.by, owed.is_late) == ("2026-04", date(2026, 5, 8), False)


def test_holidays_count_only_where_the_document_lists_them() -> None:
    """A week off in October 2025: the 6th to the 10th."""
    records = units("2025-08")
    off = Setting("holidays", ["2025-10-06..2025-10-10"])

    (with_them,) = of(owners(board(*records, off), date(2025, 10, 14), ahead=0), AMY)
    (without,) = of(owners(board(*records), date(2025, 10, 14), ahead=0), AMY)

    assert (without.by, without.late) == (date(2025, 10, 10), 2)
    assert (with_them.by, with_them.late) == (date(2025, 10, 3), 2)


def test_holidays_move_no_day_on_which_the_scorecard_calls_it_late() -> None:
    off = Setting("holidays", ["2025-10-06..2025-10-31"])

    (owed,) = of(owners(board(*units("2025-08"), off), date(2025, 10, 14), ahead=0), AMY)

    assert (owed.is_late, owed.last_day, owed.late) == (True, date(2025, 10, 10), 0)


def test_none_because_is_an_answer() -> None:
    none = Entry("units", "co", "2025-05", None, "系統停機")

    assert of(owners(board(*units("2025-04"), none), date(2025, 6, 12), ahead=0), AMY) == []


def test_a_hole_before_the_newest_value_is_owed_too_but_nothing_before_the_first() -> None:
    found = owners(board(*units("2025-01", "2025-03")), date(2025, 4, 15), ahead=0)

    assert [owed.period.code for owed in of(found, AMY)] == ["2025-02"]


def test_what_is_due_soon_is_listed_beforehand() -> None:
    found = owners(board(*units("2025-04")), date(2025, 6, 1), ahead=14)

    (owed,) = of(found, AMY)
    assert (owed.period.code, owed.days) == ("2025-05", -9)
    assert owners(board(*units("2025-04")), date(2025, 6, 1), ahead=8) == ()


def test_who_owes_the_most_late_values_comes_first_and_nobody_last() -> None:
    orphan = Measure("orphan", Words("孤兒", "Orphan"))
    records: list[Record] = [
        *units("2025-04"),
        Entry("hours", "co", "2025-W10", 1.0),
        orphan,
        Entry("orphan", "co", "2024-01", 1.0),
    ]

    found = owners(board(*records), date(2025, 6, 11), ahead=0)

    assert [owner.name for owner in found] == [BEN, AMY, NO_WORDS]


def test_a_measure_without_an_owner_is_that_of_the_kpi_it_feeds() -> None:
    orphan = Measure("orphan", Words("孤兒", "Orphan"))
    kpi = KpiVersion("K", "v1.0", "2020-01", Words("指標", "K"), formula="孤兒", owner=BEN)

    found = owners(
        board(orphan, kpi, Entry("orphan", "co", "2025-04", 1.0)), date(2025, 6, 11), ahead=0
    )

    assert [owner.name for owner in found] == [BEN]


def test_a_milestone_is_late_from_the_day_after_its_plan_without_grace() -> None:
    """The example of R-TIME-11: planned 2025-09-30."""
    launch = KpiVersion(
        "L",
        "v1.0",
        "2025-01",
        Words("上市", "Launch"),
        formula="launch",
        frequency=Frequency.PROJECT,
        owner=BEN,
        planned="2025-09-30",
    )
    done = Measure("launch", Words("上市日", "Launch day"), frequency=Frequency.PROJECT)
    line = Node("n", None, NodeKind.KPI, NO_WORDS, "L", "co")
    planned = board(launch, done, line)

    (on_the_day,) = of(owners(planned, date(2025, 9, 30)), BEN)
    (after,) = of(owners(planned, date(2025, 10, 1)), BEN)
    there = planned.after([Edit(None, Entry("launch", "co", "2025-10-05", 1.0))])

    assert (on_the_day.is_late, after.is_late) == (False, True)
    assert owners(there, date(2025, 10, 6)) == ()


def archived(start: str, node: str = "n", org: str = "co") -> list[Record]:
    """A KPI that the units make up through another, and its line, archived from `start` on."""
    inner = KpiVersion("I", "v1.0", "2020-01", Words("內", "I"), formula="良品數")
    kpi = KpiVersion("K", "v1.0", "2020-01", Words("外", "K"), formula="內 * 2")
    return [inner, kpi, Node(node, None, NodeKind.KPI, NO_WORDS, "K", org, archived=start)]


def test_nothing_is_owed_of_a_period_at_whose_end_all_lines_were_archived() -> None:
    """Archived from 20 May on: April is owed, and nothing since."""
    found = owners(board(*units("2025-03"), *archived("2025-05-20")), date(2025, 7, 20))

    assert [owed.period.code for owed in of(found, AMY)] == ["2025-04"]


def test_a_value_that_a_line_still_reads_is_owed() -> None:
    more = Node("m", None, NodeKind.KPI, NO_WORDS, "I", "co")

    found = owners(board(*units("2025-03"), *archived("2025-05"), more), date(2025, 6, 20), ahead=0)

    assert [owed.period.code for owed in of(found, AMY)] == ["2025-04", "2025-05"]


def test_what_another_unit_archived_is_owed_here() -> None:
    """The line of the plant reads what the plant enters, not what the company does."""
    plant = Org("plant", Words("廠", "Plant"), "co")
    there = Entry("units", "plant", "2025-03", 1.0)
    records = [*units("2025-03"), plant, there, *archived("2025-04", org="plant")]

    found = owners(board(*records), date(2025, 5, 20), ahead=0)

    assert [(owed.org.en, owed.period.code) for owed in of(found, AMY)] == [("Company", "2025-04")]


def test_an_archived_milestone_is_not_waited_for() -> None:
    launch = KpiVersion(
        *("L", "v1.0", "2025-01", Words("上市", "Launch")),
        formula="launch",
        frequency=Frequency.PROJECT,
        planned="2025-09-30",
    )
    done = Measure("launch", Words("上市日", "Launch day"), frequency=Frequency.PROJECT)
    line = Node("n", None, NodeKind.KPI, NO_WORDS, "L", "co", archived="2025-10")
    planned = board(launch, done, line)

    assert len(owners(planned, date(2025, 9, 30), ahead=0)) == 1
    assert owners(planned, date(2025, 10, 1), ahead=0) == ()


def test_a_document_without_entries_owes_nothing() -> None:
    assert owners(Board(), date(2025, 6, 11)) == ()


def test_the_mail_says_who_owes_what_by_when_in_either_language() -> None:
    found = owners(board(*units("2025-04")), date(2025, 6, 16), ahead=0)

    assert mail_text(found, date(2025, 6, 16), "en") == (
        "Values to be provided (2025-06-16)\n\n"
        "Amy Wang: 1 value, 1 of them late\n"
        "- Good units 2025-05 (Company): by 2025-06-10, 4 working days late\n"
    )
    assert "王小美：共 1 項，其中 1 項逾期\n・良品數 2025-05（公司）：" in (
        mail_text(found, date(2025, 6, 16), "zh_TW")
    )


@pytest.mark.parametrize("closed", [True, False])
def test_what_a_closed_period_lacks_says_that_it_is_closed(closed: bool) -> None:
    """It is late all the same, but whoever gets the mail can enter it only once it is open."""
    shut = Closing("co", "2025-Q2", closed=closed, reopened_at="" if closed else "2025-06-15")
    found = owners(board(*units("2025-04"), shut), date(2025, 6, 16), ahead=0)

    said = mail_text(found, date(2025, 6, 16), "en"), mail_text(found, date(2025, 6, 16), "zh_TW")

    assert ("4 working days late, period closed" in said[0]) is closed
    assert ("逾期 4 個工作天，期間已結帳" in said[1]) is closed
    assert found[0].late == 1


def test_a_name_in_the_table_of_a_mail_is_no_markup() -> None:
    evil = replace(UNITS, name=Words("<img src=file:///x>", "<b>"))
    found = owners(board(*units("2025-04")).after([Edit(UNITS, evil)]), date(2025, 6, 16))

    table = mail_table(found, date(2025, 6, 16), "zh_TW")

    assert "<img" not in table
    assert "&lt;img src=file:///x&gt;" in table


def test_weekends_are_no_working_days() -> None:
    """1 to 7 November 2026 is a Sunday to a Saturday."""
    working = WorkingDays()

    assert [working.is_one(date(2026, 11, day)) for day in range(1, 8)] == [
        False,
        *[True] * 5,
        False,
    ]
    assert working.between(date(2026, 10, 30), date(2026, 11, 9)) == 6


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("", []),
        ("2026-10-10", ["2026-10-10"]),
        ("2026/2/14..2026/2/22、2026-01-01", ["2026-01-01", "2026-02-14..2026-02-22"]),
        ("民國115年10月10日 2026-02-27 ~ 2026-03-01", ["2026-02-27..2026-03-01", "2026-10-10"]),
    ],
)
def test_holidays_are_typed_as_days_and_stretches(text: str, kept: list[str]) -> None:
    assert read_holidays(text) == kept


@pytest.mark.parametrize("text", ["tomorrow", "2026-02-30", "2026-03-01..2026-02-01"])
def test_what_is_no_holiday_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(Refused, match="setting_holidays"):
        read_holidays(text)


@pytest.mark.parametrize("value", ["2026-10-10", ["x"], [5], ["2026-03-01..2026-02-01"]])
def test_a_file_brings_no_holidays_that_are_none(value: object) -> None:
    with pytest.raises(Refused, match="bad_setting"):
        PutSettings({"holidays": value})(Board())


def test_working_days_are_those_that_one_counts_by_hand() -> None:
    """Against a count day by day, over every weekday at either end."""
    working = WorkingDays(["2026-02-14..2026-02-22", "2026-02-27"])
    start = date(2026, 2, 1)
    days = [date.fromordinal(start.toordinal() + step) for step in range(40)]

    for first in days:
        for last in days:
            counted = sum(working.is_one(day) for day in days if first < day <= last)
            assert working.between(first, last) == counted
