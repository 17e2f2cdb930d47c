"""Why a changed bound is no fault where what is held against it goes in steps.

Whole numbers times 13.25 are multiples of a quarter: none of them is more than 2.0 and no more
than 2.1.

Rules of this file: it reads expressions and runs none; what is whole is told in `whole_numbers`.
"""

from __future__ import annotations

import ast
from fractions import Fraction
from math import floor, gcd

from backend.proof.changed_place import Place
from backend.proof.whole_numbers import is_whole


def is_alike_in_steps(place: Place) -> str:
    """``(a - b * 13.25).abs().round(6) <= 2.0``, with another bound or without the bound itself."""
    compared = next((n for n in (place.node, *place.around) if isinstance(n, ast.Compare)), None)
    match compared:
        case ast.Compare(
            left=held,
            ops=[ast.LtE() | ast.Lt() as sign],
            comparators=[ast.Constant(value=int() | float() as bound)],
        ):
            step = _step(held, place)
        case _:
            return ""
    if step is None or not step or (10**6 * step).denominator != 1 or not _is_rounded(held):
        return ""
    told = f"what is compared is a multiple of {step}, and none lies between"
    most = _most(sign, Fraction(repr(bound)), step)
    match place.now:
        case ast.Constant(value=int() | float() as other) if place.node is compared.comparators[0]:
            return told if _most(sign, Fraction(repr(other)), step) == most else ""
        case ast.Compare(left=left, ops=[ast.LtE() | ast.Lt() as now]) if place.node is compared:
            is_same = ast.unparse(left) == ast.unparse(held)
            bounds = [ast.unparse(each) for each in (*place.now.comparators, *compared.comparators)]
            is_same = is_same and len({*bounds}) == 1
            return told if is_same and _most(now, Fraction(repr(bound)), step) == most else ""
        case _:
            return ""


def _is_rounded(held: ast.expr) -> bool:
    """Without it three times 0.1 is a little more than 0.3."""
    match held:
        case ast.Call(func=ast.Attribute(value=inner, attr="abs"), args=[]):
            return _is_rounded(inner)
        case ast.Call(func=ast.Attribute(attr="round"), args=[ast.Constant(value=6)]):
            return True
        case _:
            return False


def _most(sign: ast.cmpop, bound: Fraction, step: Fraction) -> int:
    """The number of steps that still keep the bound."""
    most = floor(bound / step)
    return most - 1 if isinstance(sign, ast.Lt) and most * step == bound else most


def _step(node: ast.expr, place: Place) -> Fraction | None:
    """What every value of an expression is a multiple of; None where that is not told."""
    if any(inner is place.node for inner in ast.walk(node)):
        return None
    if is_whole(node, place):
        return Fraction(1)
    match node:
        case ast.Constant(value=int() | float() as value) if not isinstance(value, bool):
            return abs(Fraction(repr(value)))
        case ast.BinOp(left=left, op=op, right=right):
            return _joined(op, _step(left, place), _step(right, place))
        case ast.Call(func=ast.Attribute(value=inner, attr="abs"), args=[]):
            return _step(inner, place)
        case ast.Call(func=ast.Attribute(value=inner, attr="round"), args=[ast.Constant(value=6)]):
            step = _step(inner, place)
            return step if step is not None and (10**6 * step).denominator == 1 else None
        case _:
            return None


def _joined(op: ast.operator, one: Fraction | None, other: Fraction | None) -> Fraction | None:
    if one is None or other is None:
        return None
    match op:
        case ast.Mult():
            return one * other
        case ast.Add() | ast.Sub():
            below = one.denominator * other.denominator
            return Fraction(gcd(int(one * below), int(other * below)), below)
        case _:
            return None
