"""`snapshot`: freezes a period in the document, then writes it."""

import os
from argparse import ArgumentParser, Namespace
from importlib import import_module
from pathlib import Path

from scorecard import evaluation
from scorecard.cli.answering import Exit, answer, line
from scorecard.cli.document import editing
from scorecard.cli.parsing import add_today, both, day_of
from scorecard.cli.places import org_named, period_typed
from scorecard.cli.verbs import Verb
from scorecard.evaluation import Evaluation, View
from scorecard.exchange.freezing import Drawn, content, freeze
from scorecard.store.snapshots import Frozen
from scorecard.text import named, say
from scorecard.trouble import Refused, Trouble

SUFFIXES = (".json", ".pdf")


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=both("cli.option.file"))
    parser.add_argument("--period", required=True, metavar="P", help=both("cli.option.period"))
    parser.add_argument("--upto", action="store_true", help=both("cli.option.upto"))
    parser.add_argument("--org", metavar="ID", help=both("cli.option.org"))
    parser.add_argument(
        "--to", required=True, action="append", metavar="OUT", help=both("cli.option.to")
    )
    add_today(parser)


def _run(options: Namespace) -> int:
    paths = [Path(text) for text in options.to]
    _expect_writable(paths)
    with editing(options) as workspace:
        board = workspace.board
        org = org_named(board, options.org) if options.org else ""  # all units
        found = evaluation.of(
            board, View(period_typed(options.period), options.upto), day_of(options)
        )
        files = {path: _drawn(path, found, options.asked_lang or "") for path in paths}
        frozen = freeze(workspace, found, org, files)
    _tell(options, frozen, paths)
    return Exit.DONE


def _drawn(path: Path, found: Evaluation, language: str) -> Drawn:
    """What a file is filled with; pages speak `language`, the document's where it is empty."""
    if path.suffix.lower() == ".json":
        return content
    from ui.report import pdf

    return lambda frozen: pdf.pages_of(found, frozen, language=language)


def _expect_writable(paths: list[Path]) -> None:
    """Refuses before anything is frozen."""
    for path in paths:
        if not path.parent.is_dir():
            raise Refused([Trouble("no_such_folder", path.name)])
        if path.suffix.lower() not in SUFFIXES:
            facts = {"what": "snapshot", "choices": " / ".join(SUFFIXES)}
            raise Refused([Trouble("not_written_yet", path.name, facts)])
        if path.suffix.lower() == ".pdf" and not _can_paint():
            raise Refused([Trouble("cannot_paint", path.name)])


def _can_paint() -> bool:
    """Whether what paints pages is installed; it needs no display."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        import_module("ui.report.pdf")
    except ImportError:
        return False
    return True


def _tell(options: Namespace, frozen: Frozen, paths: list[Path]) -> None:
    files = [path.name for path in paths]
    if options.json:
        answer({"id": frozen.id, "digest": frozen.digest, "files": files})
    else:
        facts = {"id": frozen.id, "digest": frozen.digest}
        line(say("cli.frozen", options.lang, **facts, names=named(files)))


VERB = Verb(_add_options, _run)
