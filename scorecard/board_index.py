"""What a board keeps in order and by name, so that nobody has to look for it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from scorecard.model.records import Node, Org
from scorecard.model.settings import Settings
from scorecard.period import first_day
from scorecard.vocabulary import Words

if TYPE_CHECKING:
    from scorecard.board import Board


def indexes(board: "Board", touched: frozenset[str]) -> dict[str, object]:
    """The indexes of `board` that depend on the `touched` parts, by their names, made anew."""
    fresh: dict[str, object] = {}
    settings = board.settings
    if "stored_settings" in touched:
        settings = Settings.read(board.stored_settings)
        fresh["settings"] = settings
    calendar = settings.calendar
    if touched & {"versions", "stored_settings"}:
        fresh["versions"] = {
            kpi: tuple(sorted(group, key=lambda v: first_day(v.effective, calendar)))
            for kpi, group in board.versions.items()
        }
    if touched & {"targets", "stored_settings"}:
        fresh["targets"] = {
            place: tuple(sorted(group, key=lambda t: first_day(t.start, calendar)))
            for place, group in board.targets.items()
        }
    if touched & {"segments", "stored_settings"}:
        fresh["segments"] = {
            place: tuple(sorted(group, key=lambda s: first_day(s.start, calendar)))
            for place, group in board.segments.items()
        }
    if "reviews" in touched:
        fresh["reviews"] = {
            kpi: tuple(sorted(group, key=lambda review: review.day))
            for kpi, group in board.reviews.items()
        }
    if "nodes" in touched:
        fresh["children"] = _grouped(board.nodes.values())
    if touched & {"nodes", "stored_settings"}:
        fresh["archived"] = {
            node.id: first_day(node.archived, calendar)
            for node in board.nodes.values()
            if node.archived
        }
    if "orgs" in touched:
        fresh["units_below"] = {
            parent: ids for parent, ids in _grouped(board.orgs.values()).items() if parent
        }
    if touched & {"measures", "versions"}:
        fresh["names"], fresh["shared"] = _names(board)
    return fresh


def _grouped(items: Iterable[Node | Org]) -> dict[str | None, tuple[str, ...]]:
    groups: dict[str | None, list[Node | Org]] = {}
    for item in items:
        groups.setdefault(item.parent, []).append(item)
    return {
        parent: tuple(item.id for item in sorted(group, key=lambda item: (item.order, item.id)))
        for parent, group in groups.items()
    }


def _names(board: "Board") -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """What a formula may say, and what it may not because several share it.

    Ids come first, then the name of a measure, then that of a KPI: a KPI that is called as the
    measure it shows is how a KPI is typed directly.
    """
    measures = [(m.id, m.name) for m in board.measures.values()]
    kpis = [(kpi, group[-1].name) for kpi, group in board.versions.items()]
    names: dict[str, str] = {}
    for kind, things in (("measure", measures), ("kpi", kpis)):
        for own_id, _ in things:
            names.setdefault(own_id, f"{kind}:{own_id}")
    shared: dict[str, tuple[str, ...]] = {}
    for kind, things in (("measure", measures), ("kpi", kpis)):
        for name, ids in _said(things).items():
            if name not in names and name not in shared:
                if len(ids) == 1:
                    names[name] = f"{kind}:{ids[0]}"
                else:
                    shared[name] = tuple(ids)
    return names, shared


def _said(things: Iterable[tuple[str, Words]]) -> dict[str, list[str]]:
    """Each name with the ids of all that it is the name of."""
    said: dict[str, list[str]] = {}
    for own_id, words in things:
        for name in dict.fromkeys(filter(None, words)):
            said.setdefault(name, []).append(own_id)
    return said
