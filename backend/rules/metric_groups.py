"""The English of measures per group: each customer has at most 5 open orders."""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import Aggregate, Cell, Constant, Measure, Predicate, Value
from backend.rules.metric_phrases import aggregates_in, count, is_open, statement
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    Subjects,
    about,
    all_of,
    compare,
    not_,
    number,
)

phrase = Phrases()
Keys = tuple[Value, ...]


def per_group(by: Keys, must: Predicate, table: str = "") -> Statement | None:
    """A measure of each group."""
    cells = [cell for cell in by if isinstance(cell, Cell)]
    if len(cells) < len(by):
        return None
    tables = {cell.table for cell in cells if cell.table} | ({table} - {""})
    if len(tables) > 1:
        return None
    return statement(must, tuple(cell.column for cell in cells), "".join(tables))


@phrase("keys", "<cell>")
def one_key(cell: Value) -> Keys:
    """One column makes the groups."""
    return (cell,)


@phrase("keys", "(combination|pair) of <subjects>", "(combination|pair) <subjects>", "<subjects>")
def several_keys(found: Subjects) -> Keys | None:
    """Several columns make the groups together."""
    return found.items if found.mode == "all" else None


@phrase(
    "by_group",
    "(per|by) <keys>",
    "(for|within|in|inside|across) (each|every|any|any one|one) <keys>",
    "per (each|every|one) <keys>",
)
def by_group(keys: Keys) -> Keys:
    """Per station."""
    return keys


@phrase("each_group", "(each|every|any|a|a single|one) <keys>", "each of the <keys>")
def each_group(keys: Keys) -> Keys:
    """Each station."""
    return keys


phrase.words(
    "_holds",
    "have | has | occur in | occurs in | appear in | appears in | appear on | appears on | "
    "occur on | occurs on | be used in | be used by | contain | contains | be in | own | owns",
)


# Counts --------------------------------------------------------------------------------------


def group_count(by: Keys, bound: Predicate, rows: RowSet) -> Statement | None:
    """So many of these rows in each group; a group without any has 0."""
    return None if rows.each else per_group(by, about(bound, count(rows)), rows.table)


@phrase(
    "stmt",
    "<each_group> _must _holds <count_bound> <rows>",
    "<each_group> _holds <count_bound> <rows>",
    "<keys> _must _holds <count_bound> <rows>",
    cost=0.05,
)
def group_size(by: Keys, bound: Predicate, rows: RowSet) -> Statement | None:
    """Each user_id must have at least 5 orders."""
    return group_count(by, bound, rows)


@phrase(
    "stmt",
    "<each_group> (may|can) [only] _holds <count_bound> <rows>",
    "<keys> (may|can) [only] _holds <count_bound> <rows>",
    cost=0.05,
)
def group_may(by: Keys, bound: Predicate, rows: RowSet) -> Statement | None:
    """Each user_id may have at most 5 orders."""
    is_upper = getattr(bound, "sign", "") in ("<", "<=")
    return group_count(by, bound, rows) if is_upper else None


@phrase(
    "stmt",
    "there (must|should|may|can) be <count_bound> <rows> <by_group>",
    "there (must|should|may|can) be <count_bound> <rows> for (a|one) <keys>",
    "<by_group> [,] there (must|should|may|can) be <count_bound> <rows>",
    "<count_bound> <rows> <by_group> [(is|are) (allowed|permitted)]",
    cost=0.05,
)
def group_size_there(*parts: Any) -> Statement | None:
    """There may be at most 5 orders per user_id."""
    by = next(part for part in parts if isinstance(part, tuple))
    rows = next(part for part in parts if isinstance(part, RowSet))
    bound = next(part for part in parts if not isinstance(part, tuple | RowSet))
    return group_count(by, bound, rows)


@phrase(
    "stmt",
    "no <keys> _may _holds <count_bound> <rows>",
    "_flag [_each] <keys> with <count_bound> <rows>",
    "_flag [_each] <keys> that (have|has|had) <count_bound> <rows>",
    "_flag [_each] <keys> (occurring|appearing) in <count_bound> <rows>",
    cost=0.05,
)
def no_group(by: Keys, bound: Predicate, rows: RowSet) -> Statement | None:
    """No user_id may have more than 5 orders."""
    return group_count(by, not_(bound), rows) if _is_outer(bound) else None


@phrase("stmt", "<each_group> _must_not _holds <count_bound> <rows>", cost=0.05)
@phrase("stmt", "<keys> _must_not _holds <count_bound> <rows>", cost=0.05)
def group_not(by: Keys, bound: Predicate, rows: RowSet) -> Statement | None:
    """A user_id must not have more than 5 orders."""
    return group_count(by, not_(bound), rows) if _is_outer(bound) else None


def _is_outer(bound: Predicate) -> bool:
    """Bounds that a "no" turns round plainly: "no more than" behind "no" is a riddle."""
    return getattr(bound, "sign", "") in (">", "<", ">=")


@phrase(
    "stmt",
    "<each_group> _must (occur|appear|be used|be present) <count_bound> (times|time)",
    "<keys> _must (occur|appear) <count_bound> (times|time)",
    "<each_group> (may|can) [only] (occur|appear|be used) <count_bound> (times|time)",
    cost=0.05,
)
def group_times(by: Keys, bound: Predicate) -> Statement | None:
    """Each code must occur at most 3 times."""
    return per_group(by, about(bound, count(RowSet())))


@phrase(
    "stmt",
    "no <keys> _may (occur|appear|be used) <count_bound> times",
    "_flag [_each] <keys> that (occur|occurs|appear|appears) <count_bound> times",
    cost=0.05,
)
def no_times(by: Keys, bound: Predicate) -> Statement | None:
    """No code may occur more than 3 times."""
    return per_group(by, not_(about(bound, count(RowSet())))) if _is_outer(bound) else None


# Values --------------------------------------------------------------------------------------


@phrase(
    "stmt",
    "<each_group> _must (have|contain|use) <count_bound> (different|distinct|unique) <cell> [values]",
    "<each_group> (may|can) [only] (have|contain|use) <count_bound> (different|distinct|unique) <cell> [values]",
    "there (must|should|may) be <count_bound> (different|distinct|unique) <cell> [values] <by_group>",
    cost=0.05,
)
def group_distinct(*parts: Any) -> Statement | None:
    """Each student must have at least 2 different courses."""
    by = next(part for part in parts if isinstance(part, tuple))
    of = next(part for part in parts if isinstance(part, Cell))
    bound = next(part for part in parts if not isinstance(part, tuple | Cell))
    if of in by:
        return None
    return per_group(by, about(bound, Aggregate(measure=Measure.DISTINCT, of=of, table="")))


@phrase(
    "stmt",
    "<each_group> _must have at least (one|1) [filled|non-empty|known] <cell> [value]",
    "at least (one|1) <cell> [value] _must be (filled|filled in|given|present|known|set) <by_group>",
    "<by_group> [,] at least (one|1) <cell> [value] _must be (filled|filled in|given|present|known|set)",
    "<by_group> [,] <cell> _must have at least (one|1) value",
    "<cell> _must have at least (one|1) value <by_group>",
    "<by_group> [,] not all <cell> [values] (may|can|must|should) be (empty|missing|blank)",
    cost=0.06,
)
def group_has_value(*parts: Any) -> Statement | None:
    """Each course must have at least one mark."""
    by = next(part for part in parts if isinstance(part, tuple))
    of = next(part for part in parts if isinstance(part, Cell))
    filled = Aggregate(measure=Measure.COUNT, of=of, table="")
    return None if of in by else per_group(by, compare(filled, ">=", number(1)))


@phrase("every_value", "[both|all of|each of] <option> [,] and <option>", "both <option> and <option>")
@phrase("every_value", "<every_list> [,] and <option>")
def every_value(*options: Any) -> tuple[Constant, ...]:
    """Both A and B."""
    found: tuple[Constant, ...] = ()
    for option in options:
        found += option if isinstance(option, tuple) else (option,)
    return found


@phrase("every_list", "[all of|each of] <option> , <option>", "<every_list> , <option>")
def every_list(*options: Any) -> tuple[Constant, ...]:
    """A, B, C."""
    return every_value(*options)


@phrase(
    "stmt",
    "<each_group> _must have [a] _row (with|for|of) [_each|both] <cell> <every_value>",
    "<each_group> _must have [_each|both|all of] [the] <cell> [values] <every_value>",
    "<by_group> [,] [the] <cell> [values] <every_value> _must [both|all] (occur|appear|be present|exist)",
    "<by_group> [,] <cell> _must (contain|include) [the values] <every_value>",
    cost=0.1,
)
def group_complete(by: Keys, of: Cell, wanted: tuple[Constant, ...]) -> Statement | None:
    """Each student must have a row with course maths and art."""
    return None if of in by else per_group(by, every_one(of, wanted), of.table)


def every_one(of: Cell, wanted: tuple[Constant, ...]) -> Predicate:
    """Each of the values occurs."""
    return all_of(
        *(
            compare(count(RowSet(table=of.table, where=compare(of, "==", one))), ">=", number(1))
            for one in wanted
        )
    )


# Measures ------------------------------------------------------------------------------------


@phrase(
    "stmt",
    "<by_group> [,] <metric> <duty>",
    "<metric> <by_group> <duty>",
    "<metric> <duty> <by_group>",
    "<metric> (of|in|on|at) <each_group> <duty>",
    "<each_group> [,] <metric> <duty>",
    cost=0.05,
)
def metric_per_group(*parts: Any) -> Statement | None:
    """The average price per store must be below 10."""
    by = next(part for part in parts if isinstance(part, tuple))
    metric, duty = (part for part in parts if not isinstance(part, tuple))
    return _measured(by, metric, duty)


@phrase("stmt", "<each_group> _must have [a|an] <metric> <bounded>", cost=0.05)
def group_has_metric(by: Keys, metric: Value, told: Predicate) -> Statement | None:
    """Each store must have an average price below 10."""
    return _measured(by, metric, told)


@phrase(
    "stmt",
    "no <keys> _may have [a|an] <metric> <bounded>",
    "_flag [_each] <keys> (with|having) [a|an] <metric> <bounded>",
    "_flag [_each] <keys> whose <metric> _be <adj>",
    cost=0.05,
)
def no_group_has_metric(by: Keys, metric: Value, told: Predicate) -> Statement | None:
    """No store may have an average price above 10."""
    return _measured(by, metric, not_(told))


@phrase("bounded", "[of] <adj>", "that _be <adj>")
def bounded(told: Predicate) -> Predicate:
    """Of at least 5."""
    return told


@phrase(
    "stmt",
    "<cell> _must (add up|sum|sum up|total|amount|come) to <operand> <by_group>",
    "<by_group> [,] <cell> [values] _must (add up|sum|sum up|total|amount|come) to <operand>",
    cost=0.05,
)
def group_sum(*parts: Any) -> Statement | None:
    """The share must add up to 100 per fund."""
    by = next(part for part in parts if isinstance(part, tuple))
    of, total = (part for part in parts if not isinstance(part, tuple))
    if not isinstance(of, Cell):
        return None
    return _measured(by, Aggregate(measure=Measure.SUM, of=of, table=""), compare(IT, "==", total))


def _measured(by: Keys, metric: Value, duty: Predicate) -> Statement | None:
    if is_open(metric):
        return None
    tables = {part.table for part in aggregates_in(metric)} - {""}
    if len(tables) > 1:
        return None
    return per_group(by, about(duty, metric), "".join(tables))
