"""Digits and letters that a text must hold, which are no values of its column: both a 1 and a 2."""

from __future__ import annotations

import re
from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.spelling import column_of
from backend.planner.offline.tokens import Token
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import Aggregate, Cell, Compare, Constant, Measure
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_BOTH = re.compile(
    r"\b(?:contains?|holds?|includes?|has|have) (?:both |at least )?an? (\S) and an? (\S)(?!\S)"
)


def refuse_pieces_as_values(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a rule about values of a column that its sentence takes for values.

    Raises:
        Misfit: the sentence tells a sign with its article, and no cell holds just that sign.
    """
    told = _BOTH.search(" ".join(token.low for token in tokens))
    if told is None or not isinstance(rule, FailingMetrics):
        return
    for part in walk(rule):
        if not isinstance(part, Compare) or not isinstance(part.left, Cell):
            continue
        if not isinstance(part.right, Constant) or str(part.right.value) not in told.groups():
            continue
        column = column_of(part.left, context)
        if column is not None and column.values and str(part.right.value) not in column.values:
            raise Misfit(f"no {part.left.column} is {part.right.value}: it may be a part of a text")


_PAIR = 2


def refuse_both_of_several(node: Node, rule: Rule, context: Context) -> None:
    """Pass "both sexes" of a column that holds two values, and no other.

    Raises:
        Misfit: it holds more, or fewer.
    """
    is_told = any(
        [child.symbol for child in part.children[at : at + 2]] == ["=both", "cell"]
        for part in node.walk()
        for at in range(len(part.children) - 1)
    )
    if not is_told or not isinstance(rule, FailingMetrics):
        return
    for part in walk(rule):
        if isinstance(part, Aggregate) and part.measure == Measure.DISTINCT:
            column = column_of(part.of, context) if isinstance(part.of, Cell) else None
            if column is None or len(column.values) != _PAIR:
                raise Misfit("'both' is told of a column that does not hold two values")
