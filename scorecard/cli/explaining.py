"""`explain`: a number from its formula down to the entries, with who and when."""

from argparse import ArgumentParser, Namespace

from scorecard import evaluation
from scorecard.board import Board
from scorecard.cli.answering import Exit, answer, line
from scorecard.cli.document import reading
from scorecard.cli.explained import explained_lines, measure_lines
from scorecard.cli.parsing import both, day_of
from scorecard.cli.places import kpi_named, measure_named, org_named, period_typed
from scorecard.cli.verbs import Verb
from scorecard.cli.viewing import add_view
from scorecard.commands.lookup import node_of
from scorecard.evaluation import View
from scorecard.figures.explanation import explanation
from scorecard.figures.measure_account import measure_account
from scorecard.model.edits import Edit
from scorecard.model.records import Node
from scorecard.text import named
from scorecard.trouble import Refused, Trouble
from scorecard.vocabulary import NodeKind
from scorecard.workspace import Workspace

#: The id of a line that is on no document's tree: for a KPI that has none at the unit.
_NO_LINE = "\0"


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=both("cli.option.file"))
    add_view(parser)
    parser.add_argument("--node", metavar="ID", help=both("cli.option.node"))
    parser.add_argument("--measure", metavar="ID", help=both("cli.option.measure"))


def _run(options: Namespace) -> int:
    view = View(period_typed(options.period), options.upto)
    with reading(options) as workspace:
        if options.measure is not None:
            return _measure(options, view, workspace)
        node, board = _line_asked(options, workspace.board)
        found = evaluation.of(board, view, day_of(options))
        kept = workspace.snapshots()
        explained = explanation(found, node, workspace.provenance, kept)
        if options.json:
            answer({**explained, "node": None if node == _NO_LINE else node})
            return Exit.DONE
        shown = found.line(node)
        for said in explained_lines(found, shown, explained, workspace, options.lang):
            line(said)
    return Exit.DONE


def _measure(options: Namespace, view: View, workspace: Workspace) -> int:
    """A measure in place of a KPI: its entries, where they come from and what they are for."""
    board = workspace.board
    measure, org = measure_named(board, options.measure), org_named(board, options.org)
    found = evaluation.of(board, view, day_of(options))
    explained = measure_account(found, measure, org, workspace.provenance)
    if options.json:
        answer(explained)
        return Exit.DONE
    for said in measure_lines(found, explained, options.lang):
        line(said)
    return Exit.DONE


def _line_asked(options: Namespace, board: Board) -> tuple[str, Board]:
    """The line, and the board it stands on: one more where the tree has no such line."""
    if options.node is not None:
        return node_of(board, options.node).id, board
    if options.kpi is None:
        raise Refused([Trouble("kpi_or_node")])
    kpi = kpi_named(board, options.kpi)
    lines = [node for node in board.nodes.values() if node.kpi == kpi]
    if options.org is None and lines:
        _expect_one_org(kpi, lines)
        return lines[0].id, board
    org = org_named(board, options.org)
    for node in lines:
        if node.org == org:
            return node.id, board
    extra = Node(_NO_LINE, None, NodeKind.KPI, kpi=kpi, org=org)
    return _NO_LINE, board.after([Edit(None, extra)])


def _expect_one_org(kpi: str, lines: list[Node]) -> None:
    orgs = list(dict.fromkeys(node.org or "" for node in lines))
    if len(orgs) > 1:
        raise Refused([Trouble("kpi_at_orgs", facts={"kpi": kpi, "orgs": named(orgs)})])


VERB = Verb(_add_options, _run)
