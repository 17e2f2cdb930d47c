"""Why a bound of one is no fault beside a bound of none: of rows that are alike there are two.

Rules of this file: as in `equivalents`, nothing is forgiven for being unlikely.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from operator import ge, gt, le, lt

from backend.proof.changed_place import Place

_SIGNS: dict[type[ast.cmpop], Callable[[float, float], bool]] = {
    ast.Gt: gt, ast.GtE: ge, ast.Lt: lt, ast.LtE: le,
}  # fmt: skip
_COUNT = ".duplicated(keep=False).sum()"


def is_never_one(place: Place) -> str:
    """``copies > 1``: a row that another one equals is never the only one.

    So 0 and 2 and more are all that is counted, and comparisons that are true of the same of
    these are one.
    """
    was = place.node if isinstance(place.node, ast.Compare) else None
    now: ast.expr = place.now
    if was is None and place.around and isinstance(place.around[0], ast.Compare):
        was = place.around[0]
        now = ast.Compare(left=was.left, ops=was.ops, comparators=[place.now])
    if was is None or not isinstance(now, ast.Compare) or not _counts_copies(was.left, place):
        return ""
    if ast.unparse(was.left) != ast.unparse(now.left):
        return ""
    tests = [_test(was), _test(now)]
    is_alike = None not in tests and tests[0] == tests[1]
    return "rows that are alike are none, or two at least" if is_alike else ""


def _test(told: ast.Compare) -> tuple[bool, ...] | None:
    """Whether a comparison is true of none, of two, and of more; None of bounds above two."""
    match told:
        case ast.Compare(ops=[sign], comparators=[ast.Constant(value=int(bound))]):
            test = _SIGNS.get(type(sign))
            is_small = 0 <= bound <= 2
            return tuple(test(n, bound) for n in (0, 2, 3)) if test and is_small else None
        case _:
            return None


def _counts_copies(left: ast.expr, place: Place) -> bool:
    """Whether ``metrics['copies']`` is a number of rows that are alike, as ``scope`` counts it."""
    match left:
        case ast.Subscript(slice=ast.Constant(value=str(label))):
            pass
        case _:
            return False
    scopes = [f for f in place.tree.body if isinstance(f, ast.FunctionDef) and f.name == "scope"]
    frames = [node for each in scopes for node in ast.walk(each) if isinstance(node, ast.Dict)]
    told = [
        ast.unparse(value)
        for frame in frames
        for key, value in zip(frame.keys, frame.values, strict=True)
        if isinstance(key, ast.Constant) and key.value == label
    ]
    return len(told) == 1 and told[0].removesuffix("]").endswith(_COUNT)
