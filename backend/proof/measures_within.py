"""Why another measure of each group is no fault where only its presence, or zero, is asked for.

Rules of this file: as in `equivalents`, nothing is forgiven for being unlikely.
"""

from __future__ import annotations

import ast

from backend.proof.changed_place import Place
from backend.proof.filledness import Filled

_PRESENT_WITH_ONE = frozenset({"mean", "median", "min", "max"})


def asks_presence_within(place: Place) -> str:
    """``cells.groupby(key).transform("mean")``, of which only ``notna()`` is asked."""
    told = _transforms(place)
    if told is None or not told <= _PRESENT_WITH_ONE:
        return ""
    match place.around:
        case (ast.Assign(targets=[ast.Name(id=name)]), *_) if _asked(
            name, (f"{name}.notna()",), place.function
        ):
            return f"{' and '.join(sorted(told))} are there alike, and no more is asked of them"
        case _:
            return ""


def tells_none_from_some(place: Place) -> str:
    """The sum and the mean of what is true or false are 0 of the same groups, and never below."""
    match place.node, place.around:
        case (
            ast.Call(func=ast.Attribute(value=ast.Call(func=ast.Attribute(value=ast.Name(id=of))))),
            (ast.Assign(targets=[ast.Name(id=name)]), *_),
        ):
            pass
        case _:
            return ""
    tests = (f"{name} == 0", f"{name} != 0", f"{name} > 0", f"{name}.isna()", f"{name}.notna()")
    is_true_or_false = _is_test(Filled.of(place.tree, place.function).names.get(of))
    if not is_true_or_false or not _asked(name, tests, place.function):
        return ""
    is_alike = _transforms(place) == {"sum", "mean"}
    return "of what is true or false, only whether any is true is asked" if is_alike else ""


def _transforms(place: Place) -> set[str] | None:
    """The names of both measures by which cells are transformed within each group."""
    match place.node, place.now:
        case (
            ast.Call(
                func=ast.Attribute(value=of, attr="transform"), args=[ast.Constant(value=str(was))]
            ),
            ast.Call(
                func=ast.Attribute(value=same, attr="transform"),
                args=[ast.Constant(value=str(now))],
            ),
        ) if ast.unparse(of) == ast.unparse(same):
            return {was, now}
        case _:
            return None


def _is_test(value: ast.expr | None) -> bool:
    """Whether an expression is a comparison, or several that are joined."""
    match value:
        case ast.Compare():
            return True
        case ast.BinOp(left=left, op=ast.BitAnd() | ast.BitOr(), right=right):
            return _is_test(left) and _is_test(right)
        case ast.Call(func=ast.Attribute(attr="notna" | "isna"), args=[]):
            return True
        case ast.UnaryOp(op=ast.Invert(), operand=inner):
            return _is_test(inner)
        case _:
            return False


def _asked(name: str, tests: tuple[str, ...], function: ast.FunctionDef) -> bool:
    """Whether a name is read at least once, and nowhere but in these tests."""
    read = [
        each
        for each in ast.walk(function)
        if isinstance(each, ast.Name) and each.id == name and isinstance(each.ctx, ast.Load)
    ]
    asked = [each for each in ast.walk(function) if _text(each) in tests]
    return len(asked) == len(read) > 0


def _text(node: ast.AST) -> str:
    return ast.unparse(node) if isinstance(node, ast.Compare | ast.Call) else ""


def is_looked_for(place: Place) -> str:
    """``rows[rows["key"].notna()]`` of rows whose key was found among keys that are filled."""
    match place.node, place.now:
        case (
            ast.Subscript(value=ast.Name(id=rows), slice=ast.Call() as asked),
            ast.Name(id=same),
        ) if rows == same:
            pass
        case _:
            return ""
    names = Filled.of(place.tree, place.function).names
    match names.get(rows):
        case ast.Subscript(
            value=ast.Name(id=table),
            slice=ast.Call(
                func=ast.Attribute(value=ast.Subscript(slice=cell) as key, attr="isin"),
                args=[ast.Name(id=known)],
            ),
        ) if ast.unparse(key) == f"{table}[{ast.unparse(cell)}]":
            keys = names.get(known)
            is_filled = keys is not None and ast.unparse(keys).endswith(".dropna()")
            is_asked = ast.unparse(asked) == f"{rows}[{ast.unparse(cell)}].notna()"
            return (
                f"{ast.unparse(cell)} was found among filled keys" if is_filled and is_asked else ""
            )
        case _:
            return ""


def is_number_where_filled(place: Place) -> str:
    """``cell.notna()`` and ``number.notna()``, or one of them, of a column of numbers."""
    match place.node, place.now:
        case (
            ast.BinOp(left=raw, op=ast.BitAnd(), right=number),
            ast.BinOp(left=same, op=ast.BitOr(), right=other),
        ) if ast.unparse(raw) == ast.unparse(same) and ast.unparse(number) == ast.unparse(other):
            pass
        case _:
            return ""
    match raw, number:
        case (
            ast.Call(func=ast.Attribute(value=ast.Subscript(slice=column) as cell, attr="notna")),
            ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="notna")),
        ):
            read = Filled.of(place.tree, place.function).names.get(name)
        case _:
            return ""
    is_read = read is not None and ast.unparse(read).startswith(
        f"pd.to_numeric({ast.unparse(cell)}, "
    )
    header = column.value if isinstance(column, ast.Constant) else None
    if is_read and header in place.numeric:
        return f"{header} holds numbers; with a cell that is none the rule compiles anew"
    return ""
