"""No number of the tree is cut: it has fewer digits, a larger unit or smaller ones instead."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QMarginsF, QRectF
from PySide6.QtGui import QPageSize, QPdfWriter
from pytestqt.qtbot import QtBot

from scorecard.commands.importing import ImportBoard
from scorecard.model.edits import Edit
from scorecard.model.records import Entry, KpiVersion, Measure, Node, Record, Target
from scorecard.vocabulary import Direction, NodeKind, Words
from tests.ui.pixels import columns, painted
from tests.ui.windows import room, sample_in, show, window_in
from ui.fonts import load_fonts
from ui.look import Density
from ui.main_window import MainWindow
from ui.painting.change import paint_change
from ui.painting.number import paint_number
from ui.painting.words import RIGHT, paint_whole
from ui.palettes import palette
from ui.selection import Reach
from ui.tree.columns import Column

#: Dots after a digit, a sign or a comma: something of the number is missing.
CUT = re.compile(r"[\d.,$≥≤<>+−–]\s?…")
LIGHT = palette("light")


@pytest.fixture(params=["zh_TW", "en"])
def window(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = window_in(tmp_path, request.param)
    made.documents.open_path(sample_in(tmp_path))
    yield made
    made.close()
    made.deleteLater()


def written(window: MainWindow) -> list[str]:
    """Everything that the tree draws, read back from paper, without the names of its lines."""
    tree = room(window).page.tree
    names = [
        line.name.show(window.look.language) for line in room(window).page.model.rows.lines.values()
    ]
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(72)
    writer.setPageSize(QPageSize(tree.viewport().size()))
    tree.viewport().render(writer)
    (page,) = PdfReader(BytesIO(buffer.data().data())).pages
    texts = [" ".join(text.split()) for text in page.extract_text().splitlines()]
    return [t for t in texts if not any(name.startswith(t.rstrip("…").strip()) for name in names)]


def seen_everywhere(window: MainWindow, qtbot: QtBot) -> Iterator[tuple[str, list[str]]]:
    """What the tree draws in every view, at both widths and heights of rows."""
    for width in (1440, 1100):
        show(window, qtbot, width, 1800)
        for density in Density:
            window.actions_of[f"density.{density}"].trigger()
            for reach in Reach:
                room(window).selection.set_reach(reach)
                yield f"{width} {density} {reach}", written(window)


def cut_in(seen: dict[str, list[str]]) -> dict[str, list[str]]:
    """The texts of each view in which a number is cut."""
    found = {place: [text for text in texts if CUT.search(text)] for place, texts in seen.items()}
    return {place: texts for place, texts in found.items() if texts}


def test_no_number_of_the_sample_is_cut(window: MainWindow, qtbot: QtBot) -> None:
    seen = dict(seen_everywhere(window, qtbot))

    assert len(seen) == 12
    assert all(len(texts) > 100 for texts in seen.values())
    assert {
        place: cut for place, texts in seen.items() if (cut := list(filter(CUT.search, texts)))
    } == {}


def test_no_owner_of_the_sample_is_cut(window: MainWindow, qtbot: QtBot) -> None:
    show(window, qtbot, 1440, 1800)
    model = room(window).page.model
    owners = {str(model.data(model.index_of(node, Column.OWNER))) for node in model.rows.lines}

    cut = {text.rstrip("…").strip() for text in written(window) if text.endswith("…")} - {""}

    assert len(owners) > 5
    assert not [owner for owner in owners if any(owner.startswith(text) for text in cut)]


def test_no_number_up_to_fifteen_digits_is_cut(window: MainWindow, qtbot: QtBot) -> None:
    room(window).bridge.run(ImportBoard("huge", lambda _board: tuple(huge())))

    seen = dict(seen_everywhere(window, qtbot))

    assert any("兆" in text or "T" in text for text in seen["1440 compact month"])
    assert {
        place: cut for place, texts in seen.items() if (cut := list(filter(CUT.search, texts)))
    } == {}


#: Unit, direction, target, and values of this year and of last year in each of twelve months.
HUGE = (
    ("", Direction.HIGHER, ">=151262345", 139096123.0, 90096123.0),
    ("件", Direction.HIGHER, ">=999000000000000", 998999999999999.0, 1.0),
    ("TWD", Direction.LOWER, "<=900000000000000", 999000000000000.0, 999.0),
    ("TWD/人", Direction.RANGE, "950000000000000..999000000000000", -999000000000000.0, 0.5),
    ("%", Direction.HIGHER, ">=99999999", 12345678.9, 9999999999.0),
    ("百萬工時/人/月", Direction.RANGE, "95000.25..105000.75", 99999.123, 123456789.0),
    ("", Direction.HIGHER, ">=0.000001", 999000000000000.0, -999000000000000.0),
    ("家", Direction.LOWER, "<123456.789", 123456.7891, 123456.7889),
)


def huge() -> Iterator[Edit]:
    """A KPI for each of `HUGE`, in a tree that has some already."""
    for at, (unit, direction, aim, now, before) in enumerate(HUGE):
        measure, kpi = f"huge{at}", f"HUGE-{at}"
        name = Words(f"大數 {at}", f"Huge number {at}")
        records: list[Record] = [
            Measure(measure, name, unit),
            KpiVersion(kpi, "v1", "2020-01", name, formula=measure, unit=unit, direction=direction),
            Target(kpi, "co", "2020-01", aim),
            Node(f"n-huge{at}", "p-fin", NodeKind.KPI, kpi=kpi, org="co", order=90 + at),
        ]
        for month in range(1, 13):
            records.append(Entry(measure, "co", f"2025-{month:02}", before))
            records.append(Entry(measure, "co", f"2026-{month:02}", now))
        yield from (Edit(None, record) for record in records)


@settings(max_examples=60, deadline=None)
@given(
    text=st.from_regex(r"\A[+−]?[0-9]{1,3}(,[0-9]{3}){0,5}(\.[0-9]{1,3})?[億兆MT]?\Z"),
    width=st.integers(20, 120),
    worse=st.booleans(),
)
def test_a_number_stays_inside_its_column(qapp: object, text: str, width: int, worse: bool) -> None:
    load_fonts()
    box = QRectF(50, 0, width, 20)
    pictures = [
        painted(250, 20, lambda p: paint_whole(p, box, text, LIGHT.text, align=RIGHT)),
        painted(250, 20, lambda p: paint_change(p, box, text, LIGHT, worse=worse)),
        painted(250, 20, lambda p: paint_number(p, box, text, LIGHT, unit="companies")),
    ]

    for picture in pictures[: 3 if width > 60 else 2]:
        drawn = columns(picture)
        assert min(drawn) >= 49
        assert max(drawn) <= 51 + width
