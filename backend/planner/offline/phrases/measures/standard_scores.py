"""Phrases for values so many standard deviations from the mean, on one side or on both, and z-scores.

Definition: z = (value - mean) / sample standard deviation, with n - 1 (NIST/SEMATECH e-Handbook of
Statistical Methods, 1.3.5.17).
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import (
    Aggregate,
    All,
    Apply,
    Arithmetic,
    Cell,
    Compare,
    Constant,
    Function,
    It,
    Measure,
    Predicate,
    Value,
)
from backend.rules.phrasing import IT, Modifier, Phrases, Statement, about, compare, not_

phrase = Phrases()

phrase.widen("_deviations", "sample standard deviation | sd | std devs | stds | sample sds")
phrase.words(
    "_off_from",
    "from | away from | off | apart from | distant from | beyond | of | around | either side of | on either side of | out from",
)
phrase.words(
    "_own_mean",
    "[its|their|overall|column|sample] (mean|average) | (mean|average) of [the|its|that] column | column 's "
    "(mean|average) | (mean|average) of all values | (mean|average) of all rows | column 's own (mean|average)",
)
phrase.words("_strays", "deviate | deviates | differ | differs | stray | strays | depart | departs")
phrase.words(
    "_computed_with", "computed with | calculated with | using | with | based on | taken with | by"
)

# How far, and from what -------------------------------------------------------------------------

for _words, _sign in (("_gt", ">"), ("_ge", ">="), ("_lt", "<"), ("_le|within", "<=")):
    phrase("so_many_sds", f"({_words}) <number> _deviations")(
        lambda count, sign=_sign: (sign, count)
    )
phrase("so_many_sds", "<number> or more _deviations", "<number> _deviations or more")(
    lambda count: (">=", count)
)
phrase("so_many_sds", "<number> or fewer _deviations", "<number> _deviations or (less|fewer)")(
    lambda count: ("<=", count)
)


def _parted(parts: tuple[Any, ...]) -> tuple[str, Constant, Value]:
    """The sign, the number of deviations and the mean, in whichever order they are said."""
    (sign, count), mean = parts if isinstance(parts[0], tuple) else parts[::-1]
    return sign, count, mean


@phrase("its_mean", "_own_mean", "<mean_of>")
def its_mean(*named: tuple[Value, ...]) -> Value:
    """Its mean, or that of a column by its name."""
    cells = named[0] if named else ()
    return Aggregate(measure=Measure.MEAN, table="", of=cells[0] if cells else IT)


def _limit(count: Constant, mean: Value) -> Value:
    of = mean.of if isinstance(mean, Aggregate) else IT
    spread = Aggregate(measure=Measure.DEVIATION, table="", of=of)
    return Arithmetic(sign="*", left=count, right=spread)


def _apart(left: Value, right: Value) -> Value:
    return Arithmetic(sign="-", left=left, right=right)


@phrase("adj", "<so_many_sds> (_off_from|above or below|below or above) <its_mean>", cost=0.04)
@phrase("adj", "(away from|off|far from) <its_mean> by <so_many_sds>", cost=0.04)
@phrase(
    "verb", "_strays from <its_mean> by <so_many_sds>", "_strays by <so_many_sds> from <its_mean>"
)
def off_the_mean(*parts: Any) -> Predicate:
    """Over three standard deviations above or below the mean."""
    sign, count, mean = _parted(parts)
    size = Apply(function=Function.ABSOLUTE, of=_apart(IT, mean))
    return compare(size, sign, _limit(count, mean))


@phrase("limit", "<so_many_sds> (_off_from|above or below|below or above) <its_mean>", cost=0.04)
def at_most_off_the_mean(*parts: Any) -> Predicate | None:
    """At most 3 standard deviations from the mean: a limit that says by itself that it is one."""
    sign, *_ = _parted(parts)
    return off_the_mean(*parts) if sign == "<=" else None


@phrase("adj", "<so_many_sds> (above|over|higher than|greater than) <its_mean>", cost=0.04)
@phrase("adj", "(above|over|higher than|greater than) <its_mean> by <so_many_sds>", cost=0.04)
def above_the_mean(*parts: Any) -> Predicate:
    """2.5 or more standard deviations above the mean."""
    sign, count, mean = _parted(parts)
    return compare(_apart(IT, mean), sign, _limit(count, mean))


@phrase("adj", "<so_many_sds> (below|under|beneath|lower than) <its_mean>", cost=0.04)
@phrase("adj", "(below|under|beneath|lower than) <its_mean> by <so_many_sds>", cost=0.04)
def below_the_mean(*parts: Any) -> Predicate:
    """2.5 or more standard deviations below the mean."""
    sign, count, mean = _parted(parts)
    return compare(_apart(mean, IT), sign, _limit(count, mean))


@phrase("stmt", "<cell> (outliers|outlier) [:|=|,|are] [values] [any|anything|everything] <adj>")
def outliers(of: Cell, told: Predicate) -> Statement | None:
    """Weight outliers: more than 3 sigma off the mean."""
    is_far = isinstance(told, Compare) and isinstance(told.left, Apply | Arithmetic)
    return rule(not_(about(told, of)), subject=of) if is_far else None


# z-scores ---------------------------------------------------------------------------------------


@phrase("verb", "(have|has|get|gets) absolute z-score [of] <adj>", cost=0.04)
@phrase("adj", "with absolute z-score [of] <adj>", cost=0.04)
def absolute_score(told: Predicate) -> Predicate | None:
    """Has an absolute z-score above 3."""
    if not isinstance(told, Compare) or told.left != IT or not isinstance(told.right, Constant):
        return None
    mean = Aggregate(measure=Measure.MEAN, table="", of=IT)
    size = Apply(function=Function.ABSOLUTE, of=_apart(IT, mean))
    return compare(size, told.sign, _limit(told.right, mean))


@phrase("verb", "(have|has|get|gets) z-score [of] <signed_adj>", cost=0.04)
def score(told: Predicate) -> Predicate | None:
    """Has a z-score from -3 to 3: an interval around zero."""
    return _around_zero(told, IT)


@phrase("clause", "z-score of <cell> _be <signed_adj>", cost=0.04)
@phrase("clause", "z-score of <cell> <signed_verb>", cost=0.04)
def score_of(of: Cell, told: Predicate) -> Predicate | None:
    """The z-score of weight is from -3 to 3."""
    found = _around_zero(told, IT)
    return None if found is None or not isinstance(of, Cell) else about(found, of)


@phrase("signed_adj", "<adj>")
@phrase("signed_verb", "<verb>")
def signed(told: Predicate) -> Predicate:
    """A condition on a z-score."""
    return told


def _around_zero(told: Predicate, of: Value) -> Predicate | None:
    """At least -n and at most n: within n standard deviations."""
    if not isinstance(told, All) or len(told.parts) != 2:
        return None
    bounds = [part for part in told.parts if isinstance(part, Compare)]
    numbers = [part.right.value for part in bounds if isinstance(part.right, Constant)]
    if len(numbers) != 2 or any(not isinstance(part.left, It) for part in bounds):
        return None
    low, high = sorted(float(number) for number in numbers)
    if low != -high or [part.sign for part in bounds] != [">=", "<="]:
        return None
    mean = Aggregate(measure=Measure.MEAN, table="", of=of)
    size = Apply(function=Function.ABSOLUTE, of=_apart(of, mean))
    return compare(size, "<=", _limit(_number(high), mean))


def _number(value: float) -> Constant:
    from backend.rules.phrasing import number

    return number(int(value) if value == int(value) else value)


@phrase("remark", "_computed_with sample standard deviation", "sample standard deviation")
def sample_deviation() -> Modifier:
    """(sample standard deviation): with n - 1, as it always is here."""
    return remark("sample-deviation")
