"""Phrases for a shape that is said in words before it is told in numbers: skewed, that is above 1.

The words must fit the numbers: who is skewed to the right has a skewness above 0, and what is
symmetric one between two bounds on either side of it; classes are balanced where each has its part.
"""

from __future__ import annotations

from backend.rules.distribution_phrases import each_share, no_share, shaped
from backend.rules.language.terms import Cell, Predicate, Value
from backend.rules.metric_bounds import plain_bounds
from backend.rules.phrasing import Phrases, RowSet, Statement

phrase = Phrases()

phrase.words("_somewhat", "roughly | fairly | about | more or less | nearly | reasonably | almost")
phrase.words(
    "_said_in_numbers", "(:|,|;|–|-|i.e.|, i.e.) [its|the] (skewness|skew) [is|must be|of]"
)

for _words, _way in (
    ("(symmetric|symmetrical|balanced around its mean)", 0),
    ("(skewed to the right|right-skewed|positively skewed|right skewed)", 1),
    ("(skewed to the left|left-skewed|negatively skewed|left skewed)", -1),
):

    @phrase("stmt", f"<cell> (_must be|is) [_somewhat] {_words} _said_in_numbers <adj>", cost=0.02)
    @phrase(
        "stmt",
        rf"<cell> (_must be|is) [_somewhat] {_words} \( [a|the|its] (skewness|skew) [is|of] <adj> \)",
        cost=0.02,
    )
    def skewed_so(of: Value, told: Predicate, way: int = _way) -> Statement | None:
        """Waiting is skewed to the right (skewness above 1)."""
        bounds = plain_bounds(told) or ()
        if way:
            away = (">", ">=") if way > 0 else ("<", "<=")
            is_so = any(sign in away and bound * way >= 0 for sign, bound in bounds)
        else:
            ends = sorted(bound for _, bound in bounds)
            is_so = len(ends) == 2 and ends[0] <= 0 <= ends[1]
        is_cell = isinstance(of, Cell)
        return shaped(("shape", "skewness", of), told) if is_so and is_cell else None  # type: ignore[arg-type]


# Classes of like sizes ----------------------------------------------------------------------------

phrase.words("_no_class_of_it", "neither | none | no one | no single")
phrase.words("_one_class", "value | class | one | group | category | label | of them | of the two")
_BALANCED = (
    "[the] [two|three] <cell> [values|labels] (_must be|is|are) [_somewhat] balanced (:|,|;|–|-)"
)
_OF_ROWS = "[of [all|the] <rows>]"


@phrase(
    "stmt",
    f"{_BALANCED} (_no_class_of_it|no) [_one_class] [_may] (_makes_up|covers) <share_bound> {_OF_ROWS}",
    cost=0.02,
)
def balanced(of: Value, bound: Predicate, *rows: RowSet) -> Statement | None:
    """The classes should be balanced: neither may make up more than 60%."""
    return no_share(of, bound, next(iter(rows), RowSet()))


@phrase(
    "stmt",
    f"{_BALANCED} (each|every) [_one_class] [_must] (_makes_up|covers) <share_bound> {_OF_ROWS}",
    cost=0.02,
)
def balanced_each(of: Value, bound: Predicate, *rows: RowSet) -> Statement | None:
    """Labels must be balanced: each has at least 20% of the rows."""
    return each_share(of, bound, next(iter(rows), RowSet()))
