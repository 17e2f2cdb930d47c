"""Phrases that tell what becomes of rows that break a rule, and so which those are."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Compare, Constant, Predicate, Value
from backend.rules.metric_phrases import is_open, statement
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    about,
    any_of,
    compare,
    not_,
)

phrase = Phrases()


@phrase("stmt", "_if <clauses> [,] _consequence", cost=0.05)
def broken_if(told: Predicate) -> Statement:
    """Where the code does not begin with X, the account must be renamed."""
    return rule(not_(told))


@phrase("stmt", "_if <rows> <rowvp> [,] _consequence", cost=0.05)
def broken_rows_if(rows: RowSet, told: Predicate) -> Statement:
    """If an order has no date, it must be corrected."""
    return rule(not_(told), rows.table, rows.where)


@phrase("stmt", "_if <metric> (<verb>|_be <adj>) [,] _consequence", cost=0.05)
def broken_metric_if(metric: Value, told: Predicate) -> Statement | None:
    """If the average falls outside 400 to 540, the plan has to be redone."""
    return None if is_open(metric) else statement(not_(about(told, metric)))


@phrase("stmt", "<rows> [that] _consequence", cost=0.05)
def broken_rows(rows: RowSet) -> Statement | None:
    """Rows that have X as their style got in by mistake and must be flagged."""
    return None if rows.where is None else rule(not_(rows.where), rows.table)


@phrase(
    "verb", "(fall|falls|fell|lie|lies|is|are|leave|leaves|end up|ends up) <outside>", cost=0.05
)
def falls_outside(told: Predicate) -> Predicate:
    """Falls outside 400 to 540."""
    return told


@phrase("outside", "outside [of] [range|interval] [of|from] <number> (to|-|–|and|through) <number>")
def outside_range(low: Constant, high: Constant) -> Predicate | None:
    """Outside 400 to 540."""
    if float(low.value) >= float(high.value):
        return None
    return any_of(compare(IT, "<", low), compare(IT, ">", high))


@phrase("stmt", "<stmt> [,] (otherwise|or else|or) _consequence", cost=0.05)
def or_else(told: Statement) -> Statement:
    """…, otherwise the slip has to be corrected."""
    return told


# Who has what as what -------------------------------------------------------------------------


@phrase(
    "rel",
    "(that|which|who) (have|has|had|carry|carries|show|shows) <as_value> as [their|its|his|her|the] <cell>",
    "(with|having|showing|carrying) <as_value> as [their|its|his|her|the] <cell>",
    cost=0.05,
)
def has_as(value: Any, of: Value) -> Predicate | None:
    """That have Cider as their style."""
    if isinstance(value, Constant):
        return compare(of, "==", value)
    is_same = isinstance(value, Compare) and isinstance(value.left, Cell) and value.sign == "=="
    return value if is_same and isinstance(of, Cell) and value.left.column == of.column else None


@phrase("as_value", "<text>", "<bare>", "<number>", "<adjective>")
def as_value(value: Any) -> Any:
    """Cider."""
    return value


# What comes with what -------------------------------------------------------------------------

phrase.words(
    "_comes_with",
    "come with | go with | go along with | go together with | coincide with | be accompanied by | be "
    "paired with | lead to | result in | imply | mean | be matched by | be rewarded with",
)


@phrase(
    "stmt",
    "[a|an|any|every|each] <cell> [of] <adj> _must _comes_with [a|an] <cell> [of] (<text>|<bare>|<number>)",
    "[a|an|any|every|each] <cell> of <or_more> _must _comes_with [a|an] <cell> [of] (<text>|<bare>|<number>)",
    "[a|an|any|every|each] <cell> [of] <adj> _must _comes_with [a|an] <cell> [of|that is] <adj>",
    "[a|an|any|every|each] <cell> of <or_more> _must _comes_with [a|an] <cell> [of|that is] <adj>",
    cost=0.05,
)
def comes_with(first: Value, told: Predicate, other: Value, wanted: Any) -> Statement:
    """A total of 85 or more has to come with grade A."""
    if isinstance(wanted, Constant):
        return rule(compare(other, "==", wanted), where=about(told, first))
    return rule(about(wanted, other), where=about(told, first))


@phrase(
    "stmt",
    "[a|an|any|every|each] <cell> (<text>|<bare>|<number>) (_must_not|_must never|_must not) _comes_with [a|an] <cell> <adj>",
    "[a|an|any|every|each] <cell> (<text>|<bare>|<number>) (_must_not|_must never|_must not) _comes_with [a|an] <cell> of <or_more>",
    cost=0.05,
)
def comes_not_with(first: Value, value: Constant, other: Value, told: Predicate) -> Statement:
    """Grade A must not come with a moisture above 16."""
    return rule(not_(about(told, other)), where=compare(first, "==", value))


@phrase(
    "stmt",
    "[a|an|any|every|each] <cell> (<text>|<bare>|<number>) _must _comes_with [a|an] <cell> <adj>",
    "[a|an|any|every|each] <cell> (<text>|<bare>|<number>) _must _comes_with [a|an] <cell> of <or_more>",
    cost=0.05,
)
def value_comes_with(first: Value, value: Constant, other: Value, told: Predicate) -> Statement:
    """Grade A must come with a moisture of 16 or less."""
    return rule(about(told, other), where=compare(first, "==", value))


@phrase("or_more", "<number> (or|and) (more|above|higher|over|up)")
def or_more(least: Constant) -> Predicate:
    """85 or more."""
    return compare(IT, ">=", least)


@phrase("or_more", "<number> (or|and) (less|fewer|below|lower|under)")
def or_less(most: Constant) -> Predicate:
    """20 or less."""
    return compare(IT, "<=", most)


@phrase("or_more", "(more than|over|above) <number>")
def of_more(bound: Constant) -> Predicate:
    """More than 85."""
    return compare(IT, ">", bound)


@phrase("or_more", "(less than|under|below|fewer than) <number>")
def of_less(bound: Constant) -> Predicate:
    """Less than 20."""
    return compare(IT, "<", bound)
