"""The architecture is a test: who may import whom, and what stays out of reach."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

#: From the bottom up; a room imports only rooms named before it (docs/architecture.md).
LAYERS = (
    (
        *("vocabulary", "period", "clock", "number", "text", "trouble", "whole_file", "cleaning"),
        *("progress", "account"),
    ),
    (
        "exactness",
        "snapping",
        "period_code",
        "period_due",
        "period_name",
        "unit_words",
        "target",
        "target_spread",
        "target_advice",
        "target_band",
    ),
    ("reading", "formula"),
    ("series",),
    ("limits", "scoring", "scoring_arrays", "scoring_inverse", "rollup", "signal"),
    ("bounds", "sensitivity"),
    ("change",),
    ("theta",),
    ("forecast",),
    ("year",),
    ("needed",),
    ("landing",),
    ("survey", "okr"),
    ("model",),
    ("board", "board_index"),
    ("org_units",),
    ("closings",),
    ("entry_text",),
    ("catalogue",),
    ("entry_name",),
    ("glossary",),
    ("check",),
    ("slips",),
    ("evaluation",),
    ("entering",),
    ("due",),
    ("shown", "shown_scores", "narrow", "distance", "figures"),
    ("governance",),
    ("month_end",),
    ("commands",),
    ("store",),
    ("workspace",),
    ("rescue", "chronicle"),
    ("exchange",),
    ("cli",),
)
_HEIGHT = {room: height for height, rooms in enumerate(LAYERS) for room in rooms}
#: What only one room may know.
OWNERS = {
    "PySide6": ("ui/", "tests/", "benchmarks/"),
    "pyqtgraph": ("ui/charts/", "tests/", "benchmarks/"),
    "sqlite3": ("scorecard/store/", "tests/", "benchmarks/"),
    "sqlite_utils": ("scorecard/store/", "tests/", "benchmarks/"),
    "socket": (),
    "urllib": (),
    "http": (),
}


def _sources(*folders: str) -> list[Path]:
    return [file for folder in folders for file in sorted((ROOT / folder).rglob("*.py"))]


def _imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def _room(module: str) -> str:
    parts = module.split(".")
    return parts[1] if parts[0] == "scorecard" and len(parts) > 1 else ""


@pytest.mark.parametrize("file", _sources("scorecard"), ids=lambda file: str(file.name))
def test_a_room_of_the_scorecard_imports_only_rooms_below_it(file: Path) -> None:
    own = file.relative_to(ROOT / "scorecard").parts[0].removesuffix(".py")

    above = [
        module
        for module in _imports(file)
        if _room(module) not in {"", own} and _HEIGHT[_room(module)] > _HEIGHT.get(own, -1)
    ]

    assert own == "__init__" or above == []


def test_each_library_is_known_to_its_own_rooms_only() -> None:
    strangers = [
        (str(file.relative_to(ROOT)), module)
        for file in [*_sources("scorecard", "ui", "resources"), ROOT / "main.py"]
        for module in _imports(file)
        for library, rooms in OWNERS.items()
        if module.split(".")[0] == library
        and not str(file.relative_to(ROOT)).startswith(rooms or "nowhere")
    ]

    assert strangers == []


def test_the_scorecard_knows_nothing_of_the_window() -> None:
    strangers = [
        file.name
        for file in _sources("scorecard")
        for module in _imports(file)
        if module.split(".")[0] in {"ui", "PySide6"} and "cli" not in file.parts
    ]

    assert strangers == []


def test_a_view_imports_neither_another_view_nor_the_store() -> None:
    strangers = [
        (file.name, module)
        for file in _sources("ui/views")
        for module in _imports(file)
        if module.startswith("scorecard.store")
        or (module.startswith("ui.views.") and module.split(".")[2] != _view_of(file))
    ]

    assert strangers == []


def _view_of(file: Path) -> str:
    return file.relative_to(ROOT / "ui" / "views").parts[0].removesuffix(".py")


def test_no_file_is_longer_than_four_hundred_lines() -> None:
    long = [
        file.name
        for file in _sources("scorecard", "ui", "tests", "benchmarks", "resources")
        if len(file.read_text("utf-8").splitlines()) > 400
    ]

    assert long == []


def test_no_function_is_longer_than_sixty_lines() -> None:
    long = [
        f"{file.name}:{node.name}"
        for file in _sources("scorecard", "ui", "tests", "benchmarks", "resources")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= 60
    ]

    assert long == []


def test_nothing_is_evaluated_as_code() -> None:
    forbidden = re.compile(r"(?<![\w.])(eval|exec|__import__|compile)\(")

    found = [
        file.name
        for file in _sources("scorecard", "ui")
        if forbidden.search(file.read_text("utf-8"))
    ]

    assert found == []
