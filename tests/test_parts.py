"""The units of one KPI beside each other: values, shares, and why they make no 100 %."""

from collections.abc import Mapping

import pytest

from scorecard.figures import Parts
from scorecard.figures.parts import parts
from scorecard.model.records import Node, Org, Record
from scorecard.text import tell
from scorecard.vocabulary import Method, NodeKind, Words
from tests.evaluation.boards import board, kpi, looking_at, measure, target

OCTOBER = "2026-10"


def shared(
    values: Mapping[str, float],
    *,
    method: Method = Method.SUM,
    listed: tuple[str, ...] = ("a", "b", "c"),
    asked: str = "theme",
) -> Parts | None:
    """What is told of a KPI at the parts a, b and c of the company, those `listed` in a theme."""
    records: list[Record] = [Org(each, Words(f"單位{each}"), parent="co") for each in "abc"]
    records += [
        measure("m", org=method),
        kpi("m", decimals=0),
        target(">=1"),
        Node("theme", None, NodeKind.THEME, Words("主題")),
        *(
            Node(
                f"n-{each}", "theme", NodeKind.KPI, Words(f"單位{each}"), kpi="K", org=each, order=n
            )
            for n, each in enumerate(listed)
        ),
    ]
    there = board(records, {f"m@{each}": {OCTOBER: value} for each, value in values.items()})
    evaluation = looking_at(there, OCTOBER)
    return parts(evaluation, evaluation.line(asked))


def told(found: Parts | None) -> tuple[list[str], str, str]:
    """The shares, their sum and the note."""
    assert found is not None
    note = "" if found.note is None else tell(found.note, "zh_TW")
    return [row.share for row in found.rows], found.share, note


def test_shares_add_up_as_they_are_shown() -> None:
    """A third each is 33.3 three times, which would make 99.9."""
    assert told(shared({"a": 5, "b": 5, "c": 5})) == (["33.4 %", "33.3 %", "33.3 %"], "100.0 %", "")


def test_what_belongs_to_units_that_are_not_listed_is_said() -> None:
    found = shared({"a": 50, "b": 30, "c": 20}, listed=("a", "b"))

    assert told(found) == (
        ["50.0 %", "30.0 %"],
        "80.0 %",
        "另外 20.0 % 屬於這裡沒有列出的單位。",
    )


def test_a_unit_without_a_value_is_named_and_has_no_share() -> None:
    shares, _, note = told(shared({"a": 50, "b": 30}))

    assert shares[2] == ""
    assert note == "單位c 沒有這一期的數值，佔比只就其餘單位計算。"


def test_means_of_units_have_values_but_no_shares() -> None:
    found = shared({"a": 50, "b": 30, "c": 20}, method=Method.AVERAGE)

    assert told(found) == (["", "", ""], "", "整體的數值不是各單位相加而來，所以沒有佔比。")
    assert found is not None
    assert [row.value.zh_TW for row in found.rows] == ["50", "30", "20"]


def test_a_negative_part_leaves_no_share_to_it() -> None:
    shares, _, note = told(shared({"a": 120, "b": -20, "c": 0}))

    assert shares == ["", "", "0.0 %"]
    assert note


def test_a_line_beside_the_others_is_marked_as_its_own() -> None:
    found = shared({"a": 50, "b": 30, "c": 20}, asked="n-b")

    assert found is not None
    assert [row.own for row in found.rows] == [False, True, False]


@pytest.mark.parametrize("listed", [(), ("a",)], ids=["none", "one"])
def test_fewer_than_two_units_are_no_parts(listed: tuple[str, ...]) -> None:
    assert shared({"a": 50, "b": 30, "c": 20}, listed=listed) is None
