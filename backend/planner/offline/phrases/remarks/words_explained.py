"""Phrases for a word that is said in full behind it, and for what all other values of it are.

At most one period may be open, that is without an end: the word is what its explanation is.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import All, Compare, Constant, How, Matches, Predicate
from backend.rules.language.terms import Any as AnyOf
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, all_of, any_of, not_

phrase = Phrases()

# A word, and what it means ----------------------------------------------------------------------

phrase.words(
    "_coined",
    "open-ended | open | closed | complete | incomplete | current | ongoing | running | settled | unsettled | pending | "
    "overdue | orphaned | stale | fresh | dangling | unfinished | outstanding | undated | endless | finished | idle | vacant",
)
phrase.words(
    "_that_is_so",
    "that is | that is to say | i.e. | in other words | meaning | which means | that means | namely | so | which is",
)


@phrase(
    "adj", "_coined , _that_is_so [,] <adj>", r"_coined \( [_that_is_so] [,] <adj> \)", cost=-0.1
)
@phrase("adj", "_coined (:|-|–|—) [_that_is_so] [,] <adj>", cost=-0.1)
@phrase(
    "verb",
    "be _coined , _that_is_so [,] <verb>",
    r"be _coined \( [_that_is_so] <verb> \)",
    cost=-0.1,
)
@phrase(
    "rowvp",
    r"be _coined , _that_is_so [,] [one|those|ones] <rel>",
    r"be _coined \( [_that_is_so] [,] [one|those|ones] <rel> \)",
)
@phrase("rowvp", "be _coined (:|-|–|—) [_that_is_so] <rel>")
def explained(told: Predicate) -> Predicate:
    """Open-ended, that is without an end."""
    return told


phrase.words(
    "_a_card_number",
    "(card|payment card|credit card|debit card|bank card) (number|no)",
)


@phrase("adj", "valid _a_card_number")
def card_number() -> Predicate:
    """A valid card number: its form, where no other table's card may be meant."""
    return Matches(of=IT, how=How.FORMAT, text="payment_card")


@phrase(
    "adj",
    "[valid] (_a_card_number|number|code) , _that_is_so [,] [(its|the) (digits|number|check digit)] [must] <verb>",
    r"[valid] (_a_card_number|number|code) \( [_that_is_so] [(its|the) (digits|number|check digit)] [must] <verb> \)",
    "[valid] (_a_card_number|number|code) (that|which) <verb>",
    cost=-0.4,
)
def with_check_digit(told: Predicate) -> Predicate | None:
    """A valid card number, i.e. its digits pass the Luhn check."""
    is_luhn = isinstance(told, Matches) and (told.how, told.text) == (How.FORMAT, "luhn")
    return told if is_luhn else None


# Any other number -------------------------------------------------------------------------------

phrase.words(
    "_with_these",
    "(with|for|of|in|beside|behind|under) (these|those|them|these two|those two|the two|both|either|either of them|it|this|that|"
    "any of them|any of these|these values|these three|one of them)",
)


@phrase(
    "hint",
    "<hint> _stop (any|every|each|all) other (number|numbers|value|values|code|codes|entry|entries) [_with_these] _told_wrong [.]",
    "<hint> _stop (no|not any) other (number|value|code) [_with_these] (is|are) (allowed|right|correct|accepted|valid) [.]",
    cost=0.05,
)
def no_other_number(told: Statement) -> Statement | None:
    """A means 1 and B means 2; any other number with these is wrong: which the rule says."""
    must = told.rule.must if isinstance(told.rule, BrokenRows) else None
    parts: tuple[Any, ...] = must.parts if isinstance(must, All) else (must,)
    ends = [part.parts[-1] if isinstance(part, AnyOf) else part for part in parts]
    is_exact = all(
        isinstance(end, Compare) and end.sign == "==" and isinstance(end.right, Constant)
        for end in ends
    )
    return told if is_exact else None


# Several words, and the number of each ----------------------------------------------------------


@phrase("stands_for", "(<noun>|<adjective>) [_means_so] for <feature>", cost=0.05)
@phrase("stands_for", "(<noun>|<adjective>) _means_so <feature>", cost=0.05)
def stands_for(found: Any, told: Predicate) -> Predicate | None:
    """Diamonds for rank 4."""
    where = found.where if isinstance(found, RowSet) else found
    return None if where is None else any_of(not_(where), told)


@phrase("all_stand_for", "<stands_for> (and|,|, and|;|; and) <stands_for>")
@phrase("all_stand_for", "<stands_for> (,|;) <all_stand_for>")
def all_stand_for(one: Predicate, more: Predicate) -> Predicate:
    """Diamonds for rank 4 and hearts for rank 3."""
    return all_of(one, more)


@phrase(
    "stmt",
    "(<noun>|<adjective>) _means_so <feature> (and|,|, and|;|; and) (<stands_for>|<all_stand_for>)",
    cost=0.06,
)
def each_stands_for(found: Any, told: Predicate, more: Predicate) -> Statement | None:
    """Spades stand for rank 5, diamonds for rank 4 and hearts for rank 3."""
    first = stands_for(found, told)
    return None if first is None else rule(all_of(first, more))
