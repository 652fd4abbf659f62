"""Limits moved on their bar: by keys and by the mouse, one value with the fields above it."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scorecard.commands.revise_definition import ReviseDefinition
from scorecard.model.records import KpiVersion, Target
from scorecard.vocabulary import Direction, Frequency, Words
from tests.ui.panels import Stage, defining, page_of, typed_over
from ui.fields.limit_knob import HEIGHT, HIT, LimitKnob
from ui.forms.definition import Definition
from ui.forms.limit_handles import limit_handles, on_step, step_of, stepped, text_after
from ui.look import Look
from ui.views.panel.limit_bar import LimitBar

AMBER, GREEN = "amber.value", "green.value"


@pytest.fixture
def stage(tmp_path: Path, look: Look, qtbot: QtBot) -> Iterator[Stage]:
    """The definition of OEE: target and green ≥ 80 %, amber ≥ 72 %; 76.4 % in October."""
    with defining(Stage(tmp_path, look, "n-oee"), qtbot) as made:
        yield made


def limits(stage: Stage) -> LimitBar:
    return page_of(stage).sheet.trial.limits


def knob(stage: Stage, key: str) -> LimitKnob:
    return limits(stage).bar.knobs[key]


def typed(stage: Stage, part: str) -> str:
    return page_of(stage).form.rows["thresholds"].editors[part].words()


def shown(stage: Stage, kpi: str, version: KpiVersion, target: str, qtbot: QtBot) -> None:
    """Give the line that is looked at another definition and target."""
    changed = replace(version, kpi=kpi, version="v1.2", effective="2026-01")
    stage.bridge.run(ReviseDefinition(changed, Target(kpi, "co", "2026-01-01", target), True))
    page = page_of(stage)
    qtbot.waitUntil(lambda: page.form.rows["unit"].editors["unit"].words() == version.unit)
    QTest.qWait(50)


def test_a_handle_is_large_enough_to_be_taken_hold_of(stage: Stage) -> None:
    assert (knob(stage, GREEN).width(), knob(stage, GREEN).height()) == (HIT, HEIGHT) == (24, 34)


def test_an_arrow_key_moves_a_limit_by_one_step_of_what_is_shown(stage: Stage) -> None:
    QTest.keyClick(knob(stage, AMBER), Qt.Key.Key_Right)

    assert (typed(stage, "amber"), typed(stage, "green")) == ("≥ 72.1 %", "≥ 80 %")


def test_shift_moves_it_by_ten_steps(stage: Stage) -> None:
    QTest.keyClick(knob(stage, AMBER), Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)

    assert typed(stage, "amber") == "≥ 71 %"


def test_home_and_end_go_as_far_as_the_other_limits_allow(stage: Stage) -> None:
    QTest.keyClick(knob(stage, GREEN), Qt.Key.Key_Home)
    assert typed(stage, "green") == "≥ 72 %"

    QTest.keyClick(knob(stage, GREEN), Qt.Key.Key_End)
    assert typed(stage, "green") == "≥ 80 %"


def test_a_limit_cannot_be_pushed_past_its_neighbour(stage: Stage) -> None:
    """Green is at the target, and higher is better: it goes no further up."""
    QTest.keyClick(knob(stage, GREEN), Qt.Key.Key_Right)

    assert typed(stage, "green") == "≥ 80 %"
    assert not page_of(stage).banner.isVisible()


def test_a_limit_is_drawn_by_the_mouse(stage: Stage) -> None:
    handle, bar = knob(stage, AMBER), limits(stage).bar
    middle = QPoint(HIT // 2, HEIGHT // 2)
    low, high = bar.ends

    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(handle, middle + QPoint(-40, 0))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton)

    wanted = 72 - 100 * 40 * (high - low) / (bar.width() - 8)
    found = float(typed(stage, "amber").removeprefix("≥ ").removesuffix(" %"))
    assert abs(found - wanted) <= 0.3
    assert round(found, 1) == found


def test_the_ends_of_the_bar_stay_while_a_handle_is_held(stage: Stage) -> None:
    handle, bar = knob(stage, AMBER), limits(stage).bar
    middle, before = QPoint(HIT // 2, HEIGHT // 2), bar.ends

    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(handle, middle + QPoint(-60, 0))
    held = bar.ends
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton)

    assert held == before


def test_what_is_typed_moves_the_handle(stage: Stage) -> None:
    before = knob(stage, AMBER).x()
    field = page_of(stage).form.rows["thresholds"].editors["amber"]
    assert isinstance(field, QWidget)

    typed_over(field, "74 %")

    assert knob(stage, AMBER).accessibleName() == "黃燈 74.0\u00a0%"
    assert knob(stage, AMBER).x() > before


def test_a_moved_limit_is_tried_out_on_the_past(stage: Stage, qtbot: QtBot) -> None:
    """76.4 % is amber from 72 % on, and off target from 77 % on."""
    field = page_of(stage).form.rows["thresholds"].editors["amber"]
    assert isinstance(field, QWidget)
    typed_over(field, "76.4 %")

    QTest.keyClick(knob(stage, AMBER), Qt.Key.Key_Right)

    qtbot.waitUntil(
        lambda: page_of(stage).sheet.trial.result.text() == "試算 2026-10：76.4 %，未達標"
    )


def test_a_range_has_four_handles_each_for_its_own_end(stage: Stage, qtbot: QtBot) -> None:
    version = stage.bridge.board.latest("MFG-002")
    ranged = replace(version, direction=Direction.RANGE, green="", amber="0.7..1.1", unit="％")
    shown(stage, "MFG-002", replace(ranged, unit="%", table_name="R"), "0.8..0.9", qtbot)
    keys = list(limits(stage).bar.knobs)

    QTest.keyClick(knob(stage, "amber.high"), Qt.Key.Key_Left)
    QTest.keyClick(knob(stage, "green.low"), Qt.Key.Key_Left)

    assert keys == ["amber.low", "green.low", "green.high", "amber.high"]
    assert typed(stage, "amber") == "70–109.9 %"
    assert typed(stage, "green") == "79.9–90 %"


@pytest.mark.parametrize(
    ("direction", "target", "words"),
    [
        (Direction.YES, "yes", "是：達標。否：未達標。"),
        (Direction.ZERO, "=0", "0：達標。其他：未達標。"),
    ],
)
def test_one_good_value_is_told_in_words_and_not_on_a_bar(
    stage: Stage, qtbot: QtBot, direction: Direction, target: str, words: str
) -> None:
    version = stage.bridge.board.latest("MFG-002")
    single = replace(version, direction=direction, green="", amber="", unit="件", decimals=0)

    shown(stage, "MFG-002", single, target, qtbot)

    qtbot.waitUntil(lambda: limits(stage).words.text() == words)
    assert not limits(stage).bar.isVisible()


def test_a_document_that_is_only_read_has_no_handle_to_be_moved(
    tmp_path: Path, look: Look, qtbot: QtBot
) -> None:
    made = Stage(tmp_path, look, "n-oee", read_only=True)
    qtbot.addWidget(made.panel)
    made.panel.show_tab("definition")

    assert not any(handle.isEnabled() for handle in limits(made).bar.knobs.values())
    made.bridge.close()


def test_what_the_limits_were_is_dashed_beside_the_new_ones(stage: Stage) -> None:
    bar = limits(stage).bar
    before = bar.grab().toImage()

    QTest.keyClick(knob(stage, AMBER), Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)

    assert bar.old == (0.72,)
    assert bar.grab().toImage() != before


LOWER = Definition(
    KpiVersion("X", "v1.0", "2026-01", Words("甲"), unit="件", direction=Direction.LOWER),
    Target("X", "co", "2026-01", "<=5"),
    "co",
)


def test_where_lower_is_better_the_handles_stand_the_other_way_round() -> None:
    green, amber = limit_handles(LOWER)

    assert (green.value, green.least, green.most) == (5.0, 5.0, 5.5)
    assert (amber.value, amber.least, amber.most) == (5.5, 5.0, None)
    assert text_after(LOWER, amber, 6.0) == "≤ 6"


def test_a_step_has_the_size_of_what_is_judged() -> None:
    percent = replace(LOWER, version=replace(LOWER.version, unit="%", decimals=2))
    money = replace(LOWER, target=Target("X", "co", "2026-01", "<=30000000"))
    plain = replace(LOWER, version=replace(LOWER.version, amber="<=6"))

    assert (step_of(percent), step_of(money)) == (Decimal("0.0001"), Decimal(100000))
    assert (step_of(LOWER), step_of(plain)) == (Decimal("0.01"), Decimal(1))


def test_steps_add_up_as_decimal_numbers_do() -> None:
    assert stepped(0.7, 3, Decimal("0.001")) == 0.703
    assert on_step(0.72349, Decimal("0.001")) == 0.723


def test_a_yearly_target_of_a_monthly_kpi_has_no_handles() -> None:
    """Its numbers are not those of a month."""
    yearly = replace(LOWER, target=Target("X", "co", "2026", "<=60", Frequency.YEAR))

    assert limit_handles(yearly) == ()
