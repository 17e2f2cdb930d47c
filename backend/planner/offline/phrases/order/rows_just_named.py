"""Phrases for some of the rows just named: among paid orders, flag those with …, are there any that …"""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Predicate
from backend.rules.phrasing import Phrases, RowSet, Statement, not_

phrase = Phrases()

phrase.words(
    "_out_of_them", "among | amongst | of | out of | for | in | within | from | from among"
)
phrase.words(
    "_any_of_those",
    "those | all those | any | any of them | all | all of them | each one | every one | the ones | ones | those ones",
)
phrase.words("_not_one", "none | no one | not one | none of them | not a single one | no <noun>")


@phrase("told_of_some", "<rel>", "(that|which|who) <rowvp>")
def told_of_some(told: Predicate) -> Predicate:
    """With a weight above 5; that weigh more than 5."""
    return told


@phrase("stmt", "_out_of_them <rows> [,|:] _flag _any_of_those <told_of_some>", cost=0.06)
@phrase(
    "stmt",
    "_out_of_them <rows> [,|:] (is|are|was|were) there _any_of_those <told_of_some> [?]",
    "_out_of_them <rows> [,|:] there _must be _not_one <told_of_some>",
    "_out_of_them <rows> [,|:] there _must_not be _any_of_those <told_of_some>",
    cost=0.06,
)
def none_of_these(rows: RowSet, *told: Predicate | RowSet) -> Statement | None:
    """Among paid orders, flag those with a price above 5."""
    asked = [part for part in told if not isinstance(part, RowSet)]
    is_plain = all(part == RowSet(table=part.table) for part in told if isinstance(part, RowSet))
    if rows.where is None or rows.each or not is_plain:
        return None
    return rule(not_(asked[0]), rows.table, rows.where)


@phrase("stmt", "_flag (those|any|all|all those) _out_of_them <rows> <told_of_some>", cost=0.1)
def flag_of_these(rows: RowSet, told: Predicate) -> Statement | None:
    """Flag those of the paid orders that have no price."""
    return none_of_these(rows, told)
