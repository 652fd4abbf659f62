"""What is sold, where, to whom: revenue, orders, customers and their answers."""

from random import Random

from resources.sample.timeline import (
    MONTHS,
    Curve,
    Series,
    hundreds,
    minus,
    money,
    path,
    season,
    times,
    whole,
    year_before,
)


def revenue() -> Series:
    """Revenue in TWD of the units at which it is entered: product lines and business units."""
    rng = Random("revenue")
    total = _company_revenue(rng)
    unit_b = money(
        times(
            total,
            path(
                rng,
                {"2023-11": 0.305, "2025-10": 0.295, "2026-03": 0.282, "2026-10": 0.2661},
                0.005,
            ),
        )
    )
    unit_c = money(times(total, path(rng, {"2023-11": 0.098, "2026-10": 0.1048}, 0.003)))
    unit_a = minus(total, unit_b, unit_c)
    line_1 = money(times(unit_a, path(rng, {"2023-11": 0.6, "2026-10": 0.6218}, 0.006)))
    return {
        ("revenue", "a1"): line_1,
        ("revenue", "a2"): money(minus(unit_a, line_1)),
        ("revenue", "bu-b"): unit_b,
        ("revenue", "bu-c"): unit_c,
    }


def _company_revenue(rng: Random) -> Curve:
    """A first year from level and season, then each month by its growth over the year before."""
    level = path(rng, {"2023-11": 34.6e6, "2024-10": 36.79e6}, 0.5e6)
    growth = path(
        rng,
        {
            "2024-11": 0.101,
            "2025-06": 0.132,
            "2025-10": 0.121,
            "2026-04": 0.168,
            "2026-07": 0.204,
            "2026-09": 0.159,
            "2026-10": 0.168,
        },
        0.022,
    )
    total: Curve = {}
    for month in MONTHS:
        last_year = total.get(year_before(month))
        amount = (
            level[month] * season(month) if last_year is None else last_year * (1 + growth[month])
        )
        total[month] = hundreds(amount)
    return total


def regions(total: Curve) -> Series:
    """The same revenue by sales region: it adds up to `total`."""
    rng = Random("regions")
    north = money(times(total, path(rng, {"2023-11": 0.418, "2026-10": 0.4093}, 0.006)))
    south = money(times(total, path(rng, {"2023-11": 0.279, "2026-10": 0.2883}, 0.005)))
    return {
        ("revenue_by_region", "north"): north,
        ("revenue_by_region", "south"): south,
        ("revenue_by_region", "overseas"): minus(total, north, south),
    }


def mix(total: Curve) -> Series:
    """Parts of `total` that are watched: new products, the largest fifth of the customers."""
    rng = Random("mix")
    fresh = path(
        rng, {"2024-11": 0.112, "2025-10": 0.139, "2026-09": 0.155, "2026-10": 0.158}, 0.006
    )
    largest = path(
        rng, {"2024-11": 0.655, "2025-10": 0.64, "2026-09": 0.624, "2026-10": 0.618}, 0.012
    )
    return {
        ("new_product_revenue", "co"): money(times(total, fresh)),
        ("top20_revenue", "co"): money(times(total, largest)),
    }


def orders(total: Curve) -> Series:
    """Orders shipped for `total`, how many of them on time, and the days they took."""
    rng = Random("orders")
    ticket = path(rng, {"2023-11": 278e3, "2026-10": 297e3}, 6e3)
    shipped = whole({month: total[month] / ticket[month] for month in MONTHS})
    on_time = path(
        rng,
        {"2024-11": 0.945, "2025-10": 0.941, "2026-05": 0.952, "2026-09": 0.926, "2026-10": 0.898},
        0.022,
    )
    days = path(
        rng,
        {"2024-11": 7.2, "2025-10": 7.1, "2026-05": 6.8, "2026-09": 7.3, "2026-10": 7.6},
        0.5,
    )
    return {
        ("orders_shipped", "co"): shipped,
        ("orders_on_time", "co"): whole(times(shipped, on_time)),
        ("delivery_days_total", "co"): whole(times(shipped, days)),
    }


def answers() -> Series:
    """What customers answered: counts for the promoter score, points on the five-point scale."""
    rng = Random("answers")
    asked = whole(path(rng, {"2024-11": 96, "2026-10": 120}, 8))
    against = whole(times(asked, path(rng, {"2024-11": 0.18, "2026-10": 0.15}, 0.04)))
    net = path(rng, {"2024-11": 0.35, "2025-10": 0.39, "2026-09": 0.44, "2026-10": 0.41}, 0.09)
    rated = whole(path(rng, {"2024-11": 96, "2026-10": 120}, 8))
    mean = path(rng, {"2024-11": 3.92, "2025-10": 3.98, "2026-09": 4.12, "2026-10": 4.05}, 0.09)
    return {
        ("nps_responses", "co"): asked,
        ("detractors", "co"): against,
        ("promoters", "co"): whole({m: asked[m] * net[m] + against[m] for m in MONTHS}),
        ("csat_responses", "co"): rated,
        ("csat_score_total", "co"): whole(times(rated, mean)),
    }


def lifetime() -> Series:
    """The three averages that a customer's lifetime value is made of."""
    rng = Random("lifetime")
    years = path(rng, {"2024-11": 5.4, "2026-10": 6.1}, 0.2)
    bought = path(rng, {"2024-11": 5.7, "2026-10": 6.2}, 0.3)
    return {
        ("avg_ticket", "co"): money(path(rng, {"2024-11": 284e3, "2026-10": 297e3}, 5e3)),
        ("purchases_per_year", "co"): {month: round(bought[month], 1) for month in MONTHS},
        ("relationship_years", "co"): {month: round(years[month], 1) for month in MONTHS},
    }
