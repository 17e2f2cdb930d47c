"""Phrases for bounds told as what is allowed: it may be at most 2 above B, may range from 1 to 5.

Only what says how far it may go is a bound: "it may be above 5" asks nothing of any row.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.keys import is_key
from backend.planner.offline.phrases.measures.distances import apart_from, moved
from backend.planner.offline.phrases.sentences.comparisons import _interval
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Constant, Predicate, Value
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, compare

phrase = Phrases()

phrase.words("_so_far_at_most", "at most | no more than | not more than | up to | a maximum of")
_UP = "higher|more|greater|larger|bigger|later|longer"
_DOWN = "lower|less|smaller|earlier|shorter|fewer"

# What is permitted ------------------------------------------------------------------------------


@phrase("permitted", "_so_far_at_most <operand>", f"(no|not) ({_UP}) than <operand>")
@phrase("permitted", f"<operand> or ({_DOWN})", "<amount> (at most|at the most|tops)")
@phrase("permitted", f"({_DOWN}) than or (equal to|the same as|as high as) <operand>")
@phrase("permitted", f"(equal to|the same as) or ({_DOWN}) than <operand>")
def up_to(bound: Value) -> Predicate:
    """At most 5."""
    return compare(IT, "<=", bound)


@phrase("permitted", f"(no|not) ({_DOWN}) than <operand>", f"<operand> or ({_UP})")
@phrase("permitted", f"({_UP}) than or (equal to|the same as|as low as) <operand>")
@phrase("permitted", f"(equal to|the same as) or ({_UP}) than <operand>")
def down_to(bound: Value) -> Predicate:
    """No lower than 5."""
    return compare(IT, ">=", bound)


@phrase(
    "permitted_verb",
    "(reach|cost) _so_far_at_most <operand>",
)
def amounts_up_to(bound: Value) -> Predicate:
    """May make up at most 10% of the sales."""
    return up_to(bound)


@phrase("permitted", "_so_far_at_most <distance> _up <factor>", cost=-0.05)
def so_far_above(distance: Any, of: Value) -> Predicate:
    """At most 2 above another."""
    return compare(IT, "<=", moved(of, distance, 1))


@phrase("permitted", "_so_far_at_most <distance> _down <factor>", cost=-0.05)
def so_far_below(distance: Any, of: Value) -> Predicate:
    """At most 2 below another."""
    return compare(IT, ">=", moved(of, distance, -1))


@phrase("permitted_range", "[anywhere|anything] between <bound> and <bound>")
@phrase("permitted_range", "[anywhere|anything] from <bound> [up] to <bound>")
def range_of(low: Value, high: Value) -> Predicate | None:
    """From 1 to 5."""
    return _interval(low, high, ">=", "<=")


@phrase("permitted", "<permitted_range>")
def a_range(told: Predicate) -> Predicate:
    """Between 1 and 5."""
    return told


phrase.words("_ranges", "range | vary | go | run | lie | fall | move")


@phrase("permitted_verb", "_ranges <permitted_range>")
def ranges(told: Predicate) -> Predicate:
    """Range from 1 to 5."""
    return told


@phrase("permitted_verb", "exceed <factor> by _so_far_at_most <distance>")
@phrase("permitted_verb", "exceed <factor> by <distance> (at most|at the most)")
def exceed_by(of: Value, distance: Any) -> Predicate:
    """May exceed another by at most 2: it need not."""
    return compare(IT, "<=", moved(of, distance, 1))


@phrase("permitted_verb", "_differ_from <factor> by _so_far_at_most <distance>")
@phrase("permitted_verb", "_differ_from <factor> by <distance> (at most|at the most|or less)")
def may_differ_by(of: Value, distance: Any) -> Predicate:
    """May differ from another by 2 at most."""
    return apart_from(of, "<=", distance)


@phrase("must_do", "_is_let [only] be <permitted>", "_is_let [only] <permitted_verb>", cost=0.05)
def is_permitted(told: Predicate) -> Predicate:
    """May be at most 2 above another."""
    return told


@phrase("stmt", "<formula> _is_let be <permitted>", cost=0.05)
def formula_permitted(of: Value, told: Predicate) -> Statement:
    """The difference between A and B may be 2 at most."""
    return rule(about(told, of))


# Of rows ----------------------------------------------------------------------------------------


@phrase("stmt", "<rows> _is_let have <cell> [of] <permitted>", cost=0.05)
def rows_permitted(rows: RowSet, of: Cell, told: Predicate) -> Statement:
    """A red shirt may have a price of at most 5."""
    return rule(about(told, of), rows.table, rows.where)


@phrase("stmt", "<rows> _is_let have _so_far_at_most <number> <cell>", cost=0.15)
def rows_permitted_so_many(rows: RowSet, bound: Constant, of: Cell) -> Statement | None:
    """A red shirt may have at most 5 buttons: a key is not measured."""
    return None if is_key(of.column) else rows_permitted(rows, of, compare(IT, "<=", bound))


# Equal, but no more -----------------------------------------------------------------------------

phrase.words("_may_equal", "_is_let (equal|be equal to|be the same as|match|be as high as)")
phrase.words("_but_it_may_not", "but [it|they] [may|can|must|should] (not|never)")
phrase.words("_but_may_equal_it", "but [it|they] (may|can) (equal|be equal to|match|be) (it|that)")
for _sign, _words, _verb in (
    ("<=", f"above|over|after|({_UP}) than|({_UP})", "exceed|surpass"),
    (">=", f"below|under|before|({_DOWN}) than|({_DOWN})", "fall below|go below|undercut"),
):

    @phrase("must_do", f"_may_equal <operand> [,] _but_it_may_not [be|go|lie] ({_words}) [it|that]")
    @phrase("must_do", f"_may_equal <operand> [,] _but_it_may_not ({_verb}) (it|that)")
    @phrase("must_do", f"_must_not ({_verb}) <operand> [,] _but_may_equal_it", cost=0.02)
    @phrase("must_do", f"_must_not be ({_words}) <operand> [,] _but_may_equal_it", cost=0.02)
    def equal_but_no_further(bound: Value, sign: str = _sign) -> Predicate:
        """May equal another but must not be above it."""
        return compare(IT, sign, bound)


for _sign, _words in (
    ("<=", f"below|under|before|({_DOWN}) than"), (">=", f"above|over|after|({_UP}) than"),
):  # fmt: skip

    @phrase("adj", f"({_words}) <operand> or (equal to|the same as) (it|that)", cost=0.02)
    def or_equal_to_it(bound: Value, sign: str = _sign) -> Predicate:
        """Below another or equal to it."""
        return compare(IT, sign, bound)
