"""A condition behind two columns: with a height or width above 3."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.contracts.schema import Column, ColumnType
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import (
    All,
    Any,
    Apply,
    Cell,
    Compare,
    Constant,
    Matches,
    Missing,
    OneOf,
)
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_HEADS = frozenset({"with", "without", "have", "has", "having", "had"})
_ARTICLES = frozenset({"a", "an", "the", "any", "no", "its", "their", "both", "either"})
_JOINTS = frozenset({"or", "and", "nor"})
_ENDS = frozenset({
    "must", "should", "may", "can", "cannot", "need", "needs", "have", "has", "are", "is", "shall",
    "or", "and", "but", "if", "when", "unless", ".", ",", ";", ":", "?", ")",
})  # fmt: skip
_MOST_WORDS = 4
"""So many words name a column."""
_NUMBERS = {ColumnType.INTEGER, ColumnType.NUMBER}


def refuse_shared_conditions(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading in which a condition behind two columns is not told of the second alone.

    Raises:
        Misfit: "with a height or width above 3" was read as one that has a height.
    """
    if not isinstance(rule, BrokenRows):
        return
    filled = {each.of for each in walk(rule) if isinstance(each, Missing)}
    first = {of.column for of in filled if isinstance(of, Cell) and of.table == rule.table}
    joints = [at for at, token in enumerate(tokens) if token.low in _JOINTS]
    for at in joints if first else ():
        heads = [name for name in sorted(first) if _is_headed(name, tokens, at)]
        for told, other in _told_behind(rule, context, tokens, at) if heads else ():
            shared = [name for name in heads if _may_share(name, other, told, rule, context)]
            if shared or _is_split(rule, other.name):
                raise Misfit(
                    f"the condition on {other.name} may be meant of {heads[0]} as well, or is put "
                    f"on both: say 'whose {other.name} is …', and what {heads[0]} must be"
                )


def _told_behind(
    rule: BrokenRows, context: Context, tokens: Sequence[Token], at: int
) -> Iterator[tuple[Compare | Matches | OneOf, Column]]:
    """What is told of a column that is named behind a joint, with a condition behind it."""
    for told in walk(rule):
        if not isinstance(told, Compare | Matches | OneOf):
            continue
        names = {part.column for part in walk(told) if isinstance(part, Cell)}
        for name in sorted(names):
            column = context.column(rule.table, name)
            end = None if column is None else _end_of(name, tokens, at + 1)
            is_told = end is not None and end < len(tokens) and tokens[end].low not in _ENDS
            if column is not None and is_told:
                yield told, column


def _is_split(rule: BrokenRows, name: str) -> bool:
    """Whether a column is one of two that may be filled, and is held against something as well."""
    for both in walk(rule):
        if not isinstance(both, All):
            continue
        either = [part for part in both.parts if isinstance(part, Any)]
        filled = {
            inner.of.column
            for part in either
            for inner in walk(part)
            if isinstance(inner, Missing) and isinstance(inner.of, Cell)
        }
        told = [part for part in both.parts if isinstance(part, Compare)]
        held = {inner.column for part in told for inner in walk(part) if isinstance(inner, Cell)}
        if name in filled & held:
            return True
    return False


def _may_share(
    name: str,
    other: Column,
    told: Compare | Matches | OneOf,
    rule: BrokenRows,
    context: Context,
) -> bool:
    """Whether what is told of one column can be told of the other."""
    one = context.column(rule.table, name)
    told_of = {part.column for part in walk(told) if isinstance(part, Cell)}
    if one is None or one.name in told_of:
        return False
    if one.type != other.type and not {one.type, other.type} <= _NUMBERS:
        return False
    values = [part.value for part in walk(told) if isinstance(part, Constant)]
    has_length = any(isinstance(part, Apply) for part in walk(told))
    if one.type == ColumnType.TEXT and not isinstance(told, Matches) and not has_length:
        return any(value in one.values for value in values)
    return True


def _is_headed(name: str, tokens: Sequence[Token], end: int) -> bool:
    """Whether the words before a joint are 'with a <name>'."""
    for start in range(max(end - _MOST_WORDS, 0), end):
        at = start - 1
        while at >= 0 and tokens[at].low in _ARTICLES:
            at -= 1
        is_named = _names(tokens[start:end], name) and tokens[start].low not in _ARTICLES
        if is_named and at >= 0 and tokens[at].low in _HEADS:
            return True
    return False


def _end_of(name: str, tokens: Sequence[Token], start: int) -> int | None:
    """Where the mention of a column ends that starts here, behind its article."""
    while start < len(tokens) and tokens[start].low in _ARTICLES:
        start += 1
    for end in range(min(start + _MOST_WORDS, len(tokens)), start, -1):
        if _names(tokens[start:end], name):
            return end
    return None


def _names(mention: Sequence[Token], name: str) -> bool:
    told = [each for token in mention for each in stems_of(token.text)]
    parts = stems_of(name)
    return bool(told) and {*told} <= {*parts}
