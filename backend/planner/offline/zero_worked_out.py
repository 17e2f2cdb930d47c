"""What remains of a condition in which zeros stand for empty cells, once they are worked out."""

from __future__ import annotations

from backend.planner.offline.context import Misfit
from backend.rules.language.terms import (
    All,
    Any,
    Apply,
    Arithmetic,
    Compare,
    Constant,
    Function,
    Not,
    OneOf,
    Predicate,
    Value,
)
from backend.rules.phrasing import all_of, any_of, not_, number


def worked_out(told: Predicate) -> Predicate | bool:
    """The condition without its zeros; whether it is true, where it holds nothing else.

    Raises:
        Misfit: something is divided by a zero.
    """
    match told:
        case All(parts=parts):
            return _of_all([worked_out(part) for part in parts])
        case Any(parts=parts):
            denied = _of_all([_not(worked_out(part)) for part in parts])
            if isinstance(denied, bool):
                return not denied
            left = [part for part in map(worked_out, parts) if not isinstance(part, bool)]
            return any_of(*left)
        case Not(part=part):
            return _not(worked_out(part))
        case Compare():
            return _compared(told)
        case OneOf():
            return _listed(told)
    return told


def _not(told: Predicate | bool) -> Predicate | bool:
    return not told if isinstance(told, bool) else not_(told)


def _of_all(parts: list[Predicate | bool]) -> Predicate | bool:
    if any(part is False for part in parts):
        return False
    left = [part for part in parts if not isinstance(part, bool)]
    return all_of(*left) if left else True


def _compared(told: Compare) -> Predicate | bool:
    left, right = _value(told.left), _value(told.right)
    one, other = _known(left), _known(right)
    if one is None or other is None:
        return told.model_copy(update={"left": left, "right": right})
    more, spare = one - other, told.tolerance
    if told.sign in ("==", "!="):
        return (abs(more) <= spare) == (told.sign == "==")
    if told.sign in ("<", "<="):
        more = -more
    return more > -spare if told.sign in ("<", ">") else more >= -spare


def _listed(told: OneOf) -> Predicate | bool:
    of = _value(told.of)
    known = _known(of)
    if known is None:
        return told.model_copy(update={"of": of})
    return any(_known(option) == known for option in told.options)


def _value(value: Value) -> Value:
    if isinstance(value, Apply) and value.function == Function.ABSOLUTE:
        return _size(_value(value.of), value)
    if not isinstance(value, Arithmetic):
        return value
    left, right = _value(value.left), _value(value.right)
    one, other = _known(left), _known(right)
    if value.sign == "/" and other == 0:
        raise Misfit("an empty cell that counts as zero would be divided by")
    if value.sign == "+" and one == 0:
        return right
    if value.sign in "+-" and other == 0:
        return left
    if value.sign in "*/" and 0 in (one, other):
        return number(0)
    if one is not None and other is not None:
        return number(_counted(one, value.sign, other))
    return value.model_copy(update={"left": left, "right": right})


def _size(of: Value, whole: Apply) -> Value:
    """How large a value is, whichever sign it has: 0 - x is as large as x."""
    known = _known(of)
    if known is not None:
        return number(abs(known))
    if isinstance(of, Arithmetic) and of.sign == "-" and _known(of.left) == 0:
        of = of.right
    return whole.model_copy(update={"of": of})


def _counted(one: float, sign: str, other: float) -> float:
    match sign:
        case "+":
            return one + other
        case "-":
            return one - other
        case "*":
            return one * other
        case _:
            return one / other


def _known(value: Value) -> float | None:
    """The number that a value is."""
    if not isinstance(value, Constant) or isinstance(value.value, str | bool):
        return None
    return value.value
