"""What can be wrong with one expression of a program: each fault with the changed expression."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from typing import NamedTuple

from backend.proof.pools import beside

Names = dict[str, list[str]]


class Change(NamedTuple):
    """A fault in words, and the expression that has it."""

    fault: str
    node: ast.expr


def changes(node: ast.expr, holder: ast.AST, names: Names) -> Iterator[Change]:
    """Every fault that this expression can have, seen where it stands."""
    match node:
        case ast.Compare(ops=[_], comparators=[_]):
            yield from _comparison(node)
        case ast.UnaryOp(op=ast.Invert() | ast.Not(), operand=operand):
            yield Change("negation dropped", operand)
        case ast.BinOp():
            yield from _binary(node)
        case ast.Subscript(value=value, slice=key):
            yield from _subscript(node, value, key, names)
        case ast.Call(func=ast.Attribute(attr=method, value=value)):
            yield from _method(node, method, value)
        case ast.Constant(value=value) if not isinstance(holder, ast.Subscript | ast.keyword):
            yield from _constant(value, holder)
        case ast.List(elts=items):
            yield from _list(items, holder)
        case _:
            pass


_FLIPPED: dict[type[ast.cmpop], tuple[tuple[str, type[ast.cmpop]], ...]] = {
    ast.Lt: (("<= for <", ast.LtE), ("> for <", ast.Gt)),
    ast.LtE: (("< for <=", ast.Lt), (">= for <=", ast.GtE)),
    ast.Gt: ((">= for >", ast.GtE), ("< for >", ast.Lt)),
    ast.GtE: (("> for >=", ast.Gt), ("<= for >=", ast.LtE)),
    ast.Eq: (("!= for ==", ast.NotEq),),
    ast.NotEq: (("== for !=", ast.Eq),),
}


def _comparison(node: ast.Compare) -> Iterator[Change]:
    for fault, sign in _FLIPPED.get(type(node.ops[0]), ()):
        yield Change(fault, ast.Compare(node.left, [sign()], node.comparators))


def _binary(node: ast.BinOp) -> Iterator[Change]:
    left, right = node.left, node.right
    match node.op:
        case ast.BitAnd():
            yield Change("| for &", ast.BinOp(left, ast.BitOr(), right))
        case ast.BitOr():
            yield Change("& for |", ast.BinOp(left, ast.BitAnd(), right))
        case ast.Add():
            yield Change("- for +", ast.BinOp(left, ast.Sub(), right))
            return
        case ast.Sub():
            yield Change("+ for -", ast.BinOp(left, ast.Add(), right))
            return
        case ast.Mult():
            yield Change("/ for *", ast.BinOp(left, ast.Div(), right))
            return
        case ast.Div():
            yield Change("* for /", ast.BinOp(left, ast.Mult(), right))
            return
        case _:
            return
    yield Change(_dropped(left), right)
    yield Change(_dropped(right), left)


def _dropped(node: ast.expr) -> str:
    is_null_test = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    if is_null_test and node.func.attr in ("notna", "isna"):  # type: ignore[attr-defined]
        return "null test dropped"
    return "condition dropped"


def _subscript(
    node: ast.Subscript, value: ast.expr, key: ast.expr, names: Names
) -> Iterator[Change]:
    match value, key:
        case ast.Name(id=frame), ast.Constant(value=str(name)):
            what = "table" if frame == "tables" else "column"
            for other in names.get(frame, []):
                if other != name:
                    changed = ast.Subscript(value, ast.Constant(other), node.ctx)
                    yield Change(f"{what} {other!r} for {name!r}", changed)
        case ast.Name(), ast.Compare() | ast.BinOp() | ast.UnaryOp() | ast.Call() | ast.Name():
            yield Change("filter dropped", value)
        case _:
            pass


_OTHER: dict[str, tuple[str, ...]] = {
    "any": ("all",), "all": ("any",), "sum": ("mean",), "mean": ("sum", "median"),
    "min": ("max",), "max": ("min",), "median": ("mean",), "nunique": ("count",),
    "count": ("nunique",), "isna": ("notna",), "notna": ("isna",), "cummax": ("cummin",),
    "lower": ("upper",), "startswith": ("endswith",), "endswith": ("startswith",),
    "contains": ("fullmatch",), "std": ("var",), "idxmin": ("idxmax",), "idxmax": ("idxmin",),
}  # fmt: skip
_AGGREGATED = frozenset({"sum", "mean", "min", "max", "median", "nunique", "count", "size", "std"})
_DROPPED = frozenset({"dropna", "abs", "normalize", "drop_duplicates", "strip", "lower"})


def _method(node: ast.Call, method: str, value: ast.expr) -> Iterator[Change]:
    if method in _DROPPED:
        is_text = isinstance(value, ast.Attribute) and value.attr == "str"
        yield Change(f"{method} dropped", value.value if is_text else value)  # type: ignore[attr-defined]
    for other in _OTHER.get(method, ()):
        if method in ("lower",) or (other == "fullmatch" and node.keywords):
            continue
        yield Change(f"{other} for {method}", _renamed(node, value, other))
    yield from _ARGUMENTS.get(method, _no_change)(node)


def _renamed(node: ast.Call, value: ast.expr, method: str) -> ast.expr:
    return ast.Call(ast.Attribute(value, method, ast.Load()), node.args, node.keywords)


def _no_change(node: ast.Call) -> Iterator[Change]:
    yield from ()


def _shift(node: ast.Call) -> Iterator[Change]:
    if not node.args:
        for step in (-1, 2):
            yield Change(f"shift by {step}", ast.Call(node.func, [ast.Constant(step)], []))
    elif not node.keywords:
        yield Change("shift the other way", ast.Call(node.func, [], []))


def _between(node: ast.Call) -> Iterator[Change]:
    kinds = {"both", "neither", "left", "right"}
    now = next((k.value.value for k in node.keywords if k.arg == "inclusive"), "both")  # type: ignore[attr-defined]
    for kind in sorted(kinds - {now}):
        keyword = ast.keyword("inclusive", ast.Constant(kind))
        yield Change(f"bounds {kind} for {now}", ast.Call(node.func, node.args, [keyword]))


def _duplicated(node: ast.Call) -> Iterator[Change]:
    now = next((k.value.value for k in node.keywords if k.arg == "keep"), "first")  # type: ignore[attr-defined]
    for keep in (False, "first", "last"):
        if keep != now:
            keyword = ast.keyword("keep", ast.Constant(keep))
            others = [k for k in node.keywords if k.arg != "keep"]
            call = ast.Call(node.func, node.args, [*others, keyword])
            yield Change(f"keep={keep!r} for {now!r}", call)


def _transform(node: ast.Call) -> Iterator[Change]:
    match node.args:
        case [ast.Constant(value=str(name))]:
            for other in (*_OTHER.get(name, ()), *(("nunique",) if name == "size" else ())):
                yield Change(f"{other} for {name}", ast.Call(node.func, [ast.Constant(other)], []))
        case _:
            pass


def _groupby(node: ast.Call) -> Iterator[Change]:
    match node.args:
        case [ast.List(elts=keys)] if len(keys) > 1:
            for place in range(len(keys)):
                rest = ast.List([*keys[:place], *keys[place + 1 :]], ast.Load())
                yield Change("group key dropped", ast.Call(node.func, [rest], node.keywords))
        case _:
            pass


def _isin(node: ast.Call) -> Iterator[Change]:
    match node:
        case ast.Call(func=ast.Attribute(value=mine), args=[ast.Name() as theirs]):
            swapped = ast.Call(ast.Attribute(theirs, "isin", ast.Load()), [mine], [])
            yield Change("sides of isin swapped", swapped)
        case _:
            pass


_ARGUMENTS: dict[str, Callable[[ast.Call], Iterator[Change]]] = {
    "shift": _shift, "between": _between, "duplicated": _duplicated, "transform": _transform,
    "groupby": _groupby, "isin": _isin,
}  # fmt: skip


def _constant(value: object, holder: ast.AST) -> Iterator[Change]:
    """A bound, a factor or a text that is off by the least it can be."""
    is_compared = isinstance(holder, ast.Compare | ast.BinOp | ast.UnaryOp)
    match holder:
        case ast.Call(func=ast.Attribute(attr="between" | "quantile" | "Timedelta" | "shift")):
            is_compared = True
        case ast.Call(func=ast.Name(id="range")):
            is_compared = True
        case ast.Slice(lower=ast.Constant(), upper=ast.Constant()):
            is_compared = True
        case _:
            pass
    if not is_compared or isinstance(value, bool):
        return
    if isinstance(value, str):
        yield Change(f"{value + '?'!r} for {value!r}", ast.Constant(value + "?"))
    if isinstance(value, int | float):
        for near in beside(value):
            yield Change(f"{near!r} for {value!r}", ast.Constant(near))


def _list(items: list[ast.expr], holder: ast.AST) -> Iterator[Change]:
    """A set that lacks a member."""
    is_set = isinstance(holder, ast.Call) and isinstance(holder.func, ast.Attribute)
    if not is_set or holder.func.attr not in ("isin", "to_datetime"):  # type: ignore[attr-defined]
        return
    for place, item in enumerate(items[:MOST_MEMBERS]):
        rest = ast.List([*items[:place], *items[place + 1 :]], ast.Load())
        yield Change(f"{ast.unparse(item)} left out of the set", rest)


MOST_MEMBERS = 3
"""Members of a set that are left out in turn; the others are told alike."""
