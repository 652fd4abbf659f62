"""`verify`: whether a snapshot, or every snapshot of a document, is as it was frozen."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from scorecard.cli.answering import Exit, answer, complain, line
from scorecard.cli.document import reading
from scorecard.cli.parsing import both
from scorecard.cli.verbs import Verb
from scorecard.exchange.snapshot import digest_of, verified
from scorecard.text import say
from scorecard.trouble import CannotOpen, Refused, Trouble

_DOCUMENT = b"SQLite format 3\0"


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="SNAPSHOT.json|FILE", help=both("cli.option.verified"))


def _run(options: Namespace) -> int:
    path = Path(options.file)
    try:
        data = path.read_bytes()
    except OSError:
        raise CannotOpen(Trouble("no_such_file", path.name)) from None
    altered = _altered_in(options) if data.startswith(_DOCUMENT) else _altered_file(data, path.name)
    complain(altered, options.lang)
    if options.json:
        answer({"ok": not altered, "altered": [trouble.where for trouble in altered]})
    elif not altered:
        line(say("cli.verified", options.lang, name=path.name))
    return Exit.REFUSED if altered else Exit.DONE


def _altered_file(data: bytes, name: str) -> list[Trouble]:
    try:
        verified(data, name)
    except Refused as refused:
        return list(refused.troubles)
    return []


def _altered_in(options: Namespace) -> list[Trouble]:
    with reading(options) as workspace:
        snapshots = workspace.snapshots()
    return [
        Trouble("snapshot_altered", frozen.id)
        for frozen in snapshots
        if digest_of(frozen.body) != frozen.digest
    ]


VERB = Verb(_add_options, _run)
