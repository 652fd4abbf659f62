"""The workbooks of the golden files, and what an import must find in them, written by hand."""

from datetime import date

from tests.exchange.workbooks import Share
from tests.libreoffice.flat import Made, Noted, Over, Sheet, Thousands

#: A report of months side by side: title, text numbers, a hidden row and column, totals, a note.
WIDE = {
    "月報": Sheet(
        [
            [Over("生管部 KPI 月報", across=6)],
            [],
            ["指標", "單位", "115年8月", "115年9月", "115年10月", "合計"],
            ["良率", "%", Share(0.95), "96%", Noted(Share(0.972), "複驗後"), None],
            ["產量", "件", Thousands(1000), "1,234", "3.2萬", Made("SUM([.C5:.E5])")],
            [],
            ["營收", "元", 5, None, Made("[.C7]+2"), Made("SUM([.C7:.E7])")],
            ["合計", None] + [Made(f"SUM([.{c}5:.{c}7])") for c in "CDE"],
            [],
            ["註：初稿，10 月良率為複驗後數字"],
        ],
        hidden_rows=frozenset({4}),
        hidden_columns=frozenset({2}),
    )
}
WIDE_ENTRIES = {
    "yield co 2026-08": 0.95, "yield co 2026-09": 0.96, "yield co 2026-10": 0.972,
    "units co 2026-08": 1000, "units co 2026-09": 1234, "units co 2026-10": 32000,
    "revenue co 2026-08": 5, "revenue co 2026-10": 7,
}  # fmt: skip

#: Months below each other as dates, measures side by side, calculated cells, a quarter's total.
LONG = {
    "資料": Sheet(
        [
            ["月份", "良率", "產量", "營收"],
            [date(2026, 8, 1), Share(0.95), 1000, Made("[.C2]*3")],
            [date(2026, 9, 1), Made("1-0.04", "share"), Thousands(1234), Made("[.C3]*3")],
            [],
            [date(2026, 10, 1), Share(0.97), 1500.5, "-"],
            ["合計", None, Made("SUM([.C2:.C5])"), Made("SUM([.D2:.D5])")],
        ]
    )
}
LONG_ENTRIES = {
    "yield co 2026-08": 0.95, "yield co 2026-09": 0.96, "yield co 2026-10": 0.97,
    "units co 2026-08": 1000, "units co 2026-09": 1234, "units co 2026-10": 1500.5,
    "revenue co 2026-08": 3000, "revenue co 2026-09": 3702,
}  # fmt: skip

#: Two lines of headings: a merged year above months, actual and target below each.
TWO_LINES = {
    "月報": Sheet(
        [
            ["指標", Over("民國115年", across=4)],
            [None, Over("9月", across=2), None, Over("10月", across=2)],
            [None, "實際", "目標", "實際", "目標"],
            ["良率", Share(0.95), Share(0.9), Share(0.88), Share(0.92)],
            ["產量", 10, None, 20, None],
        ]
    )
}
TWO_LINES_ENTRIES = {
    "yield co 2026-09": 0.95, "yield co 2026-10": 0.88,
    "units co 2026-09": 10, "units co 2026-10": 20,
}  # fmt: skip
TWO_LINES_TARGETS = {"QAD-001 co 2000-01": ">=0.9", "QAD-001 co 2026-10": ">=0.92"}

_HEAD = ["指標", "2026-09", "2026-10"]
#: A sheet for each unit, one that is hidden, and an empty one.
UNITS = {
    "台北廠": Sheet([_HEAD, ["產量", 1, 2], ["營收", 3, 4]]),
    "高雄廠": Sheet([_HEAD, ["產量", 5, Made("[.B2]+1")]]),
    "草稿": Sheet([_HEAD, ["產量", 999, 999]], is_hidden=True),
    "空白": Sheet([[]]),
}
UNITS_ENTRIES = {
    "units tpe 2026-09": 1, "units tpe 2026-10": 2,
    "revenue tpe 2026-09": 3, "revenue tpe 2026-10": 4,
    "units khh 2026-09": 5, "units khh 2026-10": 6,
}  # fmt: skip

#: Cells that show an error, a text that is no number, and one good cell.
ERRORS = {
    "月報": Sheet(
        [
            _HEAD,
            ["產量", Made("1/0"), Made('VLOOKUP("x";[.A1:.A2];1;0)')],
            ["營收", "abc", 7],
            ["良率", Share(0.95), 0.95],
        ]
    )
}
#: What is refused, by its address: the text of the cell.
ERRORS_REFUSED = {
    "sheet 月報!B2": "#DIV/0!", "sheet 月報!C2": "#N/A",
    "sheet 月報!B3": "abc", "sheet 月報!C4": "0.95",
}  # fmt: skip

#: A list of KPIs with targets in one sheet, the months in another.
OWN = {
    "指標表": Sheet(
        [
            ["編號", "指標名稱", "構面", "單位", "目標", "方向", "負責人"],
            ["OPS-007", "交期達成率", "內部流程", "%", "≥95%", "越高越好", "王"],
            ["OPS-008", "平均交期", "內部流程", "天", 7, "越低越好", "李"],
            ["CUS-1", "客訴件數", "顧客", "件", "<=5", None, "張"],
            ["FIN-1", "營收", "財務", "仟元", 1000, "越高越好", "林"],
        ]
    ),
    "115 年": Sheet(
        [
            ["指標", "單位", date(2026, 9, 1), date(2026, 10, 1)],
            ["交期達成率", "%", Share(0.946), Share(0.898)],
            ["平均交期", "天", 7.1, 6.5],
            ["客訴件數", "件", 9, 17],
            ["營收", "仟元", 1234.5, "3.2萬"],
        ]
    ),
}
#: Value, target and colour of each line in October.
OWN_LINES = {
    "OPS-007": (0.898, 0.95, "amber"), "OPS-008": (6.5, 7, "green"),
    "CUS-1": (17, 5, "red"), "FIN-1": (32000, 1000, "green"),
}  # fmt: skip

BOOKS = {
    "wide": WIDE,
    "long": LONG,
    "two_lines": TWO_LINES,
    "units": UNITS,
    "errors": ERRORS,
    "own": OWN,
}
