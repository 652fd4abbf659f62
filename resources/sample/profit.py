"""What revenue leaves over: cost, profit, cash and the capital behind it, in TWD."""

from random import Random

from resources.sample.timeline import MONTHS, Curve, Series, hundreds, minus, money, path, times

#: Share of the operating profit that is left after income tax.
AFTER_TAX = 0.8


def cost(total: Curve) -> Series:
    """The cost of the goods sold for revenue `total`."""
    margin = path(
        Random("margin"),
        {"2023-11": 0.331, "2025-10": 0.344, "2026-05": 0.349, "2026-09": 0.352, "2026-10": 0.356},
        0.007,
    )
    return {("cogs", "co"): money({month: total[month] * (1 - margin[month]) for month in MONTHS})}


def earnings(total: Curve) -> Series:
    """Operating profit, what was written off before it, and the profit after tax."""
    rng = Random("earnings")
    before = path(
        rng, {"2023-11": 0.144, "2025-10": 0.151, "2026-09": 0.157, "2026-10": 0.1585}, 0.006
    )
    depreciation = money(path(rng, {"2023-11": 1.46e6, "2026-10": 1.7e6}, 0.02e6))
    amortization = money(path(rng, {"2023-11": 0.17e6, "2026-10": 0.2e6}, 0.005e6))
    profit = money(minus(times(total, before), depreciation, amortization))
    return {
        ("operating_profit", "co"): profit,
        ("depreciation", "co"): depreciation,
        ("amortization", "co"): amortization,
        ("nopat", "co"): money({month: profit[month] * AFTER_TAX for month in MONTHS}),
    }


def cash(profit: Curve, depreciation: Curve) -> Series:
    """Cash that operations brought and that investment took."""
    rng = Random("cash")
    brought = path(rng, {"2024-11": 0.66, "2026-09": 0.66, "2026-10": 0.7}, 0.09)
    spent = path(rng, {"2024-11": 1.9e6, "2026-09": 2.3e6, "2026-10": 2.12e6}, 1.5e6)
    return {
        ("operating_cash_flow", "co"): money(
            {month: (profit[month] + depreciation[month]) * brought[month] for month in MONTHS}
        ),
        ("capex", "co"): money(spent),
    }


def capital(after_tax: Curve) -> Series:
    """Equity and debt such that twelve months' profit after tax earn the intended return."""
    rng = Random("capital")
    earned = path(
        rng, {"2024-11": 0.118, "2025-10": 0.131, "2026-09": 0.14, "2026-10": 0.142}, 0.001
    )
    debt = money(path(rng, {"2024-11": 104e6, "2026-10": 112e6}, 0.6e6))
    equity = dict.fromkeys(MONTHS, 0.0)
    for at, month in enumerate(MONTHS):
        year = MONTHS[max(0, at - 11) : at + 1]
        profit = sum(after_tax[m] for m in year) * 12 / len(year)
        equity[month] = hundreds(profit / earned[month] - debt[month])
    return {("equity", "co"): equity, ("interest_debt", "co"): debt}
