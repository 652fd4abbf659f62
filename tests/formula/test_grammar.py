"""What a formula text means, and where its first mistake is."""

import pytest

from scorecard.formula import FormulaError, evaluate, names, parse
from scorecard.formula.tree import Call, Name, Number, Operation, Percent
from scorecard.text import LANGUAGES, sentence
from scorecard.vocabulary import known
from tests.formula.books import one_row


def value(text: str, **numbers: float) -> float | None:
    return known(evaluate(parse(text), one_row(**numbers)).value)


def mistake(text: str) -> FormulaError:
    with pytest.raises(FormulaError) as caught:
        parse(text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("2 + 3 * 4 - 10 / 4", 11.5),
        ("8 / 4 / 2", 1),
        ("8 - 4 - 2", 2),
        ("8 / (4 / 2)", 4),
        ("-3 * -2", 6),
        ("--3", 3),
        ("2 * -3 + 1", -5),
        ("50%", 0.5),
        ("-50%", -0.5),
        ("45 / 50 × 100%", 0.9),
        ("（８ − ２）÷ ４", 1.5),
        ("1,234,567 + 1", 1234568),
        ("(1,000.5)", 1000.5),
        ("MAX((1,000), 2)", 1000),
        ("max(1, 2)", 2),
        ("ＭＡＸ（１，２）", 2),
        ("1 + 1 = 2", 1),
        ("3 ≧ 3", 1),
        ("3 ≠ 3", 0),
        ("2 <> 3", 1),
        ("\t1\n+ 1", 2),
    ],
)
def test_an_expression_has_the_value_that_arithmetic_gives(text: str, result: float) -> None:
    assert value(text) == result


@pytest.mark.parametrize("text", ["Ａ＿1", "[A_1]", "［A_1］", " A_1 ", "[ A_1 ]"])
def test_a_name_is_the_same_in_any_width_and_with_or_without_brackets(text: str) -> None:
    assert parse(text) == Name("A_1")


def test_a_function_word_without_a_bracket_is_a_name() -> None:
    assert parse("去年同期 - SUM") == Operation("-", Name("去年同期"), Name("SUM"))


@pytest.mark.parametrize(
    ("word", "function"),
    [
        ("合計", "SUM"),
        ("加總", "SUM"),
        ("平均", "AVG"),
        ("最小", "MIN"),
        ("最大", "MAX"),
        ("計數", "COUNT"),
        ("絕對值", "ABS"),
        ("四捨五入", "ROUND"),
        ("上期", "PREV"),
        ("去年同期", "LY"),
        ("年初至今", "YTD"),
    ],
)
def test_a_function_has_a_chinese_name(word: str, function: str) -> None:
    assert parse(f"{word}(營收)") == Call(function, (Name("營收"),))


def test_a_window_has_a_chinese_name() -> None:
    assert parse("滾動合計(A, 3) / 滾動平均(A, 2)") == parse("ROLLSUM(A, 3) / ROLLAVG(A, 2)")


def test_a_hundred_percent_stays_in_the_tree_so_that_a_percent_kpi_is_known() -> None:
    tree = parse("A × 100%")

    assert tree == Operation("*", Name("A"), Percent(Number(100.0)))


def test_names_keep_their_spelling_and_their_place_in_the_text_as_typed() -> None:
    found = names(parse("（營收 − [Gross margin]）÷ 營收"))

    assert found == (("營收", 1, 3), ("Gross margin", 6, 20), ("營收", 23, 25))


@pytest.mark.parametrize(
    ("text", "code", "position", "expected"),
    [
        ("", "empty", 0, ("name", "number", "(")),
        ("　 ", "empty", 2, ("name", "number", "(")),
        ("A +", "operand", 3, ("name", "number", "(")),
        ("* A", "operand", 0, ("name", "number", "(")),
        ("A + ()", "operand", 5, ("name", "number", "(")),
        ("(A + 1", "close", 6, (")",)),
        ("(A B)", "operator", 3, (")", "operator")),
        ("A B", "operator", 2, ("operator", "end")),
        ("3萬", "operator", 1, ("operator", "end")),
        ("50% 2", "operator", 4, ("operator", "end")),
        ("A)", "close_extra", 1, ("operator", "end")),
        ("1,23", "comma_outside", 1, ("operator", "end")),
        ("A, B", "comma_outside", 1, ("operator", "end")),
        ("A # B", "character", 2, ("name", "number", "operator")),
        ("5²", "character", 1, ("name", "number", "operator")),
        ("[A", "name_open", 2, ("]",)),
        ("1 + [ ]", "name_empty", 4, ("name",)),
        ("1234567890123456", "number", 0, ("number",)),
        ("1 < A < 3", "compared_twice", 6, ("operator", "end")),
        ("QQQQ(A)", "function", 0, ("operator",)),
        ("SUMM(A)", "function_near", 0, ("SUM", "ROLLSUM")),
        ("SUM()", "arguments_few", 4, ("name", "number", "(")),
        ("IF(A, 1)", "arguments_few", 7, (",",)),
        ("IF(A, 1", "comma", 7, (",",)),
        ("SUM(A", "close", 5, (")", ",")),
        ("ABS(A, B)", "arguments_many", 5, (")",)),
        ("DAYS(1)", "arguments_many", 5, (")",)),
        ("ROLLSUM(A)", "arguments_few", 9, (",",)),
        ("ROLLSUM(A B)", "operator", 10, (",", "operator")),
        ("PREV(A, B)", "whole", 8, ("whole number",)),
        ("PREV(A, [3])", "whole", 8, ("whole number",)),
        ("PREV(A, 0)", "whole", 8, ("whole number",)),
        ("ROLLAVG(A, 401)", "whole", 11, ("whole number",)),
        ("ROUND(A, -13)", "whole", 10, ("whole number",)),
    ],
)
def test_a_mistake_is_named_with_its_place_and_what_was_expected(
    text: str, code: str, position: int, expected: tuple[str, ...]
) -> None:
    found = mistake(text)

    assert (found.code, found.position, found.expected) == (code, position, expected)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        *("", "A +", "(A", "A)", "A B", "1,23", "#", "[A", "[]", "9" * 16, "1<2<3", "ZZ(1)"),
        *("SUN(1)", "SUM()", "IF(1", "ABS(1,2)", "PREV(A, x)", "A" * 2001, "-" * 60),
    ],
)
def test_a_mistake_has_a_sentence_in_both_languages(text: str, language: str) -> None:
    assert "{" not in sentence(mistake(text).trouble(), language)


def test_at_the_end_the_last_word_is_named_as_near() -> None:
    assert mistake("(A + 營收").near == "營收"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("A" * 2001, "too_long"),
        ("(" * 51 + "A" + ")" * 51, "too_deep"),
        ("-" * 51 + "A", "too_deep"),
        ("A" + "+A" * 150, "too_large"),
        ("YTD(YTD(A))", "too_large"),
        ("ROLLSUM(ROLLSUM(A, 400), 400)", "too_large"),
    ],
)
def test_a_formula_beyond_the_bounds_is_refused(text: str, code: str) -> None:
    assert mistake(text).code == code


def test_a_formula_at_the_bounds_is_read() -> None:
    assert value("(" * 50 + "1" + "+1" * 99 + ")" * 50) == 100
