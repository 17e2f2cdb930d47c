"""Phrases for how many different values a column has, of all rows or in each group, in any frame.

Flag halls where the owner has more than two different values; no more than two different names
occur in it; machines of the same hall must not have more than two different owners.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.measures.claims import denied
from backend.planner.offline.phrases.measures.group_claims import is_outer, none_has, of_groups
from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.sentences.rules import narrowed
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import Cell, Compare, Constant, Not, Predicate, Value
from backend.rules.metric_bounds import allows
from backend.rules.metric_groups import Keys
from backend.rules.metric_phrases import distinct, is_open, statement
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, compare, number

phrase = Phrases()

phrase.words("_different", "different | distinct | unique | differing | unlike | separate")
phrase.words("_value_of_it", "value | entry | name | code | text | kind | option | answer")
phrase.words(
    "_values_of_it", "values | entries | names | codes | texts | kinds | options | answers | ones"
)

# So many different ones -------------------------------------------------------------------------


@phrase("different_many", "<count_bound> _different (_values_of_it|_value_of_it)")
def different_many(bound: Predicate) -> Predicate:
    """More than two different values."""
    return bound


for _words, _sign in (
    ("or (fewer|less)|at most|at the most", "<="), ("or more|at least|at the least", ">="),
):  # fmt: skip
    phrase("different_many", f"<number> _different _values_of_it ({_words})")(
        lambda total, sign=_sign: compare(IT, sign, total)
    )
    phrase("different_cells", f"<number> _different <cell> ({_words})")(
        lambda total, of, sign=_sign: about(compare(IT, sign, total), distinct(of))
    )


@phrase("different_cells", "<different_many> (of|in|for|under|as) <cell>")
@phrase("different_cells", "<count_bound> _different <cell> [values|entries]", cost=0.02)
@phrase("different_cells", "<count_bound> _different <cell> (in|under|of|as) <cell>", cost=0.02)
@phrase("different_cells", r"<count_bound> _different <cell> \( [in|under] <cell> \)", cost=0.02)
def different_cells(bound: Predicate, of: Value, again: Value | None = None) -> Predicate | None:
    """More than two different owners; a column that is named again is the same."""
    is_same = isinstance(of, Cell) and again in (None, of)
    return about(bound, distinct(of)) if is_same else None


def _claimed(must: Predicate) -> Statement:
    return statement(must)


# Claims -----------------------------------------------------------------------------------------

phrase.words(
    "_has_kinds",
    "have | has | take | takes | take on | takes on | contain | contains | hold | holds | show | shows | use | uses",
)
phrase.words(
    "_are_seen",
    "occur | occurs | appear | appears | exist | are used | are there | are found | come up | stand",
)


@phrase("claim", "<cell> _has_kinds <different_many>", cost=0.02)
def column_has_kinds(of: Value, bound: Predicate) -> Statement | None:
    """The owner has more than two different values."""
    return _claimed(about(bound, distinct(of))) if isinstance(of, Cell) else None


@phrase("claim", "<different_cells> _are_seen", "there (is|are) <different_cells>", cost=0.02)
@phrase("gclaim", "_has_many <different_cells>", cost=0.02)
def cells_turn_up(told: Predicate) -> Statement:
    """No more than two different names occur in it."""
    return _claimed(told)


@phrase("claim", "<different_many> _are_seen (in|under|for|as) <cell>", cost=0.02)
def turn_up_in(bound: Predicate, of: Value) -> Statement | None:
    """More than two different names occur in the owner column."""
    return column_has_kinds(of, bound)


@phrase("claim", "<metric> _be (not|not equal to|other than|different from|unequal to) <number>")
def is_not_so_many(metric: Value, total: Constant) -> Statement | None:
    """The number of spare machines is not one."""
    return None if is_open(metric) else _claimed(compare(metric, "!=", total))


# Duties -----------------------------------------------------------------------------------------


@phrase(
    "stmt",
    "<cell> _must _has_kinds <different_many>",
    "there _must be <different_cells>",
    cost=0.05,
)
@phrase("stmt", "<different_many> _must _are_seen (in|under|for) <cell>", cost=0.05)
def must_keep(*parts: Any) -> Statement:
    """The owner must have two distinct values or fewer."""
    cells = [part for part in parts if isinstance(part, Cell)]
    told = next(part for part in parts if not isinstance(part, Cell))
    return _claimed(about(told, distinct(cells[0])) if cells else told)


@phrase("stmt", "<cell> (may|can) [only] _has_kinds <different_many>", cost=0.05)
@phrase("stmt", "there (may|can) [only] be <different_cells>", cost=0.05)
@phrase("stmt", "<different_cells> (may|can) [only] _are_seen", cost=0.05)
@phrase("stmt", "<different_many> (may|can) [only] _are_seen (in|under|for) <cell>", cost=0.05)
def may_keep(*parts: Any) -> Statement | None:
    """No more than two different names may occur in it."""
    bound = next(part for part in parts if not isinstance(part, Cell))
    return must_keep(*parts) if allows(bound) else None


@phrase("stmt", "<cell> _must_not _has_kinds <different_many>", cost=0.05)
@phrase(
    "stmt", "there _must_not be <different_cells>", "no <different_cells> _may _are_seen", cost=0.05
)
@phrase("stmt", "<different_cells> _must_not _are_seen", cost=0.05)
@phrase("stmt", "<different_many> _must_not _are_seen (in|under|for) <cell>", cost=0.05)
def must_not_keep(*parts: Any) -> Statement | None:
    """The owner must not contain more than two different names."""
    told = must_keep(*parts)
    return denied(told) if is_outer(told) else None


@phrase("stmt", "<keys> : <different_cells>", "<by_group> [,|:] <different_cells>", cost=0.1)
def title_of_groups(by: Keys, told: Predicate) -> Statement | None:
    """Hall: at most two different owners."""
    return of_groups(by, _claimed(told)) if allows(told) else None


@phrase("stmt", "(<each_group>|<keys>) _must_not _has_many <number> _different <cell>", cost=0.1)
@phrase("stmt", "no <keys> _may _has_many <number> _different <cell>", cost=0.1)
def not_so_many(by: Keys, total: Constant, of: Value) -> Statement | None:
    """A hall can't have three different owners: three or more."""
    is_several = isinstance(total.value, int) and total.value >= 2 and isinstance(of, Cell)
    return of_groups(by, _claimed(compare(distinct(of), "<", total))) if is_several else None


# In each group ----------------------------------------------------------------------------------

phrase.words(
    "_where_so", "where | in which | at which | for which | on which | with which | in whose rows"
)


@phrase("stmt", "_flag [_each|all] <keys> _where_so <claim>", cost=0.1)
@phrase("stmt", "(is|are) there [any|a|an] <keys> _where_so <claim> [?]", cost=0.1)
@phrase("stmt", "there _must be no <keys> _where_so <claim>", cost=0.1)
@phrase("stmt", "(no <keys> _may exist|no <keys> (exists|exist)) _where_so <claim>", cost=0.1)
def none_where(by: Keys, told: Statement) -> Statement | None:
    """Flag halls where the owner has more than two different values."""
    found = of_groups(by, denied(told))
    keys = tuple(key for key in by if isinstance(key, Cell))
    several = (remark("several-each", values=keys),) if len(by) == len(keys) == 1 else ()
    return None if found is None else found.model_copy(update={"remarks": several})


@phrase(
    "stmt", "_flag [_each|all] <keys> (with|having|that have|that has) <different_cells>", cost=0.08
)
@phrase("stmt", "(is|are) there [any|a|an] <keys> (with|having) <different_cells> [?]", cost=0.08)
@phrase("stmt", "no <keys> [_may] (with|have|has) <different_cells>", cost=0.08)
@phrase("stmt", "there _must be no <keys> with <different_cells>", cost=0.08)
def none_with_different(by: Keys, told: Predicate) -> Statement | None:
    """Is there any hall with three or more different owners?"""
    return none_has(by, _claimed(told))


phrase.words(
    "_all_of_one", "the same | one | one and the same | each | every | any one | a single | any"
)


@phrase("rows_of_one", "<rows> (of|in|at|on|for|from|with|under|sharing) _all_of_one <keys>")
@phrase(
    "rows_of_one", "[all|any] <rows> (that|which) (share|have|are of|are in|are at) the same <keys>"
)
def rows_of_one(rows: RowSet, by: Keys) -> tuple[RowSet, Keys] | None:
    """Machines of the same hall."""
    return None if rows.each else (rows, by)


def _of_rows(found: tuple[RowSet, Keys], told: Statement | None) -> Statement | None:
    rows, by = found
    fresh = None if told is None else narrowed(told, rows)
    return of_groups(by, fresh)


@phrase("stmt", "<rows_of_one> _must _has_many <different_cells>", cost=0.08)
def rows_have(found: tuple[RowSet, Keys], told: Predicate) -> Statement | None:
    """Machines of the same hall must have at most two different owners."""
    return _of_rows(found, _claimed(told))


@phrase("stmt", "<rows_of_one> (may|can) [only] _has_many <different_cells>", cost=0.08)
def rows_may_have(found: tuple[RowSet, Keys], told: Predicate) -> Statement | None:
    """Machines of the same hall may have at most two different owners."""
    return rows_have(found, told) if allows(told) else None


@phrase("stmt", "<rows_of_one> _must_not _has_many <different_cells>", cost=0.08)
@phrase("stmt", "no <rows_of_one> _may _has_many <different_cells>", cost=0.08)
@phrase(
    "stmt", "_flag [all] <rows_of_one> (with|that have|which have) <different_cells>", cost=0.08
)
def rows_have_not(found: tuple[RowSet, Keys], told: Predicate) -> Statement | None:
    """Machines of the same hall must not have more than two different owners."""
    claim = _claimed(told)
    return _of_rows(found, denied(claim)) if is_outer(claim) else None


# The same for all rows --------------------------------------------------------------------------


@phrase("stmt", "all [the] <noun> _must have the same <cell>", cost=0.3)
@phrase("stmt", "<noun> _must all have the same <cell>", cost=0.3)
@phrase("stmt", "<noun> _must_not have (different|differing) <cell>", cost=0.6)
def all_have_the_same(rows: RowSet, of: Value) -> Statement | None:
    """All bookings must have the same currency: one value at most."""
    if not isinstance(of, Cell):
        return None
    return narrowed(_claimed(compare(distinct(of), "<=", number(1))), rows)


_SAME_IN = "(be|have|hold|show) the same [value] (in|for) (all|every|each) [the|of the] <noun>"


@phrase("stmt", f"<cell> _must {_SAME_IN}", cost=0.25)
def the_same_for_all(of: Value, rows: RowSet) -> Statement | None:
    """The currency must be the same for all cash bookings."""
    return all_have_the_same(rows, of)


@phrase("stmt", f"<cell> _must_not {_SAME_IN}", cost=0.04)
def not_the_same_for_all(of: Value, rows: RowSet) -> Statement | None:
    """The currency must not be the same for all cash bookings: two values at least."""
    if not isinstance(of, Cell):
        return None
    return narrowed(_claimed(compare(distinct(of), ">=", number(2))), rows)


# Groups, named behind ---------------------------------------------------------------------------


@phrase("by_group", "(at|on|with|under|of) (each|every|any|any one|a single) <keys>")
@phrase("by_group", "(at|on|under) one <keys>")
@phrase("behind_group", "(at|on|with|under) (each|every|any one|a single) <keys>")
@phrase("same_group", "(at|on|with|under|in|for|within) (the same|one and the same) <keys>")
def group_named(keys: Keys) -> Keys:
    """At any hall; at the same hall."""
    return keys


@phrase("stmt", "<stmt> <same_group>", "<same_group> [,] <stmt>", cost=0.06)
def at_the_same(*parts: Any) -> Statement | None:
    """There must never be more than two different owners at the same hall; of "at least" it is open."""
    told = next(part for part in parts if isinstance(part, Statement))
    must = told.rule.must if isinstance(told.rule, FailingMetrics) else None
    if must is None or not _is_most(must):
        return None
    return of_groups(next(part for part in parts if isinstance(part, tuple)), told)


def _is_most(told: Predicate) -> bool:
    """Whether it only says how much there may be at most."""
    if isinstance(told, Not):
        return isinstance(told.part, Compare) and told.part.sign in (">", ">=")
    return allows(told)
