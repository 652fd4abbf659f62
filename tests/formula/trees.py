"""Random formulas, random numbers, random nonsense."""

import random
from decimal import Decimal

from hypothesis import strategies as st

from scorecard.formula.tree import (
    Call,
    Comparison,
    Name,
    Negative,
    Number,
    Operation,
    Percent,
    Tree,
)

NAMES = ("A", "B", "營收", "Gross margin")


def _number(digits: int, places: int) -> float:
    return float(Decimal(digits).scaleb(-places))


#: Numbers that people enter: up to 9 digits, up to 4 decimals.
ENTRIES = st.builds(_number, st.integers(0, 10**9 - 1), st.integers(0, 4))


def _grown(inner: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    lists = st.lists(inner, min_size=1, max_size=3).map(tuple)
    one = inner.map(lambda tree: (tree,))
    return st.one_of(
        st.builds(Negative, inner),
        st.builds(Percent, inner),
        st.builds(Operation, st.sampled_from("+-*/"), inner, inner),
        inner.map(lambda tree: Operation("*", tree, Percent(Number(100)))),
        st.builds(Comparison, st.sampled_from((">", ">=", "<", "<=", "=", "<>")), inner, inner),
        st.builds(Call, st.sampled_from(("SUM", "AVG", "MIN", "MAX", "COUNT")), lists),
        st.builds(Call, st.just("IF"), st.tuples(inner, inner, inner)),
        st.builds(Call, st.just("ABS"), one),
        st.builds(Call, st.just("ROUND"), one, st.none() | st.integers(-3, 5)),
        st.builds(Call, st.just("PREV"), one, st.none() | st.integers(1, 3)),
        st.builds(Call, st.just("LY"), one),
        st.builds(Call, st.sampled_from(("ROLLSUM", "ROLLAVG")), one, st.integers(1, 3)),
    )


#: Formulas that columns can compute.
TREES: st.SearchStrategy[Tree] = st.recursive(
    st.builds(Number, ENTRIES)
    | st.sampled_from(NAMES).map(Name)
    | st.just(Call("DAYS", ()))
    | st.sampled_from(NAMES).map(lambda name: Operation("/", Name(name), Name("B"))),
    _grown,
    max_leaves=12,
)

_SCRAPS = (
    *"+-×÷*/%()（）,，[]［］<>=≥≤≠ .0123456789ABx_\n\t\0\u202e²é́😀#;'\"\\{}",
    *("SUM(", "IF(", "ROUND(", "PREV(", "LY(", "YTD(", "ROLLSUM(", "去年同期(", "DAYS()"),
    *("營收", "[Gross margin]", "1,000", "100%", "__import__('os')", "9" * 30, "\ud800", "((((("),
)


def nonsense(seed: int) -> str:
    """A hostile text: scraps of formulas in any order, some very long or deep."""
    luck = random.Random(seed)
    if luck.random() < 0.05:
        return "".join(luck.choices(_SCRAPS)) * luck.randrange(3000)
    scraps = [luck.choice(_SCRAPS) for _ in range(luck.randrange(1, 40))]
    return "".join(scraps) * (luck.randrange(1, 60) if luck.random() < 0.05 else 1)


def near_formula(seed: int, tree_text: str) -> str:
    """A formula with a few characters replaced, dropped or doubled."""
    luck = random.Random(seed)
    text = tree_text
    for _ in range(luck.randrange(1, 4)):
        at = luck.randrange(len(text) + 1)
        text = text[:at] + luck.choice((*_SCRAPS, "")) + text[at + luck.randrange(3) :]
    return text
