"""Phrases as owners speak: skipped answers, zone C shipments, so many cells that are so."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.measures.distances import apart_from
from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.sentences.subjects import each_pair
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Compare,
    Constant,
    Measure,
    Missing,
    Predicate,
    Value,
)
from backend.rules.metric_counts import so_many_values
from backend.rules.metric_groups import Keys, per_group
from backend.rules.metric_phrases import share, statement
from backend.rules.phrasing import (
    Phrases,
    RowSet,
    Statement,
    Subjects,
    about,
    compare,
    not_,
    number,
)

phrase = Phrases()


# Apart, and alike -----------------------------------------------------------------------------


@phrase(
    "stmt",
    "<cell> (may|can) (differ|deviate) from <factor> by (at most|no more than|not more than|up to|a maximum of) <distance>",
    "<cell> (may|can) be (off|away) from <factor> by (at most|no more than|not more than|up to) <distance>",
    cost=0.02,
)
def may_differ_from(of: Value, other: Value, distance: Any) -> Statement:
    """The ERP amount may differ from the bank amount by no more than 0.01."""
    return rule(about(apart_from(other, "<=", distance), of), subject=of)


@phrase("stmt", "(do|does|are|is) <pair_clause> [(in|for|on) (every|each) <noun>] ?", cost=0.05)
def asked_pair(told: Predicate, *rows: RowSet) -> Statement | None:
    """Do A and B agree in every entry? Of "differ" it is not plain which answer is wanted."""
    if isinstance(told, Compare) and told.sign == "!=":
        return None
    asked = remark("asked-of-all")
    found = rule(told, rows[0].table if rows else "")
    return found.model_copy(update={"remarks": (asked,)})


@phrase("stmt", "<all_subjects> _be not all _alike", "not all of <cells> _may be _alike", cost=0.05)
def not_all_alike(found: Subjects) -> Statement:
    """A, B and C are not all equal."""
    return rule(not_(each_pair(found, "==")))


# Skipped --------------------------------------------------------------------------------------


@phrase("rowvp", "(skip|skips|skipped|omit|omits|omitted) [its|their] <cell>", cost=0.1)
@phrase(
    "rowvp",
    "(leave|leaves|left) (out|open|empty|blank) [its|their] <cell>",
    "(leave|leaves|left) [its|their] <cell> (out|open|empty|blank)",
    cost=0.1,
)
@phrase(
    "rowvp",
    "_do not (give|gave|answer|fill|fill in|state|name) [the|their|its|a|any] <cell>",
    cost=0.1,
)
def skipped(of: Value) -> Predicate:
    """Respondents who skipped q1."""
    return Missing.model_validate({"of": of})


@phrase(
    "stmt",
    "<cell> _must_not be (all|entirely|completely|wholly) (empty|blank|missing|null)",
    "<cell> _be (not|never) (all|entirely|completely|wholly) (empty|blank|missing|null)",
    "not all <cell> [values|cells] (may|can|must|should) be (empty|blank|missing|null)",
    cost=0.02,
)
def not_all_empty(of: Value) -> Statement | None:
    """wave4 must never be all blank."""
    if not isinstance(of, Cell):
        return None
    filled = Aggregate(measure=Measure.COUNT, of=of, table=of.table)
    return statement(compare(filled, ">=", number(1)))


# So many cells --------------------------------------------------------------------------------


@phrase(
    "stmt",
    "<cell> _be <adj> (in|for|on) <count_bound> _row",
    "<cell> _must be <adj> (in|for|on) <count_bound> _row",
)
@phrase("stmt", "<cell> _be <adj> (in|for|on) <count_bound> <noun>", cost=0.05)
def so_in_so_many(of: Value, told: Predicate, bound: Predicate, *rows: RowSet) -> Statement | None:
    """partial is blank in exactly 2 entries."""
    if not isinstance(of, Cell) or (rows and rows[0].where is not None):
        return None
    return so_many_values(bound, of, told)


@phrase("stmt", "<count_bound> <cell> [values|cells] (is|are) <adj>", cost=0.15)
@phrase("stmt", "<count_bound> <cell> [values|cells] [must|should|may] <verb>", cost=0.15)
def so_many_are(bound: Predicate, of: Value, told: Predicate) -> Statement | None:
    """No more than two codes start with d."""
    return so_many_values(bound, of, told) if isinstance(of, Cell) else None


@phrase("stmt", "<number> (out of|in) [every] <number> <cell> [values] <must_be>", cost=0.02)
def so_many_of_so_many(
    part: Constant, whole: Constant, of: Value, told: Predicate
) -> Statement | None:
    """3 out of 4 waits must be 5 or more: at least that share."""
    from backend.planner.offline.phrases.measures.numbers import of_so_many
    from backend.rules.metric_shares import part_of_values

    found = of_so_many(part, whole)
    return None if found is None else part_of_values(found, of, told)


@phrase("stmt", "<adjective> _makes_up <share_bound> of [all|the] <cell> [values]", cost=0.05)
@phrase("stmt", "<adjective> _must _makes_up <share_bound> of [all|the] <cell> [values]", cost=0.05)
def value_makes_up(told: Predicate, bound: Predicate, of: Value) -> Statement | None:
    """hello makes up more than a quarter of the flavours."""
    column = told.left if isinstance(told, Compare) else None
    if not isinstance(of, Cell) or not isinstance(column, Cell) or column.column != of.column:
        return None
    return statement(about(bound, share(RowSet(table=of.table, where=not_(Missing(of=of))), told)))


# Rows by a value ------------------------------------------------------------------------------


@phrase("noun", "<cell> (<bare>|<text>) <noun>", cost=0.25)
def by_value(of: Value, value: Value, found: RowSet) -> RowSet | None:
    """Zone C shipments."""
    return found.that(compare(of, "==", value)) if isinstance(of, Cell) else None


@phrase("cell", "_what_it_holds (of|in|for) <cell>", cost=0.1)
def held(cell: Value) -> Value:
    """No reading of the temperature."""
    return cell


# Percentages, whole units ---------------------------------------------------------------------


@phrase("stmt", "<cell> _is_percentage <adj>", "<cell> _is_percentage , <adj>", cost=0.05)
def percentage_between(of: Value, told: Predicate) -> Statement | None:
    """Humidity is a percentage between 0 and 100."""
    from backend.planner.offline.phrases.remarks.asides import percentage_so

    return percentage_so(of, told, 100)


@phrase(
    "adj",
    "whole <unit>",
    "(whole|full) (minutes|hours|days|seconds|euros|dollars|units|pieces|points)",
    cost=0.1,
)
def whole_units(*_: object) -> Predicate:
    """Whole minutes."""
    from backend.planner.offline.phrases.sentences.comparisons import WHOLE

    return WHOLE


@phrase("adj", "(given|rounded|stored|recorded|quoted) (to|with) <number> _decimals", cost=0.05)
def given_to(digits: Constant) -> Predicate:
    """Given to one decimal place."""
    from backend.planner.offline.phrases.formats.texts import decimals

    return decimals(digits)


@phrase("adj", "[of|in|with] (form|format|pattern|layout) <layout>", "of form <layout>", cost=0.05)
def of_layout(layout: str) -> Predicate:
    """Of the form MM-DD-YYYY."""
    from backend.planner.offline.phrases.formats.layouts import laid_out

    return laid_out(layout)


@phrase("adj", "(max|maximum) <bound> (,|and) (min|minimum) <bound>", cost=-0.02)
def max_min(high: Value, low: Value) -> Predicate | None:
    """Max 5, min 1."""
    from backend.planner.offline.phrases.sentences.comparisons import _interval

    return _interval(low, high, ">=", "<=")


# Groups ---------------------------------------------------------------------------------------


@phrase("stmt", "no [single] <cell> [value] _makes_up <share_bound> of [all] <rows>", cost=0.05)
def no_value_takes(of: Value, bound: Predicate, rows: RowSet) -> Statement | None:
    """No depot gets more than 70% of the parcels."""
    from backend.rules.distribution_phrases import no_share

    return no_share(of, bound, rows)


@phrase(
    "stmt",
    "no <keys> _may (appear|occur|be|be listed|be used) (in|under|with) <count_bound> [different|distinct] <cell>",
    cost=0.05,
)
def in_so_many(by: Keys, bound: Predicate, of: Value) -> Statement | None:
    """No user may appear in more than two categories."""
    if of in by or getattr(bound, "sign", "") not in (">", ">="):
        return None
    return per_group(by, not_(about(bound, Aggregate(measure=Measure.DISTINCT, of=of, table=""))))
