"""Every slip that the radar sees, in the real window: marked, gone to by F8, put right by one key,
or kept because of a note."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from scorecard.commands.entries import EnterBlock
from scorecard.commands.measure import PutMeasure
from scorecard.commands.new_scorecard import NewScorecard
from scorecard.model.records import Entry, Measure
from scorecard.period import Period
from scorecard.slips.slip import Kind
from scorecard.text import Said
from scorecard.vocabulary import Words
from tests.ui.recorder import CTRL, OCTOBER, Recorder
from tests.ui.test_entry_documents import opened
from tests.ui.windows import room
from ui.views.entry.sheet_model import Column

#: What is usual for each row, and how far it wanders in 24 months; no number comes twice in a row.
USUAL = {"a": 123.0, "b": 4170.0, "c": 98400.0, "d": 1234500.0, "rate": 0.9, "loss": 5310.0}
REPAIR, NOTE = (Qt.Key.Key_Period, CTRL), (Qt.Key.Key_Semicolon, CTRL)


def before(name: str, back: int) -> float:
    """The value of so many months before October, in ±4 % about what is usual."""
    return round(USUAL[name] * (1 + ((back * 7) % 9 - 4) / 100), 4)


@pytest.fixture
def slipping(qtbot: QtBot, tmp_path: Path) -> Iterator[Recorder]:
    """A sheet of six rows with two years behind them, October still to come."""
    units = dict.fromkeys(USUAL, "") | {"rate": "%"}
    history = [
        Entry(name, "co", Period.parse(OCTOBER).shifted(-back).code, before(name, back))
        for name in USUAL
        for back in range(1, 25)
    ]
    window = opened(
        tmp_path,
        qtbot,
        NewScorecard("zh_TW", "2024"),
        *(
            PutMeasure(Measure(name, Words(name, name), unit, order=at))
            for at, (name, unit) in enumerate(units.items())
        ),
        EnterBlock(tuple(history), Said("command.paste", {"count": "144"})),
    )
    room(window).selection.show_month(Period.parse(OCTOBER))
    yield Recorder(window)
    window.close()
    window.deleteLater()


def entered(recorder: Recorder, values: Mapping[str, float]) -> None:
    block = tuple(Entry(name, "co", OCTOBER, value) for name, value in values.items())
    room(recorder.window).bridge.run(EnterBlock(block, Said("command.paste", {"count": "1"})))


def kinds(recorder: Recorder) -> dict[str, Kind]:
    desk = recorder.page.desk
    found = {row.place[0]: desk.standing(row).slip for row in desk.rows}
    return {name: slip.kind for name, slip in found.items() if slip is not None}


@pytest.mark.parametrize(
    ("name", "typed", "kind", "meant"),
    [
        pytest.param("b", "41000", Kind.POWER, 4100.0, id="x 10"),
        pytest.param("b", "410000", Kind.POWER, 4100.0, id="x 100"),
        pytest.param("b", "4100000", Kind.POWER, 4100.0, id="x 1000"),
        pytest.param("b", "410", Kind.POWER, 4100.0, id="/ 10"),
        pytest.param("b", "41", Kind.POWER, 4100.0, id="/ 100"),
        pytest.param("b", "4.1", Kind.POWER, 4100.0, id="/ 1000"),
        pytest.param("b", "-4100", Kind.SIGN, 4100.0, id="sign"),
    ],
)
def test_a_slip_of_one_number_is_put_right_by_one_key(
    slipping: Recorder, name: str, typed: str, kind: Kind, meant: float
) -> None:
    slipping.go_to((name, "co"))
    slipping.type(typed)
    slipping.press(Qt.Key.Key_Return)
    assert kinds(slipping) == {name: kind}
    assert slipping.shown((name, "co"), Column.CHECK)

    slipping.go_to(("a", "co"))
    slipping.press(Qt.Key.Key_F8, REPAIR)

    assert slipping.value((name, "co")) == meant
    assert kinds(slipping) == {}


def test_a_share_in_a_percent_field_is_asked_and_answered_by_one_key(slipping: Recorder) -> None:
    slipping.go_to(("rate", "co"))
    slipping.type("0.91")
    slipping.press(Qt.Key.Key_Return)
    said = slipping.shown(("rate", "co"), Column.CHECK)
    assert "91" in said

    slipping.go_to(("rate", "co"))
    slipping.press(REPAIR)

    assert slipping.value(("rate", "co")) == pytest.approx(0.91)
    assert slipping.shown(("rate", "co"), Column.CHECK) == ""


def test_two_rows_swapped_are_put_right_together_by_one_key(slipping: Recorder) -> None:
    entered(slipping, {"a": 4175.0, "b": 124.0})
    assert kinds(slipping) == {"a": Kind.SWAPPED, "b": Kind.SWAPPED}

    slipping.go_to(("a", "co"))
    slipping.press(REPAIR)

    assert (slipping.value(("a", "co")), slipping.value(("b", "co"))) == (124.0, 4175.0)
    assert kinds(slipping) == {}


def test_rows_shifted_by_one_are_put_right_together_by_one_key(slipping: Recorder) -> None:
    entered(slipping, {"b": 124.0, "c": 4175.0, "d": 98500.0})
    assert set(kinds(slipping).values()) == {Kind.ROWS}

    slipping.go_to(("c", "co"))
    slipping.press(REPAIR)

    values = {name: slipping.value((name, "co")) for name in ("a", "b", "c")}
    assert values == {"a": 124.0, "b": 4175.0, "c": 98500.0}


def test_the_numbers_of_last_month_pasted_again_are_one_card(slipping: Recorder) -> None:
    lines = [f"{name}\t{before(name, 1):.15g}" for name in ("a", "b", "c", "d", "loss")]
    QGuiApplication.clipboard().setText("\n".join(lines))
    slipping.go_to(("a", "co"))
    slipping.press((Qt.Key.Key_V, CTRL))

    (card,) = slipping.page.paste.side.cards

    assert {cell.slip.kind for cell in card.cells if cell.slip} == {Kind.MONTH}
    card.buttons[0].click()
    slipping.type("same as last month")
    slipping.press(Qt.Key.Key_Return, (Qt.Key.Key_Return, CTRL))
    assert slipping.value(("b", "co")) == before("b", 1)
    assert kinds(slipping) == {}


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        pytest.param(f"{before('b', 1):.15g}", Kind.SAME, id="as last month"),
        pytest.param("41000", Kind.POWER, id="x 10"),
        pytest.param("-4100", Kind.SIGN, id="sign"),
    ],
)
def test_a_doubted_number_is_kept_because_of_a_note(
    slipping: Recorder, typed: str, kind: Kind
) -> None:
    slipping.go_to(("b", "co"))
    slipping.type(typed)
    slipping.press(Qt.Key.Key_Return)
    assert kinds(slipping) == {"b": kind}

    slipping.go_to(("a", "co"))
    slipping.press(Qt.Key.Key_F8, NOTE)
    slipping.type("a new plant")
    slipping.press(Qt.Key.Key_Return)

    assert kinds(slipping) == {}
    assert slipping.value(("b", "co")) == float(typed)
    assert slipping.shown(("b", "co"), Column.CHECK) == "a new plant"
