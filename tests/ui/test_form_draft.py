"""What is typed over a definition, and what becomes of it; no window is needed."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from scorecard.board import Board
from scorecard.commands.definition import NewVersion
from scorecard.commands.revise_definition import ReviseDefinition, next_version
from scorecard.model.records import KpiVersion
from scorecard.text import sentence
from scorecard.trouble import Refused
from scorecard.vocabulary import Direction, Words
from scorecard.workspace import Workspace
from tests.ui.panels import TODAY, sample
from ui.forms.aim_text import Unsure, aim_shown, aim_typed
from ui.forms.definition import Context, Definition
from ui.forms.definition_fields import FIELDS, GROUPS, PARTS
from ui.forms.draft import Draft, Outcome, outcome_correction, outcome_new

PERCENT = KpiVersion("X", "v1.0", "2026-01", Words("甲", "A"), unit="%")
COUNT = replace(PERCENT, unit="件")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """The sample, open."""
    made = sample(tmp_path)
    yield made
    made.close()


def oee(board: Board) -> Definition:
    return Definition(board.latest("MFG-002"), board.targets["MFG-002", "co"][-1], "co")


def drafted(board: Board, **texts: str) -> Outcome:
    """What a new version of OEE would be after typing `texts`."""
    draft, at = Draft(oee(board), {}), Context(board, "zh_TW")
    for key, text in texts.items():
        draft = draft.with_text(PARTS[key], text, at)
    return outcome_new(draft, at, TODAY)


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("≥ 35 %", ">=0.35"),
        (">=0.35", ">=0.35"),
        ("95–105%", "0.95..1.05"),
        ("0.95..1.05", "0.95..1.05"),
        ("至少 98%", ">=0.98"),
        ("持續改善", "improve:last_year"),
        ("improve:previous", "improve:previous"),
    ],
)
def test_a_percent_target_is_kept_as_a_fraction(text: str, stored: str) -> None:
    assert aim_typed(text, PERCENT, Board()).text == stored


@pytest.mark.parametrize(
    ("text", "stored"), [("≤ 5", "<=5"), ("< 5 件", "<5"), ("0", "=0"), (">= 1,200", ">=1200")]
)
def test_a_target_of_a_count_is_kept_as_it_is(text: str, stored: str) -> None:
    assert aim_typed(text, COUNT, Board()).text == stored


@pytest.mark.parametrize(
    ("text", "stored"),
    [("≥ 82", ">=0.82"), (">= 97", ">=0.97"), ("95-105", "0.95..1.05"), ("<= 1", "<=1")],
)
def test_a_number_in_a_percent_field_is_a_percentage_as_it_is_for_a_value(
    text: str, stored: str
) -> None:
    assert aim_typed(text, PERCENT, Board()).text == stored


def test_another_unit_in_a_percent_field_is_asked_about() -> None:
    with pytest.raises(Unsure):
        aim_typed("≥ 82 件", PERCENT, Board())


def test_a_fraction_in_a_percent_field_is_asked_about_both_ways() -> None:
    with pytest.raises(Unsure) as asked:
        aim_typed("≥ 0.35", PERCENT, Board())

    assert asked.value.choices == ("≥ 35 %", "≥ 0.35 %")


def test_a_percentage_of_a_count_is_refused_in_the_units_of_the_sentence() -> None:
    with pytest.raises(Refused) as refused:
        aim_typed("≥ 82 %", COUNT, Board())

    (trouble,) = refused.value.troubles
    assert "the unit is pcs." in sentence(trouble, "en")
    assert "欄位單位是「件」。" in sentence(trouble, "zh_TW")


def test_a_number_without_direction_takes_that_of_the_definition() -> None:
    version = replace(COUNT, direction=Direction.LOWER)

    assert aim_typed("5", version, Board()).text == "<=5"


def test_a_number_without_any_direction_is_asked_about() -> None:
    with pytest.raises(Unsure) as asked:
        aim_typed("5", COUNT, Board())

    assert asked.value.choices == ("≥ 5", "≤ 5")


@pytest.mark.parametrize("text", ["≥ 35 %", "abc", "105-95"])
def test_a_target_that_cannot_be_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        aim_typed(text, COUNT, Board())


@pytest.mark.parametrize("stored", [">=0.35", "<0.02", "0.95..1.05", "=1", "=0", ">=0.995"])
def test_a_target_as_it_is_shown_can_be_typed_again(stored: str) -> None:
    shown = aim_shown(stored, "%")

    assert aim_typed(shown, PERCENT, Board()).text == stored


def test_the_form_has_the_nineteen_fields_of_the_definition_table() -> None:
    counts = [sum(field.group == group for field in FIELDS) for group in GROUPS]

    assert counts == [5, 5, 3, 6]


def test_an_untouched_form_is_no_change(workspace: Workspace) -> None:
    at = Context(workspace.board, "zh_TW")
    draft = Draft(oee(workspace.board), {})

    for part in PARTS.values():
        draft = draft.with_text(part, draft.text(part, at), at)

    assert draft.is_empty


def test_every_field_as_it_is_shown_reads_as_it_was(workspace: Workspace) -> None:
    board = workspace.board
    at = Context(board, "zh_TW")
    for kpi in board.versions:
        org = next((o for k, o in board.targets if k == kpi), "co")
        targets = board.targets.get((kpi, org), ())
        base = Definition(board.latest(kpi), targets[-1] if targets else None, org)
        after = base
        for part in PARTS.values():
            text = part.shown(base, at)
            after = part.put(after, text, at) if text else after

        assert after == base


def test_a_new_version_begins_with_the_first_period_not_begun(workspace: Workspace) -> None:
    found = drafted(workspace.board, target="≥ 82 %", change="上調")

    assert found.is_sound
    assert (found.definition.version.version, found.definition.version.effective) == (
        "v1.3",
        "2026-12",
    )


def test_a_new_target_begins_with_the_version(workspace: Workspace) -> None:
    target = drafted(workspace.board, target="≥ 82 %", change="上調").definition.target

    assert target is not None
    assert (target.start, target.value) == ("2026-12", ">=0.82")


def test_a_roc_date_is_read_as_the_day_from_which_it_counts(workspace: Workspace) -> None:
    found = drafted(workspace.board, target="≥ 82 %", effective="116/1/1")

    assert found.definition.version.effective == "2027-01-01"


def test_a_version_cannot_begin_before_the_one_it_follows(workspace: Workspace) -> None:
    found = drafted(workspace.board, target="≥ 82 %", effective="2025-12", change="x")

    assert found.troubles["effective"].code == "version_too_early"


def test_a_change_needs_a_reason(workspace: Workspace) -> None:
    assert drafted(workspace.board, target="≥ 82 %").troubles["change"].code == "reason_missing"


def test_limits_in_the_wrong_order_are_said_beside_the_limits(workspace: Workspace) -> None:
    found = drafted(workspace.board, amber="≥ 90 %")

    assert found.troubles["thresholds"].code == "limit_order.amber.higher"


def test_an_unknown_name_is_said_beside_the_formula(workspace: Workspace) -> None:
    found = drafted(workspace.board, formula="良品 / 總產量")

    assert found.troubles["formula"].code == "formula_unknown_name_near"


def test_the_other_language_of_a_text_stays(workspace: Workspace) -> None:
    found = drafted(workspace.board, definition="新的定義")

    assert found.definition.version.definition.zh_TW == "新的定義"
    assert found.definition.version.definition.en == oee(workspace.board).version.definition.en


def test_a_correction_keeps_name_and_date_of_its_version(workspace: Workspace) -> None:
    at = Context(workspace.board, "zh_TW")
    draft = Draft(oee(workspace.board), {}).with_text(PARTS["unit"], "分", at)

    version = outcome_correction(draft, at).definition.version

    assert (version.version, version.effective, version.unit) == ("v1.2", "2026-01", "分")


def test_definition_and_target_are_one_step(workspace: Workspace) -> None:
    before = workspace.board
    found = drafted(before, target="≥ 82 %", green="≥ 82 %", change="上調").definition

    workspace.run(ReviseDefinition(found.version, found.target))

    assert workspace.board.latest("MFG-002").version == "v1.3"
    assert workspace.board.targets["MFG-002", "co"][-1].value == ">=0.82"
    workspace.undo()
    assert workspace.board == before


def test_the_name_of_a_version_that_is_taken_is_passed_over(workspace: Workspace) -> None:
    assert next_version(workspace.board, "MFG-002") == "v1.3"


def test_a_kpi_that_another_formula_names_can_be_renamed(workspace: Workspace) -> None:
    name = workspace.board.latest("MFG-002").name.zh_TW
    formula = f"[{name}] × 2"
    workspace.run(NewVersion(KpiVersion("X", "v1", "2025-01", Words("兩倍"), formula=formula)))

    outcome = drafted(workspace.board, name_zh="新的 名稱", change="改名")

    assert outcome.is_sound
    workspace.run(ReviseDefinition(outcome.definition.version))
    assert workspace.board.latest("X").formula == "[新的 名稱] × 2"


def test_a_formula_said_in_the_other_language_is_no_change(workspace: Workspace) -> None:
    board = workspace.board
    rework = Definition(board.latest("MFG-201"), board.targets["MFG-201", "co"][-1], "co")
    english, chinese = Context(board, "en"), Context(board, "zh_TW")
    part = PARTS["formula"]

    shown = part.shown(rework, english)
    again = (
        Draft(rework, {}).with_text(part, shown + " + 1", english).with_text(part, shown, english)
    )
    typed_elsewhere = Draft(rework, {}).with_text(part, shown, chinese)

    assert shown == "[Units reworked] / [Units made] × 100%"
    assert again.is_empty
    assert outcome_new(typed_elsewhere, chinese, TODAY).definition.version.formula == (
        "重工數 / 總產量 × 100%"
    )


def test_a_unit_said_in_the_other_language_is_no_change(workspace: Workspace) -> None:
    board = workspace.board
    complaints = Definition(board.latest("QAD-004"), None, "co")
    at = Context(board, "en")

    assert PARTS["unit"].shown(complaints, at) == "pcs"
    assert PARTS["unit"].put(complaints, "pcs", at) == complaints
    assert PARTS["unit"].put(complaints, "days", at).version.unit == "days"
