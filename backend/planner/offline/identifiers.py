"""Identifiers tell rows apart: how large one is says nothing, unless a sentence names it."""

from __future__ import annotations

from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.kin_hours import refuse_hours_of_measure
from backend.planner.offline.spelling import column_of
from backend.planner.offline.words import ID_WORDS, stem, stems_of
from backend.rules.language.terms import Cell, Constant, Lookup, Value

_SUPERIORS = frozenset({
    "manager", "boss", "supervisor", "superior", "chief", "mgr", "mentor", "tutor", "coach",
    "sponsor", "deputy", "substitute", "spouse", "father", "mother",
})  # fmt: skip
"""Headers that are nothing but somebody: a number under one is that person's."""


def refuse_bounded_key(left: Value, sign: str, right: Value, context: Context) -> None:
    """ "A member must be at least 18": of an identifier only if the sentence says that it is."""
    refuse_hours_of_measure(left, sign, right, context)
    if sign in ("==", "!=") or not isinstance(left, Cell) or not isinstance(right, Constant):
        return
    hint = context.check.calculation_hint.lower()
    said = {stem(word.strip(".,;:")) for word in hint.split() if word != "no"}
    last = stems_of(left.column)[-1:]
    is_unique = column_of(left, context).unique
    is_key = last == ("id",) or (set(last) <= ID_WORDS and is_unique)
    if is_key and left.column.lower() not in hint and not said & ID_WORDS:
        raise Misfit(f"{left.column} is an identifier; name it if its size is meant")


def refuse_measured_key(left: Value, sign: str, right: Value) -> None:
    """ "No one earns more than their manager": a salary is no larger than a manager_id."""
    if sign in ("==", "!="):
        return
    names = [each.column for each in (left, right) if isinstance(each, Cell | Lookup)]
    ids = [name for name in names if stems_of(name)[-1:] == ("id",) or name.lower() in _SUPERIORS]
    if len(names) == 2 and len(ids) == 1:
        raise Misfit(f"{ids[0]} is an identifier; how large it is says nothing of the other side")
