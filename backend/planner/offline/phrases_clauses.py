"""Phrases that join subjects with what is said of them, and clauses with each other."""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import (
    How,
    Matches,
    Predicate,
    Value,
)
from backend.rules.phrasing import (
    IT,
    Phrases,
    Subjects,
    about,
    about_all,
    all_of,
    any_of,
    compare,
    not_,
)

phrase = Phrases()


phrase.words("_be", "is | are | be | was | were | been | being | stays | remain | remains | stay")
phrase.words("_do", "does | do | did")
phrase.words(
    "_must",
    "must | should | shall | has to | have to | needs to | need to | ought to | is required "
    "to | are required to | is expected to | are expected to | "
    "will | is to | are to | is supposed to | are supposed to | must "
    "always | should always | has always to | must all | should all",
)
phrase.words(
    "_must_not",
    "must not | should not | shall not | may not | can not | must never | should never | "
    "may never | can never | is not allowed to | are not allowed to | must "
    "not ever | is never allowed to | are never allowed to | is forbidden to",
)
phrase.words("_may", "may | must | should | can | shall | is allowed to | are allowed to")


# Joining -----------------------------------------------------------------------------------------


@phrase("adj", "<adj> or <adj>", cost=0.1)
def either(left: Predicate, right: Predicate) -> Predicate:
    """One or the other."""
    return any_of(left, right)


@phrase("adj", "<adj> and <adj>", "<adj> but <adj>", "both <adj> and <adj>", cost=0.1)
def as_well(left: Predicate, right: Predicate) -> Predicate:
    """Both."""
    return all_of(left, right)


@phrase("adj", "<format> <adj>", "[_valid] <format> that _be <adj>", cost=0.1)
def format_and(name: str, told: Predicate) -> Predicate:
    """A whole number between 1 and 10."""
    return all_of(Matches(of=IT, how=How.FORMAT, text=name), told)


@phrase("adj", "not <adj>", cost=0.05)
def negated(inner: Predicate) -> Predicate:
    """Not so."""
    return not_(inner)


@phrase("vp", "_be <adj>", "<verb>", "_be always <adj>")
def told(inner: Predicate) -> Predicate:
    """What is said of a subject."""
    return inner


@phrase(
    "vp", "_be (not|never) <adj>", "_do not <verb>", "(never|not) <verb>", "_be no longer <adj>"
)
def denied(inner: Predicate) -> Predicate:
    """What is denied of a subject."""
    return not_(inner)


@phrase("vp", "<vp> and <vp>", cost=0.1)
def vp_and(left: Predicate, right: Predicate) -> Predicate:
    """Two things said."""
    return all_of(left, right)


@phrase("vp", "<vp> or <vp>", cost=0.1)
def vp_or(left: Predicate, right: Predicate) -> Predicate:
    """One of two things said."""
    return any_of(left, right)


@phrase("must_do", "_must be <adj>", "_must <verb>", "_must always be <adj>")
@phrase("duty", "<must_do>", "<must_not_do>")
def duty(inner: Predicate) -> Predicate:
    """What must be so."""
    return inner


@phrase(
    "must_not_do",
    "_must_not be <adj>",
    "_must_not <verb>",
    "_must not be <adj>",
    "_must_not ever be <adj>",
    "_must be never <adj>",
)
def taboo(inner: Predicate) -> Predicate:
    """What must not be so."""
    return not_(inner)


@phrase(
    "duty",
    "<duty> and <duty>",
    "<duty> , <duty>",
    "<duty> , and <duty>",
    "<duty> but <duty>",
    cost=0.1,
)
def duties(left: Predicate, right: Predicate) -> Predicate:
    """Two duties."""
    return all_of(left, right)


@phrase(
    "duty",
    "_must be <adj> and <verb>",
    "_must <verb> and be <adj>",
    "_must <verb> and <verb>",
    "_must be <adj> and be <adj>",
    cost=0.1,
)
def mixed_duties(left: Predicate, right: Predicate) -> Predicate:
    """One duty with two parts."""
    return all_of(left, right)


# Clauses -----------------------------------------------------------------------------------------


@phrase("clause", "<expr> <vp>", "<formula> <vp>")
@phrase("clause", "_each <expr> <vp>", cost=0.05)
def clause(subject: Value, phrase_: Predicate) -> Predicate:
    """A subject and what is said of it."""
    return about(phrase_, subject)


@phrase(
    "clause",
    "<subjects> <vp>",
    "<subjects> (both|all) _be <adj>",
    "<all_subjects> _be (both|all) <adj>",
)
def clause_of_many(subjects: Subjects, phrase_: Predicate) -> Predicate:
    """Several subjects and what is said of them."""
    return about_all(phrase_, subjects)


@phrase(
    "clause",
    "<sum> <sign> <sum>",
    "<sum> <sign> <text>",
    "<sum> <sign> <bare>",
    "<sum> <sign> <moment>",
)
def written(left: Value, sign: str, right: Value) -> Predicate:
    """A comparison in signs."""
    return compare(left, sign, right)


@phrase("clause", "<cell> <sign> <text> (or|and) <sign> <text>", "<cell> _be <sign> <operand>")
def written_twice(left: Value, *rest: Any) -> Predicate | None:
    """``x > 1 or < 0`` is not read; ``x is > 1`` is."""
    if len(rest) != 2:
        return None
    return compare(left, str(rest[0]), rest[1])


@phrase("clauses", "<clause>")
def one_clause(inner: Predicate) -> Predicate:
    """A clause by itself."""
    return inner


@phrase("clauses", "<clauses> [,] and <clause>", "both <clause> and <clause>")
def and_clause(left: Predicate, right: Predicate) -> Predicate:
    """Two clauses that are both so."""
    return all_of(left, right)


@phrase("clauses", "[either] <clause> [,] or <clauses>")
def or_clause(left: Predicate, right: Predicate) -> Predicate:
    """Two clauses of which one is so."""
    return any_of(left, right)
