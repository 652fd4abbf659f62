"""What is to come in sentences: what it takes to finish the year green, where it will land."""

from scorecard.evaluation import Cell
from scorecard.figures.prospect import Prospect
from scorecard.landing import Landing
from scorecard.model.settings import Settings
from scorecard.needed import Needed, green
from scorecard.number import Mode
from scorecard.period import Period
from scorecard.scoring import is_strict
from scorecard.shown import exact_of, number_of
from scorecard.text import LANGUAGES, Said, named
from scorecard.vocabulary import Words

Fact = str | Words | Said


def what_it_takes(coming: Prospect, cell: Cell, settings: Settings) -> Said | None:
    """The value per period left with which the year is green, by the measure's own rule, and
    whether any period was ever so good; None where nothing is left or says what is green.

    `cell` is one of the KPI: its numbers are written as those of the cell.
    """
    landing = coming.landing
    if landing is None or landing.finish is None:
        return None
    asked, year = landing.finish, _year(coming.year, settings)
    if asked.missed:
        return Said("takes.missed", {"year": year})
    if asked.met:
        return Said(f"takes.met.{_many(coming)}", {"year": year, "left": _left(coming)})
    facts: dict[str, Fact] = {
        "year": year,
        "amount": _amount(asked, coming, cell),
        "where": _where(asked, coming),
        "rest": _rest(asked, coming, cell),
    }
    return Said("takes", facts)


def where_it_lands(coming: Prospect, cell: Cell, settings: Settings) -> tuple[Said, ...]:
    """The year's end with its interval and outlook, what is missing in it, and what was filled
    for the forecast; as `what_it_takes`."""
    said: list[Said] = []
    landing = coming.landing
    if landing is not None and coming.left:
        said.append(_landing(landing, coming, cell, settings))
        if landing.missing:
            said.append(Said("takes.not_made_up", {"count": str(landing.missing)}))
    if coming.why_none == "other_periods":
        said.append(Said("takes.other_periods"))
    if coming.filled:
        codes = named(settings.naming.label(period) for period in coming.filled)
        said.append(Said("takes.filled", {"periods": codes}))
    return tuple(said)


def _landing(landing: Landing, coming: Prospect, cell: Cell, settings: Settings) -> Said:
    facts: dict[str, Fact] = {
        "year": _year(coming.year, settings),
        "value": _number(landing.value, cell),
        "outlook": Said(f"takes.outlook.{landing.outlook}"),
    }
    if landing.low is None or landing.high is None:
        return Said("takes.lands", facts)
    ends = {"low": _number(landing.low, cell), "high": _number(landing.high, cell)}
    return Said("takes.lands.between", {**facts, **ends})


def _amount(asked: Needed, coming: Prospect, cell: Cell) -> Said:
    """What is asked, rounded so that who reaches what is written has reached it."""
    least, most, criterion = asked.at_least, asked.at_most, coming.criterion
    if least is not None and most is not None:
        if least == most:
            zh, en = (str(exact_of(least, cell, language)) for language in LANGUAGES)
            return Said("takes.exactly", {"value": Words(zh, en)})
        ends = {"low": _number(least, cell, "up"), "high": _number(most, cell, "down")}
        return Said("takes.between", ends)
    strict = criterion is not None and is_strict(green(criterion))
    if least is not None:
        key = "more" if strict and _is_written_out(least, cell) else "least"
        return Said(f"takes.{key}", {"value": _number(least, cell, "up")})
    key = "less" if strict and _is_written_out(most or 0.0, cell) else "most"
    return Said(f"takes.{key}", {"value": _number(most or 0.0, cell, "down")})


def _is_written_out(value: float, cell: Cell) -> bool:
    """Whether nothing is rounded off: a limit that may not be reached has been passed by what
    is rounded."""
    return _number(value, cell, "up") == _number(value, cell, "down")


def _where(asked: Needed, coming: Prospect) -> Said:
    """In which of the periods left."""
    if asked.asks == "last":
        return Said("takes.in_last", {"period": coming.left[-1].code})
    kind, many = coming.newest.kind, _many(coming)
    facts: dict[str, Fact] = {"left": _left(coming), "per": Said(f"takes.per.{kind}")}
    one_of = asked.asks == "one" and many == "many"
    return Said("takes.in_one" if one_of else f"takes.each.{many}", facts)


def _rest(asked: Needed, coming: Prospect, cell: Cell) -> Said:
    if asked.best is None:
        return Said("takes.no_best")
    kind = coming.newest.kind
    best = Said(f"takes.best.{kind}", {"best": _number(asked.best, cell)})
    return Said("takes.beyond" if asked.out_of_reach else "takes.in_reach", {"best": best})


def _many(coming: Prospect) -> str:
    return "one" if len(coming.left) == 1 else "many"


def _left(coming: Prospect) -> Said:
    key = f"takes.left.{coming.newest.kind}.{_many(coming)}"
    return Said(key, {"count": str(len(coming.left))})


def _year(year: Period, settings: Settings) -> Said:
    """The fiscal year; its range where it does not start in January (R-TIME-4)."""
    if settings.fiscal_start == 1:
        return Said("takes.year", {"year": year.code})
    span, called = settings.calendar.span(year), settings.naming.label(year)
    first, last = f"{span.first:%Y-%m}", f"{span.last:%Y-%m}"
    return Said("takes.year.from", {"year": called, "first": first, "last": last})


def _number(value: float, cell: Cell, mode: Mode | None = None) -> Words:
    zh, en = (str(number_of(value, cell, language, mode)) for language in LANGUAGES)
    return Words(zh, en)
