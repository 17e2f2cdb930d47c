"""Phrases for the measure of a row's own group: the average of their style, of all plots of that crop.

An ``own_metric`` is over the rows that agree with the row at hand in some columns, itself included.
"All other plots" would leave it out, and is not among the wordings.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import (
    Aggregate,
    Apply,
    Arithmetic,
    Cell,
    Constant,
    Function,
    Measure,
    Predicate,
    Term,
    Value,
)
from backend.rules.language.walk import rewrite
from backend.rules.metric_groups import Keys
from backend.rules.metric_phrases import aggregates_in, times
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, compare, number

phrase = Phrases()

phrase.words(
    "_group_of", "of | in | for | within | on | at | from | over | across | among | inside | per"
)
phrase.words(
    "_agreeing_in",
    "(with|of|in|on|from|having|sharing|that have|that share|that belong to|belonging to|under|at|for) [exactly] "
    "(the same|that same|this same|that|this|an equal|its own|their own|one and the same)",
)
phrase.words(
    "_that_own",
    "its | their | his | her | the same | that same | its own | their own | that | this | the respective",
)

# Which group ----------------------------------------------------------------------------------


@phrase("own_group", "_group_of _that_own <keys> [group]")
@phrase("own_group", "_group_of [all|all the] <noun> _agreeing_in <keys> [value|values]")
def own_group(*parts: Any) -> tuple[tuple[Cell, ...], str] | None:
    """Of their style; of all plots with the same crop."""
    keys = next(part for part in parts if isinstance(part, tuple))
    rows = next((part for part in parts if isinstance(part, RowSet)), RowSet())
    cells = tuple(key for key in keys if isinstance(key, Cell))
    if rows.where is not None or rows.each or len(cells) < len(keys):
        return None
    tables = {cell.table for cell in cells} | {rows.table}
    return (cells, rows.table) if len(tables - {""}) <= 1 else None


@phrase("own_metric", "<metric> <own_group>", cost=0.02)
@phrase("own_metric", "<own_group> 's <metric>", cost=0.02)
def own_metric(*parts: Any) -> Value | None:
    """The average abv of their style."""
    keys, _ = next(part for part in parts if isinstance(part, tuple))
    metric: Value = next(part for part in parts if not isinstance(part, tuple))
    by = tuple(cell.column for cell in keys)
    found = list(aggregates_in(metric))
    plain = [part for part in found if not part.by and not part.keys and part.where is None]
    named = [part.of.column for part in found if isinstance(part.of, Cell)]
    is_count = any(part.of is None or part.measure == Measure.TOP for part in found)
    if not found or len(plain) < len(found) or is_count or set(named) & {*by}:
        return None
    return rewrite(metric, lambda part: _within(part, by))


@phrase("own_metric", "(its|their|the|that|his|her) <keys> 's <metric>", cost=0.05)
def own_groups_metric(keys: Keys, metric: Value) -> Value | None:
    """Their style's average abv."""
    cells = tuple(key for key in keys if isinstance(key, Cell))
    return own_metric((cells, ""), metric) if len(cells) == len(keys) else None


def _within(part: Term, by: tuple[str, ...]) -> Term | None:
    return part.model_copy(update={"by": by}) if isinstance(part, Aggregate) else None


# What is compared with it ---------------------------------------------------------------------

phrase("operand", "<own_metric>", "(that|the one) of <own_metric>", cost=0.02)(lambda value: value)
phrase("factor", "<own_metric>", cost=0.45)(lambda value: value)
phrase("factor", "<metric>", cost=0.45)(
    lambda value: value if isinstance(value, Aggregate) and isinstance(value.of, Cell) else None
)
phrase("operand", "<multiple> <own_metric>", cost=0.02)(times)
phrase("operand", "<percent> of <own_metric>", cost=0.02)(times)
phrase("operand", "<multiple> as (much|many|high|long|large|great) as <own_metric>", cost=0.02)(
    times
)

for _words, _sign, _way in (
    ("_gt <percent> (more|higher|greater|larger|longer|above|over) [than]", ">", 1),
    ("_ge <percent> (more|higher|greater|larger|longer|above|over) [than]", ">=", 1),
    ("_le <percent> (more|higher|greater|larger|longer|above|over) [than]", "<=", 1),
    ("_gt <percent> (less|lower|smaller|shorter|below|under) [than]", "<", -1),
    ("_ge <percent> (less|lower|smaller|shorter|below|under) [than]", "<=", -1),
    ("_le <percent> (less|lower|smaller|shorter|below|under) [than]", ">=", -1),
):  # fmt: skip

    @phrase("adj", f"{_words} <own_metric>", cost=0.02)
    def percent_off(part: float, of: Value, sign: str = _sign, way: int = _way) -> Predicate:
        """More than 20% above the average of its group."""
        return compare(IT, sign, times(round(1 + way * part, 12), of))


phrase.words("_apart_by", "away from | off | from | apart from | distant from")
phrase.words(
    "_deviates_by",
    "differ by | differs by | deviate by | deviates by | is off by | are off by | be off by",
)
for _head, _sign in (("_gt", ">"), ("_ge", ">="), ("_le", "<="), ("_lt", "<")):

    @phrase("adj", f"{_head} <number> _apart_by <own_metric>", cost=0.02)
    @phrase("verb", f"_deviates_by {_head} <number> (from|of) <own_metric>", cost=0.02)
    def apart(size: Constant, of: Value, sign: str = _sign) -> Predicate:
        """More than 5 away from the average of its group."""
        return compare(_distance(of), sign, size)

    @phrase("adj", f"{_head} <percent> _apart_by <own_metric>", cost=0.02)
    @phrase("verb", f"_deviates_by {_head} <percent> (from|of) <own_metric>", cost=0.02)
    def apart_in_percent(part: float, of: Value, sign: str = _sign) -> Predicate:
        """More than 20% off the average of its group."""
        size = Apply(function=Function.ABSOLUTE, of=of)
        return compare(_distance(of), sign, times(part, size))

    @phrase("adj", f"{_head} <number> _deviations _off_from <own_metric>", cost=0.02)
    def deviations(size: Constant, of: Value, sign: str = _sign) -> Predicate | None:
        """More than 3 standard deviations away from the mean of its group."""
        if not isinstance(of, Aggregate) or of.measure != Measure.MEAN:
            return None
        spread = of.model_copy(update={"measure": Measure.DEVIATION})
        limit = Arithmetic(sign="*", left=size, right=spread)
        return compare(_distance(of), sign, limit)


def _distance(of: Value) -> Value:
    return Apply(function=Function.ABSOLUTE, of=Arithmetic(sign="-", left=IT, right=of))


# How often its value occurs -------------------------------------------------------------------

phrase.widen(
    "_comes_up",
    "occurs | occur | appears | appear | is used | are used | is found | are found | comes up | come up | turns up "
    "| turn up | shows up | show up | is given | are given | exists | is listed | is there | is recorded",
)
phrase.words(
    "_in_the_whole",
    "in [the] (whole|entire|complete|full) (table|file|list|data|column|sheet) | (in|across|over) all _row | "
    "overall | altogether | in total | in all | throughout | in [the] (table|file|column|data)",
)


def _times(of: Value, bound: Predicate) -> Predicate | None:
    if not isinstance(of, Cell):
        return None
    return about(bound, Aggregate(measure=Measure.COUNT, table="", by=(of.column,)))


@phrase("rel", "whose <cell> _comes_up <times_bound> [_in_the_whole]", cost=0.02)
@phrase(
    "rel", "(with|having) [a|an] <cell> that _comes_up <times_bound> [_in_the_whole]", cost=0.02
)
@phrase(
    "rel",
    "whose <cell> _be (found|used|given|shared) (in|by|on) <count_bound> _row [_in_the_whole]",
    cost=0.02,
)
@phrase("clause", "<cell> _comes_up <times_bound> [_in_the_whole]", cost=0.05)
def times_in_all(of: Value, bound: Predicate, *_: object) -> Predicate | None:
    """Whose country occurs fewer than 13 times in the whole table."""
    return _times(of, bound)


@phrase(
    "stmt",
    "<rows> _must have [a|an] <cell> that _comes_up <times_bound> [_in_the_whole]",
    cost=0.05,
)
def must_come_up(rows: RowSet, of: Value, bound: Predicate) -> Statement | None:
    """Each person must have a country that occurs at least 13 times."""
    told = _times(of, bound)
    return None if told is None else rule(told, rows.table, rows.where)


@phrase("rel", "whose <cell> _comes_up [exactly] _only_once [_in_the_whole]", cost=0.02)
@phrase("rel", "whose <cell> _comes_up (exactly once|just once) [_in_the_whole]", cost=0.02)
def once_in_all(of: Value) -> Predicate | None:
    """Whose country occurs only once in the whole table."""
    return _times(of, compare(IT, "==", number(1)))
