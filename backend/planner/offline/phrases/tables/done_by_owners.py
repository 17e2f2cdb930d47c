"""Phrases for owners by what they did, where its rows are another table: who has ordered, paid at least twice."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.keys import is_key
from backend.planner.offline.phrases.sentences.rows import OWN_KEY, exists
from backend.rules.language.terms import Aggregate, Cell, Exists, Measure, Predicate, Term
from backend.rules.language.walk import rewrite, walk
from backend.rules.phrasing import Phrases, RowSet, about

phrase = Phrases()

phrase.words(
    "_some_time",
    "anything | something | at least once | once or more | one or more times | at all | ever | before | already",
)


@phrase("rowvp", "(have|has|had) [ever|already] [been] <event>", cost=0.15)
@phrase("rowvp", "[(have|has|had)] [ever|already] [been] <event> _some_time", cost=0.05)
@phrase("rowvp", "ever [been] <event>", cost=0.1)
def has_done(table: str) -> Predicate:
    """Has ordered; have been sold at least once."""
    return exists(RowSet(table=table))


@phrase("rowvp", "[(have|has|had)] [ever] [been] <event> <times_bound>", cost=0.1)
@phrase("rowvp", "(be|is|are|was|were) <event> <times_bound>", cost=0.1)
def done_so_many_times(table: str, bound: Predicate) -> Predicate:
    """Paid at least twice: so many rows of payments are theirs."""
    return about(bound, Aggregate(measure=Measure.COUNT, table=table, keys=OWN_KEY))


# Rows of whom it is told ------------------------------------------------------------------------


@phrase("participle", "(of|by|from) <cell> <rel>", cost=0.2)
def of_one_who(owner: Any, told: Predicate) -> Predicate | None:
    """Payments of customers without an order: of the other rows with that key."""
    if not isinstance(owner, Cell) or owner.table or not is_key(owner.column):
        return None
    parts = list(walk(told))
    found = [part for part in parts if isinstance(part, Exists)]
    is_open = found and all(part.keys == OWN_KEY for part in found)
    if not is_open or any(isinstance(part, Cell | Aggregate) for part in parts):
        return None

    def by_that_key(part: Term) -> Term | None:
        keys = ((owner.column, ""),)
        return part.model_copy(update={"keys": keys}) if isinstance(part, Exists) else None

    return rewrite(told, by_that_key)
