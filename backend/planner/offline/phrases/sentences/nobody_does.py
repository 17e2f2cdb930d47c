"""Phrases for what nobody of some rows does, told as a fact: nobody under 18 works more than 40 hours."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Predicate
from backend.rules.phrasing import Phrases, RowSet, Statement, about, both, not_

phrase = Phrases()

phrase.words("_no_person", "nobody | no one | no-one | no person")


@phrase("stmt", "_no_person <rel> <acting> <adj>", cost=0.1)
def nobody_acts(where: Predicate, deed: Cell, told: Predicate) -> Statement:
    """Nobody older than 75 works more than 40 hours."""
    return rule(not_(about(told, deed)), where=where)


@phrase("stmt", "_no_person <rel> (has|have|had) <feature>", cost=0.1)
@phrase("stmt", "_no_person <rel> <rowvp>", cost=0.15)
def nobody_has(where: Predicate, told: Predicate) -> Statement:
    """Nobody with a card has a fee above 0."""
    return rule(not_(told), where=where)


@phrase("stmt", "no <noun> <rel> <acting> <adj>", cost=0.1)
def no_such_acts(rows: RowSet, where: Predicate, deed: Cell, told: Predicate) -> Statement | None:
    """No member under 18 works more than 40 hours."""
    condition = both(rows.where, where)
    return None if rows.each else rule(not_(about(told, deed)), rows.table, condition)
