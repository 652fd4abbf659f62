"""Formula text → tree, with the place of the first mistake (R-FORMULA-1, -3, -6, -8)."""

from scorecard.formula.functions import CHINESE, FUNCTIONS, Function, function_named
from scorecard.formula.mistake import FormulaError
from scorecard.formula.size import LONGEST, MOST_TOKENS, check_size
from scorecard.formula.tokens import Token, name_key, tokens
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
from scorecard.text import named

_COMPARING, _ADDING, _MULTIPLYING, _TURNING = 1, 2, 3, 4
_RANK = {
    **dict.fromkeys((">", ">=", "<", "<=", "=", "<>"), _COMPARING),
    **dict.fromkeys("+-", _ADDING),
    **dict.fromkeys("*/", _MULTIPLYING),
}
#: Brackets, calls and unary minuses inside one another.
_DEEPEST = 50


def parse(text: str) -> Tree:
    """The tree of a formula.

    Raises FormulaError at the first mistake. A formula has at most 2,000 characters and 300
    words and signs, brackets at most 50 deep.
    """
    if len(text) > LONGEST:
        raise FormulaError(LONGEST, (), None, "too_long", {"most": str(LONGEST)})
    reading = _Reading(tokens(text, MOST_TOKENS))
    tree = reading.whole()
    check_size(tree)
    return tree


class _Reading:
    """One pass over the tokens, by the rank of operators (Pratt)."""

    def __init__(self, found: list[Token]) -> None:
        self._tokens = found
        self._at = 0
        self._depth = 0

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def whole(self) -> Tree:
        if self._next.kind == "end":
            raise self._mistake("empty", "name", "number", "(")
        tree = self._expression(0)
        if self._next.kind != "end":
            raise self._after_operand("operator", "end")
        return tree

    def _expression(self, above: int) -> Tree:
        """An expression of operators that bind tighter than `above`."""
        left = self._operand()
        while (rank := self._rank()) > above:
            sign = self._take().text
            right = self._expression(rank)
            if rank == _COMPARING:
                if self._rank() == _COMPARING:
                    raise self._mistake("compared_twice", "operator", "end")
                left = Comparison(sign, left, right)
            else:
                left = Operation(sign, left, right)
        return left

    def _operand(self) -> Tree:
        self._depth += 1
        if self._depth > _DEEPEST + 1:  # the innermost operand is no level
            raise self._mistake("too_deep", most=str(_DEEPEST))
        tree: Tree
        if self._take_sign("-"):
            tree = Negative(self._operand())
        else:
            tree = self._primary()
            if self._take_sign("%"):
                tree = Percent(tree)
        self._depth -= 1
        return tree

    def _primary(self) -> Tree:
        token = self._take()
        if token.kind == "number":
            return Number(float(token.text), token.position)
        if token.kind == "name" and self._next.text == "(":
            return self._call(token)
        if token.kind in {"name", "quoted"}:
            spelling = token.near if token.kind == "name" else token.text
            return Name(name_key(spelling), spelling, token.position, token.end)
        if token.text == "(" and token.kind == "sign":
            inner = self._expression(0)
            if not self._take_sign(")"):
                raise self._unclosed(")")
            return inner
        self._at -= 1
        raise self._mistake("operand", "name", "number", "(")

    def _call(self, word: Token) -> Call:
        function = function_named(word.text)
        if function is None:
            raise _unknown_function(word)
        self._take()
        wanted = FUNCTIONS[function]
        arguments: list[Tree] = []
        while len(arguments) != wanted.most:
            if not arguments and self._next.text == ")":
                break
            arguments.append(self._expression(0))
            if len(arguments) == wanted.most or not self._take_sign(","):
                break
        count = self._count(word, wanted) if wanted.whole and arguments else None
        self._close(word, wanted, arguments)
        return Call(function, tuple(arguments), count)

    def _count(self, word: Token, wanted: Function) -> int | None:
        """The whole number that a function closes with."""
        if self._next.text == ")":
            if wanted.optional:
                return None
            raise self._mistake("arguments_few", ",", function=word.near)
        if not self._take_sign(","):
            raise self._unclosed(*((",", ")") if wanted.optional else (",",)))
        sign = -1 if self._take_sign("-") else 1
        least, most = wanted.whole or (0, 0)
        digits = self._next.text if self._next.kind == "number" else ""
        if not digits.isdecimal() or not least <= sign * int(digits) <= most:
            raise self._mistake("whole", "whole number", least=str(least), most=str(most))
        self._take()
        return sign * int(digits)

    def _close(self, word: Token, wanted: Function, arguments: list[Tree]) -> None:
        full = len(arguments) == wanted.most
        few = len(arguments) < wanted.least
        if few and self._next.text == ")":
            missing = (",",) if arguments else ("name", "number", "(")
            raise self._mistake("arguments_few", *missing, function=word.near)
        if full and (self._next.text == "," or not (arguments or self._ends_call)):
            raise self._mistake("arguments_many", ")", function=word.near)
        if not self._take_sign(")"):
            raise self._unclosed(*((")",) if full else (",",) if few else (")", ",")))

    @property
    def _ends_call(self) -> bool:
        return self._next.text == ")" or self._next.kind == "end"

    def _unclosed(self, *expected: str) -> FormulaError:
        if self._next.kind == "end":
            code = "close" if ")" in expected else "comma"
            return self._mistake(code, *expected)
        return self._after_operand(*expected, "operator")

    def _after_operand(self, *expected: str) -> FormulaError:
        codes = {",": "comma_outside", ")": "close_extra"}
        return self._mistake(codes.get(self._next.text, "operator"), *expected)

    def _rank(self) -> int:
        return _RANK.get(self._next.text, 0) if self._next.kind == "sign" else 0

    def _take(self) -> Token:
        token = self._next
        if token.kind != "end":
            self._at += 1
            return token
        raise self._mistake("operand", "name", "number", "(")

    def _take_sign(self, sign: str) -> bool:
        taken = self._next.kind == "sign" and self._next.text == sign
        self._at += taken
        return taken

    def _mistake(self, code: str, *expected: str, **facts: str) -> FormulaError:
        token = self._next
        return FormulaError(token.position, expected, token.near or None, code, facts)


def _unknown_function(word: Token) -> FormulaError:
    from difflib import get_close_matches  # only after a mistake, not on the way to the window

    known = [*FUNCTIONS, *CHINESE]
    near = get_close_matches(word.text[:40].upper(), known, n=3, cutoff=0.5)
    code = "function_near" if near else "function"
    facts = {"nearest": named(near)}
    return FormulaError(word.position, tuple(near) or ("operator",), word.near, code, facts)
