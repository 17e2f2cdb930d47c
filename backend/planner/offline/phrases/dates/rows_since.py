"""Phrases for groups that need a row of late: every feed needs at least one load on or after a day.

Which column tells when a row came to be is the table's one date, if the sentence names none.
"""

from __future__ import annotations

from typing import NamedTuple

from backend.planner.offline.ordering import SINCE
from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Compare,
    Constant,
    Measure,
    Predicate,
    Value,
)
from backend.rules.metric_groups import Keys, per_group
from backend.rules.metric_phrases import count
from backend.rules.phrasing import Phrases, RowSet, Statement, both, compare, number

phrase = Phrases()


class Recent(NamedTuple):
    """How many rows of which kind are wanted from when on, or until when."""

    rows: RowSet
    sign: str
    moment: Value
    least: Constant


_SIDES = (
    ("on or after|on or later than|from|not before|no earlier than|as of", ">="),
    ("after|later than|newer than", ">"),
    ("before|earlier than|older than", "<"),
    ("on or before|no later than|up to|until", "<="),
)
phrase.words(
    "_some_one_rows",
    "at least one | at least a | one | a | an | some | any | one or more | a single",
)
phrase.words(
    "_a_row_dated", "dated | from a day | with a date | loaded | recorded | received | that is"
)
for _words, _sign in _SIDES:

    @phrase("recent_rows", f"_some_one_rows <noun> ({_words}) <moment>")
    @phrase("recent_rows", f"_some_one_rows <noun> _a_row_dated ({_words}) <moment>", cost=0.05)
    def recent(rows: RowSet, moment: Value, sign: str = _sign) -> Recent:
        """At least one load on or after 3 May 2024."""
        return Recent(rows, sign, moment, number(1))

    @phrase("recent_rows", f"at least <number> <noun> ({_words}) <moment>")
    def several_recent(least: Constant, rows: RowSet, moment: Value, sign: str = _sign) -> Recent:
        """At least 3 loads after 3 May 2024."""
        return Recent(rows, sign, moment, least)


@phrase("recent_rows", "_some_one_rows <noun> since <moment>", cost=0.02)
def since(rows: RowSet, moment: Value) -> Recent:
    """A load since 3 May 2024: that day counts."""
    return Recent(rows, ">=", moment, number(1))


phrase.words(
    "_needs_rows",
    "needs | need | must have | should have | has to have | have to have | must get | must contain | requires",
)


def _wanted(by: Keys, told: Recent) -> Statement | None:
    if told.rows.each or not isinstance(told.moment, Constant):
        return None
    late: Predicate = compare(Cell(table="", column=SINCE), told.sign, told.moment)
    rows = told.rows.model_copy(update={"where": both(told.rows.where, late)})
    return per_group(by, compare(count(rows), ">=", told.least), told.rows.table)


@phrase("stmt", "(each|every|any) <keys> _needs_rows <recent_rows>", cost=0.02)
@phrase("stmt", "(for|in|at|per) (each|every) <keys> there must be <recent_rows>", cost=0.02)
@phrase("stmt", "per <keys> there must be <recent_rows>", cost=0.02)
def needs_recent(by: Keys, told: Recent) -> Statement | None:
    """Every feed needs at least one load on or after 3 May 2024."""
    return _wanted(by, told)


@phrase(
    "stmt",
    "_flag <keys> without <recent_rows>",
    "_flag <keys> that have no <later_rows>",
    cost=0.05,
)
@phrase("stmt", "(no|not a single) <keys> (may|must|should) be without <recent_rows>", cost=0.05)
def without_recent(by: Keys, told: Recent) -> Statement | None:
    """Flag feeds without a load after 3 May 2024."""
    return _wanted(by, told) if told.least.value == 1 else None


for _words, _sign in _SIDES:

    @phrase("later_rows", f"<noun> ({_words}) <moment>")
    def later(rows: RowSet, moment: Value, sign: str = _sign) -> Recent:
        """Load after 3 May 2024."""
        return Recent(rows, sign, moment, number(1))


# Whose newest row is too old --------------------------------------------------------------------

phrase.words(
    "_too_old",
    "is older | is earlier | is too old | is before that | is older than that | was earlier | came earlier",
)


@phrase(
    "hint",
    "<hint> _stop _show [all] <noun> (of|in|for|from) <cell> _whose_newest _too_old [.]",
    cost=0.05,
)
def with_old_newest(told: Statement, rows: RowSet, of: Value) -> Statement | None:
    """Flag all rows of feeds whose latest load is older."""
    must = told.rule.must if isinstance(told.rule, FailingMetrics) else None
    is_plain = rows.where is None and isinstance(of, Cell)
    if not is_plain or not isinstance(must, Compare) or must.sign not in (">=", ">"):
        return None
    is_newest = isinstance(must.left, Aggregate) and must.left.measure == Measure.MAXIMUM
    if not is_newest and must.right != number(1):
        return None
    shown = remark("flag-groups", values=(of,))
    return told.model_copy(update={"remarks": (*told.remarks, shown)})


phrase.words(
    "_whose_newest",
    "whose (latest|newest|last|most recent) (one|row|entry|record|day|date|value)",
)
