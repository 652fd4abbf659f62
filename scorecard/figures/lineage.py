"""What feeds a number and what uses it, as JSON and as a line of names."""

from collections.abc import Iterable

from scorecard.board import Board
from scorecard.evaluation.lineage import Lineage, Link
from scorecard.text import say
from scorecard.vocabulary import Words


def lineage_json(board: Board, lineage: Lineage) -> dict[str, object]:
    """The answer of `explain`: a measure says where its entries come from."""
    return {
        "feeds": [_link(board, link) for link in lineage.feeds],
        "used_by": [_link(board, link) for link in lineage.used_by],
    }


def names_of(board: Board, links: Iterable[Link], language: str) -> str:
    """The names of KPIs and measures, these with their source: 營收（ERP - SAP SD）、毛利率.
    Lines of the tree are left out: each is called as its KPI."""
    said = [_name(board, link, language) for link in links if link.kind != "line"]
    return say("lineage.comma", language).join(dict.fromkeys(said))


def _link(board: Board, link: Link) -> dict[str, object]:
    names = _words(board, link)
    found: dict[str, object] = {
        "kind": link.kind,
        "id": link.id,
        "name": {"zh_TW": names.zh_TW, "en": names.en},
        "direct": link.direct,
    }
    if link.kind == "measure":
        measure = board.measures[link.id]
        source = {"zh_TW": measure.source.zh_TW, "en": measure.source.en}
        found |= {"source": source, "table": measure.table_name}
    return found


def _name(board: Board, link: Link, language: str) -> str:
    name = _words(board, link).show(language) or link.id
    source = board.measures[link.id].source.show(language) if link.kind == "measure" else ""
    return say("lineage.from", language, name=name, source=source) if source else name


def _words(board: Board, link: Link) -> Words:
    if link.kind == "measure":
        return board.measures[link.id].name
    if link.kind == "kpi":
        return board.latest(link.id).name
    return board.name_of(board.nodes[link.id])
