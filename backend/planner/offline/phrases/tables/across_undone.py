"""Phrases for rows by a day that has come or has not: who has not left, a badge not yet returned."""

from __future__ import annotations

from backend.planner.offline.keys import is_key
from backend.rules.language.terms import Cell, Missing, Predicate, Value
from backend.rules.phrasing import Phrases, compare, not_

phrase = Phrases()

phrase.words(
    "_the_place",
    "the company | the firm | the school | the house | the team | the club | us | the organisation | the organization "
    "| the department | the office | service | the job",
)
phrase.words("_so_far", "yet | so far | until now | up to now | as yet")
phrase.words("_is_a_row_that", "that | which | who")


@phrase(
    "rel",
    "_is_a_row_that (has|have|had) not [_so_far] <acting> [_the_place] [_so_far]",
    "_is_a_row_that never <acting> [_the_place]",
    "not yet <acting>",
    "_is_a_row_that (has|have|had) never [been] <acting> [_so_far]",
    "_is_a_row_that (is|are|was|were) never <acting> [_so_far]",
    "never <acting> [_so_far]",
    cost=0.1,
)
@phrase(
    "rel",
    "_is_a_row_that (is|are|was|were) not [_so_far] <acting> [_so_far]",
    cost=0.85,  # dearer than a value that says so
)
@phrase("rowvp", "(have|has) not [_so_far] <acting> [_the_place] [_so_far]", cost=0.1)
@phrase("rowvp", "(have|has) never [been] <acting> [_so_far]", cost=0.1)
@phrase("rowvp", "(are|is|were|was) never <acting> [_so_far]", cost=0.1)
@phrase("rowvp", "(are|is|were|was) not [yet] <acting> [_so_far]", cost=0.85)
def not_done(at: Cell) -> Predicate:
    """Who has not left the company: its day is not there."""
    return Missing(of=at)


@phrase(
    "rel",
    "_is_a_row_that (has|have|had) [already|since] <acting> [_the_place] [already|since]",
    "_is_a_row_that (is|are|was|were) already <acting>",
    cost=0.15,
)
@phrase("rowvp", "(have|has) been <acting> _once_or_more", cost=0.1)
@phrase("rel", "_is_a_row_that (have|has|had) been <acting> _once_or_more", cost=0.1)
def done(at: Cell) -> Predicate:
    """Who have left: its day is there."""
    return not_(Missing(of=at))


# Said once more, and told of an amount ----------------------------------------------------------


@phrase("rel", r"<rel> \( [i.e.|that is|that means] <clause> \)", cost=0.02)
def said_once_more(told: Predicate, again: Predicate) -> Predicate | None:
    """That has not been returned (returned is blank)."""
    return told if told == again else None


for _head, _sign in (
    ("over|above|more than|beyond", ">"), ("under|below|less than", "<"),
    ("_ge", ">="), ("_le", "<="),
):  # fmt: skip

    @phrase("rel", f"({_head}) <amount> in <cell>", cost=0.15)
    def so_much_in(bound: Value, of: Value, sign: str = _sign) -> Predicate | None:
        """Over 15 in total."""
        is_amount = isinstance(of, Cell) and not is_key(of.column)
        return compare(of, sign, bound) if is_amount else None
