"""Phrases for rows that must not be so although something else is: does any tag owe although …?"""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.beside import although
from backend.rules.language.terms import Predicate
from backend.rules.phrasing import Phrases, RowSet, Statement

phrase = Phrases()


@phrase(
    "stmt",
    "(do|does|did|has|have|is|are|was|were) any <rows> <rowvp> [,] _although <clauses> [?]",
    "(there|it) _must_not be [any|that any|that an|that a] <rows> (that|who|which) <rowvp> [,] _although <clauses>",
    "no <rows> _may <rowvp> [,] _although <clauses>",
    "no <rows> (has|have) <feature> [,] _although <clauses>",
    cost=0.1,
)
def none_although(found: RowSet, told: Predicate, condition: Predicate) -> Statement | None:
    """Does any tag have a negative balance although its top-up is N?"""
    return None if found.each else although(found, told, condition)
