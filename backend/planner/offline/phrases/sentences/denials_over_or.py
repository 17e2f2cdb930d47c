"""Phrases whose denial reaches over an "or", and for what only one group may be.

A code does not start with b or end with a; at least 15, not 0 or 16; only in the kitchen may hours
be above 40.
"""

from __future__ import annotations

from backend.planner.offline.equivalence import fits
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Compare, Constant, OneOf, Predicate, Value
from backend.rules.phrasing import Phrases, Statement, about, all_of, any_of, not_

phrase = Phrases()

# Denied, both of them --------------------------------------------------------------------------


@phrase("vp", "(_do not|never) <verb> [,] or <verb>", "_do not <verb> [,] or be <adj>")
@phrase("vp", "(_do not|never) <verb> , <verb> [,] or <verb>", "never <verb> , <verb> or be <adj>")
@phrase("vp", "_do not <verb> , <verb> [,] or be <adj>")
def none_of_them(*told: Predicate) -> Predicate:
    """Does not start with b or end with a."""
    return all_of(*map(not_, told))


@phrase("adj", "<adj> [,] [and|but] (not|never) <adj> or <adj>", cost=0.05)
def but_neither(told: Predicate, one: Predicate, other: Predicate) -> Predicate:
    """At least 15, not 0 or negative; what no value of a list can be is denied already."""
    return all_of(told, *(not_(part) for part in (one, other) if not _is_idle(told, part)))


def _is_idle(told: Predicate, denied: Predicate) -> bool:
    """Gold or silver, never gilded: the list has no such value."""
    if not isinstance(told, OneOf) or not isinstance(denied, Compare) or denied.sign != "==":
        return False
    return isinstance(denied.right, Constant) and not fits(told, denied.right)


# Only there ------------------------------------------------------------------------------------

_ONLY = "only (for|in|on|at|among|with|within)"


@phrase(
    "stmt",
    f"{_ONLY} <adjective> (may|can|could|might) <expr> [ever] be <adj>",
    f"{_ONLY} <adjective> (may|can|could|might) <expr> [ever] <verb>",
    "(for|in|on|at|among|with|within) <adjective> only (may|can) <expr> be <adj>",
    "(for|in|on|at|among|with|within) <adjective> only (may|can) <expr> <verb>",
    cost=0.05,
)
def only_there(where: Predicate, subject: Value, told: Predicate) -> Statement:
    """Only in the kitchen may hours be above 40: where they are, it is the kitchen."""
    return rule(where, where=about(told, subject), subject=subject)


@phrase("stmt", f"{_ONLY} <adjective> (may|can) <expr> <verb> or <verb>", cost=0.05)
def only_there_either(
    where: Predicate, subject: Value, one: Predicate, other: Predicate
) -> Statement:
    """Only in the kitchen may hours exceed 40 or fall below 10."""
    return only_there(where, subject, any_of(one, other))
