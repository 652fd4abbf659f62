"""A KPI's formula put in place of its name, so that inputs are added first (R-FORMULA-9)."""

from collections.abc import Iterator, Mapping

from scorecard.formula.mistake import FormulaError
from scorecard.formula.size import check_size
from scorecard.formula.tree import Name, Tree, walk, with_names


def inline(tree: Tree, bodies: Mapping[str, Tree]) -> Tree:
    """The resolved `tree` with each name that is a key of `bodies` replaced by that formula.

    Raises FormulaError at the name of `tree` that leads there: `circular`, naming the chain,
    or `too_deep`, `too_large`. Names within a body keep their own spelling.
    """
    if not bodies:
        return tree  # as it was read, its size included
    done: dict[str, Tree] = {}
    for start in _kpis(tree, bodies):
        for name in _inner_first(start, bodies, done):
            body = _placed(bodies[name.name], done)
            check_size(body, start.position)
            done[name.name] = body
    found = _placed(tree, done)
    check_size(found)
    return found


def _kpis(tree: Tree, bodies: Mapping[str, Tree]) -> Iterator[Name]:
    return (node for node in walk(tree) if isinstance(node, Name) and node.name in bodies)


def _placed(tree: Tree, done: Mapping[str, Tree]) -> Tree:
    return with_names(tree, lambda name: done.get(name.name, name))


def _inner_first(
    start: Name, bodies: Mapping[str, Tree], done: Mapping[str, Tree]
) -> Iterator[Name]:
    """`start` and the KPIs below it that are not done, each after those that it needs."""
    if start.name in done:
        return
    path = {start.name: (start, _kpis(bodies[start.name], bodies))}
    while path:
        name, below = path[next(reversed(path))]
        needed = next((each for each in below if each.name not in done), None)
        if needed is None:
            del path[name.name]
            yield name
        elif needed.name in path:
            raise _circular(start, [name for name, _ in path.values()], needed)
        else:
            path[needed.name] = (needed, _kpis(bodies[needed.name], bodies))


def _circular(start: Name, path: list[Name], again: Name) -> FormulaError:
    ids = [name.name for name in path]
    ring = [*path[ids.index(again.name) :], again]
    chain = " → ".join(name.spelling for name in ring)
    return FormulaError(start.position, (), start.spelling, "circular", {"chain": chain})
