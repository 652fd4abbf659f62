"""One thing about a definition that somebody should look at, and where it is mended."""

from enum import StrEnum
from typing import NamedTuple

from scorecard.text import Said
from scorecard.trouble import Level
from scorecard.vocabulary import Words


class Concern(StrEnum):
    """What a finding is about; the most pressing first, and they are listed so."""

    RED_UNANSWERED = "red_unanswered"
    TWO_FORMULAS = "two_formulas"
    SAME_FORMULA = "same_formula"
    NO_OWNER = "no_owner"
    NO_TARGET = "no_target"
    NO_SOURCE = "no_source"
    MISSING = "missing"
    SMART = "smart"
    NOT_REVIEWED = "not_reviewed"
    TO_RETIRE = "to_retire"
    MANY_STARS = "many_stars"
    UNUSED_MEASURE = "unused_measure"


class Finding(NamedTuple):
    """`name` and `id` are those of the KPI, measure or department. `orgs` are the units that it
    is about, none for the whole document.

    It is mended at `field` of the definition (a key of the form) of `kpi`, as it is looked at
    through the line `node`; or in `measure`. `node` alone is a line of the tree. One that
    `repeats` is said by a finding of another concern as well.
    """

    concern: Concern
    level: Level
    id: str
    name: Words
    sentence: Said
    orgs: tuple[str, ...] = ()
    kpi: str = ""
    node: str = ""
    field: str = ""
    measure: str = ""
    repeats: bool = False
