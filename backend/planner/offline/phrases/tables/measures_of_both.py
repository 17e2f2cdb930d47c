"""Phrases for one measure of two tables, which must be the same in both: as a whole or by group."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from backend.rules.language.terms import Aggregate, Cell, Predicate, Term, Value
from backend.rules.language.walk import rewrite, walk
from backend.rules.metric_groups import Keys, per_group
from backend.rules.metric_phrases import aggregates_in, is_open, statement
from backend.rules.phrasing import Phrases, Statement, compare

phrase = Phrases()


def _over(metric: Value, table: str) -> Value | None:
    """The measure over the rows of this table; None where its words name another."""
    named = {part.table for part in walk(metric) if isinstance(part, Aggregate | Cell)}
    if named - {"", table} or is_open(metric) or not [*aggregates_in(metric)]:
        return None

    def there(part: Term) -> Term | None:
        has_table = isinstance(part, Aggregate | Cell)
        return part.model_copy(update={"table": table}) if has_table else None

    inside = rewrite(metric, there)
    return rewrite(
        inside,
        lambda part: (
            part.model_copy(update={"table": table}) if isinstance(part, Aggregate) else None
        ),
    )


def same_in_both(metric: Value, left: str, right: str, by: Keys = ()) -> Statement | None:
    """The measure is equal in both tables, and in each group of them."""
    return both_of(metric, left, right, lambda mine, theirs: compare(mine, "==", theirs), by)


def both_of(
    metric: Value, left: str, right: str, told: Callable[[Value, Value], Predicate], by: Keys = ()
) -> Statement | None:
    """What must be so of a measure in two tables, and in each group of them."""
    mine, theirs = _over(metric, left), _over(metric, right)
    if mine is None or theirs is None or left == right:
        return None
    must = told(mine, theirs)
    if not by:
        return statement(must, table=left)
    cells = [key for key in by if isinstance(key, Cell) and key.table in ("", left, right)]
    if len(cells) < len(by):
        return None
    keys = tuple(key.model_copy(update={"table": left}) for key in cells)
    return per_group(keys, must, left)


def _told(*parts: Any) -> Statement | None:
    tuples = [part for part in parts if isinstance(part, tuple)]
    _, left, right = next(part for part in tuples if part[0] == "tables")
    by = next((part for part in tuples if part[0] != "tables"), ())
    metric = next(part for part in parts if not isinstance(part, tuple))
    return same_in_both(metric, left, right, by)


_SAME = "be _equal"
_DIFFERS = (
    "(differs|differ|is different|is not the same|are not the same|does not agree|does not match)"
)


@phrase(
    "stmt",
    "<two_tables> _must (have|show|hold|give) the same <metric> [<by_group>]",
    "<two_tables> _must (agree on|agree in|match in|be equal in) [the] <metric> [<by_group>]",
    "<by_group> [,] <two_tables> _must (have|show|hold|give) the same <metric>",
    f"<metric> [<by_group>] _must {_SAME} <two_tables>",
    f"<metric> _must {_SAME} <two_tables> <by_group>",
    f"<by_group> [,] <metric> _must {_SAME} <two_tables>",
    "<metric> [<by_group>] _must (agree|match) <two_tables>",
    "<metric> _must (agree|match) <two_tables> <by_group>",
    "<by_group> [,] <metric> _must (agree|match) <two_tables>",
    "<metric> [<by_group>] _must_not differ <two_tables>",
    "<metric> _must_not differ <two_tables> <by_group>",
    "<two_tables> _must_not differ in [the] <metric> [<by_group>]",
    "<by_group> [,] <metric> _must_not differ <two_tables>",
    "_reconcile <metric> [of] <two_tables> <by_group>",
    "<metric> <two_tables> _must (agree|match|be _equal) [<by_group>]",
    cost=0.04,
)
def same_measure(*parts: Any) -> Statement | None:
    """Sales and archive must have the same total amount for each region."""
    return _told(*parts)


@phrase(
    "stmt",
    f"_flag [_each] <keys> (where|whose|for which|in which) <metric> {_DIFFERS} <two_tables>",
    cost=0.04,
)
def flag_unlike(by: Keys, metric: Value, tables: tuple[str, str, str]) -> Statement | None:
    """Flag regions where the total amount differs between sales and archive."""
    return same_in_both(metric, tables[1], tables[2], by)


@phrase(
    "stmt",
    "no <keys> _may have a different <metric> in <table> than in <table>",
    "<each_group> _must have the same <metric> in <table> (and|as in|as) [in] <table>",
    "<each_group> _must_not have a different <metric> in <table> than in <table>",
    cost=0.04,
)
def each_alike(by: Keys, metric: Value, left: str, right: str) -> Statement | None:
    """No region may have a different total amount in sales than in archive."""
    return same_in_both(metric, left, right, by)


@phrase(
    "stmt",
    "<metric> in <table> _must (equal|match|be equal to|be the same as) (that|the one) in <table> [<by_group>]",
    "<metric> of <table> _must (equal|match|be equal to|be the same as) (that|the one) of <table> [<by_group>]",
    cost=0.04,
)
def as_there(metric: Value, left: str, right: str, by: Keys = ()) -> Statement | None:
    """The total amount in sales must equal that in archive for each region."""
    return same_in_both(metric, left, right, by)
