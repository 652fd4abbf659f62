"""Every command has a name in both languages, and reads well in the history."""

import re

import pytest

from scorecard.text import LANGUAGES
from scorecard.workspace import Command
from tests.ui.every_command import BEFORE, ONE_OF_EACH, OTHERS, every_command
from tests.ui.test_history import history, names
from tests.ui.windows import room, window
from ui.main_window import MainWindow
from ui.views.history import HistoryPage

__all__ = ["window"]
#: Ids of the sample that are no words of either language.
_CHINESE = re.compile(r"[㐀-鿿]")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T")
#: What somebody typed stands as it was typed.
_TYPED = re.compile("出貨單補登|併入二廠|連假|十月|換了新線")


def test_one_of_each_command_is_tried() -> None:
    """A new one without a name shall fail here."""
    found = set(every_command())

    assert found == set(ONE_OF_EACH)
    assert len(found) > 40


def test_every_step_reads_well_in_the_history(window: MainWindow) -> None:
    page, faults = history(window), []
    for kind, make in ONE_OF_EACH.items():
        before = [BEFORE[kind]] if kind in BEFORE else []
        for command in before:
            assert room(window).bridge.run(command) is not None
        faults += told_wrong(window, page, make(room(window).bridge.board), kind.__name__)
        for _ in before:
            room(window).bridge.undo()

    assert faults == []


def test_so_does_each_of_several_at_once(window: MainWindow) -> None:
    page, faults = history(window), []
    for at, make in enumerate(OTHERS):
        faults += told_wrong(window, page, make(room(window).bridge.board), f"other {at}")

    assert faults == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [("Entry of good_units", True), ("Entry of {measure}", True), ("", True), ("輸入", True),
     ("Closing of 2026-10 for co", True), ("at 2026-11-10T09:42", True), ("entry", True),
     ("Entry of Good units 2026-10", False)],
)  # fmt: skip
def test_the_test_can_fail(window: MainWindow, text: str, wrong: bool) -> None:
    assert bool(reads_ill(window, text, "en")) is wrong


def told_wrong(window: MainWindow, page: HistoryPage, command: Command, what: str) -> list[str]:
    """Run it, read it in the history in both languages, and undo it: what reads ill."""
    bridge = room(window).bridge
    assert bridge.run(command) is not None, what
    faults = []
    for language in LANGUAGES:
        window.look.set_language(language)
        page.list.choose(0)
        name, lines = names(page)[0], page.detail.text.toPlainText().splitlines()
        assert lines, what
        faults += [(what, name, why) for why in reads_ill(window, name, language)]
        faults += [
            (what, line, why)
            for line in lines
            if "公式" not in line and "formula" not in line  # it is shown as it was written
            for why in reads_ill(window, f"+ {line}", language)
        ]
    assert bridge.undo(), what
    return [" | ".join(each) for each in faults]


def reads_ill(window: MainWindow, text: str, language: str) -> list[str]:
    """What a person would stumble over."""
    board = room(window).bridge.board
    ids = {*board.orgs, *board.measures, *board.nodes, *board.comments, *board.stored_settings}
    typed = _TYPED.sub("", text)
    found = {
        "empty": not text.strip(" +"),
        "a place that is not filled": "{" in text or "}" in text,
        "a key": re.search(r"\b(command|history|panel|setting)\.\w", text) is not None,
        "an id": bool(ids & set(re.findall(r"[a-z][\w-]*[_-][\w-]+|\bco\b", text))),
        "a moment": _MOMENT.search(text) is not None,
        "Chinese": language == "en" and _CHINESE.search(typed) is not None,
        "no Chinese": language != "en" and _CHINESE.search(text) is None,
        "no capital": language == "en" and not text[:1].isupper() and text[:1] not in "+",
    }
    return [why for why, is_so in found.items() if is_so]
