"""All that `explain` says of a number, word for word."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from scorecard.board import Board
from scorecard.figures.account import account
from scorecard.figures.explanation import explanation, situation_of
from scorecard.figures.why import MOST, why
from scorecard.model.edits import Edit
from scorecard.model.records import Entry, Key, Node, Record
from scorecard.text import tell
from scorecard.vocabulary import Direction, NodeKind, Words
from tests.evaluation.boards import board, kpi, line, looking_at, measure, target

AMY = ("amy", "2025-06-03T09:12:44+08:00")


def typed(_: Key) -> tuple[str, str] | None:
    return AMY


def told(there: Board, node: str = "n", code: str = "2025-05", language: str = "en") -> list[str]:
    """Every sentence about a line."""
    evaluation = looking_at(there, code)
    shown = evaluation.line(node)
    found = account(evaluation, shown, situation_of(evaluation, shown), typed)
    return [tell(said, language) for said in found]


def judged(
    value: float, direction: Direction, aim: str, unit: str = "", **fields: object
) -> list[str]:
    """The sentences about the rule: from the one that names it to the formula."""
    version = replace(kpi("m", direction), unit=unit, **fields)  # type: ignore[arg-type]  # by name
    there = board(
        [measure("m"), version, target(aim), line("n")],
        {"m": {"2025-05": value, "2024-05": 50.0}},
    )
    said = told(there)
    start = next(at for at, sentence in enumerate(said) if "is green" in sentence)
    end = next(at for at, sentence in enumerate(said) if sentence.startswith("Formula"))
    return said[start:end]


@pytest.mark.parametrize(
    ("value", "direction", "aim", "fields", "expected"),
    [
        pytest.param(
            9.5,
            Direction.HIGHER,
            ">=10",
            {"unit": "件"},
            [
                "Higher is better (R-COLOUR-2): ≥ 10.0 pcs is green, ≥ 9.0 pcs is amber,"
                " all else is red.",
                "Green would have needed ≥ 10.0 pcs.",
            ],
            id="amber, higher is better",
        ),
        pytest.param(
            17,
            Direction.LOWER,
            "<=10",
            {},
            [
                "Lower is better (R-COLOUR-2): ≤ 10 is green, ≤ 11 is amber, all else is red.",
                "Amber would have needed ≤ 11, green ≤ 10.",
            ],
            id="red, lower is better",
        ),
        pytest.param(
            0.02,
            Direction.LOWER,
            "<0.02",
            {"unit": "%"},
            [
                "Lower is better (R-COLOUR-7): < 2.0 % is green, ≤ 2.2 % is amber,"
                " all else is red.",
                "The value equals the limit, and the limit itself does not meet it:"
                " the next worse colour.",
                "Green would have needed < 2.0 %.",
            ],
            id="on a strict limit",
        ),
        pytest.param(
            0.899,
            Direction.RANGE,
            "0.95..1.05",
            {"unit": "%"},
            [
                "Inside the range is best (R-COLOUR-5): 95.0 %–105.0 % is green,"
                " 90.0 %–110.0 % is amber, all else is red.",
                "Amber would have needed 90.0 %–110.0 %, green 95.0 %–105.0 %.",
            ],
            id="outside a range",
        ),
        pytest.param(
            0.98,
            Direction.EXACT,
            "=1",
            {"unit": "%"},
            [
                "Equal to the target is best (R-COLOUR-5): = 100.0 % is green,"
                " 95.0 %–105.0 % is amber, all else is red.",
                "Green would have needed = 100.0 %.",
            ],
            id="not equal",
        ),
        pytest.param(
            3,
            Direction.ZERO,
            "=0",
            {"unit": "次", "amber": "<=2"},
            [
                "Nought is best (R-COLOUR-6): 0 times is green, ≤ 2 times is amber,"
                " all else is red.",
                "Amber would have needed ≤ 2 times, green 0 times.",
            ],
            id="above zero",
        ),
        pytest.param(
            1,
            Direction.ZERO,
            "=0",
            {"unit": "次"},
            [
                "Nought is best (R-COLOUR-6): 0 times is green, all else is red.",
                "Green would have needed 0 times.",
            ],
            id="zero without amber",
        ),
        pytest.param(
            50,
            Direction.IMPROVE,
            "improve:last_year",
            {},
            [
                "Better than the base (R-COLOUR-8): > 50 is green, ≥ 45 is amber, all else is red.",
                "Green would have needed > 50.",
            ],
            id="no better than last year",
        ),
        pytest.param(
            0,
            Direction.YES,
            "yes",
            {},
            ["Yes or no (R-COLOUR-8): yes is green, no is red."],
            id="no",
        ),
        pytest.param(
            11,
            Direction.HIGHER,
            ">=10",
            {},
            ["Higher is better (R-COLOUR-2): ≥ 10 is green, ≥ 9 is amber, all else is red."],
            id="green needs nothing",
        ),
    ],
)
def test_the_rule_is_said_in_words_and_what_a_better_colour_would_have_needed(
    value: float,
    direction: Direction,
    aim: str,
    fields: Mapping[str, object],
    expected: list[str],
) -> None:
    assert judged(value, direction, aim, **fields) == expected  # type: ignore[arg-type]  # by name


def margin(
    entries: Mapping[str, Mapping[str, float | None]], formula: str = "(a - b) / a"
) -> Board:
    money = [replace(measure(name), unit="TWD") for name in ("a", "b")]
    return board([*money, kpi(formula, unit="%", decimals=1), target(">=0.3"), line("n")], entries)


def test_the_formula_is_said_with_its_numbers_as_people_read_them() -> None:
    there = margin({"a": {"2025-05": 10_250_000}, "b": {"2025-05": 6_744_500.5}})

    assert (
        "Formula (a - b) / a; with values ($10,250,000 - $6,744,500.5) / $10,250,000;"
        " result: 34.2 %." in told(there)
    )


def test_another_period_in_a_formula_is_said_by_its_value() -> None:
    there = margin({"a": {"2025-05": 90, "2024-05": -100}, "b": {"2025-05": 1}}, "a - LY(a)")

    assert any("with values $90 - (-$100);" in said for said in told(there))


def test_each_input_is_said_with_its_period_and_who_typed_it_when() -> None:
    there = margin({"a": {"2025-05": 10_250_000}, "b": {"2025-05": 6_744_500}})

    assert "a（公司，2025-05）：$10,250,000，由 amy 於 2025-06-03 09:12 輸入。" in told(
        there, language="zh_TW"
    )
    assert "b (Company, 2025-05): $6,744,500, entered by amy at 2025-06-03 09:12." in told(there)


def test_a_note_beside_an_input_is_said_with_it() -> None:
    there = margin({"a": {"2025-05": 10}, "b": {"2025-05": 6}})
    there = there.after(
        [Edit(there.entry("a", "co", "2025-05"), Entry("a", "co", "2025-05", 10, "暫估"))]
    )

    assert any(said.endswith("2025-06-03 09:12. Note: 暫估") for said in told(there))


def test_a_missing_value_names_what_was_not_entered_and_what_somebody_said() -> None:
    there = margin({"a": {"2025-05": 10}})
    there = there.after([Edit(None, Entry("b", "co", "2025-04", None, "系統維護"))])

    may, april = told(there), told(there, code="2025-04")

    assert "There is no value of b (Company, 2025-05)." in may
    assert "Formula (a - b) / a; with values ($10 - missing) / $10; result: missing b." in may
    assert "Of b (Company, 2025-04) somebody said that there is no value. Note: 系統維護" in april


def test_a_part_that_is_lacking_in_a_longer_view_is_named() -> None:
    there = board(
        [measure("m"), kpi("m"), target(">=10"), line("n")], {"m": {"2025-04": 5, "2025-06": 6}}
    )

    assert "There is no value of m (Company, 2025-05)." in told(there, code="2025-Q2")


# -- parents -------------------------------------------------------------------------------------

#: 7 scores 60, 9 scores 80, 10 scores 90 (R-SCORE-1 with target 11, green 10, amber 7).
GOAL = Node("g", None, NodeKind.GOAL, Words("目標", "Goal"))


def family(
    entries: Mapping[str, Mapping[str, float | None]], *, star: str = "", **weights: float
) -> Board:
    """A goal over KPIs A, B …, each typed directly."""
    records: list[Record] = [GOAL]
    for name in entries:
        node = replace(line(name, parent="g", name=name), weight=weights.get(name, 1.0))
        records += [
            measure(f"m{name}"),
            replace(kpi(f"m{name}", name=name), green=">=10", amber=">=7"),
            target(">=11", name=name),
            replace(node, star=name == star),
        ]
    return board(records, {f"m{name}": values for name, values in entries.items()})


def test_a_change_of_a_parent_is_said_by_child_and_composition() -> None:
    # R-ROLL-9: before A 80, B 60 (mean 70). Now A 90, B missing (90): A +10, composition +10.
    there = family({"A": {"2025-04": 9, "2025-05": 10}, "B": {"2025-04": 7, "2025-05": None}})

    said = told(there, "g")

    start = said.index("The score moved +20.0 points on the period before, by:")
    assert said[start + 1 :] == [
        "A: +10.0 points.",
        "Composition (added, removed, missing or weighed anew): +10.0 points.",
    ]


def test_the_parts_of_a_change_are_exact_in_json_and_name_their_lines() -> None:
    there = family({"A": {"2025-04": 9, "2025-05": 10}, "B": {"2025-04": 7, "2025-05": 7}})
    evaluation = looking_at(there, "2025-05")

    answer = explanation(evaluation, "g", typed)

    assert answer["change"] == {
        "total": 5.0,
        "parts": [{"node": "A", "points": 5.0}, {"node": "B", "points": 0.0}],
        "composition": 0.0,
    }


def test_the_bands_of_a_parent_are_said_and_what_green_would_have_needed() -> None:
    said = told(family({"A": {"2025-05": 9}}), "g")

    assert (
        "Weighted score of what is below (R-ROLL-5): ≥ 90 is green, ≥ 60 is amber, all else is red."
        in said
    )
    assert "Green would have needed ≥ 90." in said


def test_every_child_that_costs_points_is_named() -> None:
    there = family({name: {"2025-05": 7} for name in "ABCDE"})

    said = [sentence for sentence in told(there, "g") if "costs" in sentence]

    assert said == [f"{name} costs 8.0 points." for name in "ABCDE"]


def test_a_missing_key_kpi_below_is_marked_and_does_not_cap() -> None:
    there = family({"A": {"2025-05": 11}, "B": {"2025-05": None}}, star="B")
    evaluation = looking_at(there, "2025-05")

    answer = explanation(evaluation, "g", typed)

    assert (answer["status"], answer["unknown_stars"]) == ("green", ["B"])
    assert (
        "★ B: missing or stale, so not counted; if red, it would keep this from being green."
        in told(there, "g")
    )


def test_a_key_kpi_with_a_value_is_not_marked() -> None:
    there = family({"A": {"2025-05": 11}, "B": {"2025-05": 11}}, star="B")

    assert explanation(looking_at(there, "2025-05"), "g", typed)["unknown_stars"] == []


def test_the_box_of_the_window_has_room_for_four_sentences() -> None:
    there = family({name: {"2025-05": 7} for name in "ABCDE"} | {"F": {"2025-05": None}}, star="F")
    evaluation = looking_at(there, "2025-05")

    box = why(evaluation, evaluation.line("g"))

    assert len(box) == MOST == 4
    assert [said.key for said in box] == [
        "why.parent.amber",
        "why.parent.star_unknown",
        "why.parent.lost",
        "why.parent.coverage",
    ]
