"""What rows need that is not such: a guarantor other than the customer; so it has to be there.

A denial alone says nothing of empty cells, and whoever needs something must not lack it.
"""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import All, Cell, Compare, Missing, Not, OneOf
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_ARTICLES = frozenset({"a", "an", "the", "some", "any", "their", "its"})
_NEEDS = frozenset({"need", "needs", "require", "requires"})
_HAVE = frozenset({"have", "has", "show", "carry", "bear"})
_DENIALS = frozenset({"not", "neither", "other", "except", "but"})
_DUTIES = frozenset({"must", "should", "shall", "to"})


def refuse_denials_of_needed(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading in which what is needed is there, or lacks in no row.

    Raises:
        Misfit: "needs a comment other than N/A" was read as one that may be empty.
    """
    if not isinstance(rule, BrokenRows):
        return
    asked = [part.of for part in walk(rule.must) if isinstance(part, Missing)]
    for part in node.walk():
        told = _denied(part, tokens) if part.symbol == "feature" else None
        if told is None or told in asked or not _is_needed(part.start, tokens):
            continue
        column = context.column(told.table or rule.table, told.column)
        if column is not None and column.missing:
            raise Misfit(
                f"{column.name} is empty in some rows: say '{column.name} must be filled and must "
                "not be …', or 'if it is filled, it must not be …'"
            )


def _denied(part: Node, tokens: Sequence[Token]) -> Cell | None:
    """The column of which it is told what it is not."""
    if not _DENIALS & {token.low for token in tokens[part.start : part.end]}:
        return None
    told = part.meaning
    while isinstance(told, All | Not):
        told = told.part if isinstance(told, Not) else told.parts[0]
    of = getattr(told, "left", None) or getattr(told, "of", None)
    return of if isinstance(told, Compare | OneOf) and isinstance(of, Cell) else None


def _is_needed(at: int, tokens: Sequence[Token]) -> bool:
    """Whether "needs a" or "must have a" stands before."""
    words = [token.low for token in tokens[:at]]
    while words and words[-1] in _ARTICLES:
        words.pop()
    is_had = words[-1:] and words[-1] in _HAVE and words[-2:-1] and words[-2] in _DUTIES
    return bool(is_had) or bool({*words[-1:]} & _NEEDS)
