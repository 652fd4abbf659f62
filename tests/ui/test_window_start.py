"""The start of the window: what is loaded before the first picture, and without a screen."""

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.ui.windows import NAME, sample_in
from ui.app import has_display, main

ROOT = Path(__file__).resolve().parent.parent.parent
HEAVY = {
    *("numpy", "pyqtgraph", "sqlite_utils", "typing_extensions"),
    *("ui.charts", "ui.views.panel", "scorecard.catalogue"),
}
#: What a window does not need before somebody asks for something, or the backup of the day is due.
LATER = {
    *("PySide6.QtSvg", "platform"),
    *("scorecard.store.backups", "scorecard.store.chronicle", "scorecard.store.copying"),
    *("scorecard.figures.outlook", "ui.widgets.period_popup", "ui.tree.clipboard"),
}

#: Shows the window, with the mouse lying in it; in place of the detail panel, which follows the
#: first paint, it tells what is loaded by then.
PROBE = """
import linecache
import sys
from pathlib import Path
from PySide6 import QtGui, QtWidgets
from PySide6.QtCore import QPointF, QTimer
from PySide6.QtGui import QCursor, QEnterEvent
from PySide6.QtWidgets import QApplication
from datetime import date
from scorecard.clock import SystemClock
from ui.app import ARGUMENTS, start
from ui.surroundings import Surroundings

def tell(room):
    room.is_finished = True
    print(*sys.modules)
    print(*linecache.cache)
    known = {**vars(QtGui), **vars(QtWidgets)}
    print(*(name for name, of in known.items() if isinstance(of, type)))
    QApplication.instance().quit()

application = QApplication(list(ARGUMENTS))
folder = Path(sys.argv[1])
today = date(2026, 11, 10)
around = Surroundings("amy", SystemClock(), lambda: today, folder / "own", folder)
window = start(around, folder / "Maker.scorecard")
window.show()
lies = QPointF(QCursor.pos())
application.sendEvent(window, QEnterEvent(lies, lies, lies))
if sys.argv[2] == "painted":
    type(window.room).add_panel = tell
if sys.argv[2] == "settled":
    QTimer.singleShot(1500, lambda: tell(window.room))
application.exec()
"""


#: Starts the program with a document. The first time it is closed once it was painted, which
#: leaves a picture; the second time it tells what is loaded when that picture was painted.
TWICE = """
import sys
from datetime import date
from PySide6.QtWidgets import QApplication
from ui import app

def tell(*_given):
    print(*sys.modules)
    QApplication.quit()

if sys.argv[2] == "first":
    from ui.inside import Inside
    Inside.finish_room = lambda inside: inside.window.close()
app._replace = tell
sys.exit(app.main([sys.argv[1]], today=date(2026, 11, 10)))
"""


#: Starts the window and tells how much Python leaves alone when it looks for rubbish, and how much
#: it looks through; then what it leaves alone once another document is open.
RESTING = """
import gc
import sys
from datetime import date
from pathlib import Path
from PySide6.QtWidgets import QApplication
from scorecard.clock import SystemClock
from ui.app import start
from ui.surroundings import Surroundings

application = QApplication([])
folder = Path(sys.argv[1])
around = Surroundings("amy", SystemClock(), lambda: date(2026, 11, 10), folder / "own", folder)
window = start(around, folder / "Maker.scorecard")
print(gc.get_freeze_count(), len(gc.get_objects()))
window.documents.open_path(folder / "Other.scorecard")
print(gc.get_freeze_count())
window.close()
"""


def _start(folder: Path, turn: str) -> set[str]:
    own = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", TWICE, str(sample_in(folder)) if turn == "first" else NAME, turn],
        cwd=ROOT if turn == "first" else folder,
        env={**os.environ, **own, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return set(done.stdout.split())


def test_the_picture_of_a_later_start_needs_qt_alone(tmp_path: Path) -> None:
    _start(tmp_path, "first")

    loaded = _start(tmp_path, "second")

    own = {name for name in loaded if name.split(".")[0] in {"scorecard", "ui"}}
    assert "ui.picture" in own
    assert len(own) < 12
    assert loaded & {"sqlite3", "dataclasses", "json", "ui.look", "scorecard.board"} == set()


def _probe(folder: Path, when: str) -> tuple[set[str], set[str], set[str]]:
    """The modules that are loaded, the files whose source is kept, the classes of Qt's that PySide6
    has built."""
    sample_in(folder)
    done = subprocess.run(
        [sys.executable, "-c", PROBE, str(folder), when],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    modules, sources, classes = done.stdout.split("\n")[:3]
    return set(modules.split()), set(sources.split()), set(classes.split())


def test_the_first_picture_needs_no_heavy_library(tmp_path: Path) -> None:
    loaded, _, _ = _probe(tmp_path, "painted")

    assert "ui.tree.view" in loaded
    assert loaded & HEAVY == set()


def test_a_window_with_its_first_chart_has_loaded_neither_numpy_nor_pyqtgraph(
    tmp_path: Path,
) -> None:
    loaded, _, _ = _probe(tmp_path, "settled")

    assert "ui.charts.course_view" in loaded
    assert loaded & {"numpy", "pyqtgraph"} == set()


def test_a_window_that_nobody_has_touched_has_made_only_what_it_shows(tmp_path: Path) -> None:
    loaded, _, classes = _probe(tmp_path, "settled")

    assert "ui.views.panel.overview" in loaded
    assert {name for name in loaded if name.startswith("ui.forms.definition")} == set()
    assert loaded & LATER == set()
    assert "QTreeView" in classes
    assert classes & {"QCalendarWidget", "QMdiArea", "QWizard"} == set()
    assert classes & {"QStyle", "QAccessible", "QTabletEvent"} == set()


def test_python_does_not_look_for_rubbish_in_the_open_document(tmp_path: Path) -> None:
    """Looking through all of a document of 2,000 KPIs stops the window for 0.1 s."""
    shutil.copyfile(sample_in(tmp_path), tmp_path / "Other.scorecard")

    done = subprocess.run(
        [sys.executable, "-c", RESTING, str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    left_alone, looked_through, with_another = map(int, done.stdout.split())
    assert left_alone > 10 * looked_through
    assert with_another == 0


def test_no_source_of_a_module_is_read_at_the_start(tmp_path: Path) -> None:
    loaded, read, _ = _probe(tmp_path, "painted")

    assert "scorecard.store.load" in loaded
    assert not [source for source in read if "scorecard/store" in source]


def test_without_a_screen_the_window_is_refused_in_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")

    code = main([], today=date(2026, 11, 10))

    assert code == 2
    assert "main.py --help" in capsys.readouterr().err


def test_a_platform_that_is_asked_for_needs_no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")

    assert has_display()


LONGER = """
import sys
from scorecard.board import Board
from ui.arrays import LONG, load_beside

short = Board(series={("m", "co"): dict.fromkeys(range(LONG), 1.0)})
long = Board(series={("m", "co"): dict.fromkeys(range(LONG + 1), 1.0)})
print(load_beside(short), "numpy" in sys.modules)
load_beside(long).join()
print("numpy" in sys.modules)
"""


def test_what_long_series_need_is_loaded_beside_the_window() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LONGER], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == ["None", "False", "True"]
