"""Spreadsheets as flat OpenDocument text, from which LibreOffice writes the golden files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from tests.exchange.workbooks import ODS_KIND, Share

_SPACES = (
    " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
        for short, long in {
            **{name: name for name in ("office", "table", "text", "style")},
            "number": "datastyle",
        }.items()
    )
    + ' xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"'
)
#: Formats that change what a number means, a column that is not seen, a sheet that is not seen.
_STYLES = """
<number:percentage-style style:name="N1"><number:number number:decimal-places="1"
 number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>
<number:date-style style:name="N2"><number:year number:style="long"/><number:text>年</number:text>
<number:month/><number:text>月</number:text></number:date-style>
<number:number-style style:name="N3"><number:number number:decimal-places="0"
 number:min-integer-digits="1" number:grouping="true"/></number:number-style>
<style:style style:name="share" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="day" style:family="table-cell" style:data-style-name="N2"/>
<style:style style:name="thousands" style:family="table-cell" style:data-style-name="N3"/>
<style:style style:name="unseen" style:family="table">
<style:table-properties table:display="false"/></style:style>
"""


@dataclass(frozen=True)
class Made:
    """A cell that is calculated: a formula of OpenDocument, shown as a percentage or not."""

    formula: str
    style: str = ""


@dataclass(frozen=True)
class Over:
    """A cell merged over so many columns and rows."""

    value: object
    across: int = 1
    down: int = 1


@dataclass(frozen=True)
class Noted:
    """A cell with a comment."""

    value: object
    comment: str


@dataclass(frozen=True)
class Thousands:
    """A number shown with separators."""

    value: float


@dataclass(frozen=True)
class Sheet:
    """Rows of cells; `hidden_rows` and `hidden_columns` count from 0."""

    rows: Sequence[Sequence[object]]
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    is_hidden: bool = False


def flat(sheets: Mapping[str, Sheet]) -> str:
    """The document of some sheets."""
    tables = "".join(_table(name, sheet) for name, sheet in sheets.items())
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_SPACES} office:version="1.2"'
        f' office:mimetype="{ODS_KIND}"><office:automatic-styles>{_STYLES}'
        "</office:automatic-styles><office:body><office:spreadsheet>"
        f"{tables}</office:spreadsheet></office:body></office:document>"
    )


def _table(name: str, sheet: Sheet) -> str:
    style = ' table:style-name="unseen"' if sheet.is_hidden else ""
    width = max(map(len, sheet.rows), default=1)
    columns = "".join(
        f"<table:table-column{_seen(at in sheet.hidden_columns)}/>" for at in range(width)
    )
    rows = "".join(
        f"<table:table-row{_seen(at in sheet.hidden_rows)}>{''.join(map(_cell, row))}"
        f"{'' if row else '<table:table-cell/>'}</table:table-row>"
        for at, row in enumerate(sheet.rows)
    )
    return f"<table:table table:name={quoteattr(name)}{style}>{columns}{rows}</table:table>"


def _seen(is_hidden: bool) -> str:
    return ' table:visibility="collapse"' if is_hidden else ""


def _cell(cell: object, around: str = "", inside: str = "") -> str:
    match cell:
        case Over():
            spans = f' table:number-columns-spanned="{cell.across}"'
            spans += f' table:number-rows-spanned="{cell.down}"'
            return _cell(cell.value, spans)
        case Noted():
            comment = (
                f"<office:annotation><text:p>{escape(cell.comment)}</text:p></office:annotation>"
            )
            return _cell(cell.value, inside=comment)
        case None:
            return f"<table:table-cell{around}>{inside}</table:table-cell>"
        case str():
            text = f"<text:p>{escape(cell)}</text:p>"
            return (
                f'<table:table-cell office:value-type="string"{around}>{inside}{text}'
                "</table:table-cell>"
            )
    return f"<table:table-cell{_facts(cell)}{around}>{inside}</table:table-cell>"


def _facts(cell: object) -> str:
    match cell:
        case Made():
            style = f' table:style-name="{cell.style}"' if cell.style else ""
            return f" table:formula={quoteattr(f'of:={cell.formula}')}{style}"
        case Share():
            return _typed("percentage", "value", repr(float(cell)), "share")
        case Thousands():
            return _typed("float", "value", repr(cell.value), "thousands")
        case date():
            return _typed("date", "date-value", cell.isoformat(), "day")
    return _typed("float", "value", repr(cell))


def _typed(kind: str, name: str, value: str, style: str = "") -> str:
    styled = f' table:style-name="{style}"' if style else ""
    return f' office:value-type="{kind}" office:{name}="{value}"{styled}'
