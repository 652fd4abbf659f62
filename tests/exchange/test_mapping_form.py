"""The form of a mapping is the one that the file format describes, and is kept as it was said."""

import json
import re
from pathlib import Path

from scorecard.exchange.layout.headings import Role
from scorecard.exchange.mapping.recipe import Choice, Recipe, read_recipe, recipe_of

PAGE = Path(__file__).resolve().parent.parent.parent / "docs" / "file-format.md"


def described() -> str:
    """What the page says of a mapping."""
    return PAGE.read_text("utf-8").partition("## A mapping")[2].partition("\n## ")[0]


def test_the_described_mapping_is_read() -> None:
    block = re.search(r"```json\n(.*?)```", described(), re.DOTALL)
    assert block is not None

    recipe = read_recipe(block[1].encode(), "map.json")

    assert recipe.choice("計劃達成率") == Choice(to="plan_rate")
    assert recipe.choice("天氣").skip
    assert recipe.choice("產能利用率").scale == "fraction"
    assert recipe.choice("庫存準確率").direction == "higher"
    assert (recipe.org, recipe.year, recipe.new, recipe.sheets) == ("co", 2026, "kpi", ("115 年",))


def test_each_role_of_a_column_is_described() -> None:
    assert all(re.search(rf"[` ]{role.value}[` ]", described()) for role in Role)


def test_a_mapping_that_was_kept_says_the_same_again() -> None:
    recipe = Recipe(
        {"產量": Choice(to="units", scale="percent"), "天氣": Choice(skip=True), "x": Choice("m")},
        {"台北廠": "tp"},
        "co",
        None,
        "",
        {"達成數": "value"},
        ("115 年",),
        {"年": ("產量",)},
    )

    assert recipe_of(json.loads(json.dumps(recipe.json())), "import_map") == recipe


def test_names_of_a_mapping_are_compared_without_width_and_case() -> None:
    recipe = Recipe().with_name("ＯＥＥ 稼動", Choice(to="oee"))

    assert recipe.choice("oee 稼動").to == "oee"
