"""`backups`, `restore` and `salvage`: what was kept of a document, and the ways back to it."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from scorecard.cli.answering import Exit, answer, line
from scorecard.cli.document import editing
from scorecard.cli.own_folder import backup_folder
from scorecard.cli.parsing import both
from scorecard.cli.signing import author
from scorecard.cli.verbs import Verb
from scorecard.clock import SystemClock
from scorecard.commands.restoring import RestoreBoard
from scorecard.rescue import RESCUED, newest_good, salvage_into
from scorecard.store.backup_content import Content, content_of
from scorecard.store.backups import Backup, Shelf, board_of
from scorecard.store.journal import Step
from scorecard.store.lock import this_computer
from scorecard.store.putting_back import put_back
from scorecard.text import LANGUAGES, Said, named, say, sentence, tell
from scorecard.trouble import CannotOpen, Refused, Trouble
from scorecard.vocabulary import BackupReason, Words


def _add_file(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=both("cli.option.file"))


def _add_backups(parser: ArgumentParser) -> None:
    _add_file(parser)
    parser.add_argument("--keep", action="store_true", help=both("cli.option.keep"))


def _add_restore(parser: ArgumentParser) -> None:
    _add_file(parser)
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--backup", type=int, metavar="N", help=both("cli.option.backup"))
    which.add_argument("--from", dest="source", metavar="OTHER", help=both("cli.option.from"))


def _add_salvage(parser: ArgumentParser) -> None:
    _add_file(parser)
    parser.add_argument("new", metavar="NEW", help=both("cli.option.new_file"))


def _backups(options: Namespace) -> int:
    shelf = Shelf(backup_folder(), Path(options.file).resolve())
    if options.keep:
        with editing(options):
            shelf.keep(BackupReason.ASKED, SystemClock().now())
    found = [(backup, _content(backup.path)) for backup in shelf.listed()]
    if options.json:
        answer([_json(backup, content, options.lang) for backup, content in found])
    else:
        for backup, content in found:
            line(_line(backup, content, options.lang))
        if not found:
            line(say("trouble.no_backup", options.lang))
    whole = all(isinstance(content, Content) for _, content in found)
    return Exit.DONE if whole else Exit.WARNED


def _restore(options: Namespace) -> int:
    path = Path(options.file).resolve()
    source, name = _source(options, path)
    board = board_of(source)
    try:
        with editing(options) as workspace:
            step = workspace.restore(RestoreBoard(board, name))
    except CannotOpen as refusal:
        if refusal.trouble.code not in RESCUED:
            raise
        aside = put_back(path, source, this_computer())
        _tell(options, None, say("cli.put_back", options.lang, name=aside.name))
    else:
        key = "cli.restored_same" if step is None else "cli.restored"
        _tell(options, step, say(key, options.lang, what=tell(name, options.lang)))
    return Exit.DONE


def _tell(options: Namespace, step: Step | None, told: str) -> None:
    if options.json:
        answer({"seq": None if step is None else step.seq})
    else:
        line(told)


def _salvage(options: Namespace) -> int:
    found = salvage_into(
        Path(options.file), Path(options.new), author=author(), clock=SystemClock()
    )
    counts = {"records": len(found.records), "from_history": found.from_history}
    counts["snapshots"] = len(found.snapshots)
    if options.json:
        answer(counts)
    else:
        facts = {name: str(count) for name, count in counts.items()}
        line(say("cli.salvaged", options.lang, name=Path(options.new).name, **facts))
    return Exit.WARNED


def _source(options: Namespace, path: Path) -> tuple[Path, Said]:
    """What is to be restored, and what the step is called: the newest backup that opens whole
    where nothing is said. Raises Refused."""
    if options.source is not None:
        other = Path(options.source)
        return other, Said("command.restore_file", {"source": other.name})
    if options.backup is None:
        newest = newest_good(path, backup_folder())
        if newest is None:
            raise Refused([Trouble("no_backup", path.name)])
        return newest.path, _name(newest.number)
    listed = {each.number: each.path for each in Shelf(backup_folder(), path).listed()}
    if options.backup not in listed:
        known = named(map(str, listed or ["–"]))
        facts: dict[str, str | Words] = {"number": str(options.backup), "known": known}
        raise Refused([Trouble("no_such_backup", path.name, facts)])
    return listed[options.backup], _name(options.backup)


def _name(number: int) -> Said:
    return Said("command.restore", {"number": str(number)})


def _content(path: Path) -> Content | Trouble:
    try:
        return content_of(path)
    except CannotOpen as refusal:
        return refusal.trouble


def _json(backup: Backup, content: Content | Trouble, language: str) -> dict[str, object]:
    """What is known of a backup; `trouble` says why it does not open whole."""
    known = {
        "number": backup.number,
        "at": backup.at.isoformat(timespec="seconds"),
        "why": backup.why.value,
        "file": str(backup.path),
        "seq": backup.mark.step,
        "snapshots": backup.mark.snapshots,
    }
    if isinstance(content, Trouble):
        return {**known, "whole": False, "trouble": sentence(content, language)}
    counts = {"measures": content.measures, "kpis": content.kpis, "entries": content.entries}
    step = None
    if content.step is not None:
        name = {each: tell(content.step.name, each) for each in LANGUAGES}
        step = {**content.step._asdict(), "name": name}
    return {**known, "whole": True, "step": step, **counts}


def _line(backup: Backup, content: Content | Trouble, language: str) -> str:
    at = backup.at.isoformat(sep=" ", timespec="minutes")[:16]
    why = say(f"backup.why.{backup.why}", language)
    start = f"{backup.number:>6}  {at}  {why}  "
    if isinstance(content, Trouble):
        return start + sentence(content, language)
    counts = {"measures": content.measures, "kpis": content.kpis, "entries": content.entries}
    told = say("backup.holds", language, **{name: str(count) for name, count in counts.items()})
    return f"{start}{told}  {tell(content.step.name, language) if content.step else '–'}"


BACKUPS = Verb(_add_backups, _backups)
RESTORE = Verb(_add_restore, _restore)
SALVAGE = Verb(_add_salvage, _salvage)
