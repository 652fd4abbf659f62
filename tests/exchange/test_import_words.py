"""Whatever an import can find has a sentence in both languages."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from scorecard.exchange.layout.headings import Role
from scorecard.exchange.mapping.matching import How
from scorecard.exchange.preview import Result
from scorecard.text import sentences

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCES = [*ROOT.glob("scorecard/exchange/*/*.py"), *ROOT.glob("ui/workbook/*.py")]
KEYS = [
    *(f"window.workbook.role.{role.value}" for role in Role),
    *(f"window.workbook.how.{how.value}" for how in How),
    *(f"window.workbook.result.{result}" for result in Result),
    *(f"window.workbook.done.{result}" for result in Result),
    *(f"window.workbook.shape.{shape}" for shape in ("across", "down", "single", "list")),
    *(f"trouble.struck_{why}" for why in ("total", "total_sum", "total_mean", "no_name")),
    *(f"trouble.struck_{why}" for why in ("other_period", "prior", "derived", "note")),
]


@pytest.mark.parametrize("key", KEYS)
def test_what_is_shown_by_its_key_has_words(key: str) -> None:
    assert all(sentences()[key])


def test_each_trouble_that_is_raised_has_words() -> None:
    said = {code for file in SOURCES for code in _codes(ast.parse(file.read_text("utf-8")))}

    lacking = [code for code in said if f"trouble.{code}" not in sentences()]

    assert (len(said) > 15, lacking) == (True, [])


def _codes(tree: ast.AST) -> Iterator[str]:
    """The codes that a module names: the first argument of a trouble, the last of a refusal."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            called = node.func.id if isinstance(node.func, ast.Name) else called
            places = {"Trouble": slice(0, 1), "refuse": slice(-1, None)}.get(called, slice(0))
            for argument in node.args[places]:
                if isinstance(argument, ast.Constant) and argument.value:
                    yield str(argument.value)
