"""Phrases for rows that are called odd, which is no number here: they are what is to be flagged."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Predicate
from backend.rules.phrasing import Phrases, RowSet, Statement, not_

phrase = Phrases()

phrase.words(
    "_out_of_place",
    "[very|rather|quite|really] (odd|strange|weird|fishy|dubious|peculiar|hard to believe|out of place|not credible) | "
    "a sign (of|for) (a|an) (mistake|error)",
)
phrase.words("_so_flag_odd", ": | ; | , so | and so | , | . | , therefore | so | - | –")


@phrase("stmt", "[any|every] <rows> (is|are|looks|look|seems|seem) _out_of_place", cost=0.05)
@phrase("stmt", "[any|every] <rows> ((makes|make) no|(does|do) not make [any]) sense", cost=0.05)
def rows_are_odd(found: RowSet) -> Statement | None:
    """A ticket for a child with a price above 100 is odd."""
    return None if found.where is None else rule(not_(found.where), found.table)


@phrase(
    "hint",
    "[any|every] <rows> (is|are) _remarkable _so_flag_odd _do_show _those_rows_codes [.]",
    cost=0.05,
)
def rows_to_look_at(found: RowSet, *again: RowSet) -> Statement | None:
    """A ticket for a child with a price above 100 is unusual: flag it."""
    return None if any(each.where is not None for each in again) else rows_are_odd(found)


@phrase("stmt", "_if <clauses> [,|:] [then] (this|that) (is|looks|seems) _out_of_place", cost=0.05)
def such_is_odd(condition: Predicate) -> Statement:
    """If the fee is 0, that is odd."""
    return rule(not_(condition))
