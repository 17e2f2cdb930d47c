"""What is said behind "than another row" may be told of that row alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import root
from backend.rules.language.terms import Cell, Constant, OneOf, Predicate
from backend.rules.language.walk import walk
from backend.rules.order_swaps import OrderSwaps
from backend.rules.rule import Rule

_OTHERS = frozenset({"another", "other", "else", "somebody", "someone", "anybody", "anyone"})


def refuse_narrowed_others(rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass rows that are compared with one another where both are told by the same condition.

    Raises:
        Misfit: "no row may have … than another row in Texas" was read as a rule for Texas.
    """
    if not isinstance(rule, OrderSwaps) or rule.where is None:
        return
    places = [place for place, token in enumerate(tokens) if token.low in _OTHERS]
    behind = {root(token.low) for token in tokens[places[-1] :]} if places else set()
    told = {root(word) for name in _names(rule.where) for word in name.lower().split()}
    if told & behind:
        raise Misfit(
            "it is not clear whether the condition is told of both rows or of the other one "
            "alone; say it in front, for both: 'Where …, no row may …'"
        )


def _names(condition: Predicate) -> Iterator[str]:
    for term in walk(condition):
        match term:
            case Cell():
                yield term.column
            case Constant():
                yield str(term.value)
            case OneOf():
                yield from (str(option.value) for option in term.options)
