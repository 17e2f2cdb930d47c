"""Phrases for what the different values of a column may be: the distinct values must be A or B.

What is asked of the values is asked of each of them; how many there are is a number, and is told
by one.
"""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, OneOf, Predicate, Value
from backend.rules.phrasing import Phrases, Statement, about

phrase = Phrases()


@phrase("stmt", "(distinct|different|unique) <cell> [values] <duty>", cost=0.3)
def different_values(of: Value, duty: Predicate) -> Statement | None:
    """The distinct values of state must be open, paid or void."""
    return all_different_values(of, duty) if isinstance(duty, OneOf) else None


@phrase(
    "stmt",
    "(all|each|every|any) (distinct|different|unique) <cell> [value|values] <duty>",
    cost=0.1,
)
def all_different_values(of: Value, duty: Predicate) -> Statement | None:
    """Each distinct value of state must be open or paid."""
    return rule(about(duty, of), subject=of) if isinstance(of, Cell) else None
