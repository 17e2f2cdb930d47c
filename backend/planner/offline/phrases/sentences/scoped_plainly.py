"""Phrases for the rows that a rule is about, told plainly before it or in brackets behind it."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.measures.claims import is_bound
from backend.planner.offline.phrases.sentences.rules import narrowed
from backend.planner.offline.phrases.sentences.scopes import only_for
from backend.rules.language.terms import Missing, Predicate, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, about, any_of, compare, not_

phrase = Phrases()

phrase.words(
    "_looking_only_at",
    "looking only at | only looking at | just looking at | considering only | only considering | taking "
    "only | only taking | restricted to | limited to | counting only | if we only look at | if we look "
    "only at | if you only look at | if you look only at | just for | for just | only among | only within",
)
phrase.words(
    "_means_that", "means that | implies that | requires that | demands that | means , that"
)


@phrase("stmt", "_looking_only_at <rows> [,|:] <stmt>", cost=0.1)
@phrase("stmt", "<stmt> , _looking_only_at <rows>", cost=0.15)
@phrase(
    "stmt", r"<stmt> \( <rows> only \)", r"<stmt> \( (only|just|for|only for) <rows> \)", cost=0.1
)
def of_these_rows(*parts: Any) -> Statement | None:
    """Looking only at paid orders, …; … (paid orders only)."""
    told = next(part for part in parts if isinstance(part, Statement))
    rows = next(part for part in parts if isinstance(part, RowSet))
    return None if rows.where is None else narrowed(told, rows)


@phrase("stmt", "(for|with|in) <cell> (<text>|<bare>|<number>) : <stmt>", cost=0.05)
@phrase("stmt", "with <cell> (<text>|<bare>|<number>) [,] <stmt>", cost=0.1)
@phrase("stmt", "having <cell> (<text>|<bare>|<number>) _means_that <stmt>", cost=0.05)
@phrase("stmt", "[a] <cell> of (<text>|<bare>|<number>) _means_that <stmt>", cost=0.05)
def of_this_value(of: Value, value: Value, told: Statement) -> Statement | None:
    """For status Paid: …"""
    return narrowed(told, RowSet(where=compare(of, "==", value)))


@phrase("rel", "without [a|an|any] <adj> <cell>", cost=0.15)
def without_such(told: Predicate, of: Value) -> Predicate | None:
    """Orders without a positive fee: where there is none, it is not positive either."""
    return any_of(Missing.model_validate({"of": of}), not_(about(told, of)))


@phrase("rel", "without (a|an|any) <cell> <adj>", cost=0.15)
@phrase("rowvp", "(have|has) no <cell> <adj>", cost=0.15)
def with_none_such(of: Value, told: Predicate) -> Predicate | None:
    """Orders without a fee above 20, that have no fee above 20: those with none as well."""
    return without_such(told, of) if is_bound(told) else None


@phrase("stmt", "<expr> (is|are) <adj> only (for|in|on|among|with) <rows>", cost=0.05)
@phrase("stmt", "<expr> <verb> only (for|in|on|among|with) <rows>", cost=0.05)
def so_only_for(of: Value, told: Predicate, rows: RowSet) -> Statement | None:
    """The fee is empty only for members: whoever has none is one."""
    return only_for(of, told, rows)
