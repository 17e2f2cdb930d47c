"""Phrases for the key of two tables, told in front of a comparison or behind it: for the same id."""

from __future__ import annotations

from backend.rules.language.terms import Cell, Previous, Value
from backend.rules.language.walk import walk
from backend.rules.phrasing import Modifier, Phrases, Statement

phrase = Phrases()

phrase.words(
    "_of_the_same",
    "for (the same|the very same|one and the same|equal|an equal|identical|an identical|a matching|matching|each|every|any) | "
    "with (the same|the very same|equal|an equal|identical|an identical|a matching|matching) | "
    "under (the same|the very same) | where both have (the same|an equal)",
)


@phrase("stmt", "_of_the_same <cell> [,|:] <stmt>", cost=0.15)
def same_key_first(key: Value, told: Statement) -> Statement | None:
    """For the same id, the city in one table must be the city in the other."""
    return same_key(told, key)


@phrase("stmt", "<stmt> [,] _of_the_same <cell>", cost=0.15)
def same_key(told: Statement, key: Value) -> Statement | None:
    """The city in one table must be that in the other with the same id: the rule must follow it."""
    if not isinstance(key, Cell) or told.also:
        return None
    if any(isinstance(part, Previous) for part in walk(told.rule)):
        return None  # a row before it, and none of another table
    table = told.subject.table if isinstance(told.subject, Cell) else ""
    if table and told.rule.table not in ("", table):
        return None
    placed = told.rule.model_copy(update={"table": table or told.rule.table})
    remark = Modifier(kind="by-same-key", values=(key,))
    return told.model_copy(update={"rule": placed, "remarks": (*told.remarks, remark)})
