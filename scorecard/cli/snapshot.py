"""`snapshot`: freezes a period in the document, then writes it."""

import os
from argparse import ArgumentParser, Namespace
from importlib import import_module
from pathlib import Path

from scorecard import evaluation
from scorecard.cli.answering import Exit, answer, line
from scorecard.cli.document import author, editing
from scorecard.cli.exporting import write_whole
from scorecard.cli.parsing import add_today, both, day_of
from scorecard.cli.places import org_named, period_typed
from scorecard.cli.verbs import Verb
from scorecard.clock import SystemClock
from scorecard.evaluation import Evaluation, View
from scorecard.exchange.snapshot import Signature, canonical, digest_of, sealed, snapshot_body
from scorecard.store.snapshots import Frozen
from scorecard.text import say
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
        view = View(period_typed(options.period), options.upto)
        found = evaluation.of(board, view, day_of(options))
        at = SystemClock().now().isoformat(timespec="seconds")
        signature = Signature(author(), at)
        org = org_named(board, options.org) if options.org else ""  # all units
        text = canonical(snapshot_body(found, org, signature))
        number = len(workspace.snapshots()) + 1
        period = view.period.code
        frozen = Frozen(
            f"{period}-{number}", period, view.upto, org, at, signature.by, digest_of(text), text
        )
        workspace.freeze(frozen)
    for path in paths:
        _write(path, text, found, frozen)
    _tell(options, frozen, paths)
    return Exit.DONE


def _expect_writable(paths: list[Path]) -> None:
    """Refuses before anything is frozen."""
    can_paint = _can_paint() if any(path.suffix.lower() == ".pdf" for path in paths) else True
    for path in paths:
        if not path.parent.is_dir():
            raise Refused([Trouble("no_such_folder", path.name)])
        if path.suffix.lower() not in SUFFIXES or not can_paint:
            choices = " / ".join(SUFFIXES)
            facts = {"what": "snapshot", "suffix": path.suffix or "–", "choices": choices}
            raise Refused([Trouble("not_written_yet", path.name, facts)])


def _can_paint() -> bool:
    """Whether what paints pages is installed; it needs no display."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        import_module("ui.report.pdf")
    except ImportError:
        return False
    return True


def _write(path: Path, text: str, found: Evaluation, frozen: Frozen) -> None:
    if path.suffix.lower() == ".json":
        write_whole(path, sealed(text))
        return
    from ui.report import pdf

    try:
        pdf.write(path, found, frozen)
    except OSError as wrong:
        reason = wrong.strerror or type(wrong).__name__
        raise Refused([Trouble("cannot_write", path.name, {"reason": reason})]) from None


def _tell(options: Namespace, frozen: Frozen, paths: list[Path]) -> None:
    files = [path.name for path in paths]
    if options.json:
        answer({"id": frozen.id, "digest": frozen.digest, "files": files})
    else:
        names = ", ".join(files)
        line(say("cli.frozen", options.lang, id=frozen.id, digest=frozen.digest, names=names))


VERB = Verb(_add_options, _run)
