"""What the past says of a target: proposals, how often each was met, the back-test of two years."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from scorecard.board import Board
from scorecard.figures.target_help import TargetHelp, target_help
from scorecard.model.records import Record, Target
from scorecard.period import Period
from scorecard.vocabulary import Direction, Frequency, Method, Status
from tests.evaluation.boards import board, kpi, looking_at, measure, target

#: The example of R-TARGET-8.
EXAMPLE = (90.0, 92.0, 91.0, 93.0, 92.0, 94.0)


def months(values: tuple[float, ...], last: str = "2026-10") -> dict[str, float | None]:
    """Values of consecutive months up to the last one."""
    end = Period.parse(last)
    codes = [end.shifted(at - len(values) + 1).code for at in range(len(values))]
    return dict(zip(codes, values, strict=True))


def helped(
    entries: Mapping[str, float | None] | None = None,
    direction: Direction = Direction.HIGHER,
    aim: Target | None = None,
    more: float = 0.05,
    *,
    over_time: Method = Method.AVERAGE,
    formula: str = "m",
    others: Mapping[str, Mapping[str, float | None]] | None = None,
    **fields: object,
) -> TargetHelp:
    """What is said of a KPI over one measure in October 2026."""
    version = replace(kpi(formula, direction, decimals=1), **fields)  # type: ignore[arg-type]  # fields by name
    records: list[Record] = [measure(name, time=over_time) for name in ("m", *(others or {}))]
    records += [version, *([aim] if aim is not None else [])]
    there: Board = board(records, {"m": entries or months(EXAMPLE), **(others or {})})
    return target_help(looking_at(there, "2026-10"), version, aim, "co", more)


def texts(found: TargetHelp) -> dict[str, str]:
    return {each.key: each.text for each in found.proposals}


def test_the_past_suggests_to_keep_to_stretch_and_how_far_the_process_gets() -> None:
    found = texts(helped(decimals=2))

    assert found == {"keep": ">=92", "stretch": ">=92.75", "limit": ">=96.25"}


def test_lower_is_better_is_the_mirror_image() -> None:
    found = texts(helped(direction=Direction.LOWER, decimals=2))

    # The quartile is 91.25; 92 - 2.66 · 1.6 = 87.744, and what is offered is no harder than that.
    assert found == {"keep": "<=92", "stretch": "<=91.25", "limit": "<=87.75"}


def test_each_proposal_says_how_often_it_was_met_and_what_it_asks() -> None:
    found = {each.key: (each.met, each.verdict) for each in helped(decimals=2).proposals}

    assert found == {
        "keep": (4, "by_chance"),
        "stretch": (2, "by_chance"),
        "limit": (0, "by_chance"),
    }


@pytest.mark.parametrize(
    ("aim", "met", "verdict"),
    [
        pytest.param(">=80", 6, "always_met", id="on the easy side of the limits"),
        pytest.param(">=92", 4, "by_chance", id="in between"),
        pytest.param(">92", 2, "by_chance", id="strictly above"),
        pytest.param(">=97", 0, "needs_change", id="beyond the limit"),
    ],
)
def test_the_target_that_is_typed_is_told_the_same_way(aim: str, met: int, verdict: str) -> None:
    own = helped(aim=target(aim)).own

    assert own is not None
    assert (own.met, own.verdict) == (met, verdict)


def test_last_year_is_bettered_by_what_is_asked() -> None:
    values = months((100.0,) * 12, "2025-12") | months(EXAMPLE)

    assert texts(helped(values, more=0.1))["last_year"] == ">=110"
    assert texts(helped(values, Direction.LOWER, more=0.1))["last_year"] == "<=90"


def test_a_loss_is_bettered_upwards() -> None:
    values = months((-100.0,) * 12, "2025-12") | months(EXAMPLE)

    assert texts(helped(values, more=0.1))["last_year"] == ">=-90"


def test_a_sum_of_last_year_is_shared_out_over_its_months() -> None:
    values = months((100.0,) * 12, "2025-12") | months(EXAMPLE)

    found = helped(values, over_time=Method.SUM, more=0)

    assert texts(found)["last_year"] == ">=100"


def test_a_ratio_of_last_year_is_that_of_its_sums() -> None:
    """Eleven halves and one whole of a hundred times the weight: not the mean of the twelve."""
    year = months((1.0,) * 11 + (200.0,), "2025-12"), months((2.0,) * 11 + (200.0,), "2025-12")
    recent = months((1.0,) * 6), months((2.0,) * 6)

    found = helped(
        year[0] | recent[0],
        formula="m / w",
        others={"w": year[1] | recent[1]},
        over_time=Method.SUM,
        more=0,
        decimals=3,
    )

    assert texts(found)["last_year"] == ">=0.95"  # 211 / 222


def test_a_last_year_that_is_not_whole_suggests_nothing() -> None:
    values = months((100.0,) * 11, "2025-12") | months(EXAMPLE)

    assert "last_year" not in texts(helped(values))


def test_a_target_for_a_year_is_proposed_for_a_year() -> None:
    aim = target(">=1000", basis=Frequency.YEAR)

    found = helped(aim=aim, over_time=Method.SUM)

    assert texts(found)["keep"] == ">=1104"  # twelve times 92
    assert found.own is not None
    assert found.own.met == 6  # 83.3 a month


def test_a_share_is_never_asked_to_be_more_than_a_whole() -> None:
    values = months((0.9,) * 12, "2025-12") | months((0.98, 0.99, 0.97, 0.99, 0.98, 0.99))

    found = helped(values, more=0.5, unit="%", high_bound=1.0, decimals=1)

    assert texts(found)["last_year"] == ">=1"
    assert texts(found)["limit"] == ">=1"


def test_large_numbers_are_proposed_in_four_digits() -> None:
    values = months((29_123_456.0, 29_400_000.0, 29_234_567.0) * 2)

    assert texts(helped(values))["keep"] == ">=29230000"


def test_fewer_than_six_values_suggest_nothing_but_are_tried() -> None:
    found = helped(months(EXAMPLE[:5]), aim=target(">=92"))

    assert (found.counted, found.proposals, found.reason) == (5, (), "few")
    assert found.trial.counts[Status.GREEN][1] == 3


def ranges(found: TargetHelp) -> dict[str, tuple[str, int, str]]:
    return {each.key: (each.text, each.met, each.verdict) for each in found.proposals}


def test_the_past_suggests_both_limits_of_a_range() -> None:
    """Of 90 91 92 92 93 94: places 0.5 and 4.5, 1.25 and 3.75; 92 ± 2.66 · 1.6 to the outside."""
    found = helped(direction=Direction.RANGE, aim=target("91..93"), decimals=2)

    assert ranges(found) == {
        "usual": ("90.5..93.5", 4, "by_chance"),
        "middle": ("91.25..92.75", 2, "by_chance"),
        "natural": ("87.74..96.26", 6, "always_met"),
    }
    assert found.trial.counts[Status.GREEN][1] == 4


@pytest.mark.parametrize(
    ("aim", "met", "verdict"),
    [
        pytest.param("91..93", 4, "by_chance", id="part of what the process does"),
        pytest.param("80..97", 6, "always_met", id="all of it"),
        pytest.param("97..99", 0, "needs_change", id="beyond it"),
        pytest.param("92..120", 4, "by_chance", id="one side of it"),
    ],
)
def test_a_range_that_is_typed_is_told_how_often_it_was_met(
    aim: str, met: int, verdict: str
) -> None:
    own = helped(direction=Direction.RANGE, aim=target(aim)).own

    assert own is not None
    assert (own.text, own.met, own.verdict) == (aim, met, verdict)


def test_a_range_of_what_never_varied_is_not_suggested() -> None:
    found = helped(months((92.0,) * 12), Direction.RANGE, target("91..93"))

    assert (found.proposals, found.reason) == ((), "no_spread")
    assert found.own is not None
    assert found.own.met == 12


def test_a_range_stays_within_what_the_kpi_can_be() -> None:
    found = ranges(
        helped(months((94.0, 100.0) * 6), Direction.RANGE, target("90..95"), high_bound=100.0)
    )

    assert found["natural"][0].endswith("..100")


def test_a_range_of_a_year_is_that_of_its_months_twelve_times() -> None:
    aim = replace(target("1000..1200"), basis=Frequency.YEAR)

    found = helped(direction=Direction.RANGE, aim=aim, over_time=Method.SUM, decimals=2)

    assert ranges(found)["usual"][0] == "1086..1122"


@pytest.mark.parametrize(
    ("direction", "aim", "entries", "met"),
    [
        pytest.param(Direction.EXACT, "=92", EXAMPLE, 2, id="exactly"),
        pytest.param(Direction.ZERO, "=0", (0.0, 1.0, 0.0, 0.0, 2.0, 0.0), 4, id="zero"),
        pytest.param(Direction.YES, "yes", (1.0, 0.0, 1.0, 1.0, 1.0, 1.0), 5, id="yes"),
        pytest.param(Direction.IMPROVE, "improve:previous", EXAMPLE, 3, id="improving"),
    ],
)
def test_a_kind_without_a_number_to_suggest_says_which_and_how_often_it_was_met(
    direction: Direction, aim: str, entries: tuple[float, ...], met: int
) -> None:
    found = helped(months(entries), direction, target(aim))

    assert (found.proposals, found.reason) == ((), direction.value)
    assert found.own is not None
    assert found.own.met == met


def test_what_has_no_target_says_so() -> None:
    found = helped(direction=Direction.NONE)

    assert (found.proposals, found.own, found.reason) == ((), None, "none")


def test_two_years_are_coloured_as_they_would_have_been_and_nothing_is_written() -> None:
    """80 in the first twelve months, 100 in the last: the target was 100, 90 is tried."""
    values = months((80.0,) * 12 + (100.0,) * 12)
    version = kpi("m", decimals=1)
    old, tried = target(">=100"), target(">=90")
    there = board([measure("m", time=Method.AVERAGE), version, old], {"m": values})

    found = target_help(looking_at(there, "2026-10"), version, tried, "co", 0.05)

    assert len(found.trial.cells) == 24
    # Amber is from nine tenths of the target on: 80 is red under 100 and, from 81 on, under 90.
    assert found.trial.counts == {
        Status.GREEN: (12, 12),
        Status.AMBER: (0, 0),
        Status.RED: (12, 12),
    }
    assert there.targets["K", "co"] == (old,)


def test_a_harder_target_would_have_cost_greens() -> None:
    values = months((80.0,) * 12 + (100.0,) * 12)
    version = kpi("m", decimals=1)
    there = board([measure("m", time=Method.AVERAGE), version, target(">=80")], {"m": values})

    found = target_help(looking_at(there, "2026-10"), version, target(">=110"), "co", 0.05)

    # 99 is nine tenths of 110.
    assert found.trial.counts == {
        Status.GREEN: (24, 0),
        Status.AMBER: (0, 12),
        Status.RED: (0, 12),
    }
