"""The English of how much a measure may be: at least 5, between 5% and 10%."""

from __future__ import annotations

from typing import Literal

from backend.rules.language.say import say_number
from backend.rules.language.simple_fractions import simple_fraction
from backend.rules.language.terms import All, Compare, Constant, It, Not, Predicate, Reads
from backend.rules.phrasing import IT, Phrases, all_of, compare, number

phrase = Phrases()
COMPARISONS = (
    ("_ge", ">="),
    ("_le", "<="),
    ("_gt", ">"),
    ("_lt", "<"),
    ("exactly", "=="),
    ("_eq", "=="),
)

for _head, _sign in COMPARISONS:

    @phrase("count_bound", f"{_head} <number>")
    def count_bound(total: Constant, sign: str = _sign) -> Predicate:
        """At least 5."""
        return compare(IT, sign, total)

    @phrase("share_bound", f"{_head} <percent>")
    def share_bound(part: float, sign: str = _sign) -> Predicate:
        """At least 90%."""
        return compare(IT, sign, number(part))


@phrase("count_bound", "between <number> and <number>", "from <number> to <number>")
def count_between(low: Constant, high: Constant) -> Predicate:
    """Between 5 and 10."""
    return all_of(compare(IT, ">=", low), compare(IT, "<=", high))


for _head, _sign in (*COMPARISONS, ("no _gt", "<="), ("not _gt", "<=")):
    phrase("times_bound", f"{_head} <number> (times|time)")(
        lambda total, sign=_sign: compare(IT, sign, total)
    )
    phrase("times_bound", f"{_head} twice")(lambda sign=_sign: compare(IT, sign, number(2)))
    phrase("times_bound", f"{_head} thrice")(lambda sign=_sign: compare(IT, sign, number(3)))


@phrase("count_bound", "<number> or more")
def count_or_more(low: Constant) -> Predicate:
    """5 or more."""
    return compare(IT, ">=", low)


@phrase("count_bound", "<number> or (fewer|less)")
def count_or_fewer(high: Constant) -> Predicate:
    """5 or fewer."""
    return compare(IT, "<=", high)


@phrase("share_bound", "between <percent> and <percent>", "from <percent> to <percent>")
def share_between(low: float, high: float) -> Predicate:
    """Between 5% and 10%."""
    return all_of(compare(IT, ">=", number(low)), compare(IT, "<=", number(high)))


@phrase("share_bound", "between <number> and <percent>", "from <number> to <percent>")
def share_from(low: Constant, high: float) -> Predicate | None:
    """Between 45 and 55 percent."""
    return share_between(float(low.value) / 100, high) if is_plain_number(low) else None


def is_plain_number(told: Constant) -> bool:
    """Whether it is a number without a unit."""
    return isinstance(told.value, int | float) and not told.unit


def allows(bound: Predicate) -> bool:
    """Whether "may" makes sense with this bound: a lower bound permits nothing."""
    return getattr(bound, "sign", "") in ("<", "<=")


def demands(bound: Predicate) -> bool:
    """Whether "must not" is plain with this bound: "at most 5% must not be" is not."""
    return getattr(bound, "sign", "") in (">=", "==")


Sign = Literal["<", "<=", "==", ">=", ">"]
Bounds = tuple[tuple[Sign, float], ...]
"""Signs with numbers: at least 1 and below 5."""
SAID = {
    "<": "less than", "<=": "at most", "==": "exactly", ">=": "at least", ">": "more than",
}  # fmt: skip
_OPPOSITE = {"<": ">=", "<=": ">", "==": "!=", ">=": "<", ">": "<="}


def plain_bounds(told: Predicate) -> Bounds | None:
    """The numbers that something is compared with; None for anything but plain bounds."""
    if isinstance(told, All):
        found = [plain_bounds(part) for part in told.parts]
        whole = [bounds for bounds in found if bounds]
        return tuple(b for bounds in whole for b in bounds) if len(whole) == len(found) else None
    if isinstance(told, Not) and isinstance(told.part, Compare):
        told = told.part.model_copy(update={"sign": _OPPOSITE[told.part.sign]})
    if not isinstance(told, Compare) or not isinstance(told.left, It) or told.tolerance:
        return None
    right = told.right
    is_number = isinstance(right, Constant) and right.reads == Reads.NUMBER and not right.unit
    if not is_number or not isinstance(right, Constant) or told.sign == "!=":
        return None
    return ((told.sign, float(right.value)),)


def opposite(sign: Sign) -> str:
    """What a value does that breaks a bound."""
    return _OPPOSITE[sign]


def say_bounds(bounds: Bounds) -> str:
    """At least 1 and less than 5."""
    return " and ".join(f"{SAID[sign]} {_say(bound)}" for sign, bound in bounds)


def _say(bound: float) -> str:
    return f"{bound:g}" if simple_fraction(bound) is None else say_number(bound)
