"""Why a changed bound is no fault where only whole numbers are held against it.

Rules of this file: it reads expressions and runs none. A column that was compiled as whole
numbers holds no others: with a fraction it is of another type, and the rule compiles anew.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Iterator
from typing import Any

from backend.proof.changed_place import Place

_SIGNS: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt, ast.GtE: operator.ge,
    ast.Eq: operator.eq, ast.NotEq: operator.ne,
}  # fmt: skip
_STEPS: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add, ast.Sub: operator.sub,
}  # fmt: skip
_WHOLE_OF_WHOLE = ("sum", "min", "max", "abs")
_WIDEST = 10_000


class _NotTold(Exception):
    """An expression is more than one whole number, constants, sums, sizes and roundings."""


def is_alike_of_whole_numbers(place: Place) -> str:
    """The comparison says the same of every whole number before and after the change.

    Beyond all constants it is of one mind, as what is compared only grows there; so those within
    are tried.
    """
    compared = next((n for n in (place.node, *place.around) if isinstance(n, ast.Compare)), None)
    if compared is None:
        return ""
    unknown = [ast.unparse(each) for each in _unknowns(compared, place)]
    fresh = {ast.unparse(each) for each in _unknowns(place.now, place)}
    if len(unknown) != 1 or not fresh <= {*unknown}:
        return ""
    try:
        reach = _reach(compared) + _reach(place.now)
        same = reach < _WIDEST and all(
            _holds(compared, place, at, is_changed=False)
            == _holds(compared, place, at, is_changed=True)
            for at in range(-int(reach) - 3, int(reach) + 4)
        )
    except _NotTold:
        return ""
    return "what is compared is a whole number, and no whole number lies between" if same else ""


def _reach(node: ast.expr) -> float:
    """No bound lies farther from zero than all constants together."""
    numbers = (n.value for n in ast.walk(node) if isinstance(n, ast.Constant))
    return sum(abs(n) for n in numbers if isinstance(n, int | float))


def _holds(node: ast.expr, place: Place, at: int, *, is_changed: bool) -> bool:
    node = place.now if is_changed and node is place.node else node
    match node:
        case ast.Compare(left=left, ops=[sign], comparators=[right]) if type(sign) in _SIGNS:
            sides = [_number(side, place, at, is_changed=is_changed) for side in (left, right)]
            return _SIGNS[type(sign)](*sides)
        case _:
            raise _NotTold


def _number(node: ast.expr, place: Place, at: int, *, is_changed: bool) -> float:
    node = place.now if is_changed and node is place.node else node
    match node:
        case ast.Constant(value=bool()):
            raise _NotTold
        case ast.Constant(value=int() | float() as found):
            return found
        case _ if _is_unknown(node, place):
            return at
        case ast.BinOp(left=left, op=step, right=right) if type(step) in _STEPS:
            sides = [_number(side, place, at, is_changed=is_changed) for side in (left, right)]
            return _STEPS[type(step)](*sides)
        case ast.Call(func=ast.Attribute(value=inner, attr="abs"), args=[]):
            return abs(_number(inner, place, at, is_changed=is_changed))
        case ast.Call(
            func=ast.Attribute(value=inner, attr="round"), args=[ast.Constant(value=int(places))]
        ):
            return round(_number(inner, place, at, is_changed=is_changed), places)
        case _:
            raise _NotTold


def _unknowns(node: ast.AST, place: Place) -> Iterator[ast.AST]:
    """The largest parts that are whole numbers and no constants."""
    if isinstance(node, ast.expr) and _is_unknown(node, place):
        yield node
        return
    for child in ast.iter_child_nodes(node):
        yield from _unknowns(child, place)


def _is_unknown(node: ast.expr, place: Place) -> bool:
    names = (n for n in ast.walk(node) if isinstance(n, ast.Name | ast.Subscript))
    return any(names) and is_whole(node, place)


def is_whole(node: ast.expr, place: Place) -> bool:
    """Whether an expression is a whole number wherever it is any, and is not what was changed."""
    if any(inner is place.node for inner in ast.walk(node)):
        return False
    match node:
        case ast.Constant(value=value):
            return isinstance(value, int)
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub() | ast.Mult(), right=right):
            return is_whole(left, place) and is_whole(right, place)
        case ast.Call(func=ast.Attribute(value=inner, attr=method)) if method in _WHOLE_OF_WHOLE:
            return is_whole(inner, place)
        case ast.Call():
            return _gives_whole(node, place)
        case ast.Subscript(slice=ast.Constant(value=str(label))):
            told = list(_told_as(label, place.tree))
            return len(told) == 1 and is_whole(told[0], place)
        case ast.Name(id=name):
            given = list(_given(name, place.tree))
            return bool(given) and all(is_whole(each, place) for each in given)
        case _:
            return False


def _gives_whole(call: ast.Call, place: Place) -> bool:
    """Whether a function gives whole numbers: quotients rounded down, a column of none but such."""
    match call.args:
        case [ast.Subscript(slice=ast.Constant(value=column)), *_]:
            return ast.unparse(call.func) == "pd.to_numeric" and column in place.whole
        case [_, ast.Constant(value=int())]:
            return ast.unparse(call.func) == "pd.Series.floordiv"
        case _:
            return False


def _told_as(label: str, tree: ast.Module) -> Iterator[ast.expr]:
    """What the metrics of ``scope`` have under a label."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict):
            pairs = zip(node.keys, node.values, strict=True)
            found = (v for k, v in pairs if isinstance(k, ast.Constant) and k.value == label)
            for value in found:
                yield value.elts[0] if isinstance(value, ast.List) and value.elts else value


def _given(name: str, tree: ast.Module) -> Iterator[ast.expr]:
    """Whatever any function of the program gives this name."""
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id=found)], value=value) if found == name:
                yield value
            case _:
                pass
