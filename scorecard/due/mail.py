"""The list as words that are pasted into a mail: plain text, and a table for who takes one."""

from collections.abc import Iterable, Sequence
from datetime import date
from html import escape

from scorecard.due.listing import Owed, Owner
from scorecard.text import Said, say, tell
from scorecard.vocabulary import Words


def owner_name(owner: Owner) -> Words | Said:
    """What somebody is called; what nobody owns says so."""
    return owner.name if any(owner.name) else Said("due.nobody")


def state_said(owed: Owed) -> Said:
    """How late it is, or how long there still is, and whether its period is closed."""
    said = _lateness(owed)
    return Said("due.closed", {"state": said}) if owed.closed else said


def _lateness(owed: Owed) -> Said:
    if not owed.is_late:
        return Said("due.today" if owed.days == 0 else "due.soon", {"days": str(-owed.days)})
    key = {0: "due.late_just", 1: "due.late_one"}.get(owed.late, "due.late")
    return Said(key, {"days": str(owed.late)})


def mail_text(owners: Iterable[Owner], today: date, language: str) -> str:
    """Plain text, a paragraph for each owner."""
    parts = [say("due.mail.title", language, today=today.isoformat())]
    for owner in owners:
        facts = {"owner": owner_name(owner), "late": str(owner.late), "all": str(len(owner.owed))}
        key = "due.mail.owner_one" if len(owner.owed) == 1 else "due.mail.owner"
        lines = [say(key, language, **facts)]
        lines += [_line(each, language) for each in owner.owed]
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def mail_table(owners: Iterable[Owner], today: date, language: str) -> str:
    """The same as a table in HTML; whatever was typed is escaped (S7)."""
    title = escape(say("due.mail.title", language, today=today.isoformat()))
    heads = [say(f"due.column.{name}", language) for name in COLUMNS]
    rows = [heads, *(cells for owner in owners for cells in rows_of(owner, language))]
    tags = ["th", *["td"] * (len(rows) - 1)]
    body = "".join(_row(cells, tag) for cells, tag in zip(rows, tags, strict=True))
    return f'<p>{title}</p><table border="1" cellspacing="0" cellpadding="4">{body}</table>'


#: The columns of a table, by the end of their words' keys.
COLUMNS = ("owner", "name", "org", "period", "by", "state")


def rows_of(owner: Owner, language: str) -> list[list[str]]:
    """The cells of what one owner owes, in the order of `COLUMNS`."""
    named = owner_name(owner)
    name = named.show(language) if isinstance(named, Words) else tell(named, language)
    return [
        [
            name,
            each.name.show(language),
            each.org.show(language),
            each.period.code,
            each.by.isoformat(),
            tell(state_said(each), language),
        ]
        for each in owner.owed
    ]


def _line(owed: Owed, language: str) -> str:
    facts: dict[str, str | Words | Said] = {
        "name": owed.name,
        "org": owed.org,
        "period": owed.period.code,
        "by": owed.by.isoformat(),
        "state": state_said(owed),
    }
    return say("due.mail.line", language, **facts)


def _row(cells: Sequence[str], tag: str) -> str:
    return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells) + "</tr>"
