"""What somebody has decided so far about a scorecard of their own."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from scorecard.catalogue.library import library
from scorecard.catalogue.template import Template
from scorecard.commands.add_kpis import MOST_STARS, Pick
from scorecard.vocabulary import Words


@dataclass(frozen=True, slots=True)
class Plan:
    """The departments and KPIs of a scorecard that is about to be made, with the key ones."""

    departments: tuple[str, ...] = ()
    templates: frozenset[str] = frozenset()
    stars: frozenset[str] = frozenset()

    def with_departments(self, chosen: Iterable[str]) -> "Plan":
        """Other departments: a new one with what it begins with, a department that stays as it
        was decided."""
        wanted = set(chosen)
        ordered = tuple(shelf.id for shelf in library().departments if shelf.id in wanted)
        fresh = [each for each in _of(wanted - set(self.departments)) if each.core]
        kept = {each.id for each in _of(wanted & set(self.departments))}
        return Plan(
            ordered,
            (self.templates & kept) | {each.id for each in fresh},
            (self.stars & kept) | {each.id for each in fresh if each.star},
        )

    def with_template(self, template: str, *, taken: bool) -> "Plan":
        """One KPI more or less; one that goes is no key KPI."""
        if taken:
            return replace(self, templates=self.templates | {template})
        return replace(self, templates=self.templates - {template}, stars=self.stars - {template})

    def with_star(self, template: str, *, starred: bool) -> "Plan":
        """One key KPI more or less; a key KPI is taken."""
        if starred:
            taken = self.with_template(template, taken=True)
            return replace(taken, stars=taken.stars | {template})
        return replace(self, stars=self.stars - {template})

    @property
    def picks(self) -> tuple[Pick, ...]:
        """The KPIs in the order of the library."""
        chosen = (each for each in _of(self.departments) if each.id in self.templates)
        return tuple(Pick(each.id, each.id in self.stars) for each in chosen)

    @property
    def crowded(self) -> tuple[Words, ...]:
        """The departments with more key KPIs than is advised."""
        return tuple(
            shelf.name
            for shelf in library().departments
            if sum(each.id in self.stars for each in _of([shelf.id])) > MOST_STARS
        )


def offered(department: str) -> list[Template]:
    """The KPIs of a department, what it begins with first."""
    return sorted(library().of_department(department), key=lambda each: not each.core)


def _of(departments: Iterable[str]) -> list[Template]:
    wanted = set(departments)
    return [each for each in library().templates.values() if each.department in wanted]
