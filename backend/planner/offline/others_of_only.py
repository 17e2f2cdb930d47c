"""Whom "all others" are of behind "only": of those who alone may, and not of what they may."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Any as AnyOf
from backend.rules.language.terms import Cell, Term, Unless
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_ALONE = frozenset({"only", "just", "nobody", "none", "no", "solely"})
_OTHERS = frozenset({"others", "other", "else", "rest", "otherwise"})


def refuse_others_of_only(rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a reading in which the others are those who may not do what only some may.

    Raises:
        Misfit: "Only Ann may be in A; all others are in B" was read of all who are not in A.
    """
    lows = [token.low for token in tokens]
    if not lows or lows[0] not in _ALONE or _OTHERS.isdisjoint(lows):
        return
    for deed, duty in _cases(rule):
        if deed & duty:
            raise Misfit(
                "it is not clear whether the others are all but those who alone may, or all but "
                "those who do; say 'if … then …, otherwise …'"
            )


def _cases(rule: Rule) -> Iterator[tuple[set[str], set[str]]]:
    """The columns of each case that a rule sets apart, and of what it asks of all others."""
    for part in walk(rule.must) if isinstance(rule, BrokenRows) else ():
        if not isinstance(part, AnyOf):
            continue
        apart = [each for each in part.parts if isinstance(each, Unless)]
        rest = [each for each in part.parts if not isinstance(each, Unless)]
        for each in apart:
            yield _columns(each.part), {name for other in rest for name in _columns(other)}


def _columns(of: Term) -> set[str]:
    return {part.column for part in walk(of) if isinstance(part, Cell)}
