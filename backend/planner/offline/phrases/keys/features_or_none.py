"""Phrases for values that have one thing or lack another: with fewer than 8 signs or without a digit."""

from __future__ import annotations

from backend.planner.offline.phrases.keys.such_values import SuchValue
from backend.rules.language.terms import Cell, Predicate
from backend.rules.phrasing import Phrases, any_of, not_

phrase = Phrases()

phrase.words("_that_bears", "with | having | that have | which have | that has | which has")
phrase.words(
    "_that_lacks",
    "without [a|an|any|a single] | with no | no | having no | lacking [a|an|any] | that have no | that lack [a|an|any] | that "
    "contain no",
)


@phrase("told_features", "_that_bears <them_feature> or _that_lacks <them_feature>")
def has_or_lacks(has: Predicate, lacks: Predicate) -> Predicate:
    """With fewer than 8 characters or without a digit."""
    return any_of(has, not_(lacks))


@phrase("told_features", "_that_lacks <them_feature> or _that_lacks <them_feature>")
def lacks_either(one: Predicate, other: Predicate) -> Predicate:
    """Without a digit or without a capital letter."""
    return any_of(not_(one), not_(other))


@phrase("told_features", "_that_lacks <them_feature> or _that_bears <them_feature>")
def lacks_or_has(lacks: Predicate, has: Predicate) -> Predicate:
    """Without a digit or with fewer than 8 characters."""
    return any_of(not_(lacks), has)


@phrase("such_value", "<cell> [values] <told_features>", cost=0.05)
def value_told(of: Cell, told: Predicate) -> SuchValue:
    """Passwords with fewer than 8 characters or without a digit."""
    return SuchValue(of, told)


# Called weak, and told why --------------------------------------------------------------------------

phrase.words("_so_called", "weak | insecure | implausible | malformed | _wrong | _bad")


@phrase("told_feature", "<told_features>")
@phrase("told_feature", "_that_bears <them_feature>")
def told_feature(told: Predicate) -> Predicate:
    """With fewer than 8 characters."""
    return told


@phrase("told_feature", "_that_lacks <them_feature>")
def told_lack(told: Predicate) -> Predicate:
    """Without a digit."""
    return not_(told)


@phrase("told_feature", "(that|which) <vp>", "(that|which) [are] <adj>", cost=0.05)
def told_condition(told: Predicate) -> Predicate:
    """That are shorter than 8 characters."""
    return told


@phrase(
    "such_value",
    "_so_called <cell> [,|:|;|-|–] [_that_means] (those|ones|values) <told_feature>",
    r"_so_called <cell> \( [_that_means] [those|ones|values] <told_feature> \)",
    cost=0.05,
)
def called_so(of: Cell, told: Predicate) -> SuchValue:
    """Weak passwords, that is those with fewer than 8 characters."""
    return SuchValue(of, told)
