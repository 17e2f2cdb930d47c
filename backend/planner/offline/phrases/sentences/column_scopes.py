"""Phrases for rows told by a column alone: above a height of 50, at speeds over 30, without an owner.

They stand before the rule or behind it, and name no rows.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.keys import is_key
from backend.planner.offline.phrases.measures.claims import is_bound
from backend.planner.offline.phrases.sentences.rules import narrowed, rule
from backend.rules.broken_rows import BrokenRows
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Compare,
    Constant,
    Missing,
    Predicate,
    Value,
)
from backend.rules.language.walk import walk
from backend.rules.metric_phrases import measure_where, statement
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    Subjects,
    about,
    about_all,
    all_of,
    any_of,
    compare,
    not_,
)

phrase = Phrases()

# Scopes -----------------------------------------------------------------------------------------


@phrase("column_scope", "(at|for|from) [any|all|every] <cell> [values] <adj>", cost=0.05)
@phrase("column_scope", "(at|for) [any|all|every] <cell> of <adj>", cost=0.05)
@phrase("first_scope", "with <cell> <adj>", "with <cell> of <adj>", cost=0.05)
def at_bound(of: Cell, told: Predicate) -> Predicate | None:
    """At speeds over 30."""
    return about(told, of) if is_bound(told) and not is_key(of.column) else None


@phrase("column_scope", "(at|for) [any|all|every] <cell> <sign> <number>", cost=0.05)
def at_sign(of: Cell, sign: str, bound: Value) -> Predicate:
    """For speed > 30."""
    return compare(of, sign, bound)


for _words, _sign in (("above|over|beyond", ">"), ("below|under", "<")):

    @phrase("column_scope", f"({_words}) [a|an] <cell> of <amount>", cost=0.05)
    @phrase("rel", f"({_words}) [a|an] <cell> of <amount>", cost=0.05)
    def beyond(of: Cell, bound: Value, sign: str = _sign) -> Predicate:
        """Above a height of 50."""
        return compare(of, sign, bound)


@phrase("column_scope", "on <adjective>", cost=0.15)
@phrase("column_scope", "(in|at|for|on) [any|every|all] <told_value>", cost=0.1)
@phrase("column_scope", "(in|at|for|on) [any|every] <told_value> and <told_value>", cost=0.1)
def at_values(*told: Predicate) -> Predicate | None:
    """In zone North and shift 2: each of another column."""
    columns = [part.column for each in told for part in walk(each) if isinstance(part, Cell)]
    return all_of(*told) if len(set(columns)) == len(columns) else None


@phrase("stmt", "(<column_scope>|<first_scope>) [,|:] (<stmt>|<there_told>)", cost=0.1)
@phrase("stmt", "<stmt> [,] <column_scope>", cost=0.15)
def in_column_scope(*parts: Any) -> Statement | None:
    """Above a height of 50, the speed must be below 30: of another column than the scope's."""
    told: Statement = next(part for part in parts if isinstance(part, Statement))
    condition = next(part for part in parts if not isinstance(part, Statement))
    found = told.rule
    if isinstance(found, FailingMetrics):
        return _of_these_rows(told, found, condition)
    if not isinstance(found, BrokenRows) or found.where is not None:
        return None
    asked = {part.column for part in walk(found.must) if isinstance(part, Cell)}
    told_of = {part.column for part in walk(condition) if isinstance(part, Cell)}
    return None if asked & told_of else narrowed(told, RowSet(where=condition))


def _of_these_rows(
    told: Statement, found: FailingMetrics, condition: Predicate
) -> Statement | None:
    """On Mondays, the average speed must be below 30: of one measure against a number."""
    must = found.must
    if not isinstance(must, Compare) or not isinstance(must.left, Aggregate):
        return None
    if found.by or found.per or told.remarks or not isinstance(must.right, Constant):
        return None
    measured = measure_where(must.left, condition)
    is_told = _columns(condition) & _columns(must.left)
    if measured is None or is_told:
        return None
    return statement(compare(measured, must.sign, must.right))


def _columns(told: Predicate | Value) -> set[str]:
    return {part.column for part in walk(told) if isinstance(part, Cell)}


@phrase("stmt", "(without|with no) [any] <cell> [,] (<stmt>|<there_told>)", cost=0.15)
def without_column(of: Cell, told: Statement) -> Statement | None:
    """Without an owner, the rent must be 0."""
    return in_column_scope(Missing(of=of), told)


# Allowed only if --------------------------------------------------------------------------------

phrase.words(
    "_only_fine",
    "(is|are) only (allowed|permitted|accepted|acceptable|ok|okay|fine|possible|valid|tolerated|alright|admissible) | "
    "(is|are) (allowed|permitted|accepted|acceptable|ok|okay|fine|possible|valid|tolerated) only | (may|can|should|must) "
    "only (occur|appear|exist|be there)",
)


@phrase("stmt", "(missing|empty|blank) <cell> _only_fine (if|when|where) <clauses>", cost=0.05)
@phrase("stmt", "leave <cell> (empty|blank) only (if|when|where) <clauses>", cost=0.05)
def empty_only_if(of: Cell, condition: Predicate) -> Statement:
    """A missing owner is only OK if the rent is 0."""
    return rule(condition, where=Missing(of=of), subject=of)


# Together or not at all -------------------------------------------------------------------------

phrase.words(
    "_is_given_at_all",
    "be (filled|given|set|present|there|recorded|entered|provided|filled in) | be filled in | appear | occur | stand",
)
phrase.words(
    "_come_as_one",
    "(must|should|have to|may|can) [only|always] (come|appear|occur) together "
    "| (must|should) always (come|appear|occur) together | [only|always] (come|appear|occur) together",
)


@phrase("stmt", "<cell> _must_not _is_given_at_all without <cell>", cost=0.05)
def not_without(of: Cell, needed: Cell) -> Statement:
    """A surname must not be given without a first name."""
    return rule(not_(Missing(of=needed)), where=not_(Missing(of=of)), subject=of)


@phrase("stmt", "<and_cells> _come_as_one", cost=0.05)
@phrase(
    "stmt", "[either] both <and_cells> _be (filled|given|set|present|there) [,] or neither [is|are]"
)
def come_as_one(found: Subjects) -> Statement:
    """Street and town must come together: both are there or neither is."""
    there = about_all(not_(Missing(of=IT)), found)
    return rule(any_of(there, about_all(Missing(of=IT), found)))


@phrase("stmt", "_if one of <cells> _be <adj> [,] the other [one] _must be <adj> [_too_or_so]")
@phrase("stmt", "_if one of <cells> _be <adj> [,] the other [one] _must be (too|so|as well)")
def one_like_the_other(found: Subjects, told: Predicate, *again: Predicate) -> Statement | None:
    """If one of street and town is missing, the other must be missing too."""
    if len(found.items) != 2 or any(each != told for each in again):
        return None
    so = about_all(told, found.model_copy(update={"mode": "all"}))
    not_so = about_all(not_(told), found.model_copy(update={"mode": "all"}))
    return rule(any_of(so, not_so))


# Values within a bound --------------------------------------------------------------------------


@phrase("stmt", "[_each|a|an|any] <cell> <adj> <duty>", cost=0.2)
def bounded_values_must(of: Cell, told: Predicate, duty: Predicate) -> Statement | None:
    """A price above 0 must be at least the cost of the product."""
    is_limit = isinstance(told, Compare) and told.sign not in ("==", "!=")
    is_scope = is_limit and not is_key(of.column)
    return rule(about(duty, of), of.table, about(told, of)) if is_scope else None
