"""Rules that no value can break: at least 20 or at most 45, the weekdays that are no Sunday."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise, product
from math import prod
from operator import eq, ge, gt, le, lt, ne
from typing import NamedTuple

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Misfit, Unclear
from backend.planner.offline.equivalence import evaluated
from backend.planner.offline.tokens import Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.say import say, say_value
from backend.rules.language.terms import (
    All,
    Any,
    Apply,
    Compare,
    Constant,
    Elapsed,
    Function,
    OneOf,
    Predicate,
    Reads,
    Shifted,
    Value,
)
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_MOST_CASES = 3000
_HOLDS: dict[str, Callable[..., bool]] = {
    "<": lt, "<=": le, "==": eq, "!=": ne, ">=": ge, ">": gt,
}  # fmt: skip


class _Bound(NamedTuple):
    """A value held against a number, a text or a date that the sentence gives."""

    of: Value
    reads: Reads
    sign: str
    point: float | str


def with_both_ends(rule: Rule, node: Node, tokens: Sequence[Token]) -> Rule:
    """The rule, in which what is "not below 20 and above 45" is neither: no number is both."""
    if not isinstance(rule, BrokenRows | FailingMetrics) or not isinstance(rule.must, Any):
        return rule
    bounds = [_bound_of(part) for part in rule.must.parts]
    values = {bound and bound.of for bound in bounds}
    is_one = len(bounds) == 2 and len(values) == 1 and None not in values
    if not is_one or _can_break(None, rule.must) or not _denies_both(node, tokens):
        return rule
    return rule.model_copy(update={"must": All(parts=rule.must.parts)})


def _denies_both(node: Node, tokens: Sequence[Token]) -> bool:
    """Whether two bounds that no value is within are joined by "and" alone."""
    words = {token.low for token in tokens}
    if words & {"or", "either", "unless"}:
        return False
    told = [part.meaning for part in node.walk() if isinstance(part.meaning, All)]
    return any(len(each.parts) == 2 and not _is_so(each.parts, ()) for each in told)


def refuse_never_broken(rule: Rule) -> None:
    """Pass a rule that some value could break.

    Raises:
        Unclear: it bounds a value by what every number is, or by what its rows are chosen for.
        Misfit: it measures the time from a date to itself, or holds a date against itself.
    """
    if not isinstance(rule, BrokenRows | FailingMetrics):
        return
    for part in walk(rule):
        if isinstance(part, Elapsed) and part.start == part.end:
            told = say_value(part.start)
            raise Misfit(f"from {told} to {told} is no time; say until when it is measured")
        if isinstance(part, Compare) and isinstance(part.right, Shifted):
            _refuse_itself(part.left, part.right)
    for part in rule.must.parts if isinstance(rule.must, All) else (rule.must,):
        if not _can_break(None, part):
            raise Unclear(
                f"no value can break {say(part)!r}; join the two by 'and' if both must hold"
            )
    if rule.where is not None and not _can_break(rule.where, rule.must):
        raise Unclear(
            f"the rows are chosen by {say(rule.where)!r}, so that it could never fail that "
            f"{say(rule.must)}"
        )


def _refuse_itself(left: Value, right: Shifted) -> None:
    if left == right.of:
        raise Misfit(f"{say_value(left)} is held against itself; name the other date")


# Every case -----------------------------------------------------------------------------------


def _can_break(where: Predicate | None, must: Predicate) -> bool:
    """Whether some value is among the chosen ones and not what it must be."""
    chosen = () if where is None else (where,)
    return _is_so(chosen, (must,))


def _is_so(wanted: Sequence[Predicate], unwanted: Sequence[Predicate]) -> bool:
    """Whether in some case all that is wanted is true, and nothing else; so if it is not known."""
    atoms = dict.fromkeys(atom for each in (*wanted, *unwanted) for atom in _atoms(each))
    bounds = {atom: bound for atom in atoms if (bound := _bound_of(atom)) is not None}
    points: dict[tuple[Value, Reads], list[float | str]] = {}
    for bound in bounds.values():
        points.setdefault((bound.of, bound.reads), []).append(bound.point)
    others = [atom for atom in atoms if atom not in bounds]
    open_to = [
        *(_values(of, found) for (of, _), found in points.items()),
        *[(True, False)] * len(others),
    ]
    if len(points) == len(bounds) or prod(map(len, open_to)) > _MOST_CASES:
        return True
    keys: list[object] = [*points, *others]
    for case in product(*open_to):
        at = dict(zip(keys, case, strict=True))

        def truth(atom: Predicate, at: Mapping[object, object] = at) -> bool:
            bound = bounds.get(atom)
            if bound is None:
                return bool(at[atom])
            return _HOLDS[bound.sign](at[bound.of, bound.reads], bound.point)

        is_met = all(evaluated(each, truth) for each in wanted)
        if is_met and not any(evaluated(each, truth) for each in unwanted):
            return True
    return False


def _atoms(told: Predicate) -> list[Predicate]:
    found: list[Predicate] = []

    def collect(atom: Predicate) -> bool:
        found.append(atom)
        return True

    evaluated(told, collect)
    return found


def _bound_of(atom: Predicate | None) -> _Bound | None:
    match atom:
        case Compare(ignore_case=False, tolerance=0.0, null_safe=False, right=Constant() as right):
            sign, of = atom.sign, atom.left
        case OneOf(ignore_case=False, trim=False, options=(right,), of=of):
            sign = "=="
        case _:
            return None
    if isinstance(right.value, bool) or right.reads == Reads.TIME or right.unit:
        return None  # a time is written in several ways
    is_number = right.reads == Reads.NUMBER
    return _Bound(of, right.reads, sign, float(right.value) if is_number else str(right.value))


def _values(of: Value, points: Sequence[float | str]) -> Sequence[float | str]:
    """A value for each place between and on the points."""
    if isinstance(of, Apply) and of.function == Function.WEEKDAY:
        return range(1, 8)
    numbers = sorted({point for point in points if isinstance(point, float)})
    if numbers:
        middle = [(low + high) / 2 for low, high in pairwise(numbers)]
        return [numbers[0] - 1, *numbers, *middle, numbers[-1] + 1]
    texts = [str(point) for point in points]
    return list(dict.fromkeys(["", *texts, *(f"{text}\0" for text in texts)]))
