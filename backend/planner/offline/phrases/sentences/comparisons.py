"""Phrases for what is said of a value: ``adj`` follows "be", ``verb`` stands by itself."""

from __future__ import annotations

from backend.rules.language.terms import (
    Arithmetic,
    Constant,
    How,
    Matches,
    Predicate,
    Reads,
    Shifted,
    Today,
    Value,
)
from backend.rules.phrasing import (
    IT,
    Phrases,
    all_of,
    compare,
    not_,
    number,
)

phrase = Phrases()


phrase.words(
    "_gt",
    "greater than | more than | above | over | higher than | larger than | bigger than | in "
    "excess of | strictly greater than | wider than | deeper than | taller than | heavier than | thicker "
    "than | warmer than | hotter than | dearer than | longer than | beyond | older than | strictly above "
    "| strictly more than | a (higher|larger|greater|bigger) (number|value|amount|figure) than",
)
phrase.words(
    "_ge",
    "at least | no less than | not less than | not below | not lower than | greater than or "
    "equal to | greater or equal to | greater or equal than | equal to or greater than | "
    "equal or greater than | no lower than | not smaller than | no smaller than | a minimum "
    "of | minimum | min | no fewer than | not under | no shorter than | higher than or equal to | "
    "larger than or equal to | more than or equal to | higher or equal to | larger or equal to | at least as "
    "(large|high|big|great|much|many|long|late|good) as | not (earlier|sooner) than",
)
phrase.words(
    "_lt",
    "less than | below | under | lower than | smaller than | fewer than | strictly less "
    "than | shorter than | narrower than | shallower than | lighter than | thinner than | colder than | "
    "cooler than | cheaper than | strictly below | a (lower|smaller) (number|value|amount|figure) than",
)
phrase.words(
    "_le",
    "at most | no more than | not more than | not above | not over | up to | not greater "
    "than | not higher than | no greater than | no higher than | less than or equal to | "
    "less or equal to | equal to or less than | not larger than | no larger than | a "
    "maximum of | maximum | max | not exceeding | no longer than | not longer than | equal or "
    "less than | lower than or equal to | smaller than or equal to | lower or equal to | smaller or "
    "equal to | fewer than or equal to | at most as (large|high|big|great|much|many|long|late) as | no "
    "bigger than | not bigger than",
)
phrase.words(
    "_eq",
    "equal to | equal | exactly | the same as | identical (to|with) | exactly equal to | equal with "
    "| the same value as | always",
)
phrase.words(
    "_ne",
    "different (from|to) | unequal to | other than | anything but | not the same as | not identical to",
)
phrase.words(
    "_both_ends",
    "both (ends|bounds|limits|values|numbers) (included|inclusive|allowed|permitted) | both included | "
    "both inclusive | (ends|bounds|limits|endpoints) included | including both (ends|bounds|limits|values) "
    "| including (the bounds|the limits|the ends|both) | incl | incl . | inclusive | inclusively | inclusive "
    "of both [ends] | (each|both) (end|ends|limit|limits) (counted|counts|count) | both of them included | "
    "counting both (ends|limits|values) | with both (ends|limits|bounds) [included] | "
    "[the|both] _limits [themselves] (included|inclusive|allowed|permitted|counted) | including [the|both] _limits [themselves]",
)
_SIGNS = {
    "_gt": ">", "_ge": ">=", "_lt": "<", "_le": "<=", "_eq": "==", "_ne": "!=",
}  # fmt: skip
_WRITTEN = {
    ">": (">",), ">=": (">=", "≥"), "<": ("<",), "<=": ("<=", "≤"), "==": ("=", "=="),
    "!=": ("!=", "<>", "≠"),
}  # fmt: skip

WHOLE = Matches(of=IT, how=How.FORMAT, text="whole_number")


def _compared(right: Value, sign: str) -> Predicate | None:
    """More than 3 days after (or ago) is a distance: ``phrases_spans`` reads it."""
    is_moved = isinstance(right, Shifted) or (isinstance(right, Today) and right.shift_days != 0)
    return None if is_moved and sign not in ("==", "!=") else compare(IT, sign, right)


for _head, _sign in _SIGNS.items():
    phrase("adj", f"{_head} <operand>")(lambda right, sign=_sign: _compared(right, sign))
for _sign, _spellings in _WRITTEN.items():
    for _spelling in _spellings:
        phrase("sign", _spelling)(lambda sign=_sign: sign)


@phrase(
    "adj",
    "<number> or (more|higher|greater|longer|older|larger|above)",
    "<amount> or (more|higher|greater|above)",
    "<number> +",
)
def or_more(bound: Value) -> Predicate:
    """N or more."""
    return compare(IT, ">=", bound)


@phrase(
    "adj",
    "<number> or (less|lower|fewer|smaller|shorter|younger|below)",
    "<amount> or (less|lower|below)",
)
def or_less(bound: Value) -> Predicate:
    """N or less."""
    return compare(IT, "<=", bound)


@phrase(
    "adj",
    "(min|minimum) <bound> , (max|maximum) <bound>",
    "(min|minimum) <bound> and (max|maximum) <bound>",
)
def min_max(low: Value, high: Value) -> Predicate | None:
    """Min 10, max 20."""
    return _interval(low, high, ">=", "<=")


@phrase("adj", "<sign> <operand>")
def in_signs(sign: str, right: Value) -> Predicate | None:
    """>= 5."""
    return _compared(right, sign)


@phrase("operand", "<sum>", "<moment>", "<related>")
@phrase("bound", "<amount>", "<moment>", "<cell>", "<formula>")
def operand(value: Value) -> Value:
    """The right side of a comparison."""
    return value


@phrase(
    "adj",
    "between <bound> and <bound> [inclusive|inclusively]",
    "from <bound> (to|up to|through) <bound>",
    "in range <bound> (to|-|–|and) <bound>",
    "in range (of|from|between) <bound> (to|and) <bound>",
    "within <bound> (and|to) <bound>",
    "between <number> (-|–|to) <number>",
    r"(between|from) <bound> (and|to) <bound> \( inclusive \)",
    "in the interval from <bound> to <bound>",
    "within range [of] <bound> (to|and|-|–) <bound>",
    "<number> (to|-|–) <number>",
    "between <bound> and <bound> , inclusive",
    "(between|from) <bound> (and|to) <bound> [,] _both_ends",
    r"(between|from) <bound> (and|to) <bound> \( _both_ends \)",
)
def between(low: Value, high: Value) -> Predicate | None:
    """A closed interval; the bounds in order."""
    return _interval(low, high, ">=", "<=")


for _open, _close, _signs in (
    (r"\[", r"\]", (">=", "<=")), (r"\[", r"\)", (">=", "<")), (r"\(", r"\]", (">", "<=")),
    (r"\(", r"\)", (">", "<")),
):  # fmt: skip
    phrase(
        "adj", f"(in|within|between) [interval|range] {_open} <bound> , <bound> {_close}", cost=0.1
    )(lambda low, high, signs=_signs: _interval(low, high, *signs))


for _low, _above in (("inclusive", ">="), ("exclusive", ">")):
    for _high, _below in (("inclusive", "<="), ("exclusive", "<")):
        phrase("adj", rf"between <bound> \( {_low} \) and <bound> \( {_high} \)")(
            lambda low, high, signs=(_above, _below): _interval(low, high, *signs)
        )


@phrase(
    "adj",
    "strictly between <bound> and <bound>",
    "between <bound> and <bound> (exclusive|exclusively|exclusive)",
    r"between <bound> and <bound> \( exclusive \)",
    "greater than <bound> and less than <bound>",
)
def inside(low: Value, high: Value) -> Predicate | None:
    """An open interval."""
    return _interval(low, high, ">", "<")


@phrase(
    "adj",
    "outside <bound> (to|and|-|–) <bound>",
    "outside [of] range [of|from] <bound> (to|and|-|–) <bound>",
    "outside [of] <bound> (to|and) <bound>",
    "not between <bound> and <bound>",
)
def outside(low: Value, high: Value) -> Predicate | None:
    """Below or above an interval."""
    within = _interval(low, high, ">=", "<=")
    return None if within is None else not_(within)


def _interval(low: Value, high: Value, above: str, below: str) -> Predicate | None:
    if isinstance(low, Constant) and isinstance(high, Constant) and not low.unit:
        low = low.model_copy(update={"unit": high.unit})  # between 5 and 10 kg
    bounds = [side for side in (low, high) if isinstance(side, Constant)]
    if len({side.reads for side in bounds}) > 1:
        return None
    if any(side.unit == "percent" for side in bounds) and len(bounds) < 2:
        return None  # between 50% and 150% of a value: the first is of it as well
    if len({side.unit for side in bounds}) > 1 or _is_share_above(low, high):
        return None
    is_of_numbers = len(bounds) == 2 and bounds[0].reads == Reads.NUMBER
    if is_of_numbers and float(bounds[0].value) > float(bounds[1].value):
        return None
    if low == high and not bounds:
        return None  # from hour to hour
    return all_of(compare(IT, above, low), compare(IT, below, high))


def _is_share_above(low: Value, high: Value) -> bool:
    """Between 10 and 50 percent of a value: 10 may be percent as well."""
    share = high.left if isinstance(high, Arithmetic) and high.sign == "*" else None
    is_share = isinstance(share, Constant) and isinstance(share.value, float)
    return is_share and isinstance(low, Constant) and low.value != 0


for _words, _sign in (
    ("positive|strictly positive", ">"),
    ("negative", "<"),
    ("non-negative|nonnegative|non negative|not negative", ">="),
    ("non-positive|nonpositive|not positive", "<="),
    ("zero", "=="),
    ("non-zero|nonzero|not zero|other than zero", "!="),
):
    for _word in _words.split("|"):
        phrase("adj", _word, f"a {_word} (number|amount|value)")(
            lambda sign=_sign: compare(IT, sign, number(0))
        )
        if " " in _word.removeprefix("strictly "):  # not a positive integer: not one that is so
            continue
        phrase("adj", f"[a] {_word} (integer|integers)", f"[a] {_word} whole (number|numbers)")(
            lambda sign=_sign: all_of(WHOLE, compare(IT, sign, number(0)))
        )


@phrase(
    "verb",
    "exceed|exceeds|exceeding <operand>",
    "(go|goes|rise|rises) (above|over|beyond) <operand>",
)
def exceeds(right: Value) -> Predicate:
    """More than."""
    return compare(IT, ">", right)


@phrase(
    "verb",
    "(equal|equals|match|matches|matching|equalling|agree with|agrees with|correspond to|corresponds to) <operand>",
)
def equals(right: Value) -> Predicate:
    """Equality."""
    return compare(IT, "==", right)


@phrase("verb", "(differ|differs|deviate|deviates) from <operand>")
def differs(right: Value) -> Predicate:
    """Inequality."""
    return compare(IT, "!=", right)


@phrase("verb", "(fall|falls|drop|drops|go|goes|sink) (below|under) <operand>")
def falls(right: Value) -> Predicate:
    """Less than."""
    return compare(IT, "<", right)


@phrase(
    "verb",
    "(lie|lies|fall|falls) (between|from) <bound> (and|to) <bound>",
    "(range|ranges|run|runs|go|goes) from <bound> (to|through|up to) <bound>",
    "(range|ranges) between <bound> and <bound>",
    "(lie|lies|fall|falls) (in|within) range [of|from] <bound> (to|and|-) <bound>",
)
def lies_between(low: Value, high: Value) -> Predicate | None:
    """A closed interval."""
    return between(low, high)


for _head, _sign in _SIGNS.items():
    phrase("adj", f"{_head} [both|all of|each of] <and_cells>")(
        lambda found, sign=_sign: (
            None if sign in ("==", "!=") else all_of(*(compare(IT, sign, x) for x in found.items))
        )
    )
