"""Older than another: of dates the earlier, of numbers the larger one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token
from backend.rules.language.terms import Cell, Compare, Reads
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_OF_DATES = frozenset({"_older_date", "_newer_date", "_no_older_date", "_no_newer_date"})
_DATES = (Reads.DATE, Reads.TIME)
_OF_NUMBERS = frozenset({"_gt", "_ge", "_lt", "_le"})
_SIZES = frozenset({
    "older", "younger", "longer", "shorter", "wider", "deeper", "taller", "heavier", "thicker",
    "warmer", "hotter", "dearer", "narrower", "shallower", "lighter", "thinner", "colder",
    "cooler", "cheaper",
})  # fmt: skip

_WHEN = frozenset({"after", "before", "over"})
_BARE_SIZES = frozenset({"larger", "bigger", "smaller"})


def refuse_sizes_of_dates(node: Node, rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a reading that compares dates as dates, and numbers as numbers.

    Raises:
        Misfit: a date that is older was taken for the later one, or a number for the smaller one;
            or the fee after discount for a fee that is above the discount.
    """
    compared = [part for part in walk(rule) if isinstance(part, Compare)]
    dated = [part.reads in _DATES for part in compared]
    for part in node.walk():
        said = {token.low for token in tokens[part.start : part.end]}
        if part.symbol in _OF_DATES and not any(dated):
            raise Misfit("no dates are compared; say more or less than what a number must be")
        sizes = _SIZES | _BARE_SIZES if part.symbol == "before_adj" else _SIZES
        is_size = part.symbol in _OF_NUMBERS or part.symbol == "before_adj"
        if is_size and said & sizes and any(dated) and all(dated):
            raise Misfit(f"say before or after which date; dates are not {min(said & sizes)}")
        _refuse_amounts_in_time(part, rule, tokens)


def _refuse_amounts_in_time(part: Node, rule: Rule, tokens: Sequence[Token]) -> None:
    """The fee after discount is what remains of it; only dates come after others."""
    for of, told in pairwise(part.children[:-1]):
        is_led = told.symbol == "adj" and tokens[told.start].low in _WHEN
        if part.symbol != "stmt" or not is_led or not isinstance(of.meaning, Cell):
            continue
        for each in walk(rule):
            if not isinstance(each, Compare) or not isinstance(each.right, Cell):
                continue
            is_it = isinstance(each.left, Cell) and each.left.column == of.meaning.column
            if is_it and each.reads not in _DATES:
                raise Misfit("no dates are compared; write what is added up or taken off")
