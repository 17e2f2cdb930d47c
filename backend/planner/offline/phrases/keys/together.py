"""Phrases for what several columns of a row must be together: alike, a sum, not both filled."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.sentences.subjects import (
    all_are,
    at_most_one,
    each_pair,
    extreme,
    none_is,
)
from backend.rules.language.terms import Cell, Missing, Predicate, Value
from backend.rules.language.walk import walk
from backend.rules.phrasing import (
    IT,
    Phrases,
    Statement,
    Subjects,
    about,
    all_of,
    any_of,
    compare,
    not_,
)

phrase = Phrases()

phrase.words(
    "_alike",
    "equal | the same | identical | equal to each other | alike | the same as each other | "
    "identical to each other | the same value | equal to one another",
)
phrase.words(
    "_unlike",
    "different | two different people | two different persons | two different values | different from each other | unequal | distinct | different people | different "
    "persons | different values | different from one another | not equal | different things | pairwise different | "
    "pairwise distinct | mutually different | all different from one another | different in each case",
)
phrase.widen("_agree", "match | agree | match each other | agree with each other | coincide")
phrase.words("_disagree", "differ | disagree | differ from each other | differ from one another")
phrase.words("_one_same_value", "the same [value|number|entry|text|person|name|code|one]")
phrase.words("_all", "both | all | all three | all four")
phrase.words("_in_all", "together | combined | in total | taken together | in sum | altogether")
phrase.words(
    "_add_up",
    "make | makes | give | gives | sum to | sum up to | add up to | total | add to | amount to | come to | sums to | adds up to",
)


# Alike or not ---------------------------------------------------------------------------------


@phrase(
    "pair_clause",
    "<all_subjects> _be [_all] _alike",
    "<all_subjects> [_all] _agree",
    "<all_subjects> [_all] (have|has) the same value",
    "<cell> (and|equals) <cell> _be _alike",
)
def alike(*parts: Any) -> Predicate:
    """A and B are the same."""
    if isinstance(parts[0], Subjects):
        return each_pair(parts[0], "==")
    return compare(parts[0], "==", parts[1])


@phrase(
    "pair_clause",
    "<all_subjects> _be [_all] _unlike",
    "<all_subjects> [_all] _disagree",
    "<all_subjects> (do not|does not) (match|agree|coincide)",
    "<all_subjects> _be not _alike",
)
def unlike(found: Subjects) -> Predicate | None:
    """A and B differ; of three, it is not clear how many must."""
    return each_pair(found, "!=") if len(found.items) == 2 else None


@phrase("clause", "<pair_clause>")
def clause_of_pair(told: Predicate) -> Predicate:
    """A clause about two columns."""
    return told


@phrase("stmt", "<pair_clause>", cost=0.3)
def pair_told(told: Predicate) -> Statement:
    """A and B are the same: said as it should be."""
    return rule(told)


@phrase(
    "stmt",
    "<all_subjects> _must [_all] be [_all] _alike",
    "<all_subjects> _must [_all] _agree",
    "<all_subjects> _must [_all] (have|show) the same value",
    "<all_subjects> _must_not (_disagree|be _unlike)",
)
def must_match(found: Subjects) -> Statement:
    """A, B and C must be equal."""
    return rule(each_pair(found, "=="), subject=found.items[0])


@phrase(
    "stmt",
    "<all_subjects> _must [_all] be [_all] _unlike",
    "<all_subjects> _must [_all] _disagree",
    "no two of <cells> _may be _alike",
    "no two of <cells> _may _agree",
    "no two of <cells> _may (have|hold|carry|show|contain|share|get|name) _one_same_value",
    "<all_subjects> _all _must (be _unlike|_disagree)",
)
def must_differ(found: Subjects) -> Statement:
    """A, B and C must differ, every one from every other."""
    return rule(each_pair(found, "!="), subject=found.items[0])


@phrase("stmt", "<all_subjects> _must_not be _alike", "<all_subjects> _must_not _agree")
def must_not_match(found: Subjects) -> Statement | None:
    """A and B must not be equal; of three, it is not clear how many may."""
    return must_differ(found) if len(found.items) == 2 else None


@phrase("stmt", "<all_subjects> _must_not all be _alike", "<all_subjects> _must_not all _agree")
def must_not_all_match(found: Subjects) -> Statement:
    """A, B and C must not all be equal."""
    return rule(not_(each_pair(found, "==")))


# So many of them ------------------------------------------------------------------------------


@phrase(
    "stmt", "<all_subjects> _must (both|all) be <adj>", "<all_subjects> _must (both|all) <verb>"
)
@phrase("stmt", "<all_subjects> _must be (both|all) <adj>")
def must_all(found: Subjects, told: Predicate) -> Statement:
    """A and B must both be filled."""
    return rule(all_are(found, told))


@phrase(
    "stmt",
    "<all_subjects> _must_not (both|all) be <adj>",
    "<all_subjects> _must_not be (both|all) <adj>",
)
@phrase(
    "stmt",
    "<all_subjects> _be never (both|all) <adj>",
    "<all_subjects> _must never (both|all) be <adj>",
    "never (both|all) of <cells> _be <adj>",
)
@phrase("stmt", "<all_subjects> _must_not (both|all) <verb>")
@phrase("stmt", "not (both|all) of <cells> _may be <adj>", "not (both|all) <cells> _may be <adj>")
def must_not_all(found: Subjects, told: Predicate) -> Statement:
    """A and B must not both be filled."""
    return rule(not_(all_are(found, told)))


@phrase(
    "stmt",
    "(at most|no more than|not more than|only) one of <cells> _may be <adj>",
    "(at most|no more than|not more than) one of <cells> _be <adj>",
    "no two of <cells> _may be <adj>",
)
def few(found: Subjects, told: Predicate) -> Statement:
    """At most one of A and B may be filled."""
    return rule(at_most_one(found, told))


@phrase(
    "stmt",
    "<all_subjects> (are|must be|should be|have to be) mutually exclusive",
    "<all_subjects> (exclude each other|must exclude each other)",
)
def exclusive(found: Subjects) -> Statement:
    """A and B exclude each other: at most one is filled."""
    return rule(at_most_one(found, not_(Missing(of=IT))))


@phrase(
    "stmt",
    "<all_subjects> _must [be] either (both|all) [be] <adj> or (both|all|neither) [be] <adj>",
    "<all_subjects> _must be (both|all) <adj> or (both|all) <adj>",
    "<all_subjects> _must (both|all) be <adj> or (both|all) be <adj>",
    "[either] (both|all) of <cells> _must be <adj> or (both|all) of them <adj>",
)
@phrase("stmt", "<all_subjects> _be either (both|all) <adj> or (both|all) <adj>", cost=0.3)
def both_or_both(found: Subjects, one: Predicate, other: Predicate) -> Statement:
    """A and B must be both filled or both empty."""
    return rule(any_of(all_are(found, one), all_are(found, other)))


@phrase(
    "stmt",
    "[either] (both|all) or neither of <cells> _must be <adj>",
    "either (both|all) of <cells> _be <adj> or (neither|none) [of them] [is|are]",
    "either (both|all) of <cells> _must be <adj> or (neither|none) [of them] [is|are]",
    "[either] (both|all) or (neither|none) of <cells> _must be <adj>",
    "<all_subjects> _must be <adj> (together or not at all|both or neither)",
)
def all_or_none(found: Subjects, told: Predicate) -> Statement:
    """Both or neither of A and B must be filled."""
    return rule(any_of(all_are(found, told), none_is(found, told)))


# Sums and extremes ----------------------------------------------------------------------------


@phrase(
    "pair_clause",
    "<added> [_in_all] _add_up [exactly] <operand>",
    "<added> _in_all _be <operand>",
)
def adds_up(total: Value, wanted: Value) -> Predicate:
    """A and B add up to C."""
    return compare(total, "==", wanted)


@phrase("pair_clause", "<added> (do not|does not|don 't) _add_up <operand>")
def adds_not_up(total: Value, wanted: Value) -> Predicate:
    """A and B do not add up to C."""
    return compare(total, "!=", wanted)


@phrase(
    "stmt",
    "<added> _must [_in_all] _add_up [exactly] <operand>",
    "<added> _in_all _must (be|equal|make) <operand>",
)
def must_add_up(total: Value, wanted: Value) -> Statement:
    """A and B must add up to C."""
    return rule(compare(total, "==", wanted))


@phrase("stmt", "<added> _in_all <duty>", "<added> <duty> _in_all", "[sum|total] of <added> <duty>")
def sum_duty(total: Value, duty: Predicate) -> Statement | None:
    """A and B together must be at most 10."""
    if any(isinstance(part, Missing) for part in walk(duty)):
        return None
    return rule(about(duty, total))


for _names, _sign in (
    ("largest|highest|greatest|maximum|max|biggest|latest|newest|longest", ">="),
    ("smallest|lowest|least|minimum|min|earliest|oldest|shortest", "<="),
):
    phrase("stmt", f"({_names}) [value] of <cells> <duty>")(
        lambda found, duty, sign=_sign: rule(extreme(found, sign, duty))
    )
    phrase("stmt", f"<cell> (is|are|_must be) ({_names}) [value|one] of <cells>", cost=-0.1)(
        lambda of, found, sign=_sign: _extreme_among(of, found, sign)
    )
    phrase("adj", f"({_names}) [value] of <cells>")(
        lambda found, sign=_sign: all_of(
            *(compare(IT, sign, item) for item in found.items),
            any_of(*(compare(IT, "==", item) for item in found.items)),
        )
    )


def _extreme_among(of: Value, found: Subjects, sign: str) -> Statement | None:
    """High is the largest of open, high and low: no less than each of the others."""
    others = [compare(of, sign, item) for item in found.items if item != of]
    is_among = isinstance(of, Cell) and len(others) == len(found.items) - 1
    return rule(all_of(*others), subject=of) if is_among else None
