"""Phrases for what a text lacks beside what it has: no capitals, at most 40 characters, an @.

A denial reaches as far as the signs that are listed with it; a length, or a sign with an article of
its own, is told as it stands.
"""

from __future__ import annotations

from backend.planner.offline.phrases.formats.contents import has_one_sign
from backend.planner.offline.phrases.formats.texts import LENGTH
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import (
    Cell,
    Compare,
    Constant,
    How,
    Matches,
    Missing,
    Not,
    OneOf,
    Predicate,
    Term,
)
from backend.rules.language.walk import walk
from backend.rules.phrasing import Phrases, Statement, about, all_of, not_

phrase = Phrases()
Demands = tuple[Predicate, ...]

phrase.words("_next_demand", ", | ; | + | and | , and | but | , but | and also | , and also")


@phrase("lacked_first", "(no|without|free of) <lacked>")
def lacked_first(told: Predicate) -> Predicate:
    """No capitals or blanks."""
    return not_(told)


@phrase("had_next", "<lacked_first>")
@phrase("had_next", "(a|an|at least one|at least a|at least an|some) <them_feature>", cost=0.02)
@phrase("had_next", "<them_feature>", cost=0.04)
@phrase("had_next", "(exactly|only|just) one <sign_mark>", cost=0.02)
def had_next(told: Predicate | str) -> Predicate | None:
    """An @; exactly one @; of what has no article, it is not clear whether it is there."""
    return has_one_sign(told) if isinstance(told, str) else told


@phrase("had_next", "<adj>", cost=0.05)
def had_as_told(told: Predicate) -> Predicate | None:
    """At most 40 characters; a value, its presence or what it is made of is no trait beside."""
    for part in walk(told):
        is_shape = isinstance(part, Matches) and part.how == How.PATTERN
        if is_shape or _is_value(part) or isinstance(part, OneOf | Missing):
            return None
    return told


def _is_value(part: Term) -> bool:
    if not isinstance(part, Compare) or part.sign not in ("==", "!="):
        return False
    return isinstance(part.right, Constant) and part.left != LENGTH


@phrase("had_with_it", "<lacked_first> _next_demand <had_next>", cost=-0.1)
@phrase("had_with_it", "<had_next> _next_demand <lacked_first>", cost=0.6)
@phrase("had_with_it", "<had_with_it> _next_demand <had_next>", cost=-0.1)
def had_with_it(*told: Predicate | Demands) -> Demands | None:
    """No capitals, at most 40 characters; two patterns may be the pieces of one."""
    flat: Demands = ()
    for part in told:
        flat += part if isinstance(part, tuple) else (part,)
    shapes = [each for each in flat if isinstance(each, Matches) and each.how == How.PATTERN]
    return None if len(shapes) > 1 or all(isinstance(each, Not) for each in flat) else flat


@phrase("stmt", "<cell> (:|-|–) <had_with_it>", cost=0.05)
@phrase("stmt", "<cell> _must be <had_with_it>", cost=0.05)
def lacks_and_has(of: Cell, told: Demands) -> Statement:
    """E-mail: no capitals, at most 40 characters."""
    return rule(about(all_of(*told), of), subject=of)


@phrase("stmt", "<cell> <lacked_first> _next_demand <had_next>", cost=0.05)
@phrase("stmt", "<cell> <lacked_first> _next_demand <had_with_it>", cost=0.05)
def lacks_and_has_too(of: Cell, *told: Predicate | Demands) -> Statement | None:
    """Website without blanks, at most 40 characters."""
    found = had_with_it(*told)
    return None if found is None else lacks_and_has(of, found)
