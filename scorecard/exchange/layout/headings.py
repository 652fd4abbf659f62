"""What a heading calls its column: by words that people use, in either language."""

import re
import unicodedata
from difflib import get_close_matches
from enum import Enum

from scorecard.exchange.workbook.grid import Value


class Role(Enum):
    """What a column or row holds."""

    NAME = "name"
    ID = "id"
    ORG = "org"
    UNIT = "unit"
    PERIOD = "period"
    YEAR = "year"
    MONTH = "month"
    VALUE = "value"
    TARGET = "target"
    AMBER = "amber"
    NOTE = "note"
    DIRECTION = "direction"
    CATEGORY = "category"
    FREQUENCY = "frequency"
    FORMULA = "formula"
    DEFINITION = "definition"
    OWNER = "owner"
    SOURCE = "source"
    WEIGHT = "weight"
    SCALE = "scale"
    PRIOR = "prior"
    DERIVED = "derived"
    TOTAL = "total"
    SKIP = "skip"


#: Words of a heading, most telling first; each is looked for as the whole heading, then in it.
_WORDS: dict[Role, tuple[str, ...]] = {
    Role.PRIOR: (
        *("去年同期", "上年同期", "同期", "去年", "前期", "上期", "py", "prior year", "last year"),
        "previous year",
    ),
    Role.DERIVED: (
        *("預測", "預估", "推估", "forecast", "estimate", "outlook"),
        *("達成率", "達標率", "差異", "增減", "成長率", "年增率", "月增率", "燈號", "狀態", "得分"),
        *("趨勢圖", "走勢", "sparkline"),
        *("achievement", "attainment", "variance", "status", "score", "rag", "var"),
    ),
    Role.TOTAL: (
        *("累計", "累積", "合計", "總計", "小計", "全年", "平均", "加總", "ytd", "year to date"),
        *("accu", "accum", "accumulated", "cum", "cumul"),
        *("total", "subtotal", "grand total", "sum", "average", "avg", "full year", "cumulative"),
    ),
    Role.CATEGORY: ("面向", "構面", "類別", "分類", "perspective", "category"),
    Role.TARGET: (
        *("目標值", "目標", "標準", "預算", "計畫值", "計劃值", "計畫", "計劃", "target", "goal"),
        *("plan", "budget", "綠燈門檻", "綠燈", "green"),
    ),
    Role.AMBER: (
        *("黃燈門檻", "黃燈", "黃燈值", "警戒值", "警示值", "警戒線"),
        *("amber", "amber limit", "yellow", "amber threshold", "warning level", "warning limit"),
    ),
    Role.VALUE: (
        *("實際值", "實績值", "實際", "實績", "數值", "本期", "本月", "當月", "值", "actual"),
        *("actuals", "value", "act", "result"),
    ),
    Role.DIRECTION: (
        *("方向", "望大望小", "極性", "趨勢", "direction", "desired change", "polarity"),
        "better",
    ),
    Role.FREQUENCY: ("頻率", "週期", "更新頻率", "衡量頻率", "frequency", "freq"),
    Role.FORMULA: ("計算公式", "公式", "計算方式", "算式", "formula", "calculation"),
    Role.DEFINITION: ("定義", "說明", "指標說明", "definition", "description", "meaning"),
    Role.SOURCE: ("資料來源", "來源", "source", "data source", "system"),
    Role.OWNER: (
        *("負責人", "負責單位", "權責單位", "權責", "負責", "承辦人", "填報人", "owner"),
        *("responsible", "accountable"),
    ),
    Role.WEIGHT: ("權重", "比重", "配分", "weight", "weighting"),
    Role.NOTE: ("備註", "備注", "註記", "note", "notes", "remark", "remarks", "comment"),
    Role.PERIOD: (
        *("期間", "年月", "統計期", "年/月", "月別", "日期", "資料年月", "period", "date"),
        *("month year", "year month", "yearmonth", "time"),
    ),
    Role.YEAR: ("年度", "年", "year", "period year"),
    Role.MONTH: ("月份", "月", "month", "period month"),
    Role.ORG: (
        *("部門", "事業部", "廠別", "分公司", "公司別", "地區", "區域", "據點", "組織", "單位名稱"),
        *("department", "org", "org unit", "site", "plant", "region", "state", "business unit"),
        *("branch", "company", "agency name"),
    ),
    Role.UNIT: (
        "單位",
        "計量單位",
        "衡量單位",
        "unit",
        "units",
        "uom",
        "unit of measure",
        "indicator unit",
    ),
    Role.SCALE: ("scale",),
    Role.ID: (
        *(
            "指標編號",
            "指標代號",
            "指標代碼",
            "編號",
            "代號",
            "代碼",
            "項次",
            "序號",
            "kpi id",
            "id",
        ),
        *("code", "no", "kpi no", "indicator seq", "measure id", "kpi code"),
    ),
    Role.NAME: (
        *(
            "指標名稱",
            "指標項目",
            "指標",
            "kpi名稱",
            "kpi name",
            "績效指標",
            "衡量指標",
            "衡量項目",
        ),
        *(
            "項目名稱",
            "項目",
            "數據",
            "名稱",
            "品項",
            "科目",
            "kpi",
            "measure",
            "measurement",
            "indicator",
            "metric",
        ),
        *("indicator name", "metric name", "measure name", "name", "item", "table"),
    ),
}
_EXACT = {word: role for role, words in reversed(_WORDS.items()) for word in words}
_FIRST = (Role.PRIOR, Role.DERIVED, Role.TOTAL)
#: What takes a number out first (累計目標, YTD actual), then longer words: 目標值 is not 值.
_INSIDE = sorted(_EXACT.items(), key=lambda pair: (pair[1] not in _FIRST, -len(pair[0])))
_SIGNS = re.compile(r"[_\-\s/()（）\[\]【】:：.,，、#]+")
_LONGEST = 24
#: What is longer is no heading, and not worth looking at.
_NO_HEADING = 500
_LONG, _NEARLY = 6, 0.9
_LONGER = tuple(word for word in _EXACT if word.isascii() and len(word) >= _LONG)


def plain_heading(value: Value) -> str:
    """A heading to compare: its width, case and signs do not matter."""
    if not isinstance(value, str) or len(value) > _NO_HEADING:
        return ""
    text = unicodedata.normalize("NFKC", value).casefold()
    return _SIGNS.sub(" ", text).strip()


def role_of(value: Value) -> Role | None:
    """What a heading calls its column; None where it says something else."""
    text = plain_heading(value)
    if not text or len(text) > _LONGEST:
        return None
    found = _EXACT.get(text) or _EXACT.get(text.replace(" ", "")) or _misspelt(text)
    return found or next((role for word, role in _INSIDE if _holds(text, word)), None)


def _misspelt(text: str) -> Role | None:
    """The role of a longer English heading with a slip in it: measurment."""
    if not text.isascii() or len(text) < _LONG:
        return None
    near = get_close_matches(text, _LONGER, n=1, cutoff=_NEARLY)
    return _EXACT[near[0]] if near else None


def exact_role(value: Value) -> Role | None:
    """The same where the heading says nothing else."""
    text = plain_heading(value)
    return _EXACT.get(text) or _EXACT.get(text.replace(" ", ""))


def without_tail(text: str, role: Role) -> str:
    """A heading without the word that says `role`: `2026-10 實際` is 2026-10."""
    plain = unicodedata.normalize("NFKC", text)
    words = [word for word, found in _INSIDE if found is role]
    spot = next((at for word in words if (at := plain.casefold().find(word)) >= 0), None)
    if spot is None:
        return text
    word = next(word for word in words if plain.casefold().find(word) == spot)
    return (plain[:spot] + plain[spot + len(word) :]).strip(" -_/()[]\n")


def tail_role(value: Value) -> Role | None:
    """What a heading that also names a period or a measure says besides: actual, target."""
    text = plain_heading(value)
    return next((role for word, role in _INSIDE if role in _TAILS and _holds(text, word)), None)


_TAILS = frozenset({Role.PRIOR, Role.DERIVED, Role.TOTAL, Role.TARGET, Role.VALUE, Role.NOTE})


def _holds(text: str, word: str) -> bool:
    """Whether a word stands in a heading; English ones only as a whole word."""
    if not word.isascii():
        return len(word) > 1 and word in text
    return f" {word} " in f" {text} "
