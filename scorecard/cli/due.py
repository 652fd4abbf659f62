"""`due`: what is late or due soon, by who owns it, as words for a mail."""

from argparse import ArgumentParser, Namespace

from scorecard.cli.answering import Exit, answer, line
from scorecard.cli.document import reading
from scorecard.cli.parsing import add_today, both, day_of
from scorecard.cli.verbs import Verb
from scorecard.due.listing import AHEAD, Owed, owners
from scorecard.due.mail import mail_text
from scorecard.text import say


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=both("cli.option.file"))
    parser.add_argument(
        "--ahead", type=int, default=AHEAD, metavar="DAYS", help=both("cli.option.ahead")
    )
    add_today(parser)


def _run(options: Namespace) -> int:
    today = day_of(options)
    with reading(options) as workspace:
        found = owners(workspace.board, today, max(options.ahead, 0))
    if options.json:
        answer(
            [
                {"owner": owner.name._asdict(), "owed": [_json(each) for each in owner.owed]}
                for owner in found
            ]
        )
    elif found:
        line(mail_text(found, today, options.lang).rstrip("\n"))
    else:
        line(say("cli.nothing_due", options.lang))
    return Exit.WARNED if any(owner.late for owner in found) else Exit.DONE


def _json(owed: Owed) -> dict[str, object]:
    """`late` counts working days after the last day, `days` all of them, below 0 before it;
    `closed` stands where the period is closed."""
    return {
        "name": owed.name._asdict(),
        "measure": owed.measure or None,
        "kpi": owed.kpi or None,
        "org": owed.org._asdict(),
        "period": owed.period.code,
        "last_day": owed.last_day.isoformat(),
        "by": owed.by.isoformat(),
        "days": owed.days,
        "late": owed.late,
        **({"closed": True} if owed.closed else {}),
    }


VERB = Verb(_add_options, _run)
