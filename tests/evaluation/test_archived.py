"""An archived line is part of the views before its day, and of none from then on."""

from scorecard.board import Board
from scorecard.commands.archiving import ArchiveLines, RestoreLines
from scorecard.evaluation import Evaluation, View, of
from scorecard.exchange.board_text import board_json
from scorecard.exchange.lines import values_json
from scorecard.figures.change_parts import score_parts
from scorecard.figures.siblings import weighing
from scorecard.model.records import Node, Target
from scorecard.period import Period
from scorecard.vocabulary import NodeKind, Status, Words
from tests.evaluation.boards import LATER, board, kpi, line, measure
from tests.exchange.documents import imported

MONTHS = ("2026-09", "2026-10", "2026-11")


def _board() -> Board:
    """A theme over a KPI that is green and one that is red, each month."""
    entries = {name: dict.fromkeys(MONTHS, value) for name, value in (("x", 100.0), ("y", 10.0))}
    theme = Node("t", None, NodeKind.THEME, Words("主題"))
    lines = [line("good", parent="t", name="G"), line("bad", parent="t", name="B")]
    kpis = [kpi("x", name="G"), kpi("y", name="B")]
    targets = [Target(name, "co", "2026-01", ">=100") for name in ("G", "B")]
    found = board([measure("x"), measure("y"), *kpis, theme, *lines, *targets], entries)
    return found.after(ArchiveLines(("bad",), "2026-11")(found).edits)


def _seen(period: str, *, upto: bool = False) -> Evaluation:
    return of(_board(), View(Period.parse(period), upto), LATER)


def _nodes(period: str, *, upto: bool = False) -> list[str]:
    return [each.node.id for each in _seen(period, upto=upto).lines()]


def test_it_is_there_in_the_month_before_and_gone_in_that_month() -> None:
    assert (_nodes("2026-10"), _nodes("2026-11")) == (["t", "bad", "good"], ["t", "good"])


def test_a_longer_view_is_as_its_last_day_is() -> None:
    assert (_nodes("2026-Q3"), _nodes("2026-Q4")) == (["t", "bad", "good"], ["t", "good"])
    assert _nodes("2026-11", upto=True) == ["t", "good"]


def test_its_parent_is_coloured_without_it_from_then_on_and_with_it_before() -> None:
    before, after = _seen("2026-10").line("t"), _seen("2026-11").line("t")

    assert (before.worst, before.score) == (Status.RED, 50.0)
    assert (after.worst, after.score) == (Status.GREEN, 100.0)


def test_the_change_of_the_parent_that_its_going_makes_is_told_as_composition() -> None:
    evaluation = _seen("2026-11")
    parts = score_parts(evaluation, evaluation.line("t"))

    assert parts is not None
    assert (parts.total, parts.composition, dict(parts.parts)) == (50.0, 50.0, {"good": 0.0})


def test_values_of_past_periods_still_show_it() -> None:
    nodes = {
        month: [found["node"] for found in values_json(_seen(month))["lines"]]  # type: ignore[attr-defined]
        for month in ("2026-10", "2026-11")
    }

    assert nodes == {"2026-10": ["t", "bad", "good"], "2026-11": ["t", "good"]}


def test_what_stands_below_it_goes_with_it() -> None:
    found = _board()
    found = found.after(RestoreLines(("bad",))(found).edits)
    found = found.after(ArchiveLines(("t",), "2026-11-01")(found).edits)

    assert of(found, View(Period.parse("2026-11")), LATER).lines() == ()


def test_an_evaluation_that_goes_on_after_archiving_says_the_same_as_a_new_one() -> None:
    found = _board()
    edits = RestoreLines(("bad",))(found).edits
    later = _seen("2026-11").after(found.after(edits), edits)

    fresh = of(found.after(edits), View(Period.parse("2026-11")), LATER)
    assert [each.node.id for each in later.lines()] == [each.node.id for each in fresh.lines()]
    assert later.line("t").score == fresh.line("t").score == 50.0


def test_its_weight_is_none_of_its_siblings_any_more() -> None:
    october, november = (weighing(_seen(m), ("good",), 3.0) for m in ("2026-10", "2026-11"))

    assert october == (2, 4.0, 0.75)
    assert november == (1, 3.0, 1.0)


def test_weights_of_zero_have_no_share_and_lines_of_different_parents_no_sum() -> None:
    assert weighing(_seen("2026-11"), ("good",), 0.0) == (1, 0.0, None)
    assert weighing(_seen("2026-11"), ("good", "t"), 1.0) is None


def test_the_document_as_json_keeps_the_day() -> None:
    found = _board()

    again = imported(board_json(found))

    assert again.nodes == found.nodes
    assert board_json(again)["tree"] == board_json(found)["tree"]
