"""A pair of values in one word, for two columns: no list for one of them, and no fraction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.small_words import SEVERAL_AT_ONCE, texts_of
from backend.planner.offline.tokens import Token
from backend.rules.language.terms import Arithmetic, Cell, Compare, Constant, Matches, OneOf, Value
from backend.rules.language.walk import walk
from backend.rules.rule import Rule


def refuse_split_pairs(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading in which a pair of values is told of both of its columns.

    Raises:
        Misfit: "have zone and service A/air" was read of the service alone, or 0/0 as a fraction.
    """
    words = {token.text for token in tokens}
    if any(_is_pair_of_one(part, rule, context, words) for part in walk(rule)):
        raise Misfit(SEVERAL_AT_ONCE)
    for word in words:
        values = word.split("/")
        if len(values) > 1 and len({*_listed_of(rule, values)}) == len(values):
            raise Misfit(SEVERAL_AT_ONCE)
    compared = [part for part in walk(rule) if isinstance(part, Compare)]
    fractions = [part for part in compared if part.sign in ("==", "!=") and _is_quotient(part)]
    if "/" in words and len({part.left for part in fractions}) > 1:
        raise Misfit(SEVERAL_AT_ONCE)


def _is_pair_of_one(part: object, rule: Rule, context: Context, words: set[str]) -> bool:
    """Whether values in one word are told of a column that does not hold all of them."""
    if not isinstance(part, OneOf) or not isinstance(part.of, Cell):
        return False
    values = [str(option.value) for option in part.options]
    known = texts_of(part.of, rule, context)
    return "/".join(values) in words and bool(known) and not known >= {*values}


def _listed_of(rule: Rule, values: list[str]) -> Iterator[Value]:
    """What these values are told of, be it as a list or as one of a few letters."""
    for part in walk(rule):
        if isinstance(part, OneOf) and [str(each.value) for each in part.options] == values:
            yield part.of
        if isinstance(part, Matches) and part.text == f"[{''.join(values)}]":
            yield part.of


def _is_quotient(told: Compare) -> bool:
    of = told.right
    is_number = isinstance(of, Arithmetic) and isinstance(of.left, Constant)
    return is_number and isinstance(told.left, Cell)
