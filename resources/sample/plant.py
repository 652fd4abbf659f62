"""What the plant makes: output, hours, scrap, and the stock beside it."""

from math import sqrt
from random import Random

from resources.sample.timeline import (
    MONTHS,
    Curve,
    Series,
    money,
    path,
    season,
    steps,
    times,
    whole,
)

#: Units an hour that the machines could make.
IDEAL_RATE = 40


def production() -> Series:
    """Capacity and output in units, and what became of the output."""
    rng = Random("production")
    capacity = steps({"2024-11": 372_000, "2025-03": 380_000, "2026-03": 398_000})
    busy = path(rng, {"2024-11": 0.815, "2025-10": 0.82, "2026-09": 0.845, "2026-10": 0.863}, 0.016)
    made = whole({m: capacity[m] * busy[m] * sqrt(season(m) / 1.03) for m in MONTHS})
    good = path(
        rng, {"2024-11": 0.969, "2025-10": 0.971, "2026-09": 0.978, "2026-10": 0.976}, 0.003
    )
    started = path(rng, {"2024-11": 1.003, "2026-10": 1.002}, 0.0006)
    again = path(
        rng,
        {"2024-11": 0.021, "2025-10": 0.022, "2026-04": 0.0185, "2026-09": 0.024, "2026-10": 0.027},
        0.0016,
    )
    automatic = path(rng, {"2024-11": 0.462, "2025-10": 0.515, "2026-10": 0.565}, 0.008)
    return {
        ("capacity_max", "co"): capacity,
        ("output", "co"): made,
        ("input_units", "co"): whole(times(made, started)),
        ("good_units", "co"): whole(times(made, good)),
        ("units_reworked", "co"): whole(times(made, again)),
        ("output_automated", "co"): whole(times(made, automatic)),
    }


def machine_hours(made: Curve, good: Curve) -> Series:
    """Hours planned and run for that output, such that OEE takes its course by the rule in force:
    planned changeovers left the planned time until 2025-12 and belong to it from 2026-01 on."""
    rng = Random("machine hours")
    oee = path(rng, _OEE, 0.006)
    available = path(rng, {"2024-11": 0.865, "2026-09": 0.881, "2026-10": 0.861}, 0.01)
    quality = {month: good[month] / made[month] for month in MONTHS}
    counted = {m: made[m] * quality[m] / (IDEAL_RATE * oee[m]) for m in MONTHS}
    changeover = whole(times(counted, path(rng, {"2024-11": 0.036, "2026-10": 0.041}, 0.003)))
    planned = {m: counted[m] + (changeover[m] if m < "2026-01" else 0) for m in MONTHS}
    return {
        ("planned_time", "co"): whole(planned),
        ("changeover_time", "co"): changeover,
        ("run_time", "co"): whole(times(counted, available)),
        ("ideal_rate", "co"): dict.fromkeys(MONTHS, IDEAL_RATE),
    }


_OEE = {
    "2024-11": 0.742,
    "2025-10": 0.748,
    "2025-11": 0.756,
    "2025-12": 0.773,
    "2026-01": 0.782,
    "2026-03": 0.77,
    "2026-04": 0.788,
    "2026-05": 0.797,
    "2026-06": 0.805,
    "2026-07": 0.789,
    "2026-08": 0.784,
    "2026-09": 0.779,
    "2026-10": 0.764,
}


def output_value(made: Curve) -> Series:
    """What the output is worth in TWD at standard prices, the people on the payroll, and the
    months that they worked: as many as people, but they add up over the year."""
    rng = Random("output value")
    worth = path(rng, {"2024-11": 144.0, "2025-10": 145.1, "2026-10": 146.1}, 1.2)
    staff = whole(path(rng, {"2023-11": 91, "2025-10": 95, "2026-10": 98}, 0.4))
    return {
        ("production_value", "co"): money(times(made, worth)),
        ("employees", "co"): staff,
        ("person_months", "co"): staff,
    }


def stock() -> Series:
    """Stock, and the part of it that has not moved for half a year, in TWD."""
    rng = Random("stock")
    held = path(
        rng, {"2023-11": 25.9e6, "2025-10": 29.3e6, "2026-04": 31.2e6, "2026-10": 33.0e6}, 0.7e6
    )
    slow = path(rng, {"2024-11": 612e3, "2025-10": 548e3, "2026-05": 472e3, "2026-10": 526e3}, 18e3)
    return {("inventory_value", "co"): money(held), ("slow_stock_value", "co"): money(slow)}
