"""Phrases for what a column is like without a verb: pack size divisible by 6, berths even.

Only what nobody flags is told so: of "price above 5" it is not clear whether it is wanted or wrong.
"""

from __future__ import annotations

from backend.planner.offline.phrases.measures.multiples import even, multiple, odd
from backend.planner.offline.phrases.order.divisors import of_both
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Constant, Matches, Predicate, Value
from backend.rules.phrasing import IT, Phrases, Statement, about, all_of, compare, number

phrase = Phrases()

phrase("trait", "(even|even numbers|an even number)")(even)
phrase("trait", "(odd|odd numbers|an odd number)")(odd)
phrase("trait", "(non-negative|nonnegative|not negative)")(lambda: compare(IT, ">=", number(0)))
phrase("trait", "(strictly positive|positive)")(lambda: compare(IT, ">", number(0)))


@phrase("trait", "_divisible <number> [_without_rest]", "multiples of <number>")
@phrase("trait", "(multiple|whole multiple) of <number>")
def shared_out(step: Constant) -> Predicate | None:
    """Divisible by 6."""
    return multiple(step)


@phrase("trait", "_divisible [both] <number> and [_again_by] <number>")
def shared_out_twice(one: Constant, other: Constant) -> Predicate | None:
    """Divisible by 2 and by 3."""
    return of_both(one, other)


@phrase("trait", "(a whole number|whole number|whole numbers|an integer|integer|integers|whole)")
def whole() -> Predicate:
    """A whole number."""
    return Matches.model_validate({"of": IT, "how": "format", "text": "whole_number"})


@phrase("traits", "<trait>")
@phrase("traits", "<trait> (,|and|, and) <trait>")
def traits(*found: Predicate) -> Predicate:
    """Even and positive."""
    return all_of(*found)


@phrase("stmt", "<cell> [is|are] [always] <traits>", cost=0.2)
@phrase("stmt", "<cell> - <traits>", "<cell> , <traits>", cost=0.3)
def has_traits(of: Value, told: Predicate) -> Statement:
    """Pack size divisible by 6."""
    return rule(about(told, of), subject=of)


@phrase("stmt", "<cell> <sign> <operand> (,|and|, and) <trait>", cost=0.1)
def has_bound_and_trait(of: Value, sign: str, bound: Value, trait: Predicate) -> Statement:
    """Stock >= 0, integer."""
    return rule(all_of(compare(of, sign, bound), about(trait, of)), subject=of)


@phrase("stmt", "<cell> <trait> (and|,|, and|but) <limit>", cost=0.2)
def has_trait_and_limit(of: Value, trait: Predicate, limit: Predicate) -> Statement:
    """Weight positive and at most 150."""
    return rule(all_of(about(trait, of), about(limit, of)), subject=of)
