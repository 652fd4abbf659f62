"""`import`: a file into a document, planned, then all or nothing."""

from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path

from scorecard.cleaning import clean
from scorecard.cli.answering import Exit, answer, complain, line
from scorecard.cli.document import editing, reading
from scorecard.cli.parsing import add_today, both, day_of
from scorecard.cli.stopping import stoppable
from scorecard.cli.verbs import Verb
from scorecard.commands.importing import ImportBoard
from scorecard.exchange.mapping.recipe import (
    ADD,
    KEEP,
    KPI,
    LEAVE,
    MEASURE,
    TAKE,
    Recipe,
    read_recipe,
)
from scorecard.exchange.plain_file import read_plain
from scorecard.exchange.plan import Plan
from scorecard.exchange.source_file import planned_file
from scorecard.progress import Stopped
from scorecard.text import named, say, sentence
from scorecard.trouble import Trouble
from scorecard.workspace import Workspace


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=both("cli.option.file"))
    parser.add_argument("source", metavar="SOURCE", help=both("cli.option.source"))
    parser.add_argument("--map", metavar="MAP.json", help=both("cli.option.map"))
    parser.add_argument("--new", choices=(KPI, MEASURE), help=both("cli.option.new"))
    parser.add_argument("--org", metavar="ID", help=both("cli.option.import_org"))
    parser.add_argument("--targets", choices=(TAKE, KEEP), help=both("cli.option.import_targets"))
    parser.add_argument("--lines", choices=(ADD, LEAVE), help=both("cli.option.import_lines"))
    parser.add_argument("--dry-run", action="store_true", help=both("cli.option.dry_run"))
    add_today(parser)


def _recipe(options: Namespace) -> Recipe:
    """What the arguments say about a workbook. Raises Refused."""
    said = _read_map(Path(options.map)) if options.map else Recipe()
    return replace(
        said,
        new=options.new or said.new,
        org=options.org or said.org,
        targets=options.targets or said.targets,
        lines=options.lines or said.lines,
    )


def _read_map(path: Path) -> Recipe:
    return read_recipe(read_plain(path), path.name)


def _run(options: Namespace) -> int:
    recipe = _recipe(options)
    opened = reading(options) if options.dry_run else editing(options)
    with opened as workspace:
        try:
            planned = _imported(workspace, recipe, options)
        except Stopped:
            complain([Trouble("import_stopped")], options.lang)
            return Exit.STOPPED
    _tell(planned, options)
    if planned.refused:
        return Exit.REFUSED
    return Exit.WARNED if planned.unknown or planned.unlikely else Exit.DONE


def _imported(workspace: Workspace, recipe: Recipe, options: Namespace) -> Plan:
    """The plan, done where nothing in it is refused. Raises Stopped on Ctrl+C."""
    path = Path(options.source)
    with stoppable(path.name, options.lang) as tell:
        planned = planned_file(path, workspace.board, recipe, day_of(options), tell)
        if not planned.refused and not options.dry_run:
            workspace.run(ImportBoard(path.name, planned.edits_on), tell)
    return planned


def _tell(planned: Plan, options: Namespace) -> None:
    language = options.lang
    if options.json:
        answer(import_json(planned, language))
        return
    complain([refusal.why for refusal in planned.refused], language)
    complain([Trouble("unknown_field", where) for where in planned.unknown], language)
    complain(planned.unlikely, language)
    complain(planned.source.left_out, language)
    complain(planned.source.told, language)
    if planned.refused:
        return
    counts = {"created": planned.created, "updated": planned.updated, "same": planned.same}
    key = "cli.planned" if options.dry_run else "cli.imported"
    line(say(key, language, **{name: str(count) for name, count in counts.items()}))
    if planned.settings:
        line(say("cli.settings_changed", language, names=named(planned.settings)))


def import_json(planned: Plan, language: str) -> dict[str, object]:
    """The answer of the interchange form, with the names of the settings that changed and the
    values that somebody should look at again."""
    refused = [_problem_json(refusal.what, refusal.why, language) for refusal in planned.refused]
    unlikely = [_problem_json(_what(found), found, language) for found in planned.unlikely]
    return {
        "created": planned.created,
        "updated": planned.updated,
        "same": planned.same,
        "refused": refused,
        "unknown": list(planned.unknown),
        "settings": list(planned.settings),
        "unlikely": unlikely,
        "targets": [_problem_json(_what(each), each, language) for each in planned.source.told],
        "left_out": [
            _problem_json(str(found.facts["text"]), found, language)
            for found in planned.source.left_out
        ],
    }


def _what(found: Trouble) -> str:
    facts = found.facts
    return str(facts.get("value") or facts.get("text") or facts.get("name", ""))


def _problem_json(what: str, why: Trouble, language: str) -> dict[str, str]:
    said = sentence(Trouble(why.code, "", why.facts), language)
    return {"where": clean(why.where), "what": clean(what), "why": said}


VERB = Verb(_add_options, _run)
