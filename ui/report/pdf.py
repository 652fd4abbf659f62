"""The report as PDF: real, searchable text, A4 laid on its side, no display needed."""

import os
from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter

from scorecard.evaluation import Evaluation
from scorecard.exchange.snapshot import late_of
from scorecard.exchange.snapshot_board import Kept
from scorecard.figures.report import Seal, report
from scorecard.whole_file import written_whole
from ui.report.booklet import Booklet
from ui.report.sheet import WIDTH, Sheet

_DOTS_PER_INCH = 1200
_CREATOR = "Scorecard"


def pages_of(
    evaluation: Evaluation, frozen: Kept, *, language: str = "", mono: bool = False
) -> bytes:
    """The pages of a frozen view as a PDF file.

    `language` is `zh_TW` or `en`, by default the document's.
    """
    application = ready()
    seal = Seal(frozen.at, frozen.by, frozen.digest)
    made = report(evaluation, frozen.org or None, seal, late_of(frozen.body))
    language = language or evaluation.board.settings.language
    data = pdf_bytes(Booklet(evaluation, made, language, mono=mono))
    del application  # it has to outlive the painting
    return data


def write_booklet(path: Path, booklet: Booklet) -> None:
    """Write all pages of a booklet to `path`, whole or not at all (R13). Raises OSError."""
    data = pdf_bytes(booklet)

    def fill(file: BinaryIO) -> None:
        file.write(data)

    written_whole(path, fill, handed_out=True)


def pdf_bytes(booklet: Booklet) -> bytes:
    """All pages of a booklet as a PDF file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, booklet)
    painter = QPainter(writer)
    try:
        painter.scale(writer.width() / WIDTH, writer.width() / WIDTH)
        for index in range(booklet.count):
            if index:
                writer.newPage()
            booklet.paint(painter, index)
    finally:
        painter.end()  # a painter must not outlive what it paints on
    return bytes(buffer.data().data())


def ready() -> QGuiApplication:
    """The application that Qt's fonts need; one is made, without a display, where none is."""
    there = QGuiApplication.instance()
    if isinstance(there, QGuiApplication):
        return there
    # Always: Qt ends the whole process where DISPLAY names a screen that is not there.
    if not os.environ.get("QT_QPA_PLATFORM"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return QGuiApplication(["scorecard"])


def _writer(buffer: QBuffer, booklet: Booklet) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS_PER_INCH)
    size = QPageSize(QPageSize.PageSizeId.A4)
    margins = QMarginsF(0, 0, 0, 0)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Landscape, margins))
    writer.setCreator(_CREATOR)
    painter = QPainter()
    writer.setTitle(booklet.title(Sheet(painter, booklet.language)))
    return writer
