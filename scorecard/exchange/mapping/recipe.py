"""What somebody said about a kind of workbook: kept in the document, or in a file of its own."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from scorecard.catalogue.folding import folded
from scorecard.cleaning import clean_name
from scorecard.exchange.json_text import read_json
from scorecard.exchange.layout.headings import Role, plain_heading
from scorecard.text import named
from scorecard.trouble import Refused, Trouble
from scorecard.vocabulary import Category, Direction, Words

FORMAT = "scorecard.map/1"
#: The setting of a document that keeps it.
SETTING = "import_map"
FRACTION, PERCENT = "fraction", "percent"
MEASURE, KPI = "measure", "kpi"
#: What becomes of targets that a list says of KPIs the document has: taken, or those it has kept.
TAKE, KEEP = "take", "keep"
#: What becomes of targets at units where their KPI has no line: that is added, or they are left.
ADD, LEAVE = "add", "leave"
_MOST = 5_000
_PARTS = frozenset({"format", "names", "orgs", "org", "year", "new", "columns", "sheets", "taken"})
_PARTS |= {"targets", "lines"}
_WORDS = {
    "new": (MEASURE, KPI),
    "targets": (TAKE, KEEP),
    "lines": (ADD, LEAVE),
    "scale": (FRACTION, PERCENT),
    "direction": tuple(Direction),
    "category": tuple(Category),
}


class Choice(NamedTuple):
    """What a name of a workbook stands for. `to` is the id of a measure or KPI, or a name that the
    program shows; `org` the id of its unit where the name does not say it; `new` says that it
    becomes a measure or KPI; `skip` that it is left out. `scale` says whether 0.95 in a percent
    field is a fraction or a percentage."""

    to: str = ""
    new: str = ""
    skip: bool = False
    scale: str = ""
    unit: str = ""
    direction: str = ""
    category: str = ""
    org: str = ""

    def json(self) -> object:
        """As it stands in a file."""
        if self.skip:
            return None
        parts = {name: getattr(self, name) for name in _CHOICE if getattr(self, name)}
        return self.to if set(parts) == {"to"} else parts


_CHOICE = ("to", "new", "scale", "unit", "direction", "category", "org")


@dataclass(frozen=True, slots=True)
class Recipe:
    """`names` and `orgs` by the words of the workbook, folded; `org` is where rows without a unit
    belong, `year` that of months without one, `new` what unknown names become, `columns` what a
    column with that heading holds, `sheets` the only ones to read where there are any. `taken`
    are the names that each kind of sheet had last time, `targets` says what becomes of those that
    a list says of KPIs the document has, `lines` of those at units where their KPI has no line."""

    names: Mapping[str, Choice] = field(default_factory=dict)
    orgs: Mapping[str, str] = field(default_factory=dict)
    org: str = ""
    year: int | None = None
    new: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    sheets: tuple[str, ...] = ()
    taken: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    targets: str = ""
    lines: str = ""

    def choice(self, name: str) -> Choice:
        """What was said about a name; an empty choice where nothing was."""
        return self.names.get(folded(name), Choice())

    def with_name(self, name: str, choice: Choice) -> "Recipe":
        """The same with something said about a name."""
        return replace(self, names={**self.names, folded(name): choice})

    def roles(self) -> Mapping[str, Role]:
        """The columns by their headings, as layouts compare them."""
        return {plain_heading(text): Role(said) for text, said in self.columns.items()}

    def over(self, kept: "Recipe") -> "Recipe":
        """This recipe, and where it says nothing what was `kept`."""
        return Recipe(
            {**kept.names, **self.names},
            {**kept.orgs, **self.orgs},
            self.org or kept.org,
            self.year or kept.year,
            self.new or kept.new,
            {**kept.columns, **self.columns},
            self.sheets or kept.sheets,
            {**kept.taken, **self.taken},
            self.targets or kept.targets,
            self.lines or kept.lines,
        )

    def json(self) -> dict[str, object]:
        """As it stands in a file; the document keeps no year, as that was for one workbook."""
        said: dict[str, object] = {
            "format": FORMAT,
            "names": {name: choice.json() for name, choice in self.names.items()},
            "orgs": dict(self.orgs),
            "org": self.org,
            "new": self.new,
            "targets": self.targets,
            "lines": self.lines,
            "columns": dict(self.columns),
            "sheets": list(self.sheets),
            "taken": {sheet: list(names) for sheet, names in self.taken.items()},
        }
        return {name: value for name, value in said.items() if value}


def read_recipe(data: bytes, name: str) -> Recipe:
    """The recipe of a file. Raises Refused with the place of each mistake."""
    found = read_json(data, name)
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        said = str(found.get("format", "–"))[:60] if isinstance(found, dict) else "–"
        raise Refused([Trouble("not_a_map", name, {"expected": FORMAT, "found": said})])
    return recipe_of(found, name)


def recipe_of(said: Mapping[str, object], name: str) -> Recipe:
    """The recipe of a JSON object. Raises Refused."""
    reader = _Reader(name)
    recipe = Recipe(
        {folded(k): reader.choice(f"names.{k}", v) for k, v in reader.pairs(said, "names")},
        {folded(k): reader.text(f"orgs.{k}", v) for k, v in reader.pairs(said, "orgs")},
        reader.text("org", said.get("org") or ""),
        reader.year(said.get("year")),
        reader.word("new", said.get("new") or "", _WORDS["new"]),
        {k: reader.word(f"columns.{k}", v, _ROLES) for k, v in reader.pairs(said, "columns")},
        reader.texts("sheets", said.get("sheets") or []),
        {k: reader.texts(f"taken.{k}", v) for k, v in reader.pairs(said, "taken")},
        reader.word("targets", said.get("targets") or "", _WORDS["targets"]),
        reader.word("lines", said.get("lines") or "", _WORDS["lines"]),
    )
    for part in said:
        if part not in _PARTS:
            reader.refuse(part, "map_field", known=named(sorted(_PARTS - {"taken"})))
    if reader.troubles:
        raise Refused(reader.troubles)
    return recipe


_ROLES = tuple(role.value for role in Role)


class _Reader:
    """Reads the values of a file and notes what is wrong with them."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.troubles: list[Trouble] = []

    def refuse(self, where: str, code: str, **facts: str | Words) -> None:
        """Note one mistake."""
        self.troubles.append(Trouble(code, f"{self._name} {where}", facts))

    def pairs(self, said: Mapping[str, object], part: str) -> list[tuple[str, object]]:
        """The names and values of an object."""
        value = {} if said.get(part) is None else said[part]
        if not isinstance(value, Mapping) or len(value) > _MOST:
            self.refuse(part, "not_an_object")
            return []
        return [(str(name), inner) for name, inner in value.items()]

    def text(self, where: str, value: object) -> str:
        if not isinstance(value, str):
            self.refuse(where, "not_text")
            return ""
        return clean_name(value)

    def texts(self, where: str, value: object) -> tuple[str, ...]:
        if not isinstance(value, list) or len(value) > _MOST:
            self.refuse(where, "not_a_list")
            return ()
        return tuple(self.text(where, each) for each in value)

    def word(self, where: str, value: object, allowed: tuple[str, ...]) -> str:
        if value == "" or value in allowed:
            return str(value)
        self.refuse(where, "not_a_choice", value=str(value)[:40], allowed=named(allowed))
        return ""

    def year(self, value: object) -> int | None:
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not 1900 <= value < 2200:  # noqa: PLR2004  the years of a document
            self.refuse("year", "not_a_choice", value=str(value)[:40], allowed="1900…2199")
            return None
        return value

    def choice(self, where: str, value: object) -> Choice:
        """An id, null for what is left out, or an object that says more."""
        if value is None:
            return Choice(skip=True)
        if isinstance(value, str):
            return Choice(to=clean_name(value))
        if not isinstance(value, Mapping):
            self.refuse(where, "not_an_object")
            return Choice()
        parts = dict(value)
        to = next((parts.pop(name) for name in ("to", MEASURE, KPI) if name in parts), "")
        for part in parts:
            if part not in _CHOICE:
                self.refuse(f"{where}.{part}", "map_field", known=named(_CHOICE))
        words = {
            part: self.word(f"{where}.{part}", parts.get(part, ""), allowed)
            for part, allowed in _WORDS.items()
        }
        unit = self.text(f"{where}.unit", parts.get("unit", ""))
        org = self.text(f"{where}.org", parts.get("org", ""))
        return Choice(
            to=self.text(f"{where}.to", to),
            new=words["new"],
            scale=words["scale"],
            unit=unit,
            direction=words["direction"],
            category=words["category"],
            org=org,
        )
