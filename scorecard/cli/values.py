"""`values`: the evaluated scorecard lines of a period."""

from argparse import ArgumentParser, Namespace

from scorecard.cli.answering import Exit, answer, line
from scorecard.cli.document import reading
from scorecard.cli.parsing import both
from scorecard.cli.verbs import Verb
from scorecard.cli.viewing import add_view, evaluated, place_of
from scorecard.cli.wording import status_words, value_words
from scorecard.evaluation import Evaluation, Line
from scorecard.exchange.lines import values_json
from scorecard.shown_scores import score_of


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=both("cli.option.file"))
    add_view(parser)


def _run(options: Namespace) -> int:
    with reading(options) as workspace:
        evaluation = evaluated(options, workspace.board)
        org, kpi = place_of(options, workspace.board)
        if options.json:
            answer(values_json(evaluation, org, kpi))
        else:
            _tell(evaluation, org, kpi, options.lang)
    return Exit.DONE


def _tell(evaluation: Evaluation, org: str | None, kpi: str | None, language: str) -> None:
    for shown in evaluation.lines():
        node = shown.node
        if org in (None, node.org) and kpi in (None, node.kpi):
            line(_row(evaluation, shown, language))


def _row(evaluation: Evaluation, shown: Line, language: str) -> str:
    status, cell = status_words(shown.status, language), shown.cell
    name = ("★ " if shown.node.star else "") + shown.name.show(language)
    indent = "  " * _depth(evaluation, shown)
    value = "" if cell is None else value_words(evaluation.board, cell, language)
    return f"{status}\t{indent}{name}\t{value}\t{score_of(shown.score)}".rstrip()


def _depth(evaluation: Evaluation, shown: Line) -> int:
    depth, parent = 0, shown.node.parent
    while parent is not None and parent in evaluation.board.nodes:
        depth, parent = depth + 1, evaluation.board.nodes[parent].parent
    return depth


VERB = Verb(_add_options, _run)
