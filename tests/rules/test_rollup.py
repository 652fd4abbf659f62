"""R-ROLL: weights, what is left out, coverage, stars, marks, points lost, change of a score."""

from pathlib import Path
from typing import Any  # the answers are JSON of many shapes

import pytest

from tests.cli.documents import document, kpi, measure, target
from tests.cli.running import Run
from tests.exchange.documents import Json
from tests.rules.scenes import entries, told

#: With these limits and target 100 a KPI has the score that its value is, between 0 and 100.
EVEN = {"thresholds": {"green": ">=90", "amber": ">=60"}, "baseline": 0}


class Tree:
    """A goal `g` with a line for each child, each with a KPI of its own."""

    def __init__(self) -> None:
        self.nodes: list[Json] = [{"id": "g", "parent": None, "kind": "goal", "name": "g"}]
        self.measures: list[Json] = []
        self.kpis: list[Json] = []
        self.targets: list[Json] = []
        self.entries: list[Json] = []

    def parent(self, name: str, weight: float = 1, parent: str = "g") -> "Tree":
        node = {"id": name, "parent": parent, "kind": "perspective", "name": name}
        self.nodes.append({**node, "weight": weight})
        return self

    def leaf(
        self,
        name: str,
        scores: dict[str, float | None],
        weight: float = 1,
        *,
        parent: str = "g",
        key: bool = False,
        aim: str | None = ">=100",
        **fields: object,
    ) -> "Tree":
        node = {"id": name, "parent": parent, "kind": "kpi", "kpi": f"K{name}", "org": "co"}
        self.nodes.append({**node, "weight": weight, "key": key})
        self.measures.append(measure(f"m{name}", over_time="average"))
        self.kpis.append(kpi(f"K{name}", f"m{name}", **(EVEN | fields)))
        self.targets += [target(f"K{name}", aim)] if aim else []
        self.entries += entries(f"m{name}", scores)
        return self

    def seen(self, run: Run, folder: Path, period: str = "2026-03", **more: Any) -> dict[str, Json]:
        """The lines of `values` by their node; today is 20 April 2026."""
        self.path = document(folder, run, {
            "measures": self.measures, "kpis": self.kpis, "tree": self.nodes,
            "targets": self.targets, "entries": self.entries, **more,
        })  # fmt: skip
        said = run("values", self.path, "--period", period, "--today", "2026-04-20", "--json").json
        return {each["node"]: each for each in said["lines"]}


def march(score: float) -> dict[str, float | None]:
    return {"2026-03": score}


def test_a_parent_is_the_weighted_mean_of_its_children(tmp_path: Path, run: Run) -> None:
    """R-ROLL-1, R-ROLL-5: (2·100 + 70) / 3."""
    tree = Tree().leaf("a", march(100), 2).leaf("b", march(70))

    assert told(tree.seen(run, tmp_path)["g"], "score", "status", "coverage") == (90, "green", 1)


def test_a_child_of_weight_nought_is_shown_and_not_counted(tmp_path: Path, run: Run) -> None:
    """R-ROLL-1, R-ROLL-7: its red is a mark of the parent all the same."""
    lines = Tree().leaf("a", march(96)).leaf("b", march(10), 0).seen(run, tmp_path)

    assert told(lines["g"], "score", "status", "worst") == (96, "green", "red")
    assert lines["b"]["score"] == 10


def test_a_negative_weight_is_refused(tmp_path: Path, run: Run) -> None:
    """R-ROLL-1."""
    with pytest.raises(AssertionError):
        Tree().leaf("a", march(96), -1).seen(run, tmp_path)


def test_missing_and_not_due_children_are_left_out(tmp_path: Path, run: Run) -> None:
    """R-ROLL-2, R-ROLL-3: 80 (w 1), missing (w 1), not due (w 8): a quarter that is not over."""
    tree = Tree().leaf("a", march(80)).leaf("b", {}).leaf("c", {}, 8, frequency="quarter")
    tree.measures[2]["frequency"] = "quarter"

    lines = tree.seen(run, tmp_path, settings={"grace_days": {"quarter": 30}})

    assert told(lines["g"], "score", "coverage", "status") == (80, 0.5, "amber")
    assert lines["c"]["reason"] == "not_due"


def test_a_stale_child_is_left_out_and_lowers_coverage(tmp_path: Path, run: Run) -> None:
    """R-ROLL-2, R-ROLL-3, R-ROLL-7: it keeps its colour and marks its parent."""
    lines = Tree().leaf("a", march(95), 3).leaf("b", {"2026-02": 20}).seen(run, tmp_path)

    assert told(lines["g"], "score", "coverage", "status", "worst") == (95, 0.75, "green", "red")
    assert told(lines["b"], "stale", "status", "score") == (True, "red", 20)


def test_a_child_without_target_is_no_part_of_the_scheme(tmp_path: Path, run: Run) -> None:
    """R-ROLL-2, R-COLOUR-1."""
    lines = Tree().leaf("a", march(95)).leaf("b", march(5), 9, aim=None).seen(run, tmp_path)

    assert told(lines["g"], "score", "coverage", "worst") == (95, 1, "green")


def test_coverage_of_a_parent_is_that_of_what_is_below(tmp_path: Path, run: Run) -> None:
    """R-ROLL-3: a child parent with half of its data beside a KPI."""
    tree = Tree().parent("p").leaf("a", march(80), parent="p").leaf("b", {}, parent="p")

    lines = tree.leaf("c", march(100)).seen(run, tmp_path)

    assert told(lines["p"], "score", "coverage") == (80, 0.5)
    assert told(lines["g"], "score", "coverage") == (90, 0.75)


@pytest.mark.parametrize(
    ("there", "score", "status", "reason", "coverage"),
    [(49, None, "grey", "low_coverage", 0.49), (50, 95, "green", None, 0.5)],
)
def test_less_than_half_of_the_data_is_too_little(
    tmp_path: Path,
    run: Run,
    *,
    there: float,
    score: float | None,
    status: str,
    reason: str | None,
    coverage: float,
) -> None:
    """R-ROLL-4."""
    tree = Tree().leaf("a", march(95), there).leaf("b", {}, 100 - there)

    said = tree.seen(run, tmp_path)["g"]

    assert told(said, "score", "status", "reason", "coverage") == (score, status, reason, coverage)


def test_a_grey_parent_is_missing_one_level_up(tmp_path: Path, run: Run) -> None:
    """R-ROLL-4, R-ROLL-3: its 40 % do not count."""
    tree = Tree().parent("p").leaf("a", march(80), 2, parent="p").leaf("b", {}, 3, parent="p")

    lines = tree.leaf("c", march(100)).seen(run, tmp_path)

    assert told(lines["p"], "status", "reason", "coverage") == ("grey", "low_coverage", 0.4)
    assert told(lines["g"], "score", "coverage") == (100, 0.5)


def test_nothing_to_score_is_no_data(tmp_path: Path, run: Run) -> None:
    """R-ROLL-4."""
    said = Tree().leaf("a", {}).seen(run, tmp_path)["g"]

    assert told(said, "status", "reason", "score") == ("grey", "no_data", None)


@pytest.mark.parametrize(
    ("first", "second", "status"),
    [(90, 90, "green"), (90, 89.99998, "amber"), (60, 60, "amber"), (60, 59.99998, "red")],
)
def test_the_colour_of_a_parent_is_of_the_exact_score(
    tmp_path: Path, run: Run, first: float, second: float, status: str
) -> None:
    """R-ROLL-5, R-SCORE-6."""
    tree = Tree().leaf("a", march(first)).leaf("b", march(second))

    assert tree.seen(run, tmp_path)["g"]["status"] == status


def test_bands_are_those_of_the_document(tmp_path: Path, run: Run) -> None:
    """R-ROLL-5: 80 is green where green begins at 80."""
    said = (
        Tree()
        .leaf("a", march(80))
        .seen(run, tmp_path, settings={"bands": {"amber": 50, "green": 80}})["g"]
    )

    assert said["status"] == "green"


def test_scores_are_shown_cut(tmp_path: Path, run: Run) -> None:
    """R-SCORE-6: (89.94 + 90) / 2 is 89.97, shown as 89.9."""
    tree = Tree().leaf("a", march(89.94)).leaf("b", march(90))
    tree.seen(run, tmp_path)

    text = run("values", tree.path, "--period", "2026-03", "--today", "2026-04-20").out

    assert text.splitlines()[0].endswith("\t89.9")


@pytest.mark.parametrize(
    ("weight", "score", "status"), [(1, 95, "amber"), (0, 100, "amber")], ids=["counted", "not"]
)
def test_a_red_star_caps_every_parent(
    tmp_path: Path, run: Run, weight: float, score: float, status: str
) -> None:
    """R-ROLL-6: (1·50 + 9·100) / 10; the number stays."""
    tree = Tree().parent("p").leaf("a", march(50), weight, parent="p", key=True)

    lines = tree.leaf("b", march(100), 9, parent="p").seen(run, tmp_path)

    for name in ("p", "g"):
        assert told(lines[name], "score", "status", "capped", "worst") == (
            score,
            status,
            True,
            "red",
        )


@pytest.mark.parametrize("scores", [{"2026-02": 10.0}, {}], ids=["stale", "missing"])
def test_a_star_without_current_data_does_not_cap(
    tmp_path: Path, run: Run, scores: dict[str, float | None]
) -> None:
    """R-ROLL-6: but it is told of."""
    tree = Tree().leaf("a", scores, 1, key=True).leaf("b", march(100), 9)

    said = tree.seen(run, tmp_path)["g"]
    explained = run(
        "explain",
        tree.path,
        "--node",
        "g",
        "--period",
        "2026-03",
        "--today",
        "2026-04-20",
        "--json",
    ).json

    assert told(said, "score", "status", "capped") == (100, "green", False)
    assert explained["unknown_stars"] == ["a"]


def test_points_lost_add_up_to_what_is_lacking(tmp_path: Path, run: Run) -> None:
    """R-ROLL-8: 100 (w 1), 70 (w 2), 40 (w 1): score 70, lost 15 and 15, largest first."""
    tree = Tree().leaf("a", march(100)).leaf("b", march(70), 2).leaf("c", march(40))
    tree.seen(run, tmp_path)

    said = run(
        "explain",
        tree.path,
        "--node",
        "g",
        "--period",
        "2026-03",
        "--today",
        "2026-04-20",
        "--json",
    ).json

    assert said["score"] == 70
    assert {each["node"]: each["points"] for each in said["lost"]} == {"a": 0, "b": 15, "c": 15}
    assert said["lost"][-1]["node"] == "a"


@pytest.mark.parametrize(
    ("second", "total", "parts", "rest"),
    [
        ({"2026-02": 60, "2026-03": 60}, 5, {"a": 5, "b": 0}, 0),
        ({"2026-02": 60}, 20, {"a": 10}, 10),
    ],
    ids=["both", "one is missing now"],
)
def test_the_change_of_a_score_is_told_apart_from_its_composition(
    tmp_path: Path,
    run: Run,
    *,
    second: dict[str, float | None],
    total: float,
    parts: dict[str, float],
    rest: float,
) -> None:
    """R-ROLL-9: A 80 → 90, B 60 → 60, or missing."""
    tree = Tree().leaf("a", {"2026-02": 80, "2026-03": 90}).leaf("b", second)
    lines = tree.seen(run, tmp_path)

    said = run(
        "explain",
        tree.path,
        "--node",
        "g",
        "--period",
        "2026-03",
        "--today",
        "2026-04-20",
        "--json",
    ).json["change"]

    assert lines["g"]["change"]["previous"]["absolute"] == total
    assert (said["total"], said["composition"]) == (total, rest)
    assert {each["node"]: each["points"] for each in said["parts"]} == parts


def test_a_kpi_that_is_a_parent_has_its_own_value_and_colour(tmp_path: Path, run: Run) -> None:
    """R-ROLL-10, R-ROLL-7: company 50 of 50, one unit red below it."""
    tree = Tree().leaf("total", march(100)).leaf("unit", march(10), parent="total")

    lines = tree.seen(run, tmp_path)

    assert told(lines["total"], "status", "score", "worst") == ("green", 100, "red")
    assert told(lines["g"], "score", "worst") == (100, "red")
