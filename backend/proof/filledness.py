"""What a condition says of empty cells: whether it can be true of a row where a value is missing.

Rules of this file: it reads expressions and runs none. A comparison other than ``!=`` with a
missing value is false in Pandas, and what is computed of a missing value is missing.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

_STRICT_CALLS = frozenset({
    "abs", "round", "convert_dtypes", "astype", "normalize", "tz_localize", "lower", "upper",
    "strip", "len", "title",
})  # fmt: skip
_STRICT_FUNCTIONS = frozenset({"pd.to_numeric", "pd.to_datetime"})
_FALSE_OF_EMPTY = (ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.Eq)


@dataclass(frozen=True)
class Filled:
    """What a function knows: its local names, and what ``scope`` has tested before it."""

    names: dict[str, ast.expr] = field(default_factory=dict)
    by_scope: frozenset[str] = frozenset()

    @classmethod
    def of(cls, tree: ast.Module, function: ast.FunctionDef) -> Filled:
        """Read the names that a function gives, each once."""
        names = _assigned(function)
        if not any(_is_scope_call(value) for value in names.values()):
            return cls(names)
        scope = next(n for n in tree.body if isinstance(n, ast.FunctionDef) and n.name == "scope")
        frames = {name for name, value in names.items() if _is_scope_call(value)}
        return cls(names, frozenset(_tested(scope, frames)))


def _assigned(function: ast.FunctionDef) -> dict[str, ast.expr]:
    found: dict[str, ast.expr] = {}
    twice = set()
    for node in ast.walk(function):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                twice |= {name} & found.keys()
                found[name] = value
            case _:
                pass
    return {name: value for name, value in found.items() if name not in twice}


def _is_scope_call(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) == "scope"


def _tested(scope: ast.FunctionDef, frames: set[str]) -> set[str]:
    """The expressions that ``scope`` asks to be filled, of frames of these names."""
    found: set[str] = set()
    for node in ast.walk(scope):
        match node:
            case ast.Return(value=ast.Subscript(value=ast.Name(id=frame), slice=mask)):
                if frame in frames:
                    found |= {ast.unparse(value) for value in _notna(mask)}
            case _:
                pass
    return found


def _notna(mask: ast.expr) -> list[ast.expr]:
    match mask:
        case ast.BinOp(left=left, op=ast.BitAnd(), right=right):
            return _notna(left) + _notna(right)
        case ast.Call(func=ast.Attribute(value=value, attr="notna"), args=[]):
            return [value]
        case _:
            return []


def implies_filled(condition: ast.expr, value: ast.expr, filled: Filled) -> bool:
    """Whether a condition is true of no row where the value is missing."""
    match condition:
        case ast.BinOp(left=left, op=ast.BitAnd(), right=right):
            return any(implies_filled(side, value, filled) for side in (left, right))
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return all(implies_filled(side, value, filled) for side in (left, right))
        case ast.Compare(left=left, ops=[sign], comparators=[right]):
            is_false = isinstance(sign, _FALSE_OF_EMPTY)
            return is_false and any(is_missing_with(s, value, filled) for s in (left, right))
        case ast.Call(func=ast.Attribute(value=inner, attr=method)):
            return _call_implies(condition, inner, method, value, filled)
        case ast.Name(id=name) if name in filled.names:
            return implies_filled(filled.names[name], value, filled)
        case _:
            return False


def _call_implies(
    call: ast.Call, inner: ast.expr, method: str, value: ast.expr, filled: Filled
) -> bool:
    match method:
        case "fillna" if ast.unparse(call.args[0]) == "False":
            return implies_filled(inner, value, filled)
        case "notna" | "between":
            return is_missing_with(inner, value, filled)
        case "isin" if isinstance(call.args[0], ast.List):
            return is_missing_with(inner, value, filled)
        case _:
            return False


def is_missing_with(node: ast.expr, value: ast.expr, filled: Filled) -> bool:
    """Whether an expression is missing wherever the value is."""
    if ast.unparse(node) == ast.unparse(value):
        return True
    match node:
        case ast.Name(id=name) if name in filled.names:
            return is_missing_with(filled.names[name], value, filled)
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub() | ast.Mult() | ast.Div(), right=right):
            return any(is_missing_with(side, value, filled) for side in (left, right))
        case ast.Call(func=func, args=[first, *_]) if ast.unparse(func) in _STRICT_FUNCTIONS:
            return is_missing_with(first, value, filled)
        case ast.Call(func=ast.Attribute(value=inner, attr=method)) if method in _STRICT_CALLS:
            return is_missing_with(inner, value, filled)
        case ast.Attribute(value=inner, attr="dt" | "str" | "year" | "month" | "day" | "hour"):
            return is_missing_with(inner, value, filled)
        case _:
            return False
