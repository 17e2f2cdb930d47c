"""Phrases for several divisors and for remainders, and for whole numbers that are even or odd."""

from __future__ import annotations

from backend.planner.offline.phrases.measures.multiples import _is_whole, even, multiple, odd
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Arithmetic, Constant, Predicate, Value
from backend.rules.phrasing import (
    IT,
    Phrases,
    Statement,
    about,
    all_of,
    any_of,
    not_,
    number,
)

phrase = Phrases()

# Several divisors -----------------------------------------------------------------------------

phrase.words("_divisible", "[evenly] (divisible|dividable) by | [a|an] [whole|exact] multiple of")
phrase.words("_again_by", "by | of | a multiple of | divisible by | multiples of")


def _steps(*found: Constant) -> tuple[Predicate, ...] | None:
    told = [multiple(step) for step in found]
    kept = tuple(part for part in told if part is not None)
    return kept if len(kept) == len(found) else None


@phrase("adj", "_divisible both <number> and [_again_by] <number> [_without_rest]")
@phrase("duty", "_must be _divisible <number> and [_again_by] <number> [_without_rest]")
@phrase("vp", "(is|are) _divisible <number> and [_again_by] <number> [_without_rest]")
def of_both(one: Constant, other: Constant) -> Predicate | None:
    """Divisible by 2 and by 3; "not divisible by 2 and 3" may mean two things."""
    found = _steps(one, other)
    return None if found is None else all_of(*found)


@phrase("adj", "_divisible [either] <number> or [_again_by] <number> [_without_rest]")
def of_either(one: Constant, other: Constant) -> Predicate | None:
    """A multiple of 5 or of 7."""
    found = _steps(one, other)
    return None if found is None else any_of(*found)


@phrase("adj", "_divisible <number> [,] but not [_again_by] <number>")
def of_one_alone(one: Constant, other: Constant) -> Predicate | None:
    """Divisible by 4 but not by 100."""
    found = _steps(one, other)
    return None if found is None else all_of(found[0], not_(found[1]))


@phrase("verb", "(divide|divides) evenly by <number>")
def divides_evenly(step: Constant) -> Predicate | None:
    """Divides evenly by 12."""
    return multiple(step)


# Even or odd, and whole -------------------------------------------------------------------------


@phrase("adj", "[a|an] (whole|integer) [,|and] even [number|numbers]")
def whole_even() -> Predicate | None:
    """A whole, even number: each even number is whole."""
    return even()


@phrase("adj", "[a|an] (whole|integer) [,|and] odd [number|numbers]")
def whole_odd() -> Predicate:
    """A whole, odd number."""
    return odd()


# Remainders -----------------------------------------------------------------------------------


def _remainder(rest: Constant, step: Constant) -> Predicate | None:
    """Such numbers less their remainder are multiples; half a step is told as no whole one."""
    over, size = rest.value, step.value
    if not isinstance(over, int) or not isinstance(size, int) or not 0 <= over < size:
        return None
    if over == 0:
        return multiple(step)
    if 2 * over == size:
        found = _steps(rest, step)
        return None if found is None else all_of(found[0], not_(found[1]))
    less = Arithmetic(sign="-", left=IT, right=rest)
    return _is_whole(Arithmetic(sign="/", left=less, right=step))


phrase.words(
    "_when_divided",
    "[when|if|on] [it is] (divided|dividing) [it] by | on division by | modulo | mod",
)


@phrase(
    "verb", "(leave|leaves|give|gives|have|has) [a] remainder [of] <number> _when_divided <number>"
)
def leaves_so_much(rest: Constant, step: Constant) -> Predicate | None:
    """Leaves a remainder of 1 when divided by 5."""
    return _remainder(rest, step)


@phrase("adj", "<number> (mod|modulo) <number>", "congruent to <number> (mod|modulo) <number>")
def congruent(rest: Constant, step: Constant) -> Predicate | None:
    """Be 1 modulo 5."""
    return _remainder(rest, step)


@phrase("stmt", "<cell> (modulo|mod|%) <number> _must be <number>", cost=0.02)
@phrase(
    "stmt", "remainder of <cell> (divided by|modulo|mod|/) <number> _must be <number>", cost=0.02
)
@phrase("stmt", "<cell> (modulo|mod|%) <number> (=|==|is) <number>", cost=0.1)
@phrase(
    "stmt",
    "<cell> divided by <number> _must (leave|give|have) [a] remainder [of] <number>",
    cost=0.02,
)
@phrase(
    "stmt", "dividing <cell> by <number> _must (leave|give) [a] remainder [of] <number>", cost=0.02
)
def rest_is(of: Value, step: Constant, rest: Constant) -> Statement | None:
    """The ticket number modulo 5 must be 1."""
    told = _remainder(rest, step)
    return None if told is None else rule(about(told, of), subject=of)


@phrase("stmt", "<cell> divided by <number> _must (leave|give|have) no remainder", cost=0.02)
@phrase("stmt", "dividing <cell> by <number> _must (leave|give) no remainder", cost=0.02)
def leaves_nothing(of: Value, step: Constant) -> Statement | None:
    """Dividing the stake by 4 must leave no remainder."""
    return rest_is(of, step, number(0))
