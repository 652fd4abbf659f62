"""What nobody holds goes in the window's own thread, whatever runs beside it."""

import gc
import sys
import threading
import weakref
from functools import partial

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from ui.beside import Beside
from ui.threads import begin, tell_window


class Held:
    """Something that only a collection throws away: it holds itself."""

    def __init__(self) -> None:
        self.itself = self


def test_rubbish_is_thrown_away_in_the_thread_of_the_window(qtbot: QtBot) -> None:
    gone_in: list[int] = []

    def work() -> None:
        for _ in range(50_000):  # enough for a collection to be due
            Held()

    for _ in range(20):
        weakref.finalize(Held(), lambda: gone_in.append(threading.get_ident()))
    thread = begin(work, "test")
    thread.join()
    assert gone_in == []
    assert not gc.isenabled()

    qtbot.waitUntil(gc.isenabled)
    gc.collect()
    assert set(gone_in) == {threading.get_ident()}


def test_collections_come_back_when_the_last_thread_has_ended(qtbot: QtBot) -> None:
    stop = threading.Event()
    long, short = begin(stop.wait, "long"), begin(lambda: None, "short")
    short.join()
    qtbot.wait(20)
    assert not gc.isenabled()

    stop.set()
    long.join()
    qtbot.waitUntil(gc.isenabled)


def test_the_document_that_a_thread_made_is_never_looked_through(qtbot: QtBot) -> None:
    made: list[list[int]] = []
    before = gc.get_freeze_count()

    begin(lambda: made.extend([at] for at in range(100_000)), "document", stays=True).join()
    qtbot.waitUntil(gc.isenabled)

    assert gc.get_freeze_count() - before >= 100_000
    gc.unfreeze()


@pytest.mark.parametrize(("count", "stays"), [(100, True), (100_000, False)])
def test_what_goes_again_and_what_is_little_is_left_to_the_collector(
    qtbot: QtBot, count: int, stays: bool
) -> None:
    made: list[list[int]] = []
    before = gc.get_freeze_count()

    begin(lambda: made.extend([at] for at in range(count)), "little", stays=stays).join()
    qtbot.waitUntil(gc.isenabled)

    assert gc.get_freeze_count() == before


def test_threads_take_short_turns_as_long_as_one_runs(qtbot: QtBot) -> None:
    usual, turns = sys.getswitchinterval(), list[float]()

    begin(lambda: turns.append(sys.getswitchinterval()), "test").join()
    qtbot.waitUntil(gc.isenabled)

    assert turns[0] < usual
    assert sys.getswitchinterval() == usual


def test_what_a_thread_tells_comes_in_the_thread_of_the_window_in_its_order(qtbot: QtBot) -> None:
    owner, told = QObject(), list[tuple[int, int]]()

    def work() -> None:
        for number in range(3):
            tell_window(owner, partial(note, number))

    def note(number: int) -> None:
        told.append((number, threading.get_ident()))

    begin(work, "test").join()
    qtbot.waitUntil(gc.isenabled)

    assert told == [(number, threading.get_ident()) for number in range(3)]


def test_what_is_told_to_something_that_is_gone_is_not_done(qtbot: QtBot) -> None:
    owner, told = QObject(), list[int]()

    begin(lambda: tell_window(owner, lambda: told.append(1)), "test").join()
    delete(owner)
    qtbot.waitUntil(gc.isenabled)

    assert told == []


def test_work_beside_a_window_may_still_tell_while_its_window_goes(qtbot: QtBot) -> None:
    """The thread told by a signal of the window's own: one time in some thousand it was gone."""
    for _ in range(300):
        window = QObject()
        beside = Beside(window)
        beside.start(lambda: iter(range(200)))
        delete(window)
    qtbot.waitUntil(gc.isenabled)
