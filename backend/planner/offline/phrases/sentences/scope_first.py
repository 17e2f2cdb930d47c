"""Phrases whose first sentence names the rows, and whose second says what of them: any of them with …"""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import narrowed, rule
from backend.rules.language.terms import Predicate, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, about, not_

phrase = Phrases()

phrase.words(
    "_look_at",
    "look at | take | consider | think of | go through | take a look at | have a look at | examine | inspect | "
    "go over | look only at | take only | consider only | check",
)
phrase.words(
    "_those_of_them",
    "any of them | those of them | each of them | all of them | every one of them | any of these | any of those "
    "| those | the ones | all those | any one | whichever",
)
phrase.words(
    "_they_or_each",
    "they | all of them | each of them | every one of them | these | those | each | all",
)


@phrase("scope_told", "_look_at [all|only] <rows>", "_some <noun> <rowvp>", "_some <noun> <rel>")
@phrase("scope_told", "(we|i) (have|keep|hold|get|see|know) [also] [_some] <noun> <rel>")
def scope_told(found: RowSet, *told: Predicate) -> RowSet | None:
    """Look at the cars with fuel type electric."""
    rows = found.that(told[0]) if told else found
    return None if rows.where is None else rows


@phrase("stmt", "<scope_told> _comes _those_of_them <rel> _be _wrong", cost=0.05)
@phrase("stmt", "<scope_told> _comes _flag [_those_of_them] <rel>", cost=0.05)
@phrase("stmt", "<scope_told> _comes _those_of_them <rel> _must be _looked_at", cost=0.05)
def such_are_wrong(found: RowSet, told: Predicate) -> Statement:
    """Any of them with a value other than 0 is wrong."""
    return rule(not_(told), found.table, found.where)


@phrase("stmt", "<scope_told> _comes (none|not one|no one) of them _may <rowvp>", cost=0.05)
@phrase("stmt", "<scope_told> _comes _they_or_each _must_not <rowvp>", cost=0.05)
def none_of_them(found: RowSet, told: Predicate) -> Statement:
    """None of them may have a value above 0."""
    return rule(not_(told), found.table, found.where)


@phrase("stmt", "<scope_told> _comes _they_or_each _must <rowvp>", cost=0.05)
@phrase("stmt", "<scope_told> _comes _they_or_each _needs <feature>", cost=0.05)
def all_of_them(found: RowSet, told: Predicate) -> Statement:
    """Each of them must have a value of 0."""
    return rule(told, found.table, found.where)


@phrase("stmt", "<scope_told> _comes (their|its|whose) <expr> <duty>", cost=0.05)
def theirs(found: RowSet, of: Value, told: Predicate) -> Statement:
    """Their value must be 0."""
    return rule(about(told, of), found.table, found.where, of)


@phrase("stmt", "<scope_told> _comes (_for_these|_in_that_case) [,] <stmt>", cost=0.05)
def for_them(found: RowSet, statement: Statement) -> Statement | None:
    """For them, the value must be 0."""
    return narrowed(statement, found)


@phrase("stmt", "<scope_told> _comes (_for_these|_in_that_case) [,] we _needs <feature>", cost=0.05)
def we_need_of_them(found: RowSet, told: Predicate) -> Statement:
    """Some customers pay by card. For them we need the last digits."""
    return rule(told, found.table, found.where)
