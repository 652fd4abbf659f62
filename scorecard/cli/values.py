"""`values`: the evaluated scorecard lines of a period."""

from argparse import ArgumentParser, Namespace

from scorecard.cli.answering import Exit, answer, line
from scorecard.cli.document import reading
from scorecard.cli.parsing import both
from scorecard.cli.verbs import Verb
from scorecard.cli.viewing import add_view, evaluated, place_of
from scorecard.evaluation import Evaluation, Line
from scorecard.exchange.lines import values_json
from scorecard.shown import number_of, score_of
from scorecard.text import say
from scorecard.vocabulary import Missing


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
            line(_row(shown, _depth(evaluation, shown), language))


def _row(shown: Line, depth: int, language: str) -> str:
    status = say(f"cli.status.{shown.status}", language)
    name = ("★ " if shown.node.star else "") + shown.name.show(language)
    score = "" if shown.score is None else score_of(shown.score)
    return f"{status}\t{'  ' * depth}{name}\t{_value(shown, language)}\t{score}".rstrip()


def _value(shown: Line, language: str) -> str:
    cell = shown.cell
    if cell is None:
        return ""
    if isinstance(cell.value, Missing):
        return cell.value.reason
    return f"{number_of(cell.value, cell, language)}"


def _depth(evaluation: Evaluation, shown: Line) -> int:
    depth, parent = 0, shown.node.parent
    while parent is not None and parent in evaluation.board.nodes:
        depth, parent = depth + 1, evaluation.board.nodes[parent].parent
    return depth


VERB = Verb(_add_options, _run)
