"""Phrases for values that a rule leaves out, told before it or behind it: except for Oslo, unique towns."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import narrowed
from backend.rules.duplicates import Duplicates
from backend.rules.language.terms import Cell, Compare, OneOf, Predicate
from backend.rules.phrasing import Phrases, RowSet, Statement, not_

phrase = Phrases()

phrase.words(
    "_but_for_but",
    "apart from | except | except for | with the exception of | other than | leaving aside | not counting",
)


def _values(told: Predicate) -> Cell | None:
    """The column whose values are left out."""
    is_value = isinstance(told, OneOf) or (isinstance(told, Compare) and told.sign == "==")
    of = getattr(told, "of", getattr(told, "left", None))
    return of if is_value and isinstance(of, Cell) else None


@phrase("stmt", "_but_for_but (<adjective>|<adjectives>) [,] <stmt>", cost=0.08)
def but_for(told: Predicate, statement: Statement) -> Statement | None:
    """Apart from Oslo, no town may occur more than once."""
    of = _values(told)
    if of is None or not isinstance(statement.rule, Duplicates):
        return None
    return narrowed(statement, RowSet(where=not_(told)))


@phrase("stmt", "<stmt> [,] _but_for_but (<adjective>|<adjectives>)", cost=0.12)
def so_but_for(statement: Statement, told: Predicate) -> Statement | None:
    """The town must be unique, except for Oslo."""
    return but_for(told, statement)
