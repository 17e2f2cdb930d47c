"""Equalities that are never true together: one value is not 0 and 1 at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from backend.rules.language.terms import Compare, Constant


def never_together(named: Iterable[tuple[str, object]]) -> Iterator[tuple[str, str]]:
    """The pairs of names whose atoms say that one value is two different constants."""
    told = [(name, atom) for name, atom in named if isinstance(atom, Compare)]
    for (name, one), (other_name, other) in combinations(told, 2):
        if name != other_name and _are_exclusive(one, other):
            yield name, other_name


def _are_exclusive(one: Compare, other: Compare) -> bool:
    first, second = one.right, other.right
    if not isinstance(first, Constant) or not isinstance(second, Constant):
        return False
    is_framed = one == other.model_copy(update={"right": first, "sign": one.sign})
    are_equalities = {one.sign, other.sign} <= {"==", "!="} and not one.tolerance
    is_one_sort = first.model_copy(update={"value": ""}) == second.model_copy(update={"value": ""})
    return is_framed and are_equalities and is_one_sort and _folded(first) != _folded(second)


def _folded(constant: Constant) -> object:
    value = constant.value
    return value.casefold() if isinstance(value, str) else value
