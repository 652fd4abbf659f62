"""The slip radar: what it sees, what it proposes, and when it keeps quiet."""

import pytest

from scorecard.slips.slip import Kind
from scorecard.text import tell
from tests.slips.boards import board_of, share, slips_of

SALES = [3898.0, 3989.0, 4022.0, 4095.0, 3981.0, 4050.0]
YIELDS = [0.928, 0.947, 0.967, 0.97, 0.954, 0.961]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param(41860.0, 4186.0, id="a zero too many"),
        pytest.param(418600.0, 4186.0, id="two zeros too many"),
        pytest.param(4186000.0, 4186.0, id="three zeros too many"),
        pytest.param(418.6, 4186.0, id="a zero too few"),
        pytest.param(4.186, 4186.0, id="three zeros too few"),
        pytest.param(-4186.0, 4186.0, id="a minus too many"),
    ],
)
def test_a_slip_of_the_hand_is_seen_with_what_was_meant(typed: float, meant: float) -> None:
    slip = slips_of(board_of({"m": [*SALES, typed]}))["m"]

    assert slip.repair == ((("m", "co"), meant),)


@pytest.mark.parametrize("value", [4186.0, 3500.0, 5200.0, 3981.5, 9000.0, 0.0])
def test_a_value_that_only_differs_is_left_alone(value: float) -> None:
    kinds = {slip.kind for slip in slips_of(board_of({"m": [*SALES, value]})).values()}

    # None at all of what is always sold in thousands is far away (R-NUMBER-11), and no slip else.
    assert kinds <= ({Kind.FAR} if value == 0 else set())


def test_a_fraction_in_a_percent_field_is_seen_and_said() -> None:
    slip = slips_of(board_of({"m": [*YIELDS, 0.0095]}, {"m": "%"}))["m"]

    assert slip.kind is Kind.PERCENT
    assert slip.repair == ((("m", "co"), 0.95),)
    assert tell(slip.said, "en").startswith("The unit is %. Did you mean 95%?")
    assert tell(slip.said, "zh_TW").startswith("欄位單位是 %。您指的是 95% 嗎？")


def test_small_percents_are_no_slip_where_they_are_usual() -> None:
    defects = [0.0042, 0.0051, 0.0038, 0.0047, 0.0044, 0.0049]

    assert slips_of(board_of({"m": [*defects, 0.0095]}, {"m": "%"})) == {}


def test_a_part_larger_than_its_whole_is_seen() -> None:
    inputs = [130048.0, 130314.0, 126837.0, 128846.0, 126778.0, 127500.0, 128400.0]
    good = [125557.0, 126720.0, 125218.0, 126938.0, 126180.0, 126400.0, 129062.0]
    board = board_of({"in": inputs, "good": good}, None, share("good", "in"))

    slip = slips_of(board)["good"]

    assert slip.kind is Kind.PART
    assert tell(slip.said, "en") == "More than in 128,400; Yield would be 100.5%."


def test_a_ratio_that_was_above_one_before_is_no_part_of_a_whole() -> None:
    board = board_of(
        {"in": [100.0] * 8, "good": [90.0, 95.0, 101.0, 99.0, 97.0, 98.0, 96.0, 103.0]},
        None,
        share("good", "in"),
    )

    assert slips_of(board) == {}


def test_a_value_beyond_what_the_kpi_can_be_is_seen() -> None:
    kpi = share("m", "m")
    kpi = type(kpi)("k", "1.0", "2024", kpi.name, formula="m", unit="%", high_bound=1.0)

    slip = slips_of(board_of({"m": [0.91, 0.95, 1.02]}, {"m": "%"}, kpi))["m"]

    assert tell(slip.said, "en") == "102% is above 100%, the most this KPI can be."


def test_the_same_number_again_is_seen_where_it_never_came_twice() -> None:
    values = [3898.0 + 17 * n for n in range(13)]

    assert slips_of(board_of({"m": [*values, values[-1]]}))["m"].kind is Kind.SAME


@pytest.mark.parametrize(
    "values",
    [
        pytest.param(
            [4.0, 7.0, 5.0, 6.0, 4.0, 8.0, 5.0, 9.0, 3.0, 6.0, 5.0, 7.0, 4.0, 4.0], id="few"
        ),
        pytest.param([*SALES, 4095.0, 4095.0, *SALES, 4050.0], id="it did before"),
    ],
)
def test_the_same_number_again_is_no_wonder(values: list[float]) -> None:
    assert slips_of(board_of({"m": values})) == {}


def test_two_rows_swapped_are_seen_and_put_right_together() -> None:
    board = board_of({"a": [*SALES, 25.0], "b": [24.0, 26.0, 25.0, 23.0, 27.0, 24.0, 4001.0]})

    slips = slips_of(board)

    assert {slip.kind for slip in slips.values()} == {Kind.SWAPPED}
    assert dict(slips["a"].repair) == {("a", "co"): 4001.0, ("b", "co"): 25.0}


def test_rows_shifted_by_one_are_seen() -> None:
    levels = {"a": 10.0, "b": 200.0, "c": 3000.0, "d": 45000.0}
    history = {each: [level * (1 + n / 50) for n in range(6)] for each, level in levels.items()}
    values = dict(zip(levels, [10.5, 10.4, 204.0, 3050.0], strict=True))

    slips = slips_of(board_of({each: [*history[each], values[each]] for each in levels}))

    assert {each for each in slips if slips[each].kind is Kind.ROWS} == {"b", "c", "d"}
    assert dict(slips["b"].repair)["b", "co"] == 204.0


def test_a_month_off_is_seen() -> None:
    series = {f"m{n}": [n * 1000 + 100.0 + step * 7 for step in range(8)] for n in range(1, 7)}
    shifted = {each: [*values, values[-1]] for each, values in series.items()}

    slips = slips_of(board_of(shifted))

    assert {slip.kind for slip in slips.values()} == {Kind.MONTH}
    assert "2026-09" in tell(slips["m1"].said, "en")


def test_a_value_with_a_note_was_looked_at_already() -> None:
    board = board_of({"m": [*SALES, 41860.0]}, notes={"m": "合併新公司"})

    assert slips_of(board) == {}


def test_yes_and_no_are_never_far_from_each_other() -> None:
    board = board_of({"m": [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0]}, {"m": "是/否"})

    assert slips_of(board) == {}


def test_a_short_history_says_nothing() -> None:
    assert slips_of(board_of({"m": [3898.0, 41860.0]})) == {}
