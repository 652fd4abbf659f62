"""The document of the interchange form's own description, and changes of it."""

import json
from typing import Any

from scorecard.board import Board
from scorecard.exchange.board_file import read_board
from scorecard.exchange.plan import Plan, plan
from scorecard.text import LANGUAGES, sentence

#: A JSON object of a test; its values are read and changed by the tests as JSON, untyped.
Json = dict[str, Any]


def described() -> Json:
    """A new copy of the described document, with the second measure of its formula."""
    fields: Json = json.loads(_DESCRIBED)
    return fields


def planned(document: object, board: Board | None = None) -> Plan:
    """What importing a JSON value would do."""
    board = Board() if board is None else board
    data = json.dumps(document, ensure_ascii=False).encode()
    return plan(read_board(data, "board.json", frozenset(board.orgs)), board)


def imported(document: object, board: Board | None = None) -> Board:
    """The board after importing a JSON value that nothing refuses."""
    found = planned(document, board)
    assert found.refused == ()
    return found.board.after(found.edits)


def places(document: object) -> list[str]:
    """The address of each refusal."""
    return [refusal.where for refusal in planned(document).refused]


def codes(document: object) -> list[str]:
    """The code of each refusal, each of which can be told in both languages."""
    refused = planned(document).refused
    assert all(sentence(refusal.why, language) for refusal in refused for language in LANGUAGES)
    return [refusal.why.code for refusal in refused]


_DESCRIBED = """
{"format": "scorecard.board/1",
 "settings": {"fiscal_start": 1, "currency": "TWD", "language": "zh_TW",
   "bands": {"amber": 60, "green": 90}, "coverage": 0.5, "grace_days": {"month": 10}},
 "org": [{"id": "co", "name": {"zh_TW": "公司", "en": "Company"}, "parent": null}],
 "measures": [
   {"id": "revenue", "name": {"zh_TW": "營收", "en": "Revenue"}, "unit": "TWD",
    "frequency": "month", "over_time": "sum", "over_org": "sum", "source": "ERP - SAP SD",
    "table": "SALES_ORDERS", "owner": "財務部 王經理"},
   {"id": "cogs", "name": "銷貨成本"}],
 "kpis": [{"id": "FIN-002", "versions": [
   {"version": "v1.0", "effective": "2024-11", "name": {"zh_TW": "毛利率", "en": "Gross margin"},
    "category": "financial", "definition": {"zh_TW": "定義"},
    "formula": "(營收 - 銷貨成本) / 營收", "unit": "%", "decimals": 1, "frequency": "month",
    "direction": "higher", "thresholds": {"green": ">=0.35", "amber": ">=0.315"},
    "bounds": {"low": null, "high": 1}, "source": "ERP", "table": "GL", "owner": "王經理",
    "dashboards": ["strategy"], "related": ["FIN-001"], "change": "新增", "notes": "備註",
    "window": "period", "attainment": "two_minus", "pitfall": {"en": "Pitfall"}}]}],
 "tree": [
   {"id": "g", "parent": null, "kind": "goal", "name": {"zh_TW": "成長"}, "order": 1},
   {"id": "t", "parent": "g", "kind": "theme", "name": "主題"},
   {"id": "u", "parent": "t", "kind": "theme", "name": "子題"},
   {"id": "n12", "parent": "u", "kind": "kpi", "kpi": "FIN-002", "org": "co", "key": true,
    "weight": 2, "order": 1}],
 "targets": [{"kpi": "FIN-002", "org": "co", "from": "2026-01", "value": ">=0.35"},
   {"kpi": "FIN-002", "org": "co", "from": "2026-07-01", "value": ">=0.36", "basis": "month"}],
 "segments": [{"kpi": "FIN-002", "org": "co", "from": "2026-03",
   "reason": {"zh_TW": "換了供應商", "en": "Another supplier"}, "by": "amy",
   "at": "2026-04-02T08:00:00+08:00"}],
 "entries": [
   {"measure": "revenue", "org": "co", "period": "2026-10", "value": 10250000, "note": ""},
   {"measure": "revenue", "org": "co", "period": "2026-09", "value": null, "note": "系統維護"},
   {"measure": "cogs", "org": "co", "period": "2026-10", "value": true}],
 "okr": {"objectives": [], "initiatives": []}, "actions": [], "surveys": [],
 "comments": [{"id": "c1", "kpi": "FIN-002", "org": "co", "period": "2026-10",
   "text": {"zh_TW": "原料漲價", "en": "Dearer material"}, "by": "amy", "at": "2026-11-03"}],
 "reviews": [{"kpi": "FIN-002", "day": "2026-10-08", "outcome": "changed", "by": "amy",
   "note": {"zh_TW": "改門檻", "en": "Other limits"}}]}
"""
