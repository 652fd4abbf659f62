"""The SMART check: each letter passed, doubtful or failed, with the sentence that says why."""

from dataclasses import replace

from scorecard.board import Board
from scorecard.evaluation import View, of
from scorecard.figures.smart import Verdict
from scorecard.governance.examination import examined
from scorecard.governance.finding import Concern
from scorecard.governance.listing import Wanted, counts, found
from scorecard.governance.smart import letters
from scorecard.governance.subject import subjects
from scorecard.model.records import Node
from scorecard.period import Period
from scorecard.text import LANGUAGES, tell
from scorecard.vocabulary import Direction, Frequency, NodeKind, Words
from tests.governance.boards import LINE, MONTHS, SOUND, TARGET, TODAY, company, places, said

#: The example of R-TARGET-8: its limit on the good side is 96.256.
HISTORY = dict(zip(MONTHS, (90.0, 92.0, 91.0, 93.0, 92.0, 94.0), strict=True))


def graded(board: Board) -> dict[str, Verdict]:
    """The grades of the letters of the KPI."""
    evaluation = of(board, View(Period.parse("2026-10")), TODAY)
    (subject,) = subjects(evaluation)
    line = subject.lines[0] if subject.lines else None
    return {letter.letter: letter.verdict for letter in letters(subject, line)}


def aiming_at(target: str, better: Direction = Direction.HIGHER) -> Board:
    """A KPI that has the history of the example."""
    version = replace(SOUND, formula="甲", unit="分", direction=better, decimals=1)
    return company(version, replace(TARGET, value=target), entries={"a": HISTORY})


def test_a_sound_definition_passes_all_five() -> None:
    assert graded(aiming_at(">=93")) == dict.fromkeys("SMART", Verdict.PASS)


def test_a_name_alone_is_not_specific() -> None:
    assert graded(company(replace(SOUND, definition=Words())))["S"] is Verdict.FAIL


def test_without_owner_unit_or_formula_nothing_can_be_measured() -> None:
    board = company(replace(SOUND, owner=Words(), unit=""))

    assert graded(board)["M"] is Verdict.FAIL
    assert "M: Cannot be measured yet without: Unit, Owner." in said(board, Concern.SMART)


def test_a_target_on_the_limit_of_the_process_can_be_reached_and_one_beyond_it_not() -> None:
    grades = [graded(aiming_at(target))["A"] for target in (">=96.256", ">=96.3")]

    assert grades == [Verdict.PASS, Verdict.FAIL]


def test_lower_is_looked_at_from_the_other_side() -> None:
    # The mean is 92, the mean range 1.6: 92 - 2.66 · 1.6 = 87.744.
    grades = [graded(aiming_at(target, Direction.LOWER))["A"] for target in ("<=87.744", "<=87.7")]

    assert grades == [Verdict.PASS, Verdict.FAIL]


def test_five_values_say_nothing_about_a_target() -> None:
    few = dict(list(HISTORY.items())[1:])
    version = replace(SOUND, formula="甲", unit="分")
    board = company(version, replace(TARGET, value=">=1000"), entries={"a": few})

    assert graded(board)["A"] is Verdict.WARN
    assert said(board, Concern.SMART) == []


def test_values_of_another_formula_are_no_history() -> None:
    then = replace(SOUND, formula="甲", unit="分")
    now = replace(then, version="v2", effective="2026-06", formula="甲 × 1")
    board = company(then, now, replace(TARGET, value=">=1000"), entries={"a": HISTORY})

    assert graded(board)["A"] is Verdict.WARN


def test_a_kpi_without_a_target_is_doubtful() -> None:
    assert graded(company(without=(TARGET,)))["A"] is Verdict.WARN


def test_a_kpi_that_leads_nowhere_is_not_relevant() -> None:
    outside = company(without=(LINE,))
    at_the_top = company(Node("n", None, NodeKind.KPI, kpi="QAD-001", org="co"))

    assert [graded(board)["R"] for board in (outside, at_the_top)] == [Verdict.FAIL] * 2


def test_a_project_without_a_planned_day_has_no_time() -> None:
    project = replace(SOUND, frequency=Frequency.PROJECT)

    grades = [
        graded(company(version))["T"]
        for version in (project, replace(project, planned="2026-12-01"))
    ]

    assert grades == [Verdict.WARN, Verdict.PASS]


def test_what_another_finding_says_too_is_listed_once_and_again_where_smart_is_asked_for() -> None:
    board = company(replace(SOUND, owner=Words()))
    every = examined(of(board, View(Period.parse("2026-10")), TODAY))

    once = [each.concern for each in found(every, Wanted(), board)]
    asked = [each.concern for each in found(every, Wanted(Concern.SMART), board)]

    assert (once, asked) == ([Concern.NO_OWNER], [Concern.SMART])
    assert counts(every, Wanted(), board)[None] == 1


def test_what_is_the_same_at_all_lines_is_said_once() -> None:
    again = replace(LINE, id="m", org="plant")
    board = company(replace(SOUND, definition=Words()), again, replace(TARGET, org="plant"))

    assert places(board, Concern.SMART) == [("QAD-001", "definition")]


def test_each_sentence_is_there_in_both_languages() -> None:
    version = replace(SOUND, owner=Words(), definition=Words(), category=None)
    every = examined(of(company(version, without=(TARGET,)), View(Period.parse("2026-10")), TODAY))

    assert all(tell(each.sentence, language) for each in every for language in LANGUAGES)
