"""What is learned: hours of training."""

from random import Random

from resources.sample.timeline import MONTHS, Series, path, season, whole


def training() -> Series:
    """Hours of training; courses are held when the plant is quiet."""
    hours = path(Random("training"), {"2023-11": 128, "2025-10": 158, "2026-10": 186}, 26)
    return {("training_hours", "co"): whole({m: hours[m] * (2 - season(m)) for m in MONTHS})}
