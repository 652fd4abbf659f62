"""`formula`: a formula tried on given numbers."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from scorecard.board import Board
from scorecard.cli.answering import Exit, answer, line
from scorecard.cli.parsing import both
from scorecard.cli.places import period_typed
from scorecard.cli.verbs import Verb
from scorecard.exchange.entries_csv import typed_value
from scorecard.figures.reasons import reason_said
from scorecard.formula.trial import trial
from scorecard.number import plain
from scorecard.period import Calendar
from scorecard.text import tell
from scorecard.trouble import Refused, Trouble
from scorecard.vocabulary import Missing, Value


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("text", metavar="TEXT", nargs="?", help=both("cli.option.formula"))
    for option, shape in (("--with", "NAME=VALUE"), ("--series", "NAME=2025-01:10,…")):
        parser.add_argument(
            option,
            dest=option[2:],
            action="extend",
            nargs="+",
            default=[],
            metavar=shape,
            help=both(f"cli.option.{option[2:]}"),
        )
    parser.add_argument("--period", metavar="P", help=both("cli.option.period"))
    parser.add_argument(
        "--fiscal-start",
        type=int,
        default=1,
        choices=range(1, 13),
        metavar="1..12",
        help=both("cli.option.fiscal_start"),
    )


def _run(options: Namespace) -> int:
    given: dict[str, list[str]] = {name: vars(options)[name] for name in ("with", "series")}
    text = _text(options, given)
    inputs = {name: _value(value) for name, value in _pairs(given["with"], "=")}
    series = {name: _series(points) for name, points in _pairs(given["series"], "=")}
    period = period_typed(options.period) if options.period else None
    outcome = trial(text, inputs, series, period, Calendar(options.fiscal_start))
    if options.json:
        answer(outcome)
    else:
        _tell(outcome, text, options.lang)
    return Exit.REFUSED if "error" in outcome else Exit.DONE


def _text(options: Namespace, given: dict[str, list[str]]) -> str:
    """The formula; where options stand before it they have swallowed it as their last value."""
    if options.text is not None:
        return str(options.text)
    for values in reversed(given.values()):
        if len(values) > 1:
            return values.pop()
    raise Refused([Trouble("formula_missing")])


def _pairs(texts: Sequence[str], sign: str) -> list[tuple[str, str]]:
    pairs = [text.partition(sign) for text in texts]
    for name, found, _ in pairs:
        if not found or not name.strip():
            raise Refused([Trouble("not_a_pair", facts={"text": name[:60], "sign": sign})])
    return [(name.strip(), value.strip()) for name, _, value in pairs]


def _series(points: str) -> dict[str, Value]:
    listed = [point for point in points.split(",") if point.strip()]
    return {period_typed(code).code: _value(value) for code, value in _pairs(listed, ":")}


def _value(text: str) -> Value:
    value = typed_value(text, "%" if text.endswith(("%", "％")) else "")
    return Missing("no_data") if value is None else value


def _tell(outcome: object, text: str, language: str) -> None:
    match outcome:
        case {"error": {"position": int(position), "message": dict(message)}}:
            line(text)
            line(" " * _width(text[:position]) + "^")
            line(str(message[language]))
        case {"value": None, "reason": reason}:
            line(tell(reason_said(Board(), str(reason)), language))
        case {"value": float() | int() as value}:
            line(str(plain(float(value))))


def _width(text: str) -> int:
    """Columns of a terminal: Chinese letters and full-width signs take two."""
    from unicodedata import east_asian_width

    return sum(2 if east_asian_width(sign) in "FW" else 1 for sign in text)


VERB = Verb(_add_options, _run)
