"""Why a null test is no fault to lose where "or it is empty" stands beside it or further out.

Rules of this file: as in `equivalents`, nothing is forgiven for being unlikely.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from backend.proof.changed_place import Place


def is_answered_further_out(place: Place) -> str:
    """``a.isna() | a.notna() & b``: where ``a`` is empty the whole is true, whatever is changed.

    Absorption (Boole 1854): within the other side of that ``|``, ``a`` may be taken as filled.
    """
    match place.node:
        case ast.BinOp(left=left, op=ast.BitAnd(), right=right):
            pass
        case _:
            return ""
    filled = {*_taken_as_filled(place)}
    told = [each for each in (left, right) if _are_told(each, filled)]
    match place.now:
        case ast.BinOp(left=same, op=ast.BitOr(), right=other) if ast.unparse(same) == ast.unparse(
            left
        ) and ast.unparse(other) == ast.unparse(right):
            is_alike = len(told) == 2
        case now:
            dropped = [each for each in (left, right) if ast.unparse(each) != ast.unparse(now)]
            is_alike = len(dropped) == 1 and dropped[0] in told
    return f"{' and '.join(sorted(filled))} cannot be empty there" if is_alike else ""


def _are_told(node: ast.expr, filled: set[str]) -> bool:
    """Whether nothing but what is taken as filled is asked to be filled."""
    match node:
        case ast.BinOp(left=left, op=ast.BitAnd(), right=right):
            return _are_told(left, filled) and _are_told(right, filled)
        case _:
            return _called(node, "notna") in filled


def _taken_as_filled(place: Place) -> Iterator[str]:
    """What is asked to be empty by another side of an ``|`` around the changed part."""
    inner: ast.AST = place.node
    for holder in place.around:
        if isinstance(holder, ast.BinOp) and isinstance(holder.op, ast.BitOr):
            other = holder.right if holder.left is inner else holder.left
            yield from filter(None, (_called(each, "isna") for each in _sides(other)))
        inner = holder


def _sides(node: ast.expr) -> Iterator[ast.expr]:
    match node:
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            yield from _sides(left)
            yield from _sides(right)
        case _:
            yield node


def _called(node: ast.expr, method: str) -> str:
    """What a method without arguments is called on; empty where another is."""
    match node:
        case ast.Call(func=ast.Attribute(value=value, attr=attr), args=[]) if attr == method:
            return ast.unparse(value)
        case _:
            return ""
