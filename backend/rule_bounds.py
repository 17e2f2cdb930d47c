"""What rules leave open to a value, and where two of them leave nothing: told without any data.

Only what is certain is told. Empty cells keep most rules, so a clash is about filled ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from backend.rules.broken_rows import BrokenRows
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.say import say, say_value
from backend.rules.language.terms import (
    Aggregate,
    All,
    Apply,
    Compare,
    Constant,
    Exists,
    Function,
    Measure,
    Missing,
    Not,
    OneOf,
    Parameter,
    Predicate,
    Reads,
    Value,
)
from backend.rules.rule import Rule

_COUNTED = (Measure.COUNT, Measure.DISTINCT)
_LENGTHS = (Function.LENGTH, Function.WORDS)
Point = tuple[float, str]
"""A number, or a text (a date in ISO 8601 sorts as one)."""


class End(NamedTuple):
    """One end of a span; open where the point itself is outside."""

    point: Point
    is_open: bool = False


@dataclass(frozen=True)
class Span:
    """What a value may be: between two ends, among some options, and none of the barred."""

    low: End | None = None
    high: End | None = None
    options: frozenset[Point] | None = None
    barred: frozenset[Point] = frozenset()

    def meet(self, other: Span) -> Span:
        """What both leave open."""
        options = self.options if other.options is None else other.options
        if self.options is not None and other.options is not None:
            options = self.options & other.options
        lows = [end for end in (self.low, other.low) if end is not None]
        highs = [end for end in (self.high, other.high) if end is not None]
        return Span(
            max(lows, default=None),
            min(highs, key=lambda end: (end.point, not end.is_open), default=None),
            options,
            self.barred | other.barred,
        )

    @property
    def is_empty(self) -> bool:
        """Whether no value at all is left."""
        if self.options is not None:
            return not any(self.holds(option) for option in self.options)
        if self.low is None or self.high is None or self.low.point < self.high.point:
            return False
        return self.low.point > self.high.point or not self.holds(self.low.point)

    def holds(self, point: Point) -> bool:
        """Whether a value is left open."""
        above = self.low is None or _is_within(point, self.low, below=False)
        below = self.high is None or _is_within(point, self.high, below=True)
        is_option = self.options is None or point in self.options
        return above and below and is_option and point not in self.barred


def _is_within(point: Point, end: End, *, below: bool) -> bool:
    if point == end.point:
        return not end.is_open
    return (point < end.point) is below


# Rules to spans ------------------------------------------------------------------------------


def conjuncts(rule: Rule) -> tuple[Predicate, ...]:
    """All that a rule of conditions or measures asks for at once."""
    if not isinstance(rule, BrokenRows | FailingMetrics):
        return ()
    return rule.must.parts if isinstance(rule.must, All) else (rule.must,)


def spans(rule: Rule) -> dict[tuple[Value, Reads], Span]:
    """What a rule leaves open to each value that it bounds."""
    found: dict[tuple[Value, Reads], Span] = {}
    for part in conjuncts(rule):
        told = _span_of(part)
        if told is not None:
            key, span = told
            found[key] = found.get(key, natural(key[0])).meet(span)
    return found


def natural(value: Value) -> Span:
    """What a value can be by its nature."""
    if isinstance(value, Apply) and value.function in _LENGTHS:
        return Span(low=End((0.0, "")))
    if isinstance(value, Aggregate) and value.measure in _COUNTED:
        return Span(low=End((0.0, "")))
    if isinstance(value, Aggregate) and value.measure == Measure.SHARE:
        return Span(End((0.0, "")), End((1.0, "")))
    return Span()


def _span_of(part: Predicate) -> tuple[tuple[Value, Reads], Span] | None:
    match part:
        case Compare(ignore_case=False, tolerance=0.0, null_safe=False, right=Constant() as right):
            point = _point(right, part.reads)
            return None if point is None else ((part.left, part.reads), _spanned(part.sign, point))
        case OneOf(ignore_case=False, trim=False):
            return _listed(part, is_barred=False)
        case Not(part=OneOf(ignore_case=False, trim=False) as inner):
            return _listed(inner, is_barred=True)
    return None


def _listed(part: OneOf, *, is_barred: bool) -> tuple[tuple[Value, Reads], Span]:
    points = frozenset(point for option in part.options if (point := _point(option, part.reads)))
    return (part.of, part.reads), Span(barred=points) if is_barred else Span(options=points)


def _spanned(sign: str, point: Point) -> Span:
    match sign:
        case ">" | ">=":
            return Span(low=End(point, sign == ">"))
        case "<" | "<=":
            return Span(high=End(point, sign == "<"))
        case "==":
            return Span(options=frozenset({point}))
    return Span(barred=frozenset({point}))


def _point(constant: Constant, reads: Reads) -> Point | None:
    if constant.reads != reads or reads == Reads.TIME:  # a time is written in several ways
        return None
    is_number = reads == Reads.NUMBER
    return (float(constant.value), "") if is_number else (0.0, str(constant.value))


_RELATIONS = {
    "<": frozenset("<"), "<=": frozenset("<="), "==": frozenset("="), "!=": frozenset("<>"),
    ">=": frozenset(">="), ">": frozenset(">"),
}  # fmt: skip
_MIRRORED = {"<": ">", "=": "=", ">": "<"}


def relations(rule: Rule) -> dict[tuple[Value, Value, Reads], frozenset[str]]:
    """How a rule lets two values stand to each other: less, equal, greater."""
    found: dict[tuple[Value, Value, Reads], frozenset[str]] = {}
    for part in conjuncts(rule):
        if not isinstance(part, Compare) or isinstance(part.right, Constant | Parameter):
            continue
        if part.tolerance or part.ignore_case or part.null_safe:
            continue
        left, right, told = part.left, part.right, _RELATIONS[part.sign]
        if say_value(right) < say_value(left):
            left, right, told = right, left, frozenset(_MIRRORED[sign] for sign in told)
        key = (left, right, part.reads)
        found[key] = found.get(key, told) & told
    return found


# What is certain -----------------------------------------------------------------------------


def never_fails(rule: Rule) -> bool:
    """Whether no data can break the rule."""
    parts = conjuncts(rule)
    return bool(parts) and all(map(_is_certain, parts))


def _is_certain(part: Predicate) -> bool:
    told = _span_of(part)
    if told is None:
        return False
    (value, _), span = told
    possible = natural(value)
    if possible.low is None:
        return False
    return _covers(span, possible)


def _covers(span: Span, possible: Span) -> bool:
    """Whether all that is possible is left open."""
    if span.options is not None or any(map(possible.holds, span.barred)):
        return False
    low_is_free = span.low is None or (possible.low is not None and span.holds(possible.low.point))
    high_is_free = span.high is None or (
        possible.high is not None and span.holds(possible.high.point)
    )
    return low_is_free and high_is_free


def leaves_nothing(rule: Rule) -> str:
    """The value for which a rule leaves nothing open, in words; empty if there is none."""
    return next((say_value(key[0]) for key, span in spans(rule).items() if span.is_empty), "")


def clash(one: Rule, other: Rule) -> str:
    """What two rules on the same rows ask for that cannot be had together; empty if nothing."""
    if type(one) is not type(other) or not _share_rows(one, other):
        return ""
    return next(_clashes(one, other), "")


def _share_rows(one: Rule, other: Rule) -> bool:
    """Whether each row that one of them judges is judged by the other."""
    groups = [(getattr(rule, "by", ()), getattr(rule, "per", ())) for rule in (one, other)]
    if groups[0] != groups[1] or one.table != other.table:
        return False
    return one.where == other.where or one.where is None or other.where is None


def _clashes(one: Rule, other: Rule) -> Iterator[str]:
    mine, theirs = conjuncts(one), conjuncts(other)
    for part in mine:
        opposite = part.part if isinstance(part, Not) else Not(part=part)
        if _is_about_presence(part) and opposite in theirs:
            yield f"one wants that {say(part)}, the other that {say(opposite)}"
    left, right = spans(one), spans(other)
    for key in left.keys() & right.keys():
        alone = left[key].is_empty or right[key].is_empty
        if not alone and left[key].meet(right[key]).is_empty:
            yield f"no value of {say_value(key[0])} keeps both"
    before, behind = relations(one), relations(other)
    for pair in before.keys() & behind.keys():
        if before[pair] and behind[pair] and not before[pair] & behind[pair]:
            yield f"no {say_value(pair[0])} and {say_value(pair[1])} keep both"


def _is_about_presence(part: Predicate) -> bool:
    inner = part.part if isinstance(part, Not) else part
    return isinstance(inner, Missing | Exists)
