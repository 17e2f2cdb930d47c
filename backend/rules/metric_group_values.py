"""The English of the values and measures that each group has."""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import Aggregate, Cell, Constant, Measure, Predicate, Value
from backend.rules.metric_bounds import allows
from backend.rules.metric_groups import Keys, per_group
from backend.rules.metric_phrases import aggregates_in, count, is_open
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    about,
    all_of,
    compare,
    not_,
    number,
)

phrase = Phrases()


@phrase("_table_rows", "<noun>")
def table_rows(rows: RowSet) -> bool | None:
    """Rows of the table at hand, without a condition."""
    return True if rows.where is None else None


# Values --------------------------------------------------------------------------------------


@phrase(
    "stmt",
    "<each_group> _must (have|contain|use) <count_bound> (different|distinct|unique) <cell> [values]",
    "there (must|should) be <count_bound> (different|distinct|unique) <cell> [values] <by_group>",
    "<each_group> _must (have|contain|get) _row (for|of|in|with|from|on) <count_bound> (different|distinct|unique) <cell> [values]",
    "<each_group> _must (have|contain|get) _table_rows (for|of|in|with|from|on) <count_bound> (different|distinct|unique) <cell> [values]",
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
    "<each_group> (may|can) [only] (have|contain|use) <count_bound> (different|distinct|unique) <cell> [values]",
    "there (may|can) [only] be <count_bound> (different|distinct|unique) <cell> [values] <by_group>",
    cost=0.05,
)
def group_distinct_allowed(*parts: Any) -> Statement | None:
    """Each student may have at most 2 different courses."""
    bound = next(part for part in parts if not isinstance(part, tuple | Cell))
    return group_distinct(*parts) if allows(bound) else None


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


@phrase(
    "every_value", "[both|all of|each of] <option> [,] and <option>", "both <option> and <option>"
)
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
    "<by_group> [,|:] <metric> <adj>",
    "<metric> <by_group> <adj>",
    cost=0.05,
)
def metric_per_group(*parts: Any) -> Statement | None:
    """The average price per store must be below 10."""
    by = next(part for part in parts if isinstance(part, tuple))
    metric, duty = (part for part in parts if not isinstance(part, tuple))
    return measured(by, metric, duty)


@phrase(
    "stmt",
    "<metric> <by_group> <sign> <operand>",
    "<by_group> [,|:] <metric> <sign> <operand>",
    cost=0.05,
)
def metric_per_group_sign(*parts: Any) -> Statement | None:
    """Average price per store >= 10."""
    by = next(part for part in parts if isinstance(part, tuple))
    metric, sign, bound = (part for part in parts if not isinstance(part, tuple))
    return measured(by, metric, compare(IT, sign, bound))


@phrase("stmt", "<each_group> _must have [a|an] <metric> <bounded>", cost=0.05)
def group_has_metric(by: Keys, metric: Value, told: Predicate) -> Statement | None:
    """Each store must have an average price below 10."""
    return measured(by, metric, told)


@phrase(
    "stmt",
    "no <keys> _may have [a|an] <metric> <bounded>",
    "_flag [_each] <keys> (with|having) [a|an] <metric> <bounded>",
    "_flag [_each] <keys> whose <metric> _be <adj>",
    cost=0.05,
)
def no_group_has_metric(by: Keys, metric: Value, told: Predicate) -> Statement | None:
    """No store may have an average price above 10."""
    return measured(by, metric, not_(told))


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
    return measured(by, Aggregate(measure=Measure.SUM, of=of, table=""), compare(IT, "==", total))


def measured(by: Keys, metric: Value, duty: Predicate) -> Statement | None:
    """A measure of each group that does its duty."""
    if is_open(metric):
        return None
    tables = {part.table for part in aggregates_in(metric)} - {""}
    if len(tables) > 1:
        return None
    return per_group(by, about(duty, metric), "".join(tables))
