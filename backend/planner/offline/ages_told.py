"""Whether a column that is said to match a date of birth tells an age."""

from __future__ import annotations

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.words import stems_of
from backend.rules.language.terms import Cell, Compare, Elapsed, Lookup, Value
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_LOOSELY = frozenset({"age_by_birth", "birth_of_age"})
"""What matches a date is its age: said of no column but those that are called so."""
_BIRTHS = frozenset({"birth", "born", "birthdate", "birthday", "dob"})


def refuse_ages_of_others(node: Node, rule: Rule, context: Context) -> None:
    """Pass an age that is held against the years since a birth, and tell how they are counted.

    Raises:
        Misfit: a number matches a date, and they are not called an age and a date of birth.
    """
    told = {part.symbol for part in node.walk()}
    if not told & (_LOOSELY | {"age_worked_out"}):
        return
    context.assume("An age is the number of completed years.")
    if told & _LOOSELY and not all(map(_is_plainly_an_age, _held_against_years(rule))):
        raise Misfit(
            "it is not clear how a number matches a date; write 'age must be the age computed from "
            "birth_date', for instance"
        )


def _held_against_years(rule: Rule) -> list[tuple[Elapsed, Value]]:
    found = []
    for part in walk(rule):
        if isinstance(part, Compare):
            for one, other in ((part.left, part.right), (part.right, part.left)):
                found += [(one, other)] if isinstance(one, Elapsed) else []
    return found


def _is_plainly_an_age(pair: tuple[Elapsed, Value]) -> bool:
    years, number = pair
    if not isinstance(years.start, Cell | Lookup) or not isinstance(number, Cell | Lookup):
        return False
    is_age = "age" in stems_of(number.column)
    return is_age and bool(_BIRTHS & set(stems_of(years.start.column)))
