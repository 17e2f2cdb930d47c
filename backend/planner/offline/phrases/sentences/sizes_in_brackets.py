"""Phrases for sizes whose formula stands behind them: younger than 16 or older than 45 (year - born)."""

from __future__ import annotations

from backend.rules.language.terms import Arithmetic, Cell, Predicate, Value
from backend.rules.language.walk import walk
from backend.rules.phrasing import IT, Phrases, about, all_of, any_of, compare

phrase = Phrases()

_MORE = "older|longer|larger|bigger|higher|greater|taller|heavier|more|wider|deeper|later"
_LESS = "younger|shorter|smaller|lower|less|lighter|fewer|narrower|cheaper|quicker"
for _words, _sign in ((_MORE, ">"), (_LESS, "<")):

    @phrase("size_told", f"({_words}) than <amount> [years|years old]")
    def size_told(amount: Value, sign: str = _sign) -> Predicate:
        """Older than 45."""
        return compare(IT, sign, amount)


@phrase("size_told", "between <amount> and <amount> [years] [old]")
def size_between(least: Value, most: Value) -> Predicate:
    """Between 16 and 45 years old."""
    return all_of(compare(IT, ">=", least), compare(IT, "<=", most))


@phrase("size_told", "at least <amount> [years] [old]")
def size_least(least: Value) -> Predicate:
    """At least 16 years old."""
    return compare(IT, ">=", least)


@phrase("size_told", "at most <amount> [years] [old]")
def size_most(most: Value) -> Predicate:
    """At most 45 years old."""
    return compare(IT, "<=", most)


@phrase("size_told", "<size_told> or <size_told>", cost=0.05)
def either_size(one: Predicate, other: Predicate) -> Predicate:
    """Younger than 16 or older than 45."""
    return any_of(one, other)


@phrase(
    "sized_so", r"<size_told> [[in|at|during] [the|that|their|its] <column>] \( [i.e.] <operand> \)"
)
def sized(told: Predicate, *parts: Value) -> Predicate | None:
    """Younger than 16 in the season (season minus year of birth)."""
    *places, formula = parts
    if not isinstance(formula, Arithmetic):
        return None
    read = {part.column for part in walk(formula) if isinstance(part, Cell)}
    known = all(isinstance(each, Cell) and each.column in read for each in places)
    return about(told, formula) if known else None


@phrase("rel", "<sized_so>", "(that|who|which) (is|are|was|were) <sized_so>", cost=-0.3)
@phrase("rowvp", "be <sized_so>", cost=-0.3)
def of_that_size(told: Predicate) -> Predicate:
    """Players younger than 16 (season minus year of birth)."""
    return told
