"""Formulas as data: text, tree, value; each mistake with its place.

`parse` a text, `resolve` its names to ids, `inline` other KPIs' formulas, `evaluate` in a scope.
Arrays, trials and rewriting are in `columns`, `trial` and `writing`.
"""

from scorecard.formula.grammar import parse as parse
from scorecard.formula.inlining import inline as inline
from scorecard.formula.mistake import FormulaError as FormulaError
from scorecard.formula.names import NameAt as NameAt
from scorecard.formula.names import meant as meant
from scorecard.formula.names import names as names
from scorecard.formula.names import rename as rename
from scorecard.formula.names import resolve as resolve
from scorecard.formula.shape import is_additive as is_additive
from scorecard.formula.shape import is_boolean as is_boolean
from scorecard.formula.shape import is_percent as is_percent
from scorecard.formula.terms import NOW as NOW
from scorecard.formula.terms import Shift as Shift
from scorecard.formula.terms import Term as Term
from scorecard.formula.terms import required as required
from scorecard.formula.tree import Tree as Tree
from scorecard.formula.value import Result as Result
from scorecard.formula.value import Scope as Scope
from scorecard.formula.value import evaluate as evaluate
