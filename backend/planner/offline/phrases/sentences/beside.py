"""Phrases for conditions beside a rule: although, unless, for countries other than these."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.dates.dates import Span, shifted
from backend.planner.offline.phrases.sentences.rows import exists
from backend.planner.offline.phrases.sentences.rules import narrowed, rule
from backend.rules.language.terms import Cell, Constant, Predicate, Value
from backend.rules.phrasing import (
    IT,
    Modifier,
    Phrases,
    RowSet,
    Statement,
    Subjects,
    about,
    about_all,
    all_of,
    compare,
    not_,
    one_of,
)

phrase = Phrases()

phrase.words("_although", "although | even though | while | though | despite the fact that")


@phrase("stmt", "which <rows> <rowvp> [,] _although <clauses> [?]", cost=0.02)
@phrase("stmt", "_flag <rows> that <rowvp> [,] _although <clauses>", cost=0.02)
def although(found: RowSet, told: Predicate, condition: Predicate) -> Statement:
    """Which customers have no payments although their limit is positive?"""
    return rule(not_(all_of(told, condition)), found.table, found.where)


phrase.words("_unless_it_is", "unless | unless it is | if not | when not | except if | except when")


@phrase(
    "stmt",
    r"<cell> \( _unless_it_is (empty|blank|missing) \) <duty>",
    "<cell> , _unless_it_is (empty|blank|missing) , <duty>",
)
def unless_empty(of: Value, duty: Predicate) -> Statement:
    """shippedDate (unless empty) must not be before orderDate."""
    return rule(about(duty, of), subject=of)


@phrase(
    "stmt",
    r"<cell> \( _unless_it_is <marker> \) <duty>",
    "<cell> , _unless_it_is <marker> , <duty>",
    cost=0.05,
)
def unless_marked(of: Value, value: Constant, duty: Predicate) -> Statement:
    """shippedDate (unless NULL) must not be before orderDate."""
    told = Modifier(kind="marker", texts=(str(value.value),), values=(of,))
    return rule(about(duty, of), subject=of).model_copy(update={"remarks": (told,)})


phrase.words("_outside_of", "other than | except | outside | not in | besides | apart from")


@phrase("stmt", "<stmt> (for|in|where) <cell> _outside_of <any_list>", cost=0.1)
@phrase("stmt", "(for|in) <cell> _outside_of <any_list> [,] <stmt>", cost=0.1)
def for_others(*parts: Any) -> Statement | None:
    """… for countries other than A, B and C."""
    return _for(parts, wanted=False)


@phrase("stmt", "<stmt> (for|in) <cell> <any_list>", cost=0.15)
@phrase("stmt", "(for|in) <cell> <any_list> [,] <stmt>", cost=0.15)
def for_these(*parts: Any) -> Statement | None:
    """… for countries A, B and C."""
    return _for(parts, wanted=True)


def _for(parts: tuple[Any, ...], *, wanted: bool) -> Statement | None:
    statement = next(part for part in parts if isinstance(part, Statement))
    of = next(part for part in parts if isinstance(part, Cell))
    options = next(part for part in parts if isinstance(part, tuple))
    told = one_of(of, options)
    return narrowed(statement, RowSet(where=told if wanted else not_(told)))


@phrase("rowvp", "(have|has|had) [ever] been <table>", cost=0.3)
def been_done(table: str) -> Predicate:
    """Products that have been ordered: a row of another table is theirs."""
    return exists(RowSet(table=table))


# Bounds said short ----------------------------------------------------------------------------


@phrase("stmt", "<some_subjects> <obliged>")
def some_needed(found: Subjects, told: Predicate) -> Statement:
    """At least one of A and B is needed."""
    return rule(about_all(told, found))


for _words, _way in (("after|later than", 1), ("before|earlier than", -1)):

    @phrase("adj", f"between <number> and <span> ({_words}) <cell>", cost=0.02)
    def between_spans(low: Constant, high: Span, of: Value, way: int = _way) -> Predicate | None:
        """Between 7 and 60 days after a day."""
        amount, unit = high
        if not isinstance(low.value, int) or low.value >= amount:
            return None
        near, far = shifted(of, (low.value, unit), way), shifted(of, (amount, unit), way)
        if near is None or far is None:
            return None
        first, last = (near, far) if way > 0 else (far, near)
        return all_of(compare(IT, ">=", first), compare(IT, "<=", last))


@phrase(
    "expr",
    r"(margin|difference|total|ratio|profit|spread|result|balance|sum) \( <formula> \)",
    cost=0.05,
)
def named_formula(value: Value) -> Value:
    """The margin (price - cost)."""
    return value
