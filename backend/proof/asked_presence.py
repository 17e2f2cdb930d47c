"""Why the other end of related cells is no fault where it is only asked whether there is one.

Rules of this file: as in `equivalents`, nothing is forgiven for being unlikely.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from backend.proof.changed_place import Place

_ENDS = frozenset({"min", "max", "median", "mean"})


def asks_presence_of_related(place: Place) -> str:
    """``by_key = cells.groupby(key).max()``, looked up by key, and of that only ``notna()``."""
    match place.node, place.now, place.around:
        case (
            ast.Call(
                func=ast.Attribute(value=ast.Call(func=ast.Attribute(attr="groupby")), attr=was)
            ),
            ast.Call(func=ast.Attribute(attr=now)),
            (ast.Assign(targets=[ast.Name(id=by_key)]), *_),
        ) if {was, now} <= _ENDS and _is_only_asked(by_key, place.function):
            return f"{now} is there where {was} is, and no more is asked of it"
        case _:
            return ""


def _is_only_asked(by_key: str, function: ast.FunctionDef) -> bool:
    """Whether all that is made of a name is looked up, and of that only asked if it is there."""
    holders = [
        each
        for each in function.body
        if isinstance(each, ast.Assign) and by_key in _read(each.value)
    ]
    match holders:
        case [ast.Assign(targets=[ast.Name(id=found)], value=value)]:
            uses = sum(by_key in _read(each) for each in function.body)
            is_looked_up = isinstance(value, ast.Call) and ".groupby(" not in ast.unparse(value)
            text = "\n".join(ast.unparse(each) for each in function.body if each is not holders[0])
            asked = text.count(f"{found}.notna()")
            return is_looked_up and uses == 1 and asked > 0 and asked == _count(found, function) - 1
        case _:
            return False


def _read(node: ast.AST) -> set[str]:
    return {each.id for each in _names(node) if isinstance(each.ctx, ast.Load)}


def _names(node: ast.AST) -> Iterator[ast.Name]:
    return (each for each in ast.walk(node) if isinstance(each, ast.Name))


def _count(name: str, function: ast.FunctionDef) -> int:
    return sum(each.id == name for each in _names(function))
