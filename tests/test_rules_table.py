"""Every measurement rule is named by tests, and docs/rules.md says by which.

`python -m tests.test_rules_table` writes the table anew.
"""

import ast
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent
TABLE = TESTS.parent / "docs" / "rules.md"

#: How many rules each chapter has.
CHAPTERS = {
    "TIME": 12, "VALUE": 9, "TARGET": 9, "COLOUR": 9, "SCORE": 9, "ROLL": 10, "CHANGE": 7,
    "SIGNAL": 8, "FORECAST": 9, "SURVEY": 8, "NUMBER": 11, "FORMULA": 9, "OKR": 6,
}  # fmt: skip
RULES = [f"R-{name}-{at}" for name, count in CHAPTERS.items() for at in range(1, count + 1)]

_NAMED = re.compile(r"R-([A-Z]+)-(\d+)(?: to (?:R-[A-Z]+-)?(\d+))?")
_HEAD = """# Rules and their tests

Where tests name a measurement rule in their sentence; *worked* counts the worked cases of
`tests/measurement/examples`, each of which is run through the public functions. More tests hold a
rule than name it: the oracle (`tests/oracle`) follows the rules of values, targets, colours and
roll-up on random documents. `python -m tests.test_rules_table` writes this page; a test holds it.

| rule | worked | tests |
|---|---|---|
"""


def named_in(text: str) -> Iterator[str]:
    """The rules that a text names, those between two of a range too."""
    for chapter, first, last in _NAMED.findall(text):
        for at in range(int(first), int(last or first) + 1):
            yield f"R-{chapter}-{at}"


@cache
def by_rule() -> dict[str, set[str]]:
    """For each rule the files with tests whose sentence names it."""
    found: dict[str, set[str]] = defaultdict(set)
    for file in sorted(TESTS.rglob("test_*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                for rule in named_in(ast.get_docstring(node) or ""):
                    found[rule].add(file.relative_to(TESTS).as_posix())
    return found


def worked() -> Counter[str]:
    """How many worked cases each rule has."""
    files = sorted((TESTS / "measurement" / "examples").glob("*.json"))
    cases = [case for file in files for case in json.loads(file.read_text("utf-8"))]
    return Counter(rule for case in cases for rule in named_in(case["rule"]))


def page() -> str:
    """The whole of docs/rules.md."""
    tests, cases = by_rule(), worked()
    rows = []
    for rule in RULES:
        files = ", ".join(f"`{file}`" for file in sorted(tests[rule]))
        rows.append(f"| {rule} | {cases[rule] or ''} | {files} |\n")
    return _HEAD + "".join(rows)


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_named_by_a_test(rule: str) -> None:
    assert by_rule()[rule]


def test_no_test_names_a_rule_that_there_is_not() -> None:
    assert set(by_rule()) | set(worked()) == set(RULES)


def test_the_page_of_rules_and_tests_is_as_they_are() -> None:
    assert TABLE.read_text("utf-8") == page()


if __name__ == "__main__":
    TABLE.write_text(page(), "utf-8")
