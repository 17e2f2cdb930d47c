"""The English of measures per group: each customer has at most 5 open orders."""

from __future__ import annotations

from typing import Any

from backend.contracts.contract import Contract
from backend.rules.language.periods import Period, Unit
from backend.rules.language.terms import Cell, Constant, Predicate, Value
from backend.rules.metric_bounds import allows
from backend.rules.metric_phrases import aggregates_in, count, share, statement, with_rest_of
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    Subjects,
    about,
    compare,
    not_,
)

phrase = Phrases()


class CalendarKey(Contract):
    """The hour, day, …, year in which the date ``of`` a row lies."""

    unit: Unit
    of: Cell

    @property
    def period(self) -> Period:
        """What a rule is told of it."""
        return Period(column=self.of.column, unit=self.unit)


Keys = tuple[Value | CalendarKey, ...]


def per_group(by: Keys, must: Predicate, table: str = "") -> Statement | None:
    """A measure of each group."""
    cells = [key for key in by if isinstance(key, Cell)]
    spans = [key for key in by if isinstance(key, CalendarKey)]
    if len(cells) + len(spans) < len(by):
        return None
    read = [*cells, *(span.of for span in spans)]
    tables = {cell.table for cell in read if cell.table} | ({table} - {""})
    if len(tables) > 1:
        return None
    columns, per = tuple(cell.column for cell in cells), tuple(span.period for span in spans)
    return statement(must, columns, "".join(tables), per)


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
    "(within|inside) [a|an|a single] <keys>",
)
def by_group(keys: Keys) -> Keys:
    """Per station."""
    return keys


@phrase("each_group", "(each|every|any|a|an|a single|one) <keys>", "each of the <keys>")
@phrase("each_group", "either <keys>", cost=0.3)
def each_group(keys: Keys) -> Keys:
    """Each station."""
    return keys


phrase.words(
    "_holds",
    "have | has | occur in | occurs in | appear in | appears in | appear on | appears on | "
    "occur on | occurs on | be used in | contain | contains | be in | own | owns | "
    "record | records | collect | collects | hold | holds | get | gets | receive | receives | be given | show | shows | include | includes | "
    "place | places | submit | submits | file | files",
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


@phrase("stmt", "<each_group> _must (have|occur in|appear in) [exactly] <number> <rows>", cost=0.1)
def group_size_exactly(by: Keys, total: Constant, rows: RowSet) -> Statement | None:
    """Each user_id must have 2 orders; "must have one" may mean at least one."""
    return None if total.value == 1 else group_count(by, compare(IT, "==", total), rows)


@phrase(
    "stmt",
    "<each_group> (may|can) [only] _holds <count_bound> <rows>",
    "<keys> (may|can) [only] _holds <count_bound> <rows>",
    cost=0.05,
)
def group_may(by: Keys, bound: Predicate, rows: RowSet) -> Statement | None:
    """Each user_id may have at most 5 orders."""
    return group_count(by, bound, rows) if allows(bound) else None


@phrase(
    "stmt",
    "there (must|should) be <count_bound> <rows> <by_group>",
    "there (must|should) be <count_bound> <rows> for (a|one) <keys>",
    "<by_group> [,] there (must|should) be <count_bound> <rows>",
    "<by_group> [,] there (is|are) <count_bound> <rows>",
    "there (is|are) <count_bound> <rows> <by_group>",
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
    "there (may|can) [only] be <count_bound> <rows> <by_group>",
    "there (may|can) [only] be <count_bound> <rows> for (a|one) <keys>",
    "<by_group> [,] there (may|can) [only] be <count_bound> <rows>",
    cost=0.05,
)
def group_size_allowed(*parts: Any) -> Statement | None:
    """There may be at most 5 orders per user_id."""
    bound = next(part for part in parts if not isinstance(part, tuple | RowSet))
    return group_size_there(*parts) if allows(bound) else None


@phrase(
    "stmt",
    "no <keys> _may _holds <count_bound> <rows>",
    "_flag [_each] <keys> with <count_bound> <rows>",
    "_flag [_each] <keys> that (have|has|had) <count_bound> <rows>",
    "_flag [_each] <keys> (occurring|appearing) in <count_bound> <rows>",
    "_flag [_each] <keys> having <count_bound> <rows>",
    "(is|are) there [any] <keys> with <count_bound> <rows> [?]",
    "(do|does) any <keys> have <count_bound> <rows> [?]",
    "which <keys> have <count_bound> <rows> [?]",
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


@phrase(
    "stmt",
    "<each_group> _must_not _holds <number> [or more] <rows>",
    "<keys> _must_not _holds <number> [or more] <rows>",
    "no <keys> _may _holds <number> [or more] <rows>",
    cost=0.1,
)
def group_not_so_many(by: Keys, total: Constant, rows: RowSet) -> Statement | None:
    """A user_id can't have two open orders: fewer than two; "not one" may mean none."""
    is_several = isinstance(total.value, int) and total.value >= 2
    return group_count(by, compare(IT, "<", total), rows) if is_several else None


def _is_outer(bound: Predicate) -> bool:
    """Bounds that a "no" turns round plainly: "no more than" behind "no" is a riddle."""
    return getattr(bound, "sign", "") in (">", "<", ">=")


@phrase(
    "stmt",
    "<each_group> _must (occur|appear|be used|be present) <times_bound>",
    "<keys> _must (occur|appear) <times_bound>",
    "<each_group> (occurs|appears|is used|occur|appear) <times_bound>",
    cost=0.05,
)
def group_times(by: Keys, bound: Predicate) -> Statement | None:
    """Each code must occur at most 3 times."""
    return per_group(by, about(bound, count(RowSet())))


@phrase(
    "stmt",
    "<each_group> (may|can) [only] (occur|appear|be used) <times_bound>",
    cost=0.05,
)
def group_times_allowed(by: Keys, bound: Predicate) -> Statement | None:
    """Each code may occur at most 3 times."""
    return group_times(by, bound) if allows(bound) else None


@phrase(
    "stmt",
    "no <keys> _may (occur|appear|be used) <times_bound>",
    "<keys> _must_not (occur|appear|be used) <times_bound>",
    "_flag [_each] <keys> that (occur|occurs|appear|appears) <times_bound>",
    cost=0.05,
)
def no_times(by: Keys, bound: Predicate) -> Statement | None:
    """No code may occur more than 3 times."""
    return per_group(by, not_(about(bound, count(RowSet())))) if _is_outer(bound) else None


# Any measure, per group ---------------------------------------------------------------------


@phrase(
    "behind_group",
    "per [each|every|one] <keys>",
    "(for|within|in|inside|across) (each|every|any|any one|one) <keys>",
    "(within|inside) [a|an|a single] <keys>",
)
def behind_group(keys: Keys) -> Keys:
    """Per station; "paid by card" behind a deed tells how it was done."""
    return keys


@phrase("stmt", "<by_group> [,] <stmt>", "<stmt> <behind_group>", cost=0.06)
def grouped(*parts: Any) -> Statement | None:
    """For each kind, at least half of the loans must be closed; its rows and remarks are kept."""
    from backend.rules.failing_metrics import FailingMetrics

    by = next(part for part in parts if isinstance(part, tuple))
    whole = next(part for part in parts if isinstance(part, Statement))
    told = whole.rule
    if not isinstance(told, FailingMetrics) or told.groups:
        return None
    tables = {part.table for part in aggregates_in(told.must)} | {told.table}
    named = tables - {""}
    first = next((part.table for part in aggregates_in(told.must) if part.table), told.table)
    found = per_group(by, told.must, first) if len(named) <= 2 else None
    return with_rest_of(whole, found, told.where)


@phrase(
    "stmt",
    "<share_bound> of [all] <rows> (of|in|for|on|at|per) <each_group> _must <rowvp>",
    cost=0.05,
)
@phrase("stmt", "<share_bound> of [all] <rows> <by_group> _must <rowvp>", cost=0.05)
def share_of_group(bound: Predicate, rows: RowSet, by: Keys, told: Predicate) -> Statement | None:
    """At least 90% of the loans of each kind must be closed."""
    return None if rows.each else per_group(by, about(bound, share(rows, told)), rows.table)


@phrase("stmt", "<count_bound> [of] <rows> <by_group> (may|can) <rowvp>", cost=0.05)
def count_of_group_may(*parts: Any) -> Statement | None:
    """At most one loan per kind may be open."""
    bound, rows, by, told = parts
    return count_of_group(bound, rows, by, told) if allows(bound) else None


@phrase(
    "stmt", "<count_bound> [of] <rows> (of|in|for|on|at|per) <each_group> _must <rowvp>", cost=0.05
)
@phrase("stmt", "<count_bound> [of] <rows> <by_group> _must <rowvp>", cost=0.05)
def count_of_group(bound: Predicate, rows: RowSet, by: Keys, told: Predicate) -> Statement | None:
    """At least one loan of each kind must be open."""
    return None if rows.each else per_group(by, about(bound, count(rows.that(told))), rows.table)
