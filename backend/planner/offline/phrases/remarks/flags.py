"""Phrases for rows and values to flag, and for questions."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import (
    All,
    Constant,
    How,
    Matches,
    Predicate,
    Unless,
    Value,
)
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    about,
    all_of,
    not_,
)

phrase = Phrases()


phrase.words(
    "_looked_at",
    "flagged | reported | listed | looked at | reviewed | checked | investigated | examined | shown | "
    "looked into | marked | inspected",
)

# Things to flag -------------------------------------------------------------------------------


@phrase(
    "stmt",
    "_flag [all|any|every|each|those|only] <rows>",
    "(are|is) there [any] <rows> ?",
    "(are|is) there [any] <rows>",
    cost=0.0,
)
@phrase(
    "stmt",
    "there (must|should|may|can|shall) (be no|not be any|never be any) <rows>",
    "there (are|is) no <rows>",
    "no <rows> (must|should|may|can) (exist|be present|be there|occur)",
    "no <rows>",
    "there (must|should|may) not be <rows>",
    "there (must|should) never be <rows>",
)
@phrase(
    "stmt",
    "<rows> [_be] _wrong",
    "<rows> (look|looks|seem|seems) _wrong",
    "<rows> _must be _wrong",
    "[any] <rows> (must|should|may|can|are|is) not (exist|occur|be allowed|allowed)",
    "<rows> _be to be flagged",
    "<rows> _be _wrong and _must be _looked_at",
    "<rows> _must be _looked_at",
    "<rows> (must|should) be (flagged|reported|listed)",
    "<rows> (must|should) not exist",
    "does any <rows> exist ?",
)
def flag(found: RowSet) -> Statement | None:
    """Flag orders with a negative price; what is excepted, the rule does not speak of."""
    if found.where is None:
        return None
    parts = found.where.parts if isinstance(found.where, All) else ()
    spared = [part for part in parts if isinstance(part, Unless)]
    told = [part for part in parts if not isinstance(part, Unless)]
    if spared and told:
        return rule(not_(all_of(*told)), found.table, all_of(*spared))
    return rule(not_(found.where), found.table)


@phrase(
    "stmt",
    "_flag <cell> [values] with <them_feature>",
    "(are|is) there [any] <cell> [values] with <them_feature> [?]",
    "no <cell> [values] with <them_feature>",
)
def flag_value_with(subject: Value, told: Predicate) -> Statement:
    """Are there names with a space in them?"""
    return rule(not_(about(told, subject)), subject=subject)


@phrase(
    "them_feature",
    "<sign_mark> [in (them|it)]",
    "[the] (letter|word|text|character) <any_text> [in (them|it)]",
    "<text> in (them|it)",
)
def feature_of_them(part: Any) -> Predicate:
    """A space in them."""
    text = str(part.value) if isinstance(part, Constant) else str(part)
    return Matches(of=IT, how=How.CONTAINS, text=text)


@phrase(
    "stmt",
    "_flag <expr> <adj>",
    "_flag _each <expr> <adj>",
    "_flag [values of|any] <expr> _that <vp>",
    "_flag _each <expr> <verb>",
    "_flag [_each] <cell> [values] (that|which) <vp>",
    cost=0.1,
)
def flag_value(subject: Value, told: Predicate) -> Statement | None:
    """Flag prices below 0; phone numbers are none that are numbers."""
    if isinstance(told, Matches) and told.how == How.FORMAT and told.text == "number":
        return None
    return rule(not_(about(told, subject)), subject=subject)


@phrase(
    "stmt",
    "_flag (it|them) (if|when|where) <clauses>",
    "_flag (if|when|where|whenever) <clauses>",
    "_flag <clause>",
    "<clauses> (is|are) _wrong",
    cost=0.1,
)
def flag_when(condition: Predicate) -> Statement:
    """Flag when the price is negative."""
    return rule(not_(condition))


@phrase(
    "stmt",
    "(do|does|has|have|did) any <rows> <rowvp> ?",
    "(do|does|has|have|did) any <rows> <rowvp>",
    "which <rows> <rowvp> ?",
    "(is|are) any <rows> <flag_word> ?",
    cost=0.05,
)
def question_flag(found: RowSet, told: Predicate) -> Statement:
    """Does any order have …?"""
    return rule(not_(told), found.table, found.where)


@phrase(
    "stmt",
    "(do|does) any <expr> <verb> ?",
    "which <expr> _be <adj> ?",
    "which <expr> <verb> ?",
    "(is|are) any <expr> <adj> ?",
    "any <expr> <adj> ?",
    "(is|are) [any|the] <expr> (ever|sometimes) <adj> ?",
    "(does|do) [any] <expr> ever <verb> ?",
    cost=0.05,
)
def question_value_flag(subject: Value, told: Predicate) -> Statement:
    """Is the price ever negative?"""
    return rule(not_(about(told, subject)), subject=subject)


@phrase(
    "stmt",
    "(is|are) (every|each|all|all the) <expr> <adj> [?]",
    "(do|does) (every|each|all|all the) <expr> <verb> [?]",
    "(is|are) the <expr> always <adj> [?]",
    cost=0.05,
)
def question_duty(subject: Value, told: Predicate) -> Statement:
    """Is every price positive?"""
    asked = remark("asked-of-all")
    return rule(about(told, subject), subject=subject).model_copy(update={"remarks": (asked,)})


phrase.words(
    "_ensure",
    "ensure | ensure that | make sure | make sure that | verify | verify that | check that | confirm "
    "| confirm that | assert that | validate that | see to it that | guarantee that | we expect that "
    "| we need that | it is required that | it must be so that | it must hold that | we want that "
    "| is it true that | test that | please check that | it must be true that | it must always be "
    "true that | it should be true that",
)


@phrase("stmt", "_ensure <stmt> [?]", "_ensure , <stmt>", cost=0.02)
def ensured(statement: Statement) -> Statement:
    """Make sure that the price is positive."""
    return statement


@phrase(
    "stmt",
    "it (is|would be) _wrong (if|when|that) <clauses>",
    "it (must|should|may|can) (not|never) (be|happen|occur|be the case) that <clauses>",
    "it is not allowed that <clauses>",
    "never (may|must|should) it be that <clauses>",
)
def never_so(condition: Predicate) -> Statement:
    """It must not happen that the price is negative."""
    return rule(not_(condition))


@phrase("stmt", "no <expr> <adj>", "(is|are) <expr> never <adj> [?]", cost=0.1)
def no_such_value(subject: Value, told: Predicate) -> Statement:
    """No date in the future."""
    return rule(not_(about(told, subject)), subject=subject)


@phrase(
    "stmt",
    "[any] <adj> <cell> [values] _be _wrong",
    "[any] <adj> <cell> [values] _must_not (occur|exist|happen|appear)",
    "any <adj> <cell> ?",
    "(are|is) there any <adj> <cell> [?]",
    "no <adj> <cell>",
    cost=0.1,
)
def any_such_value(told: Predicate, subject: Value) -> Statement:
    """Any negative prices?"""
    return rule(not_(about(told, subject)), subject=subject)


@phrase("stmt", "(nobody|no one|no-one|none|nothing) _may <rowvp>")
@phrase("stmt", "(nobody|no one|no-one|nothing) <rowvp>", cost=0.1)
def nobody(told: Predicate) -> Statement:
    """Nobody may be older than 120 years."""
    return rule(not_(told))


@phrase("stmt", "(is|are) there no <rows> [?]")
def question_none(found: RowSet) -> Statement | None:
    """Is there no order without a price?"""
    return flag(found)


@phrase(
    "stmt",
    "[any] <expr> <adj> _be _wrong",
    "[any] <expr> that <vp> _be _wrong",
    "[any] <expr> <adj> _must_not (occur|exist|happen|appear)",
    cost=0.05,
)
def wrong_value(subject: Value, told: Predicate) -> Statement:
    """A score above 20 is an error."""
    return rule(not_(about(told, subject)), subject=subject)


@phrase("stmt", "only <rows> _may <rowvp>", "only <rows> <rowvp>", cost=0.05)
def only_those(found: RowSet, told: Predicate) -> Statement | None:
    """Only paid orders may have a date: those that have one must be paid."""
    return None if found.where is None else rule(found.where, found.table, told)


@phrase("stmt", "(do|does|has|have) (every|each|all|all the) <rows> <rowvp> [?]", cost=0.05)
def question_row_duty(found: RowSet, told: Predicate) -> Statement:
    """Does every order have a user?"""
    asked = remark("asked-of-all")
    return rule(told, found.table, found.where).model_copy(update={"remarks": (asked,)})
