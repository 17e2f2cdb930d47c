"""Phrases for what a row is worth where the next sentence tells how that is worked out."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.tables.children_measured import measured
from backend.rules.language.terms import Compare, Measure, Predicate, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, about, not_

phrase = Phrases()

phrase.words(
    "_its_worth",
    "value | worth | total | amount | sum | total value | total amount | price | total price | cost | total cost | "
    "grand total | bill | order value",
)
phrase.words(
    "_worked_out_as",
    "_stop (its|the|this|that|their) _its_worth (is|=|means|equals|is given by|is worked out as|is calculated as|is taken as) | "
    "_stop that is | , that is | , i.e.",
)
phrase.words(
    "_added_over",
    "(summed|summed up|added up|added|added together|totalled|taken together) (over|across|for)",
)


@phrase("related", "<sum> _added_over <child_rows>", cost=0.02)
def added_over(of: Value, rows: RowSet) -> Value | None:
    """Quantity * price summed over its lines."""
    return measured(Measure.SUM, of, rows)


def _worth(rows: RowSet, bound: Predicate, of: Value) -> Statement | None:
    if not rows.table:
        return None
    return rule(about(bound, of), rows.table, rows.where)


@phrase("stmt", "<rows> _must be worth <adj> _worked_out_as <related>", cost=0.05)
@phrase("stmt", "<rows> 's _its_worth _must be <adj> _worked_out_as <related>", cost=0.05)
@phrase("stmt", "_its_worth of <rows> _must be <adj> _worked_out_as <related>", cost=0.05)
def so_much_worth(rows: RowSet, bound: Predicate, of: Value) -> Statement | None:
    """An order must be worth at most 500. Its value is quantity * price summed over its lines."""
    return _worth(rows, bound, of)


@phrase("stmt", "<rows> (may|can) [only] be worth <adj> _worked_out_as <related>", cost=0.05)
@phrase(
    "stmt", "<rows> 's _its_worth (may|can) [only] be <adj> _worked_out_as <related>", cost=0.05
)
@phrase(
    "stmt", "_its_worth of <rows> (may|can) [only] be <adj> _worked_out_as <related>", cost=0.05
)
def worth_at_most(rows: RowSet, bound: Predicate, of: Value) -> Statement | None:
    """An order may be worth 500 at most: what may be is bounded from above."""
    is_upper = isinstance(bound, Compare) and bound.sign in ("<", "<=")
    return _worth(rows, bound, of) if is_upper else None


@phrase("stmt", "no <rows> _may be worth <adj> _worked_out_as <related>", cost=0.05)
@phrase("stmt", "no <rows> 's _its_worth _may be <adj> _worked_out_as <related>", cost=0.05)
@phrase("stmt", "<rows> _must_not be worth <adj> _worked_out_as <related>", cost=0.05)
@phrase("stmt", "<rows> 's _its_worth _must_not be <adj> _worked_out_as <related>", cost=0.05)
@phrase("stmt", "_its_worth of <rows> _must_not be <adj> _worked_out_as <related>", cost=0.05)
@phrase("stmt", "_flag <rows> worth <adj> _worked_out_as <related>", cost=0.05)
@phrase(
    "stmt", "_flag <rows> (that|which) (is|are) worth <adj> _worked_out_as <related>", cost=0.05
)
def not_worth(rows: RowSet, bound: Predicate, of: Value) -> Statement | None:
    """No order may be worth more than 500. Its value is the sum of quantity * price over them."""
    is_outer = isinstance(bound, Compare) and bound.sign in ("<", ">", ">=")
    return _worth(rows, not_(bound), of) if is_outer else None
