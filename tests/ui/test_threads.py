"""What nobody holds goes in the window's own thread, whatever runs beside it."""

import gc
import threading
import weakref

from pytestqt.qtbot import QtBot

from ui.threads import begin


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
