"""Why a fault in joined tests for empty cells is none, where ``scope`` has asked them all.

Rules of this file: as in `equivalents`, nothing is forgiven for being unlikely.
"""

from __future__ import annotations

import ast

from backend.proof.changed_place import Place
from backend.proof.filledness import Filled


def scope_has_asked_all(place: Place) -> str:
    """Null tests that are joined, each of which the rows of ``scope`` have passed: all are true."""
    node, now = place.node, place.now
    if not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.BitAnd):
        return ""
    sides = [node.left, node.right]
    if ast.unparse(now) != ast.unparse(ast.BinOp(node.left, ast.BitOr(), node.right)):
        sides = [side for side in sides if ast.unparse(side) != ast.unparse(now)]
        if len(sides) != 1:
            return ""
    by_scope = Filled.of(place.tree, place.function).by_scope
    tested = [each for side in sides for each in _joined_tests(side)]
    if tested and all(name in by_scope for name in tested):
        return f"scope leaves only rows where {' and '.join(tested)} are filled"
    return ""


def _joined_tests(node: ast.expr) -> list[str]:
    """What is asked to be filled; something that scope never asks where more is asked."""
    match node:
        case ast.BinOp(op=ast.BitAnd(), left=left, right=right):
            return [*_joined_tests(left), *_joined_tests(right)]
        case ast.Call(func=ast.Attribute(value=value, attr="notna"), args=[]):
            return [ast.unparse(value)]
        case _:
            return [""]
