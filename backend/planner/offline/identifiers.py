"""Identifiers tell rows apart: how large one is says nothing, unless a sentence names it."""

from __future__ import annotations

from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.kin_hours import refuse_hours_of_measure
from backend.planner.offline.kin_words import leads_up
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
    _refuse_bounded_flag(left, right, context)
    said = {stem(word.strip(".,;:")) for word in hint.split() if word != "no"}
    last = stems_of(left.column)[-1:]
    is_unique = column_of(left, context).unique
    is_key = last == ("id",) or (set(last) <= ID_WORDS and is_unique)
    is_key = is_key or leads_up(left.column)
    if is_key and left.column.lower() not in hint and not said & ID_WORDS:
        raise Misfit(f"{left.column} is an identifier; name it if its size is meant")


def _refuse_bounded_flag(left: Cell, right: Constant, context: Context) -> None:
    """Pass no "homeowners must be over 40" of the 0 and 1 that tell who is one."""
    words = context.check.calculation_hint.lower().replace(",", " ").replace(".", " ").split()
    header, column = stems_of(left.column), column_of(left, context)
    called = "".join(header[1:] if header[:1] in (("is",), ("has",)) else header)
    is_said = called in "".join(map(stem, words)) and left.column.lower() not in words
    if is_said and {*column.values} == {"0", "1"} and right.value not in (0, 1):
        raise Misfit(f"{left.column} holds 0 and 1; name the column that is to be compared")


def refuse_measured_key(left: Value, sign: str, right: Value) -> None:
    """ "No one earns more than their manager": a salary is no larger than a manager_id."""
    if sign in ("==", "!="):
        return
    names = [each.column for each in (left, right) if isinstance(each, Cell | Lookup)]
    ids = [name for name in names if stems_of(name)[-1:] == ("id",) or name.lower() in _SUPERIORS]
    if len(names) == 2 and len(ids) == 1:
        raise Misfit(f"{ids[0]} is an identifier; how large it is says nothing of the other side")
