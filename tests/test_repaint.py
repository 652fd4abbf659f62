"""How many coloured periods an edit would paint anew, told before it is done."""

from dataclasses import replace
from datetime import date

from scorecard.board import Board
from scorecard.commands.revise_definition import ReviseDefinition
from scorecard.commands.target import PutTarget
from scorecard.evaluation import Evaluation
from scorecard.figures.repaint import Repaint, repaint, repaint_said, repainting
from scorecard.model.records import KpiVersion, Node, Org, Target
from scorecard.text import tell
from scorecard.vocabulary import Method, Status, Words
from scorecard.workspace import Command
from tests.evaluation.boards import board, kpi, line, looking_at, measure, target

TODAY = date(2026, 11, 12)
VALUES: dict[str, float | None] = {
    "2026-06": 70.0,
    "2026-07": 85.0,
    "2026-08": 95.0,
    "2026-09": None,
    "2026-10": 100.0,
}
#: Red below 80, amber below 90.
VERSION = replace(kpi("m"), effective="2026-01", green=">=90", amber=">=80")
TARGET = target(">=90", start="2026-01")


def company(*more: KpiVersion | Node | Org | Target) -> Board:
    """One KPI with four coloured months: red, amber, green, –, green."""
    records = [measure("m", time=Method.AVERAGE), VERSION, TARGET, line("n"), *more]
    return board(records, {"m": VALUES, "m@b": VALUES})


def after(there: Board, command: Command) -> Repaint:
    """What a command would paint anew."""
    evaluation: Evaluation = looking_at(there, "2026-10", today=TODAY)
    return repaint(repainting(evaluation, command(there).edits))


def corrected(version: KpiVersion) -> Command:
    return ReviseDefinition(version, None, correct=True)


def test_a_correction_says_which_coloured_months_would_change_and_how() -> None:
    found = after(company(), corrected(replace(VERSION, green=">=80", amber=">=75")))

    assert (found.periods, found.changed, found.places) == (4, 1, 1)
    assert found.changes == {(Status.AMBER, Status.GREEN): 1}


def test_it_is_told_in_one_sentence_of_both_languages() -> None:
    found = after(company(), corrected(replace(VERSION, green=">=80", amber=">=60")))

    assert tell(repaint_said(found), "en") == (
        "2 of 4 coloured periods would change: 1 red → amber, 1 amber → green."
    )
    assert tell(repaint_said(found), "zh_TW") == (
        "已有燈號的 4 期中，2 期會改變：1 期由紅轉黃、1 期由黃轉綠。"
    )


def test_a_correction_of_words_paints_nothing_anew() -> None:
    found = after(company(), corrected(replace(VERSION, notes=Words("註", "Note"))))

    assert (found.periods, found.changed) == (4, 0)
    assert tell(repaint_said(found), "en") == "None of the 4 coloured periods would change."


def test_a_new_name_paints_nothing_anew() -> None:
    found = after(company(), corrected(replace(VERSION, name=Words("丁", "D"))))

    assert (found.periods, found.changed) == (4, 0)


def test_months_before_a_new_version_stay() -> None:
    version = replace(VERSION, version="v2", effective="2026-08", formula="m - 10")

    found = after(company(), ReviseDefinition(version))

    assert (found.periods, found.changes) == (2, {(Status.GREEN, Status.AMBER): 1})


def test_a_target_from_an_earlier_month_counts_too() -> None:
    without_limits = replace(VERSION, green="", amber="")
    there = company().after(corrected(without_limits)(company()).edits)

    found = after(there, PutTarget(target(">=96", start="2026-07")))

    # 85 is red below nine tenths of 96; it was amber below 90. 95 was green.
    assert found.changes == {(Status.AMBER, Status.RED): 1, (Status.GREEN, Status.AMBER): 1}


def test_a_month_that_would_lose_its_colour_is_one_of_them() -> None:
    found = after(company(), corrected(replace(VERSION, formula="m / 0")))

    assert found.changed == 4
    assert all(now is Status.GREY for _, now in found.changes)


def test_every_unit_of_the_kpi_is_counted_and_every_kpi_over_it() -> None:
    there = company(
        Org("b", Words("乙", "B"), "co"),
        line("n2", org="b"),
        target(">=90", org="b", start="2026-01"),
        replace(kpi("K", name="L"), effective="2026-01", green=">=90", amber=">=80"),
        target(">=90", name="L", start="2026-01"),
        line("n3", name="L"),
    )

    found = after(there, corrected(replace(VERSION, formula="m × 2", green=">=90")))

    # At the company the mean of both units is the same, for both KPIs; each has four months.
    assert (found.places, found.periods) == (3, 12)
    assert tell(repaint_said(found), "en").startswith("6 of 12 coloured periods at 3 places")


def test_nothing_is_written() -> None:
    there = company()

    after(there, corrected(replace(VERSION, green=">=80")))

    assert there.versions["K"] == (VERSION,)
