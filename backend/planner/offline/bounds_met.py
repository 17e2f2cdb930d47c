"""Bounds and cases that meet: must be 1 to 5 and 4 to 9; is coded 1 below 7 and 2 below 9.

Of two ranges with "and" between them both or either may be meant, and where a value is told for two
cases at once, the first of them may be the one that counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import inf

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Misfit
from backend.planner.offline.never_kept import numbers_kept, place_of
from backend.planner.offline.spelling import name_of
from backend.planner.offline.tokens import Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import (
    All,
    Any,
    Cell,
    Compare,
    Constant,
    How,
    Matches,
    Not,
    OneOf,
    Predicate,
    Unless,
    Value,
)
from backend.rules.language.walk import walk
from backend.rules.phrasing import Statement, all_of
from backend.rules.rule import Rule

_STOPS = frozenset(",;:.()")


def refuse_bounds_met(node: Node, rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a reading whose ranges and cases are apart.

    Raises:
        Misfit: a value is bounded twice, or two values are told for one row.
    """
    for part in walk(rule):
        if isinstance(part, All | Any):
            _refuse_bounded_twice(part)
    if isinstance(rule, BrokenRows):
        _refuse_cases_that_meet(rule.must)
        _refuse_scope_of_last(node, tokens)


# Ranges -----------------------------------------------------------------------------------------


def _refuse_bounded_twice(told: All | Any) -> None:
    bounds: dict[Value, list[tuple[str, float]]] = {}
    for part in told.parts:
        if isinstance(part, Compare) and isinstance(part.right, Constant):
            place = place_of(part.right)
            if place is not None and part.sign in ("<", "<=", ">", ">="):
                bounds.setdefault(part.left, []).append((part.sign, place))
    for value, found in bounds.items():
        lows, highs = ([s for s, _ in found if s[0] == way] for way in (">", "<"))
        repeats = [sign for sign, place in found if place]
        is_repeated = isinstance(told, All) and len(set(repeats)) < len(repeats)
        if is_repeated or (len(lows) > 1 and len(highs) > 1):
            raise Misfit(
                f"{name_of(value)} is bounded twice on one side: say whether both ranges "
                "must hold, or either"
            )


# Cases ------------------------------------------------------------------------------------------


def _refuse_cases_that_meet(must: Predicate) -> None:
    cases = list(_cases(must))
    for (one, value), (other, second) in combinations(cases, 2):
        is_other = value.left == second.left and value.right != second.right
        if is_other and (one == other or _meet(one, other)):
            raise Misfit(
                f"two of the cases that are told of {name_of(value.left)} can be true of one row: "
                "say which one counts there"
            )


def _cases(must: Predicate) -> Iterator[tuple[Predicate, Compare]]:
    """Conditions, and what a value is where they are true."""
    for part in must.parts if isinstance(must, All) else ():
        match part.parts if isinstance(part, Any) else ():
            case (Unless(part=when), Compare(sign="==", right=Constant()) as value):
                yield when, value
            case (Compare(sign="==", right=Constant()) as value, Unless(part=when)):
                yield when, value
            case _:
                pass


def _meet(one: Predicate, other: Predicate) -> bool:
    """Whether the same value can be as both conditions say."""
    if other in getattr(one, "parts", ()) or one in getattr(other, "parts", ()):
        return True
    if isinstance(one, All) and isinstance(other, All) and {*one.parts} & {*other.parts}:
        told = one.parts
        one = all_of(*(part for part in told if part not in other.parts))
        other = all_of(*(part for part in other.parts if part not in told))
    columns = [{part for part in walk(each) if isinstance(part, Cell)} for each in (one, other)]
    if columns[0] != columns[1] or len(columns[0]) != 1:
        return False
    texts, others = _texts(one), _texts(other)
    if texts and others:
        return bool(texts & others)
    if _denied(one) or _denied(other):
        return _denied(one) != others and _denied(other) != texts
    if isinstance(one, Matches) and isinstance(other, Matches) and one.how == other.how:
        return one.how == How.STARTS and _begins_alike(one.text, other.text)
    if not (_is_told(one) and _is_told(other)):
        return False
    kept = numbers_kept(all_of(one, other))
    return len(kept) > 1 or any(_holds_some(*each) for found in kept.values() for each in found)


def _holds_some(low: tuple[float, int], high: tuple[float, int]) -> bool:
    """Whether a number lies there; between whole ends that leave themselves out a whole one."""
    (begin, above), (end, below) = low, high
    are_whole = all(each in (-inf, inf) or float(each).is_integer() for each in (begin, end))
    return not are_whole or begin + above <= end + below


def _texts(told: Predicate) -> set[str]:
    match told:
        case Compare(sign="==", right=Constant(value=str(text))) if place_of(told.right) is None:  # type: ignore[arg-type]
            return {text.lower()}
        case OneOf(options=options):
            return {each.value.lower() for each in options if isinstance(each.value, str)}
        case _:
            return set()


def _denied(told: Predicate) -> set[str]:
    """The text that a value must not be."""
    match told:
        case Not(part=part) | Unless(part=part):
            return _texts(part)
        case Compare(sign="!="):
            return _texts(told.model_copy(update={"sign": "=="}))
        case _:
            return set()


def _begins_alike(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _is_told(told: Predicate) -> bool:
    if isinstance(told, All | Any):
        return all(map(_is_told, told.parts))
    return bool(numbers_kept(told))


def _refuse_scope_of_last(node: Node, tokens: Sequence[Token]) -> None:
    """Silver in grams, but gold in ounces in Asia: is silver in grams everywhere?"""
    for part in node.walk():
        first = part.children[0] if part.children else None
        if first is None or first.symbol != "stmt" or part.symbol != "stmt":
            continue
        outer, inner = (_broken(each) for each in (part, first))
        if outer is None or inner is None or outer.where == inner.where:
            continue
        words = {token.text for token in tokens[first.end - 1 : first.end + 1]}
        if len(list(_told_cases(inner.must))) > 1 and not words & _STOPS:
            raise Misfit(
                f"it is not clear whether '{tokens[first.end].text} …' belongs to the last case "
                "or to all of them; put it in front"
            )


def _broken(node: Node) -> BrokenRows | None:
    told = node.meaning.rule if isinstance(node.meaning, Statement) else None
    return told if isinstance(told, BrokenRows) else None


def _told_cases(must: Predicate) -> Iterator[Predicate]:
    for part in must.parts if isinstance(must, All) else ():
        inner = part.parts if isinstance(part, Any) else ()
        if any(isinstance(each, Unless) for each in inner):
            yield part
