"""Phrases for values that lie so many standard deviations off the mean, in every frame."""

from __future__ import annotations

from typing import Any, NamedTuple

from backend.planner.offline.phrases_deviations import score_rule
from backend.rules.language.terms import Aggregate, Cell, Constant, Value
from backend.rules.phrasing import Phrases, RowSet, Statement

phrase = Phrases()


class Far(NamedTuple):
    """How many deviations a value is off the mean, and of which column, if the mean names one."""

    sign: str
    steps: Constant
    named: tuple[Value, ...]


phrase.words(
    "_off_mean",
    "_away | away | out from | beyond | distant from | below or above | on either side of",
)
phrase.words(
    "_the_mean",
    "(mean|average) [value] | (overall|column|total|general) (mean|average) | (its|their) [own] [overall] (mean|average)",
)


@phrase("the_mean", "_the_mean")
@phrase(
    "the_mean", "[overall] (mean|average) [of [all]] <cell>", "<cell> (mean|average)", cost=0.05
)
def the_mean(*cells: Value) -> tuple[Value, ...]:
    """The mean, of the column itself if none is named."""
    return cells


for _words, _sign in (
    ("(_gt|further away than|farther away than)", "<="), ("_ge", "<"),
):  # fmt: skip

    @phrase("far_off", f"{_words} <number> _deviations _off_mean <the_mean>")
    def far_off(count: Constant, named: tuple[Value, ...], sign: str = _sign) -> Far:
        """More than 3 standard deviations off the mean."""
        return Far(sign, count, named)


@phrase("far_off", "<number> or more _deviations _off_mean <the_mean>")
def far_or_more(count: Constant, named: tuple[Value, ...]) -> Far:
    """3 or more standard deviations off the mean."""
    return Far("<", count, named)


@phrase(
    "near_mean",
    "(within|inside|_le|no further than|no farther than|not further than) <number> _deviations _off_mean <the_mean>",
)
def near_mean(count: Constant, named: tuple[Value, ...]) -> Far:
    """Within 3 standard deviations of the mean."""
    return Far("<=", count, named)


phrase.words(
    "_lie_far",
    "_be | _lie | deviate | deviates | differ | differs | stray | strays | depart | departs",
)


@phrase("stmt", "no <cell> [value] [_may] _lie_far [by] <far_off>", cost=0.03)
@phrase(
    "stmt", "(<cell>|_each <cell>) (_must_not|never|_do not) _lie_far [by] <far_off>", cost=0.03
)
@phrase("stmt", "(<cell>|_each <cell>) (is|are) (never|not) [by] <far_off>", cost=0.03)
@phrase("stmt", "(<cell>|_each <cell>) [_must] [always] _lie_far <near_mean>", cost=0.03)
@phrase(
    "stmt",
    "_flag <cell> [value|values] [that|which] [_lie_far|lying|being|deviating|differing] [by] <far_off>",
    cost=0.03,
)
@phrase(
    "stmt",
    "<cell> (outliers|outlier) [:|=|,|are] [values] [any|anything|everything] <far_off>",
    cost=0.03,
)
@phrase(
    "stmt",
    "(is|are) [any|there any] <cell> [value|values] [that is|that are|lying] <far_off> [?]",
    cost=0.03,
)
@phrase("stmt", "(does|do) any <cell> [value] _lie_far [by] <far_off> [?]", cost=0.03)
@phrase(
    "stmt", "_sounded _once (any|a|an|one|some) <cell> [value] _lie_far [by] <far_off>", cost=0.03
)
def scored(cell: Cell, far: Far) -> Statement | None:
    """No price lies farther than 3 standard deviations from the mean."""
    if isinstance(cell, Aggregate):
        return None
    return score_rule(cell, far.sign, far.steps, far.named)


@phrase("stmt", "_flag <rows> whose <cell> _lie_far [by] <far_off>", cost=0.03)
@phrase("stmt", "_flag <rows> (with|having) [a|an] <cell> <far_off>", cost=0.03)
@phrase("stmt", "no <rows> _may have [a|an] <cell> <far_off>", cost=0.03)
def scored_rows(*parts: Any) -> Statement | None:
    """Flag products whose price is more than 3 standard deviations off the mean."""
    rows, cell, far = parts
    is_whole = isinstance(rows, RowSet) and rows.where is None and not rows.each
    return scored(cell, far) if is_whole else None
