"""Phrases for how much a row is worth, more of one column than of another, and said values.

A payment above 100 is one whose amount is: of a table with one column of amounts.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.keys import is_key
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.units import MONEY
from backend.rules.duplicate_phrases import unique, unique_among
from backend.rules.language.terms import Cell, Constant, Missing, Predicate, Value
from backend.rules.metric_groups import Keys, group_count
from backend.rules.metric_phrases import share, statement
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    about,
    compare,
    not_,
    number,
)

phrase = Phrases()

_OLDEST = 150
"""Years; sailors over 25 are so old, and no amounts."""

# What rows are worth --------------------------------------------------------------------------

for _words, _sign in (
    (
        "above | more than | higher than | greater than | larger than | in excess of | exceeding",
        ">",
    ),
    ("below | less than | lower than | smaller than", "<"),
    ("at least | no less than | not less than", ">="),
    ("at most | no more than | not more than | up to | not above", "<="),
):
    for _word in _words.split(" | "):
        phrase("worth", f"{_word} <number>")(lambda bound, sign=_sign: compare(IT, sign, bound))

        @phrase("worth", f"{_word} <number> <unit>")
        def worth_in_money(bound: Constant, unit: str, sign: str = _sign) -> Predicate | None:
            """Above 25 dollars."""
            return compare(IT, sign, bound) if unit in MONEY else None


for _word, _sign in (("over", ">"), ("under", "<")):

    @phrase("worth", f"{_word} <number>")
    def over_or_under(bound: Constant, sign: str = _sign) -> Predicate | None:
        """Over 100,000, which nobody's age is."""
        is_no_age = isinstance(bound.value, int | float) and bound.value > _OLDEST
        return compare(IT, sign, bound) if is_no_age else None


@phrase("worth", "(positive|greater than zero|above zero)")
def above_zero() -> Predicate:
    """Positive."""
    return compare(IT, ">", number(0))


@phrase("worth", "(negative|below zero)")
def below_zero() -> Predicate:
    """Negative."""
    return compare(IT, "<", number(0))


def _amount_of(rows: RowSet, told: Predicate) -> Predicate | None:
    return about(told, Cell(table=rows.table, column="")) if rows.table else None


@phrase("rows", "[_each] <noun> [worth|of] <worth>", cost=0.3)
def worth_rows(found: RowSet, told: Predicate) -> RowSet | None:
    """Payments above 100,000."""
    condition = _amount_of(found, told)
    return None if condition is None else found.that(condition)


@phrase("stmt", "<rows> _must be [worth] <worth>", "all <noun> [_be] [worth] <worth>", cost=0.3)
def worth_duty(found: RowSet, told: Predicate) -> Statement | None:
    """All payments must be positive."""
    condition = _amount_of(found, told)
    return None if condition is None else rule(condition, found.table, found.where)


@phrase("stmt", "no <rows> _may be [worth] <worth>", "no <rows> is [worth] <worth>", cost=0.3)
@phrase("stmt", "<rows> _must_not be [worth] <worth>", cost=0.3)
def worth_taboo(found: RowSet, told: Predicate) -> Statement | None:
    """No payment may be higher than 100,000."""
    condition = _amount_of(found, told)
    return None if condition is None else rule(not_(condition), found.table, found.where)


# More of one than of another ------------------------------------------------------------------

for _words, _sign in (("more", ">"), ("fewer|less", "<"), ("as (many|much)", "==")):
    _than = "as" if _sign == "==" else "than"

    @phrase("feature", f"({_words}) <cell> {_than} <cell>", cost=0.05)
    def more_of(left: Value, right: Value, sign: str = _sign) -> Predicate | None:
        """More scrap than rework; keys are not measured."""
        cells = [side for side in (left, right) if isinstance(side, Cell)]
        if len(cells) < 2 or any(is_key(side.column) for side in cells):
            return None
        return compare(left, sign, right)


@phrase("feature", "[any|some] <adj> _figure in <cell>", cost=0.1)
def figure_in(told: Predicate, of: Value) -> Predicate:
    """A negative number in a column."""
    return about(told, of)


phrase.words("_figure", "number | value | amount | entry | figure")
phrase.words("_told_with_a", "have | has | had | show | shows | bear | bears | carry | carries")

for _words, _sign in (
    ("(higher|larger|bigger|greater|later)", ">"),
    ("(lower|smaller|lesser|earlier)", "<"),
):

    @phrase(
        "verb", f"_told_with_a (a|an) {_words} (_figure|date|day|time) than <operand>", cost=0.02
    )
    def bears_more(right: Value, sign: str = _sign) -> Predicate:
        """Has a smaller number than another column."""
        return compare(IT, sign, right)


# Given, as a verb -----------------------------------------------------------------------------


@phrase(
    "rowvp",
    "(name|names|state|states|mention|mentions|specify|specifies|answer|answers|answered) <cell>",
    "(take|takes|took|taken) part in <cell>",
    "(participate|participates|participated) in <cell>",
    "(fill|fills|filled) in <cell>",
    cost=0.15,
)
def gives(of: Cell) -> Predicate:
    """Ballots that name a flavour; panelists who took part in wave 4."""
    return not_(Missing(of=of))


# A share of rows ------------------------------------------------------------------------------


@phrase("stmt", "<noun> <rel> _must_not exceed <percent> of [all|the] <noun>", cost=0.05)
@phrase("stmt", "<noun> <rel> (may|can) _makes_up at most <percent> of [all|the] <noun>", cost=0.05)
def at_most_share(found: RowSet, told: Predicate, top: float, whole: RowSet) -> Statement | None:
    """Tracks without a composer must not exceed a third of all tracks."""
    if found != whole:
        return None
    return statement(compare(share(whole, told), "<=", number(top)))


@phrase("stmt", "<noun> <rel> _must _makes_up <share_bound> of [all|the] <noun>", cost=0.05)
@phrase("stmt", "<noun> <rel> _must be <share_bound> of [all|the] <noun>", cost=0.05)
def so_large_a_share(
    found: RowSet, told: Predicate, bound: Predicate, whole: RowSet
) -> Statement | None:
    """Tracks without a composer must make up less than a third of all tracks."""
    return statement(about(bound, share(whole, told))) if found == whole else None


# Repeats --------------------------------------------------------------------------------------

phrase.words(
    "_doubles",
    "duplicates | duplicate (values|entries|numbers|codes|ids) | (same|equal) values twice | double "
    "(values|entries|numbers)",
)


@phrase("stmt", "<cell> (has|have|contains|contain|shows|holds) no _doubles", cost=0.05)
@phrase("stmt", "<cell> _must (have|contain|show|hold) no _doubles", cost=0.05)
@phrase("stmt", "<cell> _must_not (have|contain|show|hold) [any] _doubles", cost=0.05)
def no_doubles(of: Any) -> Statement | None:
    """wave1 has no repeated values."""
    return unique(of)


@phrase(
    "stmt", "no <noun> (has|have) the same <cell> as (another|another one|any other)", cost=0.05
)
@phrase("stmt", "no <noun> _may have the same <cell> as (another|another one|any other)", cost=0.05)
@phrase("stmt", "_flag <noun> _with the same <cell> as (another|another one|any other)", cost=0.05)
def same_as_another(rows: RowSet, of: Any) -> Statement | None:
    """No batch has the same bias as another one."""
    return unique_among(rows, of)


@phrase("stmt", "no <noun> (has|have) the same <cell> as (another|any other) <noun>", cost=0.05)
@phrase("stmt", "no <noun> _may have the same <cell> as (another|any other) <noun>", cost=0.05)
@phrase("stmt", "_flag <noun> _with the same <cell> as (another|any other) <noun>", cost=0.05)
def same_as_another_row(rows: RowSet, of: Any, other: RowSet) -> Statement | None:
    """Flag batches that have the same bias as another batch."""
    return unique_among(rows, of) if other.table in ("", rows.table) else None


@phrase("stmt", "<each_group> _must (occur|appear|be used|be present) more than once", cost=0.05)
def more_than_once(by: Keys) -> Statement | None:
    """Each flavour should appear more than once."""
    return group_count(by, compare(IT, ">", number(1)), RowSet())


# A post-modifier that is a value --------------------------------------------------------------


@phrase("rows", "<noun> <adjective>", cost=0.4)
def value_behind(found: RowSet, told: Any) -> RowSet | None:
    """Orders on hold, parcels in transit."""
    column = getattr(getattr(told, "left", None), "table", "")
    return found.that(told) if column in ("", found.table) or not found.table else None
