"""Phrases for the ends of a column in everyday words: the cheapest booking, the longest name."""

from __future__ import annotations

from backend.planner.offline.superlatives import PRICES
from backend.planner.offline.words import stems_of
from backend.rules.language.terms import (
    Aggregate,
    Apply,
    Cell,
    Compare,
    Constant,
    Function,
    Measure,
    Predicate,
    Shifted,
    Today,
    Value,
)
from backend.rules.language.walk import walk
from backend.rules.metric_bounds import COMPARISONS
from backend.rules.metric_phrases import statement
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, compare, not_

phrase = Phrases()
phrase.words("_costs", "cost | costs | have a price of | has a price of | be priced at")


# The cheapest, the heaviest ---------------------------------------------------------------------


@phrase("extreme_rows", "<extreme> <noun>", "<extreme> of [all|the] <noun>")
def extreme_rows(of: Value, rows: RowSet) -> Value | None:
    """The cheapest booking: the least of its prices."""
    assert isinstance(of, Aggregate)
    is_its_own = rows.table in ("", of.table) and not rows.each
    return of.model_copy(update={"where": rows.where}) if is_its_own else None


@phrase("stmt", "<extreme_rows> _must _costs <adj>", "<extreme_rows> _costs <adj>", cost=0.05)
def extreme_cost(of: Value, told: Predicate) -> Statement | None:
    """The cheapest booking must cost at least 10; the heaviest costs what nobody told."""
    return extreme_bounded(of, told) if _is_of_prices(of) else None


@phrase("stmt", "<extreme_rows> (may|can) [only] _costs <adj>", cost=0.05)
def extreme_may_cost(of: Value, told: Predicate) -> Statement | None:
    """The dearest booking may cost at most 500."""
    return extreme_may_be(of, told) if _is_of_prices(of) else None


@phrase("stmt", "<extreme_rows> _must_not _costs <adj>", cost=0.05)
def extreme_cost_not(of: Value, told: Predicate) -> Statement | None:
    """The dearest booking must not cost more than 500."""
    return extreme_not(of, told) if _is_of_prices(of) else None


def _is_of_prices(of: Value) -> bool:
    cell = of.of if isinstance(of, Aggregate) else None
    return isinstance(cell, Cell) and bool(PRICES & set(stems_of(cell.column)))


@phrase("stmt", "<extreme_rows> _must be <adj>", "<extreme_rows> (is|are) <adj>", cost=0.05)
def extreme_bounded(of: Value, told: Predicate) -> Statement | None:
    """The heaviest parcel must be at most 30."""
    return statement(about(told, of)) if _is_bound(told) else None


@phrase("stmt", "<extreme_rows> (may|can) [only] be <adj>", cost=0.05)
def extreme_may_be(of: Value, told: Predicate) -> Statement | None:
    """The heaviest parcel may be at most 30; what may be 30 may be less as well, or more."""
    is_equal = isinstance(told, Compare) and told.sign == "=="
    return None if is_equal else extreme_bounded(of, told)


@phrase("stmt", "<extreme_rows> _must_not be <adj>", cost=0.05)
def extreme_not(of: Value, told: Predicate) -> Statement | None:
    """The heaviest parcel must not be above 30."""
    return statement(not_(about(told, of))) if _is_bound(told) else None


@phrase("stmt", "<extreme_rows> _must <acting> <adj>", "<extreme_rows> <acting> <adj>", cost=0.05)
def extreme_does(of: Value, deed: Cell, told: Predicate) -> Statement | None:
    """The heaviest parcel must weigh at most 30: the verb speaks of the same column."""
    return extreme_bounded(of, told) if _is_same(of, deed) else None


@phrase("stmt", "<extreme_rows> _must_not <acting> <adj>", cost=0.05)
def extreme_does_not(of: Value, deed: Cell, told: Predicate) -> Statement | None:
    """The heaviest parcel must not weigh more than 30."""
    return extreme_not(of, told) if _is_same(of, deed) else None


def _is_same(of: Value, deed: Cell) -> bool:
    cell = of.of if isinstance(of, Aggregate) else None
    return isinstance(cell, Cell) and cell.column == deed.column


def _is_bound(told: Predicate) -> bool:
    """Whether it only compares with numbers."""
    bounds = [part for part in walk(told) if isinstance(part, Compare)]
    return bool(bounds) and all(
        part.left == IT
        and isinstance(part.right, Constant)
        and not isinstance(part.right.value, str)
        for part in bounds
    )


# The oldest and the youngest --------------------------------------------------------------------

for _head, _sign in COMPARISONS:
    for _tail in ("years old", "years of age", "years"):

        @phrase("years_bound", f"{_head} <number> {_tail}")
        def years_bound(years: Constant, sign: str = _sign) -> tuple[str, int] | None:
            """At least 18 years old."""
            return (sign, years.value) if isinstance(years.value, int) and sign != "==" else None


@phrase("years_bound", "older than <number> [years]")
def older(years: Constant) -> tuple[str, int] | None:
    """Older than 100 years."""
    return (">", years.value) if isinstance(years.value, int) else None


@phrase("years_bound", "younger than <number> [years]")
def younger(years: Constant) -> tuple[str, int] | None:
    """Younger than 18."""
    return ("<", years.value) if isinstance(years.value, int) else None


@phrase("stmt", "<extreme_birth> <noun> _must be <years_bound>", cost=0.03)
@phrase("stmt", "<extreme_birth> <noun> (is|are) <years_bound>", cost=0.03)
@phrase("stmt", "<extreme_birth> <noun> (may|can) [only] be <years_bound>", cost=0.03)
def of_birth(born: Value, rows: RowSet, bound: tuple[str, int]) -> Statement | None:
    """The youngest guest must be at least 18 years old: born so long ago."""
    return _aged(born, rows, bound)


@phrase("stmt", "<extreme_birth> <noun> _must_not be <years_bound>", cost=0.03)
def of_birth_not(born: Value, rows: RowSet, bound: tuple[str, int]) -> Statement | None:
    """The youngest guest must not be younger than 18."""
    opposite = {">": "<=", ">=": "<", "<": ">=", "<=": ">"}
    return _aged(born, rows, (opposite[bound[0]], bound[1]))


def _aged(born: Value, rows: RowSet, bound: tuple[str, int]) -> Statement | None:
    assert isinstance(born, Aggregate)
    if rows.table not in ("", born.table) or rows.each:
        return None
    sign, years = bound
    if sign in ("<", ">="):  # at least 18: the 18th birthday has come
        day: Value = Shifted(of=Today(), amount=-years, unit="years")
        told = ">" if sign == "<" else "<="
    else:  # at most 110: the 111th birthday is still to come
        day = Shifted(of=Today(), amount=-years - 1, unit="years")
        told = ">" if sign == "<=" else "<="
    return statement(compare(born.model_copy(update={"where": rows.where}), told, day))


# The longest text -------------------------------------------------------------------------------

phrase.words("_signs", "characters | letters | chars | signs | character | letter")
for _word, _measure in (("longest", Measure.MAXIMUM), ("shortest", Measure.MINIMUM)):

    @phrase(
        "stmt",
        f"{_word} <cell> [value] (_must have|has|have|_must contain|_must be|is) <count_bound> _signs [long]",
        f"{_word} <cell> [value] (may|can) [only] have <count_bound> _signs",
        cost=0.02,
    )
    def longest(of: Cell, bound: Predicate, measure: Measure = _measure) -> Statement:
        """The longest name has at most 40 characters."""
        return statement(about(bound, _length(of, measure)))

    @phrase(
        "stmt",
        f"{_word} <cell> [value] _must_not (have|contain|be) <count_bound> _signs [long]",
        cost=0.02,
    )
    def longest_not(of: Cell, bound: Predicate, measure: Measure = _measure) -> Statement:
        """The longest name must not have more than 40 characters."""
        return statement(not_(about(bound, _length(of, measure))))


def _length(of: Cell, measure: Measure) -> Value:
    return Aggregate(measure=measure, of=Apply(function=Function.LENGTH, of=of), table=of.table)
