"""Phrases for values far from the mean of their column, and for remarks on case and on empty parts."""

from __future__ import annotations

from backend.planner.offline.phrases_remarks import remark
from backend.rules.language.terms import (
    Aggregate,
    Apply,
    Arithmetic,
    Constant,
    Function,
    Measure,
    Predicate,
)
from backend.rules.phrasing import IT, Modifier, Phrases, RowSet, compare

phrase = Phrases()

# Deviations from the mean ----------------------------------------------------------------------

phrase.words(
    "_off_from", "from | away from | off | apart from | distant from | beyond | of | around"
)
phrase.words(
    "_own_mean",
    "[its|their|overall|column|sample] (mean|average) | (mean|average) of [the|its|that] column | column 's "
    "(mean|average) | (mean|average) of all values | (mean|average) of all rows | column 's own (mean|average)",
)


def _apart(sign: str, count: Constant) -> Predicate:
    mean = Aggregate(measure=Measure.MEAN, table="", of=IT)
    spread = Aggregate(measure=Measure.DEVIATION, table="", of=IT)
    off = Apply(function=Function.ABSOLUTE, of=Arithmetic(sign="-", left=IT, right=mean))
    return compare(off, sign, Arithmetic(sign="*", left=count, right=spread))


for _head, _sign in (
    ("_ge", ">="),
    ("_gt|further than|farther than", ">"),
    ("_le", "<="),
    ("_lt", "<"),
):

    @phrase("adj", f"({_head}) <number> _deviations _off_from _own_mean", cost=0.02)
    def far_off(count: Constant, sign: str = _sign) -> Predicate:
        """More than 2.5 sample standard deviations away from the column's mean."""
        return _apart(sign, count)


@phrase("adj", "within <number> _deviations _off_from _own_mean", cost=0.02)
def near(count: Constant) -> Predicate:
    """Within three standard deviations of its mean."""
    return _apart("<=", count)


@phrase(
    "verb",
    "(lie|lies|stay|stays|fall|falls) within <number> _deviations _off_from _own_mean",
    cost=0.02,
)
def lies_near(count: Constant) -> Predicate:
    """Lies within three standard deviations of its mean."""
    return _apart("<=", count)


# Case -------------------------------------------------------------------------------------------

phrase.words(
    "_is_ok_too",
    "are both fine | are both allowed | are both ok | are both accepted | both count | are both possible | may be mixed | may occur | both pass | are both valid | are both all right | are all fine",
)
phrase.words(
    "_big_and_small",
    "(capital|upper-case|uppercase|upper case|big) and (small|lower-case|lowercase|lower case) letters | (small|lower-case|lowercase|lower case) and (capital|upper-case|uppercase|upper case|big) letters | capitals and small letters | both cases | upper and lower case",
)


@phrase(
    "remark",
    "[both] _big_and_small _is_ok_too",
    "_big_and_small alike",
    "in (either|any|whatever) case",
    "(either|any) case [is|will] (fine|ok|allowed|do|accepted)",
    "(capital|upper case|upper-case) or (small|lower case|lower-case) letters [do not matter|are both fine|both fine]",
    cost=0.02,
)
def any_case() -> Modifier:
    """Capital and small letters are both fine."""
    return remark("ignore-case")


# Empty parts ------------------------------------------------------------------------------------

phrase.words(
    "_leave_aside",
    "leave aside | leave out | leave | skip | ignore | set aside | pass over | disregard | do not count | except | leaving aside | leaving out | skipping | ignoring | not counting",
)
phrase.words(
    "_those_rows",
    "those | rows | the rows | ones | the ones | all rows | all those | any row | cases | those rows",
)
phrase.words("_a_part", "one | any | either | some | at least one | one or more")
phrase.words(
    "_its_parts",
    "them | these | the parts | parts | its parts | the values | the columns | these columns | these values | their parts | the two | the three | the four | the figures | the amounts | the numbers",
)


@phrase(
    "remark",
    "_leave_aside _those_rows (where|in which|of which|for which) _a_part of [its|these] [<number>] _its_parts (is|are) (empty|missing|blank|unknown) [out]",
    "_leave_aside <noun> (where|in which|of which|for which) _a_part of [its|these] [<number>] _its_parts (is|are) (empty|missing|blank|unknown) [out]",
    "_leave_aside _those_rows (with|having) _a_part of [its|these] [<number>] _its_parts (empty|missing|blank)",
    "(where|if|when) _a_part of [its|these] [<number>] _its_parts is (empty|missing|blank) [,] [there is] nothing (to compare|is compared|to check|is checked)",
    cost=0.02,
)
def parts_may_lack(*told: object) -> Modifier | None:
    """Leave aside those where one of the three parts is empty."""
    rows = [part for part in told if isinstance(part, RowSet)]
    return None if any(part.where is not None for part in rows) else remark("empty-fine")
