"""Why another filled column is no fault where only the row before is asked for.

Rules of this file: as in `equivalents`, nothing is forgiven for being unlikely.
"""

from __future__ import annotations

import ast
import re
from typing import NamedTuple

from backend.proof.changed_place import Place
from backend.proof.filledness import Filled

_MOVES = frozenset({"convert_dtypes", "groupby", "shift", "reindex"})


def asks_presence_of_previous(place: Place) -> str:
    """``rows["cell"].loc[order].shift()``, of which only ``notna()`` is asked.

    Both cells are filled in all rows that have a place: the one because rows without it were left
    out before, the other because it is what gives the place, or the group within which a row has
    one (rows without a group are moved nowhere). Where no order is told it is that of the file.
    """
    match place.node, place.now:
        case (
            ast.Subscript(value=ast.Name(id=rows), slice=ast.Constant(value=str(was))),
            ast.Subscript(value=ast.Name(id=same), slice=ast.Constant(value=str(now))),
        ) if rows == same:
            pass
        case _:
            return ""
    moved = _moved_in_order(place)
    if moved is None or not _is_only_asked(moved.name, place.function):
        return ""
    names = Filled.of(place.tree, place.function).names
    was_is_filled = _leaves_out_empty(names.get(rows), was)
    if not was_is_filled and not _is_order_of(moved.order, rows, was, names):
        return ""
    if f"{rows}[{now!r}]" in moved.keys or _is_order_of(moved.order, rows, now, names):
        return f"{was} and {now} are both filled in all rows in order, and no more is asked of it"
    return ""


class _Moved(NamedTuple):
    """What cells are moved by, and the name they are assigned to."""

    name: str
    order: str
    keys: tuple[str, ...]
    """The columns of the groups within which they are moved."""


def _moved_in_order(place: Place) -> _Moved | None:
    order = ""
    keys: tuple[str, ...] = ()
    for holder in place.around:
        match holder:
            case ast.Call(func=ast.Attribute(attr="groupby"), args=[by]):
                told = by.elts if isinstance(by, ast.List) else [by]
                keys = tuple(ast.unparse(each) for each in told)
            case ast.Attribute(attr=attr) if attr in _MOVES | {"loc"}:
                pass
            case ast.Call(func=ast.Attribute(attr=attr)) if attr in _MOVES:
                pass
            case ast.Subscript(value=ast.Attribute(attr="loc"), slice=ast.Name(id=name)):
                order = name
            case ast.Assign(targets=[ast.Name(id=name)]):
                return _Moved(name, order, keys) if order or keys else None
            case _:
                return None
    return None


def _is_only_asked(name: str, function: ast.FunctionDef) -> bool:
    uses = sum(isinstance(each, ast.Name) and each.id == name for each in ast.walk(function))
    asked = sum(
        isinstance(each, ast.Call) and ast.unparse(each) == f"{name}.notna()"
        for each in ast.walk(function)
    )
    return asked > 0 and uses == asked + 1


def _leaves_out_empty(rows: ast.expr | None, column: str) -> bool:
    """Whether these rows are those of a table whose cell is filled."""
    match rows:
        case ast.Subscript(value=ast.Name(id=table), slice=ast.Call() as asked):
            return ast.unparse(asked) == f"{table}[{column!r}].notna()"
        case _:
            return False


def _is_order_of(order: str, rows: str, column: str, names: dict[str, ast.expr]) -> bool:
    """Whether the order is of the rows where this column is filled, and can be read."""
    found = names.get(order)
    told = re.fullmatch(
        r"(?P<by>.+)\.dropna\(\)\.sort_values\(kind='stable'\)\.index",
        "" if found is None else ast.unparse(found),
    )
    if told is None:
        return False
    cell = f"{rows}[{column!r}]"
    by = names.get(told["by"])
    text = told["by"] if by is None else ast.unparse(by)
    is_read = text.startswith((f"pd.to_numeric({cell}, ", f"pd.to_datetime({cell}, "))
    return text == cell or (is_read and text.endswith("errors='coerce')"))
