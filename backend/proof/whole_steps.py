"""Why a step to the other side, or a lost sign, is no fault where only whole numbers are asked for.

Rules of this file: as in `equivalents`, nothing is forgiven for being unlikely.
"""

from __future__ import annotations

import ast
from fractions import Fraction

from backend.codegen.syntax import read_expression
from backend.proof.changed_place import Place

_WHOLE = "({0} - {0}.round()).abs().round(6) <= 0"
_HELD = "astype('float64')"


def is_as_whole(place: Place) -> str:
    """``number = (cell - 1) / 2``, of which only is asked whether it is whole.

    With ``cell + 1`` in its place it is 1 more, and as whole as before; so is a half beside the
    size of a number and beside the number itself.
    """
    name = next(
        (
            target.id
            for holder in place.around
            if isinstance(holder, ast.Assign)
            for target in holder.targets
            if isinstance(target, ast.Name)
        ),
        "",
    )
    if not name or not _asks_only_whole(name, place.function):
        return ""
    divisor = _divisor(place)
    match place.node, place.now:
        case (
            ast.BinOp(left=left, op=ast.Add() | ast.Sub(), right=ast.Constant(value=step)),
            ast.BinOp(left=same, op=ast.Add() | ast.Sub(), right=ast.Constant(value=other)),
        ) if ast.unparse(left) == ast.unparse(same) and step == other:
            return _say(step, divisor)
        case ast.Call(func=ast.Attribute(value=inner, attr="abs"), args=[]), now if ast.unparse(
            inner
        ) == ast.unparse(now):
            match place.around[0]:
                case ast.BinOp(op=ast.Add() | ast.Sub(), right=ast.Constant(value=step)):
                    return _say(step, divisor)
                case _:
                    return ""
        case _:
            return ""


def _say(step: object, divisor: Fraction | None) -> str:
    """Whether two steps are a whole number of the divisor."""
    if divisor is None or isinstance(step, bool) or not isinstance(step, int | float):
        return ""
    shift = 2 * Fraction(str(step)) / divisor
    return f"it differs by {shift}, and is whole or not as before" if shift.denominator == 1 else ""


def _divisor(place: Place) -> Fraction | None:
    """What the changed part is divided by; None where more is done with it."""
    found = Fraction(1)
    inner: ast.AST = place.node
    for holder in place.around:
        match holder:
            case ast.BinOp(left=left, op=ast.Div(), right=ast.Constant(value=int(by))) if (
                left is inner and by
            ):
                found *= by
            case ast.BinOp(left=left, op=ast.Add() | ast.Sub(), right=ast.Constant()) if (
                left is inner and isinstance(place.node, ast.Call)
            ):
                pass
            case ast.Attribute() | ast.Call() if _HELD in ast.unparse(holder) or isinstance(
                holder, ast.Attribute
            ):
                pass
            case ast.Assign():
                return found
            case _:
                return None
        inner = holder
    return None


def _asks_only_whole(name: str, function: ast.FunctionDef) -> bool:
    test = ast.unparse(read_expression(_WHOLE.format(name)))
    text = ast.unparse(function)
    read = sum(
        isinstance(each, ast.Name) and each.id == name and isinstance(each.ctx, ast.Load)
        for each in ast.walk(function)
    )
    return test in text and read == 2 * text.count(test)
