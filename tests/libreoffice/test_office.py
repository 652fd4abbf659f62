"""What this program writes is opened, filled in and saved by LibreOffice, and comes back (S4)."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.documents import document, kpi, measure, months
from tests.cli.running import Run, run
from tests.exchange.documents import Json
from tests.exchange.workbooks import parts
from tests.libreoffice.office import convert, needs_office

__all__ = ["run"]
pytestmark = needs_office

_SPACE = "{{urn:oasis:names:tc:opendocument:xmlns:{}:1.0}}{}"
TABLE, ROW, CELL = (_SPACE.format("table", name) for name in ("table", "table-row", "table-cell"))
KIND, VALUE = (_SPACE.format("office", name) for name in ("value-type", "value"))
PARAGRAPH = _SPACE.format("text", "p")
TODAY = ("--today", "2026-12-01")
#: Names that a spreadsheet would run if it took them for formulas.
RISKY = ("=1+1", "+2", "-3", "@SUM(A1)")
_VALUE_COLUMN, _NOTE_COLUMN = 6, 7


@pytest.fixture
def path(tmp_path: Path, run: Run) -> Path:
    """A document of three measures with entries of October, one with risky names and notes."""
    named = [
        {**measure("yield", unit="%"), "name": {"zh_TW": "良率", "en": "Yield"}},
        {**measure("revenue", unit="元"), "name": {"zh_TW": "營收", "en": "Revenue"}},
        *({**measure(f"risky{at}"), "name": name} for at, name in enumerate(RISKY)),
    ]
    entries = [*months("yield", [0.95], "2026-10"), *months("revenue", [1234.5], "2026-10")]
    entries += [
        {**entry, "note": RISKY[at]}
        for at in range(len(RISKY))
        for entry in months(f"risky{at}", [-at], "2026-10")
    ]
    parts = {"measures": named, "kpis": [kpi("K", "yield")], "entries": entries}
    return document(tmp_path, run, parts)


def blank(run: Run, path: Path) -> Path:
    out = path.parent / "blank.xlsx"
    assert run("blank", path, "--period", "2026-11", "--to", out, *TODAY).code == 0
    return out


def seen_by_office(source: Path, folder: str = "flat") -> Path:
    """The file as LibreOffice reads it, as flat XML."""
    convert([source], "fods", source.parent / folder)
    return source.parent / folder / f"{source.stem}.fods"


def cells(row: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """The cells of a row, each as often as it is repeated, up to the last column of the form."""
    repeated = _SPACE.format("table", "number-columns-repeated")
    for cell in row.findall(CELL):
        yield from [cell] * min(int(cell.get(repeated, "1")), 20)


def text(cell: ElementTree.Element) -> str:
    return "\n".join("".join(p.itertext()) for p in cell.findall(PARAGRAPH))


def filled(flat: Path, said: Mapping[str, tuple[str, str, str]]) -> None:
    """Fill in kind, value and note of each id, as somebody does in LibreOffice."""
    for prefix, space in re.findall(r'xmlns:(\w+)="([^"]+)"', flat.read_text("utf-8")):
        ElementTree.register_namespace(prefix, space)  # LibreOffice knows its files by them
    tree = ElementTree.parse(flat)
    table = next(tree.iter(TABLE))
    for row in table.iter(ROW):
        line = list(cells(row))
        own_id = text(line[0]) if line else ""
        if own_id in said:
            kind, value, note = said[own_id]
            line[_VALUE_COLUMN].set(KIND, kind)
            line[_VALUE_COLUMN].set(VALUE, value)
            line[_NOTE_COLUMN].set(KIND, "string")
            ElementTree.SubElement(line[_NOTE_COLUMN], PARAGRAPH).text = note
    tree.write(flat, "utf-8", xml_declaration=True)


def entries(run: Run, path: Path, period: str) -> dict[str, tuple[object, str]]:
    out = path.parent / "out.json"
    run("export", path, "--what", "all", "--to", out)
    found: Json = json.loads(out.read_text("utf-8"))
    out.unlink()
    return {
        e["measure"]: (e["value"], e.get("note", ""))
        for e in found["entries"]
        if e["period"] == period
    }


@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls"])
def test_a_blank_workbook_filled_in_by_libreoffice_comes_back_without_mapping(
    path: Path, run: Run, kind: str
) -> None:
    flat = seen_by_office(blank(run, path))
    filled(
        flat,
        {
            "yield": ("percentage", "0.963", "複驗後"),
            "revenue": ("float", "1300000", ""),
            "risky0": ("float", "-7", "=2+2"),
        },
    )
    convert([flat], kind, path.parent / "back")

    answer = run("import", path, path.parent / "back" / f"blank.{kind}", "--json").json

    assert (answer["refused"], answer["created"], answer["left_out"]) == ([], 3, [])
    assert entries(run, path, "2026-11") == {
        "yield": (0.963, "複驗後"),
        "revenue": (1_300_000, ""),
        "risky0": (-7, "=2+2"),
    }


def test_ids_stay_locked_and_values_checked_after_libreoffice_has_saved_the_workbook(
    path: Path, run: Run
) -> None:
    convert([seen_by_office(blank(run, path))], "xlsx", path.parent / "back")

    held = parts((path.parent / "back" / "blank.xlsx").read_bytes())
    sheet, book = held["xl/worksheets/sheet1.xml"].decode(), held["xl/workbook.xml"].decode()
    assert 'sheet="true"' in sheet[sheet.index("<sheetProtection") :]
    assert sheet.count('type="decimal"') == len(RISKY) + 2
    assert "errorTitle" in sheet or "error=" in sheet
    assert book.count('state="visible"') == 1


def test_libreoffice_reads_risky_texts_of_the_blank_workbook_as_texts(path: Path, run: Run) -> None:
    flat = seen_by_office(blank(run, path)).read_text("utf-8")

    assert "table:formula" not in flat
    assert [name for name in RISKY if f"<text:p>{name}</text:p>" not in flat] == []


@pytest.mark.parametrize("what", ["entries", "definitions", "values"])
def test_libreoffice_reads_no_formula_in_what_is_exported_as_text(
    path: Path, run: Run, what: str
) -> None:
    out = path.parent / "out.csv"
    period = ("--period", "2026-10", *TODAY) if what == "values" else ()
    assert run("export", path, "--what", what, "--to", out, *period).code == 0

    flat = seen_by_office(out).read_text("utf-8")

    assert "table:formula" not in flat


@pytest.mark.parametrize("kind", ["xlsx", "ods", "csv"])
def test_exported_entries_saved_by_libreoffice_are_the_same_ones(
    path: Path, run: Run, kind: str
) -> None:
    out = path.parent / "out.csv"
    run("export", path, "--what", "entries", "--to", out)
    convert([out], kind, path.parent / "back")

    answer = run("import", path, path.parent / "back" / f"out.{kind}", "--json").json

    assert answer["refused"] == []
    assert (answer["created"], answer["updated"], answer["same"]) == (0, 0, 2 + len(RISKY))
