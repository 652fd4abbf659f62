"""Has LibreOffice write the golden files anew: `uv run python -m tests.libreoffice.make`."""

import sys
import tempfile
from pathlib import Path

from tests.libreoffice.books import BOOKS
from tests.libreoffice.flat import flat
from tests.libreoffice.office import CSV, Encoding, convert, is_there

GOLDEN = Path(__file__).parent / "golden"
KINDS = ("xlsx", "xls", "ods")
#: The books of one sheet, which become a text table too.
TABLES = ("wide", "long")


def main() -> int:
    """Write every golden file; says so and ends with 1 where there is no LibreOffice."""
    if not is_there():
        sys.stderr.write("soffice is not there: install LibreOffice Calc\n")
        return 1
    GOLDEN.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        sources = {name: Path(folder) / f"{name}.fods" for name in BOOKS}
        for name, source in sources.items():
            source.write_text(flat(BOOKS[name]), "utf-8")
        for kind in KINDS:
            convert([*sources.values()], kind, GOLDEN)
        for encoding in Encoding:
            _write_tables(Path(folder), encoding)
    return 0


def _write_tables(folder: Path, encoding: Encoding) -> None:
    target = folder / encoding.name
    convert([folder / f"{name}.fods" for name in TABLES], CSV.format(encoding.value), target)
    for name in TABLES:
        written = target / f"{name}.csv"
        (GOLDEN / f"{name}-{encoding.name.lower()}.csv").write_bytes(written.read_bytes())


if __name__ == "__main__":
    sys.exit(main())
