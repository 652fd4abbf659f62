"""What the missing below a line could change: in sentences, as data, and under edits."""

from collections.abc import Mapping
from datetime import date

import pytest

from scorecard.evaluation import Evaluation
from scorecard.figures.explanation import explanation
from scorecard.figures.why import why
from scorecard.model.records import Node, Record
from scorecard.text import tell
from scorecard.vocabulary import Direction, NodeKind, Status, Words
from tests.evaluation.boards import LATER, board, kpi, line, looking_at, measure, target

GOAL = Node("goal", None, NodeKind.GOAL, Words("目標", "Goal"))
#: Scores 100 and 75 against ">=10".
FULL, HALF = 10.0, 9.5


def goal_over(
    values: Mapping[str, float | None],
    *,
    weights: Mapping[str, float] | None = None,
    directions: Mapping[str, str] | None = None,
    today: date = LATER,
) -> Evaluation:
    """A goal over one KPI for each name, whose values in May are these against `>=10`."""
    records: list[Record] = [GOAL]
    for name in values:
        aim = (directions or {}).get(name, ">=10")
        direction = Direction.LOWER if aim.startswith("<") else Direction.HIGHER
        weight = (weights or {}).get(name, 1)
        below = Node(f"n-{name}", "goal", NodeKind.KPI, kpi=name, org="co", weight=weight)
        records += [measure(f"m{name}"), kpi(f"m{name}", direction, name=name), below]
        records += [target(aim, name=name)]
    entries = {f"m{name}": {"2025-05": value} for name, value in values.items()}
    return looking_at(board(records, entries), "2025-05", today=today)


def sentence(evaluation: Evaluation, language: str = "en") -> str:
    """The last of the sentences about the goal."""
    return [tell(said, language) for said in why(evaluation, evaluation.line("goal"))][-1]


def test_of_one_missing_kpi_the_score_and_the_value_are_said() -> None:
    # (100 * 4 + 75 * 2 + 3 x) / 9 >= 90 takes x >= 86.67: at least 9 + 26.67 / 30 = 9.889.
    # Red takes (550 + 3 x) / 9 < 60, which no x gives.
    found = goal_over({"A": FULL, "B": HALF, "C": None}, weights={"A": 4, "B": 2, "C": 3})

    assert sentence(found) == (
        "1 still missing; once in: green only if C ≥ 86.7 (a value of ≥ 9.89); cannot be red."
    )
    assert sentence(found, "zh_TW") == (
        "還缺 1 項，補齊後：C ≥ 86.7 分（數值 ≥ 9.89）才會是綠燈；不會是紅燈。"
    )


def test_of_two_missing_kpis_each_has_its_least_score() -> None:
    # 75 * 2 + 100 * 10 = 1150 of 16 weights; green takes 1440. With B at 100: 3a + 100 >= 290.
    weights = {"S": 2, "T": 10, "A": 3, "B": 1}
    found = goal_over({"S": HALF, "T": FULL, "A": None, "B": None}, weights=weights)

    assert sentence(found) == ("2 still missing; once in: green only if A ≥ 63.4; cannot be red.")


def test_two_needs_are_said_together() -> None:
    # 100 * 6 + 2a + 2b >= 900: a >= 50 with b at 100, and the other way round; red takes
    # 600 + 2a + 2b < 600, which no a gives.
    weights = {"S": 6, "A": 2, "B": 2}
    found = goal_over({"S": FULL, "A": None, "B": None}, weights=weights)

    assert sentence(found) == (
        "2 still missing; once in: green only if A ≥ 50.0 and B ≥ 50.0; cannot be red."
    )


def test_many_missing_are_told_by_one_score_for_all() -> None:
    names: dict[str, float | None] = {"S": FULL, "A": None, "B": None, "C": None, "D": None}
    found = goal_over(names, weights={"S": 6, "A": 1, "B": 1, "C": 1, "D": 1})

    assert sentence(found) == (
        "4 still missing; once in: green if each scores at least 75.0; cannot be red."
    )


def test_what_comes_in_may_change_nothing() -> None:
    found = goal_over({"S": FULL, "A": None}, weights={"S": 19})

    assert sentence(found) == "1 still missing; once in: green whatever they are."


def test_less_is_better_turns_the_sign() -> None:
    # (75 + x) / 2 < 60 takes x < 45: of "<= 5" that is more than 6.
    found = goal_over({"S": HALF, "A": None}, directions={"A": "<=5"})

    assert sentence(found) == (
        "1 still missing; once in: cannot be green; red only if A < 45.0 (a value of > 6)."
    )


def test_a_value_not_yet_due_is_not_missing() -> None:
    found = goal_over({"S": HALF, "A": None}, today=date(2025, 6, 10))

    assert found.outlook("goal") is None
    assert "missing" not in sentence(found)


def test_a_kpi_has_a_colour_of_its_own_and_no_outlook() -> None:
    found = goal_over({"S": HALF, "A": None})

    assert found.outlook("n-S") is None
    assert found.flips("n-S") == ()


def test_a_stale_kpi_is_looked_at_by_the_target_of_now() -> None:
    records: list[Record] = [GOAL, measure("m"), measure("s"), kpi("m"), kpi("s", name="S")]
    records += [line("k", parent="goal"), line("s", parent="goal", name="S")]
    records += [target(">=10"), target(">=20", start="2025-05"), target(">=10", name="S")]
    entries = {"m": {"2025-04": 9.0}, "s": {"2025-05": 10.0}}
    found = looking_at(board(records, entries), "2025-05", today=date(2025, 6, 11))

    # (100 + x) / 2 >= 90 takes x >= 80: 18 + 20 / 30 * 2 = 19.33 against the new target.
    assert "green only if K ≥ 80.0 (a value of ≥ 19.34)" in sentence(found)


def test_explain_answers_with_the_outlook_and_what_the_colour_hangs_on() -> None:
    found = goal_over({"A": FULL, "B": HALF, "C": None}, weights={"A": 4, "B": 2, "C": 3})

    answer = explanation(found, "goal", lambda _key: None)

    assert answer["outlook"] == {
        "least": pytest.approx(550 / 9),
        "greatest": pytest.approx(850 / 9),
        "colours": ["amber", "green"],
        "missing": ["n-C"],
        "green_needs": [
            {
                "node": "n-C",
                "score": pytest.approx(260 / 3),
                "values": {"low": pytest.approx(9 + 8 / 9), "high": None, "strict": False},
            }
        ],
        "green_together": pytest.approx(260 / 3),
        "red_needs": [],
    }


def test_explain_lists_what_would_give_another_colour() -> None:
    # (100 * 14 + 75 * 10) / 24 = 89.58; with five points more for A, or less for B, 90.83.
    found = goal_over({"A": FULL, "B": HALF}, weights={"A": 14, "B": 10})

    answer = explanation(found, "goal", lambda _key: None)

    moved = {"change": "weight", "status": "green", "score": pytest.approx(545 / 6)}
    assert answer["sensitivity"] == [
        {**moved, "node": "n-A", "points": 5},
        {**moved, "node": "n-B", "points": -5},
    ]


def test_a_stale_value_counted_may_give_another_colour() -> None:
    records: list[Record] = [GOAL, measure("m"), measure("s"), kpi("m"), kpi("s", name="S")]
    records += [line("k", parent="goal"), line("s", parent="goal", name="S")]
    records += [target(">=10"), target(">=10", name="S")]
    entries = {"m": {"2025-04": 5.0}, "s": {"2025-05": 10.0}}
    found = looking_at(board(records, entries), "2025-05", today=date(2025, 6, 11))

    assert found.line("goal").status is Status.GREEN
    (flip, *_) = found.flips("goal")
    assert (flip.change, flip.status, flip.score) == ("stale_counted", Status.RED, 50)


def test_another_width_of_amber_is_what_typed_limits_of_that_width_give() -> None:
    # Below a theme, so that the score goes through two levels: 9.6 and 9.2 of 10, and 10.
    values = {"A": 9.6, "B": 9.2, "C": 10.0}
    theme = Node("theme", "goal", NodeKind.THEME, Words("主題", "Theme"))

    def seen(amber: str) -> Evaluation:
        records: list[Record] = [GOAL, theme]
        for name in values:
            parent = "theme" if name != "C" else "goal"
            records += [measure(f"m{name}"), kpi(f"m{name}", name=name, amber=amber)]
            records += [target(">=10", name=name), line(f"n-{name}", parent=parent, name=name)]
        entries = {f"m{name}": {"2025-05": value} for name, value in values.items()}
        return looking_at(board(records, entries), "2025-05")

    # By the rules 78 and 66 make 72, and with 100 the goal is 86. With 9.5 as the limit, and so
    # 7.5 as the floor, A has 66 and B 51: the theme is red with 58.5, the goal has 79.25.
    derived, typed = seen(""), seen(">=9.5")

    for node, status in (("theme", Status.RED), ("goal", Status.AMBER)):
        assert typed.line(node).status is status
    (flip,) = [each for each in derived.flips("theme") if each.change == "amber_5"]
    assert (flip.status, flip.score) == (Status.RED, 58.5)
    assert (typed.line("theme").score, typed.line("goal").score) == (58.5, 79.25)
    assert [each.change for each in derived.flips("goal")] == []
