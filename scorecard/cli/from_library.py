"""`new --from-library`: the KPIs of whole departments."""

import re
from argparse import Namespace

from scorecard.catalogue.departments import department_named
from scorecard.catalogue.library import library
from scorecard.catalogue.template import Shelf
from scorecard.cli.parsing import day_of
from scorecard.commands.add_kpis import Pick
from scorecard.commands.new_scorecard import NewScorecard, beginning
from scorecard.trouble import Refused, Trouble
from scorecard.vocabulary import NO_WORDS


def new_scorecard(options: Namespace) -> NewScorecard:
    """What a document of the departments in `options` begins with, all unknown ones told.

    A single department is the document's unit; several stand below each perspective.
    Raises Refused(unknown_department).
    """
    shelves = _departments(options.from_library)
    picks = (
        Pick(template.id, template.star)
        for shelf in shelves
        for template in library().of_department(shelf.id)
    )
    fiscal_start: int | None = options.fiscal_start
    return NewScorecard(
        options.lang,
        beginning(day_of(options), fiscal_start or 1),
        tuple(picks),
        shelves[0].name if len(shelves) == 1 else NO_WORDS,
        fiscal_start,
        by_department=len(shelves) > 1,
    )


def _departments(typed: list[str]) -> list[Shelf]:
    """The departments as typed, each once; commas may stand between them."""
    found: dict[str, Shelf] = {}
    troubles: list[Trouble] = []
    parts = [part for text in typed for part in re.split("[,，、]", text) if part.strip()]
    for word in parts or typed:
        try:
            shelf = department_named(word)
            found[shelf.id] = shelf
        except Refused as refused:
            troubles += refused.troubles
    if troubles:
        raise Refused(troubles)
    return list(found.values())
