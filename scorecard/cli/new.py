"""`new`: makes a document, empty, as the sample, or with KPIs of the library."""

import shutil
from argparse import ArgumentParser, Namespace
from pathlib import Path

from scorecard.board import Board
from scorecard.cli.answering import Exit, answer, complain, line
from scorecard.cli.parsing import add_today, both
from scorecard.cli.signing import author
from scorecard.cli.verbs import Verb
from scorecard.clock import SystemClock
from scorecard.commands.setting import PutSettings
from scorecard.text import Said, say
from scorecard.trouble import CannotOpen, Refused, Trouble
from scorecard.workspace import Command, Workspace

#: The sample as it is shipped, made by `python -m resources.sample.build`.
SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample" / "sample.scorecard"


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=both("cli.option.new_file"))
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--sample", action="store_true", help=both("cli.option.sample"))
    kind.add_argument(
        "--from-library", nargs="+", metavar="DEPT", help=both("cli.option.from_library")
    )
    parser.add_argument(
        "--fiscal-start",
        type=int,
        choices=range(1, 13),
        metavar="1..12",
        help=both("cli.option.fiscal_start"),
    )
    add_today(parser)


def _run(options: Namespace) -> int:
    path = Path(options.file)
    begin = _beginning(options)
    try:
        board = _make(path, options, begin)
    except CannotOpen as refused:  # nothing was to be opened: a name that is taken is refused
        complain([refused.trouble], options.lang)
        return Exit.REFUSED
    counted = {"kpis": len(board.versions), "measures": len(board.measures)} if board else {}
    if options.json:
        answer({"file": path.name, **counted})
    elif board is None:
        line(say("cli.made", options.lang, name=path.name))
    else:
        facts = {name: str(count) for name, count in counted.items()}
        line(say("cli.made_from_library", options.lang, name=path.name, **facts))
    return Exit.DONE


def _beginning(options: Namespace) -> Command | None:
    """What a new document begins with; None for nothing. Raises Refused before there is one."""
    if options.from_library:
        from scorecard.cli.from_library import new_scorecard

        return new_scorecard(options)
    if options.fiscal_start is not None:
        return PutSettings({"fiscal_start": options.fiscal_start})
    return None


def _make(path: Path, options: Namespace, begin: Command | None) -> Board | None:
    """The document with what it begins with, that of the library as a board."""
    if options.sample:
        copy_sample(path)
    make = Workspace.open if options.sample else Workspace.create
    workspace = make(path, author=author(), clock=SystemClock())
    try:
        # Its pages speak the language of whoever makes it; that is no step to be undone.
        if workspace.board.settings.language != options.lang:
            workspace.run(PutSettings({"language": options.lang}))
            workspace.begin(Said(f"command.begin_{'sample' if options.sample else 'new'}"))
        if begin is not None:
            workspace.run(begin)
        return workspace.board if options.from_library else None
    finally:
        workspace.close()


def copy_sample(path: Path) -> None:
    """The sample document at `path`. Raises CannotOpen(file_exists) over any file, Refused
    where it cannot be written."""
    try:
        with path.open("xb") as made, SAMPLE.open("rb") as sample:
            shutil.copyfileobj(sample, made)
        path.chmod(0o600)
    except FileExistsError:
        raise CannotOpen(Trouble("file_exists", path.name)) from None
    except OSError as wrong:
        raise Refused([Trouble("cannot_write", path.name, {"reason": _reason(wrong)})]) from None


def _reason(wrong: OSError) -> str:
    return wrong.strerror or type(wrong).__name__


VERB = Verb(_add_options, _run)
