"""Phrases for what several columns of each row come to: length, width and height of a cask together.

"Of a cask" says that each row is asked; of all casks together it would be one sum.
"""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Predicate, Value
from backend.rules.metric_bounds import allows
from backend.rules.phrasing import Phrases, RowSet, Statement, about, not_

phrase = Phrases()

phrase.words("_of_any_row", "(of|in|on|for) (a|an|any|each|every|one|a single|the)")
phrase.words(
    "_adds_to",
    "add up to | adds up to | sum up to | sums up to | sum to | sums to | total | totals",
)
phrase.words(
    "_sum_comes",
    "_adds_to | come to | comes to | amount to | amounts to | make | makes | make up | be | reach",
)
phrase.words(
    "_in_one_sum", "together | in total | taken together | added together | added up | combined"
)


@phrase("row_sum", "<sum_of_row> _sum_comes", "<parts_of_row> _adds_to [_in_one_sum]", cost=0.2)
@phrase("row_sum", "<sum_of_row> _must _sum_comes", "<parts_of_row> _must _adds_to [_in_one_sum]")
@phrase("row_sum", "<parts_of_row> _must _sum_comes _in_one_sum")
def row_sum(found: tuple[str, Value]) -> tuple[str, Value]:
    """Length and width of a cask must come together to …"""
    return found


@phrase("row_sum_may", "<sum_of_row> (may|can|could|might) [only|at most] _sum_comes")
@phrase("row_sum_may", "<parts_of_row> (may|can|could|might) [only] _adds_to [_in_one_sum]")
@phrase("row_sum_may", "<parts_of_row> (may|can|could|might) [only] _sum_comes _in_one_sum")
def row_sum_may(found: tuple[str, Value]) -> tuple[str, Value]:
    """Length and width of a cask may add up to …"""
    return found


@phrase("row_sum_not", "<sum_of_row> _must_not _sum_comes")
@phrase("row_sum_not", "<parts_of_row> _must_not _adds_to [_in_one_sum]")
def row_sum_not(found: tuple[str, Value]) -> tuple[str, Value]:
    """Length and width of a cask must not add up to …"""
    return found


@phrase("parts_of_row", "<added> _of_any_row <noun>", cost=0.02)
@phrase("sum_of_row", "<added> _of_any_row <noun> [,] _in_one_sum [,]", cost=0.02)
@phrase("sum_of_row", "<added> _in_one_sum", cost=0.05)
def sum_of_row(total: Value, *rows: RowSet) -> tuple[str, Value] | None:
    """Length, width and height of a cask together."""
    found = rows[0] if rows else RowSet()
    return None if found.where is not None else (found.table, total)


@phrase("stmt", "<row_sum_may> <adj>", cost=0.05)
def may_come_to(found: tuple[str, Value], told: Predicate) -> Statement | None:
    """… may come to 150 at the very most; "may come to at least 150" asks for nothing."""
    return must_come_to(found, told) if allows(told) else None


@phrase("stmt", "<row_sum> <adj>", cost=0.05)
def must_come_to(found: tuple[str, Value], told: Predicate) -> Statement:
    """… must come to at most 150."""
    table, total = found
    return rule(about(told, total), table, subject=total)


@phrase("stmt", "<row_sum_not> <adj>", cost=0.05)
def must_not_come_to(found: tuple[str, Value], told: Predicate) -> Statement:
    """… must not come to more than 150."""
    return must_come_to(found, not_(told))
