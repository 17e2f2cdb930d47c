"""What is told of all rows together: over all orders, and a value that no other order has."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import ID_WORDS, stem, stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.duplicates import Duplicates
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import Aggregate, Compare, Exists, Lookup, Measure
from backend.rules.language.walk import walk
from backend.rules.metric_names import aggregates
from backend.rules.rule import Rule

_OVER = frozenset({"over", "across"})
_WHOLE = frozenset({"all", "whole", "entire"})
_ADDED = frozenset({"add", "adds", "sum", "sums", "total", "totals", "together", "come", "comes"})
_OTHERS = (("no", "other"), ("any", "other"), ("every", "other"), ("whole", "table"),
           ("entire", "table"), ("any", "others"), ("all", "others"))  # fmt: skip
_ROWS = ("row", "record", "line", "entry", "table")
_OF_ONE = frozenset({"of", "in", "on", "for", "per"})
_ANY_ONE = frozenset({"a", "an", "each", "every", "any", "one"})
_ANOTHER = frozenset({"another", "elsewhere"})


def refuse_rows_for_all(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading in which what is told of all rows together is told of no row by itself.

    Raises:
        Misfit: "a plus b over all orders is 30" was read of every order, or "a and b of an order
            come to 30" of all of them; or "paid orders must have
            a voucher that no other order has" compares paid orders with each other alone.
    """
    words = [token.low for token in tokens]
    if isinstance(rule, BrokenRows):
        _refuse_each_for_all(rule, context, words)
    if isinstance(rule, FailingMetrics) and not rule.groups:
        _refuse_all_for_each(rule, context, words)
    if isinstance(rule, Duplicates) and rule.where is not None:
        pairs = pairwise(words)
        if any(pair in _OTHERS for pair in pairs) or _ANOTHER & {*words}:
            raise Misfit("rows of one kind are compared with all others: say which rows are unique")


def _refuse_each_for_all(rule: BrokenRows, context: Context, words: list[str]) -> None:
    parts = [*walk(rule)]
    if any(isinstance(part, Aggregate | Exists | Lookup) for part in parts):
        return
    if not any(isinstance(part, Compare) for part in walk(rule.must)):
        return
    nouns = _nouns(rule.table, context)
    for at, word in enumerate(words):
        behind = words[at + 1 : at + 4]
        ends = [(stem(each),) in nouns for each in behind]
        if not any(ends) or not _WHOLE & {*behind[: ends.index(True)]}:
            continue
        if word in _OVER or (word in ("of", "for") and _ADDED & {*words}):
            raise Misfit("say whether it is asked of each row, or of the sum over all of them")


def _refuse_all_for_each(rule: FailingMetrics, context: Context, words: list[str]) -> None:
    if not any(part.measure == Measure.SUM for part in aggregates(rule.must)):
        return
    nouns = _nouns(rule.table, context)
    for word, which, noun in zip(words, words[1:], words[2:], strict=False):
        if word in _OF_ONE and which in _ANY_ONE and (stem(noun),) in nouns:
            raise Misfit("say whether it is asked of each row, or of the sum over all of them")


def _nouns(table: str, context: Context) -> set[tuple[str, ...]]:
    """What a row of a table is called."""
    nouns = {stems_of(table)[-1:], *((noun,) for noun in _ROWS)}
    for column in context.tables[table].columns if table in context.tables else ():
        told = [each for each in stems_of(column.name) if each not in ID_WORDS]
        nouns |= {(each,) for each in told[-1:] if column.unique}
    return nouns
