"""`new`: makes a document, empty or as the sample."""

import shutil
from argparse import ArgumentParser, Namespace
from pathlib import Path

from scorecard.cli.answering import Exit, answer, complain, line
from scorecard.cli.document import author
from scorecard.cli.parsing import both
from scorecard.cli.verbs import Verb
from scorecard.clock import SystemClock
from scorecard.commands.setting import PutSetting
from scorecard.text import say
from scorecard.trouble import CannotOpen, Refused, Trouble
from scorecard.workspace import Workspace

#: The sample as it is shipped, made by `python -m resources.sample.build`.
SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample" / "sample.scorecard"


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=both("cli.option.new_file"))
    parser.add_argument("--sample", action="store_true", help=both("cli.option.sample"))
    parser.add_argument(
        "--fiscal-start",
        type=int,
        choices=range(1, 13),
        metavar="1..12",
        help=both("cli.option.fiscal_start"),
    )


def _run(options: Namespace) -> int:
    path = Path(options.file)
    try:
        _make(path, options)
    except CannotOpen as refused:  # nothing was to be opened: a name that is taken is refused
        complain([refused.trouble], options.lang)
        return Exit.REFUSED
    if options.json:
        answer({"file": path.name})
    else:
        line(say("cli.made", options.lang, name=path.name))
    return Exit.DONE


def _make(path: Path, options: Namespace) -> None:
    if options.sample:
        copy_sample(path)
    with_settings = options.fiscal_start is not None
    if options.sample and not with_settings:
        return
    make = Workspace.open if options.sample else Workspace.create
    workspace = make(path, author=author(), clock=SystemClock())
    try:
        if with_settings:
            workspace.run(PutSetting("fiscal_start", options.fiscal_start))
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
