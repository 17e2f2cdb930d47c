"""Phrases for how far a value lies from another: 20 above, within 10% of, differ by at most 5."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.units import UNITS
from backend.rules.language.terms import (
    Aggregate,
    Apply,
    Arithmetic,
    Constant,
    Function,
    Predicate,
    Value,
)
from backend.rules.phrasing import (
    IT,
    Phrases,
    Statement,
    Subjects,
    all_of,
    compare,
    not_,
    number,
)

phrase = Phrases()

phrase.words(
    "_up",
    "higher than | more than | greater than | larger than | bigger than | longer than | above | "
    "over | heavier than | taller than | in excess of",
)
phrase.words(
    "_down",
    "lower than | less than | smaller than | shorter than | below | under | cheaper than | "
    "lighter than | fewer than",
)


# Above and below ------------------------------------------------------------------------------


def moved(of: Value, distance: Any, direction: int) -> Value:
    """A value moved up or down by an amount or a share of itself."""
    if isinstance(distance, float):
        return Arithmetic(sign="*", left=number(round(1 + direction * distance, 12)), right=of)
    return Arithmetic(sign="+" if direction > 0 else "-", left=of, right=distance)


def _is_span(value: Value) -> bool:
    return isinstance(value, Constant) and UNITS.get(value.unit, UNITS["%"]).kind in _SPANS


_SPANS = frozenset({"time", "month", "year"})
phrase("distance", "<amount>")(
    lambda value: None if _is_span(value) or getattr(value, "unit", "") == "percent" else value
)
# Of dates, ``phrases_spans`` reads the same at less cost.
phrase("distance", "<amount>", cost=0.4)(lambda value: value if _is_span(value) else None)
phrase("distance", "<percent>")(lambda share: share)

_UP = {"_ge": ">=", "_gt": ">", "_le": "<=", "_lt": "<", "_eq": "=="}
_DOWN = {"_ge": "<=", "_gt": "<", "_le": ">=", "_lt": ">", "_eq": "=="}
for _head, _sign in _UP.items():
    phrase("adj", f"{_head} <distance> _up <factor>", cost=-0.05)(
        lambda distance, of, sign=_sign: compare(IT, sign, moved(of, distance, 1))
    )
    phrase("adj", f"{_head} <distance> _down <factor>", cost=-0.05)(
        lambda distance, of, sign=_DOWN[_head]: compare(IT, sign, moved(of, distance, -1))
    )
phrase("adj", "<distance> _up <factor>")(
    lambda distance, of: compare(IT, "==", moved(of, distance, 1))
)
phrase("adj", "<distance> _down <factor>")(
    lambda distance, of: compare(IT, "==", moved(of, distance, -1))
)


@phrase("verb", "(exceed|exceeds) <factor> by (at least|no less than) <distance>")
def exceeds_by(of: Value, distance: Any) -> Predicate:
    """At least so much more."""
    return compare(IT, ">=", moved(of, distance, 1))


@phrase("verb", "(exceed|exceeds) <factor> by (more than|over) <distance>")
def exceeds_by_more(of: Value, distance: Any) -> Predicate:
    """More than so much more."""
    return compare(IT, ">", moved(of, distance, 1))


@phrase("must_do", "_must exceed <factor> by (at most|no more than|up to) <distance>")
def exceeds_by_at_most(of: Value, distance: Any) -> Predicate:
    """More, but not by more than this."""
    return all_of(compare(IT, ">", of), compare(IT, "<=", moved(of, distance, 1)))


# Apart ----------------------------------------------------------------------------------------


def apart(left: Value, right: Value) -> Value:
    """The size of a difference."""
    return Apply(function=Function.ABSOLUTE, of=Arithmetic(sign="-", left=left, right=right))


def allowance(of: Value, distance: Any) -> Value:
    """How far apart: an amount, or a share of the size of a value."""
    if isinstance(distance, float) and isinstance(of, Constant):
        return number(round(distance * abs(float(of.value)), 12))
    if isinstance(distance, float):
        size = Apply(function=Function.ABSOLUTE, of=of)
        return Arithmetic(sign="*", left=number(distance), right=size)
    amount: Value = distance
    return amount


def apart_from(of: Value, sign: str, distance: Any) -> Predicate:
    """How far it lies from a value; a share of a measure is told by their ratio."""
    if isinstance(distance, float) and isinstance(of, Aggregate) and not of.by + of.keys:
        ratio = Arithmetic(sign="/", left=Arithmetic(sign="-", left=IT, right=of), right=of)
        return compare(Apply(function=Function.ABSOLUTE, of=ratio), sign, number(distance))
    return compare(apart(IT, of), sign, allowance(of, distance))


phrase.words(
    "_differ_from",
    "differ from | differs from | deviate from | deviates from | diverge from | diverges from | be off from",
)
for _words, _sign in (
    ("at most|no more than|not more than|up to|a maximum of", "<="), ("less than|under", "<"),
    ("more than|over", ">"), ("at least|no less than", ">="),
):  # fmt: skip
    phrase("verb", f"_differ_from <factor> by ({_words}) <distance>")(
        lambda of, distance, sign=_sign: apart_from(of, sign, distance)
    )
    phrase("apart_verb", f"(differ|deviate|be apart) by ({_words}) <amount>")(
        lambda amount, sign=_sign: None if amount.unit == "percent" else (sign, amount)
    )
    phrase("apart_verb", f"be ({_words}) <amount> apart", f"lie ({_words}) <amount> apart")(
        lambda amount, sign=_sign: None if amount.unit else (sign, amount)
    )
for _words, _sign in (
    ("at most|at the most|or less|at the very most", "<="), ("at least|at the least|or more", ">="),
):  # fmt: skip
    phrase("verb", f"_differ_from <factor> by <distance> ({_words})")(
        lambda of, distance, sign=_sign: apart_from(of, sign, distance)
    )
    phrase(
        "apart_verb",
        f"(differ|deviate|be apart) by <amount> ({_words})",
        f"be <amount> ({_words}) apart",
    )(lambda amount, sign=_sign: None if amount.unit == "percent" else (sign, amount))
phrase("apart_verb", "(be|is|are|lie|lies) (further|more|wider) apart than <amount>")(
    lambda amount: None if amount.unit else (">", amount)
)
phrase("apart_verb", "(is|are|lie|lies) more than <amount> apart")(
    lambda amount: None if amount.unit else (">", amount)
)


@phrase("pair_clause", "<all_subjects> <apart_verb>")
def differ(pair: Subjects, told: tuple[str, Value]) -> Predicate | None:
    """Two columns lie so far apart; a percentage would be of either."""
    return compare(apart(*pair.items), *told) if len(pair.items) == 2 else None


@phrase(
    "must_do",
    "(may|can) be (at most|no more than|not more than|up to) <distance> (away from|apart from|off) <factor>",
)
def may_be_off(distance: Any, of: Value) -> Predicate:
    """May be at most 3 away from it."""
    return apart_from(of, "<=", distance)


@phrase("stmt", "<all_subjects> _must <apart_verb>")
def must_differ(pair: Subjects, told: tuple[str, Value]) -> Statement | None:
    """A and B must differ by at most 5."""
    condition = differ(pair, told)
    return None if condition is None else rule(condition)


@phrase("stmt", "<all_subjects> (may|can) <apart_verb>")
def may_differ(pair: Subjects, told: tuple[str, Value]) -> Statement | None:
    """A and B may differ by at most 5."""
    return must_differ(pair, told) if told[0] in ("<=", "<") else None


@phrase("stmt", "<all_subjects> _must_not <apart_verb>")
def must_not_differ(pair: Subjects, told: tuple[str, Value]) -> Statement | None:
    """A and B must not differ by more than 5."""
    condition = differ(pair, told)
    return None if condition is None else rule(not_(condition))


@phrase(
    "adj",
    "within <distance> of <factor>",
    "within [a] [margin|tolerance] [of] ± <distance> of <factor>",
)
def within(distance: Any, of: Value) -> Predicate:
    """No further away than this."""
    return apart_from(of, "<=", distance)


@phrase(
    "adj", "between <percent> and <percent> of <factor>", "from <percent> to <percent> of <factor>"
)
def between_shares(low: float, high: float, of: Value) -> Predicate | None:
    """From half of a value to one and a half of it."""
    if low > high:
        return None
    bounds = [Arithmetic(sign="*", left=number(share), right=of) for share in (low, high)]
    return all_of(compare(IT, ">=", bounds[0]), compare(IT, "<=", bounds[1]))
