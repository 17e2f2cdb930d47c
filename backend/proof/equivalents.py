"""Why a mutant that no witness tells apart is no fault: arguments, one function each.

Rules of this file: without an argument a mutant survives; nothing is forgiven for being unlikely.
What is said of Pandas is its documented behaviour.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from backend.codegen.syntax import read_expression, read_python
from backend.proof.alike_numbers import OF_NUMBERS
from backend.proof.answered_tests import is_answered_further_out
from backend.proof.asked_presence import asks_presence_of_related
from backend.proof.changed_place import Place, find_place
from backend.proof.filledness import Filled, implies_filled
from backend.proof.joined_tests import scope_has_asked_all
from backend.proof.measures_within import (
    asks_presence_within,
    is_looked_for,
    is_number_where_filled,
    tells_none_from_some,
)
from backend.proof.mutants import Variant
from backend.proof.never_alone import is_never_one
from backend.proof.presence_in_order import asks_presence_of_previous
from backend.proof.whole_steps import is_as_whole

_ILL_SPELLED = re.compile(
    r"(?P<cell>\w+\['(?P<column>[^'\\]+)'\])\.notna\(\) & ~(?P=cell)\.astype\('str'\)"
    r"\.str\.fullmatch\((?P<pattern>'[^']+')\)"
)
"""Where a filled cell is not spelled as it should be, as the compiler writes it."""
_OF_NUMBERS = (
    r"[+-]?[0-9]+(\.0+)?",
    r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?",
)
"""How the compiler spells a whole number, and a number: every integer is spelled so."""
_FORMS = ("fullmatch", "to_datetime", "contains", "startswith", "endswith", "text for text")


def reads_forms(variant: Variant) -> bool:
    """Whether a mutant differs in how the form of a text is read."""
    one, other = (ast.unparse(read_python(text)) for text in (variant.was, variant.now))
    return any(one.count(form) != other.count(form) for form in _FORMS)


def is_null_test(variant: Variant) -> bool:
    """Whether a mutant only leaves out a test for empty cells, or asks another column for them."""
    is_asked = variant.fault.startswith("column ") and variant.asked == "notna"
    return variant.fault in ("null test dropped", "dropna dropped") or is_asked


def explain(
    variant: Variant,
    source: str,
    numeric: frozenset[str] = frozenset(),
    whole: frozenset[str] = frozenset(),
) -> str:
    """Why no table tells this mutant from the program; empty where nothing says so.

    ``numeric`` are the columns of the judged table that were compiled as numbers, ``whole`` those
    of them that were compiled as whole numbers.
    """
    place = find_place(variant, read_python(source), numeric, whole)
    if place is None:
        return ""
    return next(filter(None, (argument(place) for argument in ARGUMENTS)), "")


def _scope_has_asked(place: Place) -> str:
    """``check`` begins with the rows of ``scope``, which have passed this null test."""
    tested = _null_tested(place)
    filled = Filled.of(place.tree, place.function)
    if tested is not None and ast.unparse(tested) in filled.by_scope:
        return f"scope leaves only rows where {ast.unparse(tested)} is filled"
    return "" if tested is None else _are_all_numbers(tested, filled, place.numeric)


def _are_all_numbers(tested: ast.expr, filled: Filled, numeric: frozenset[str]) -> str:
    """A column of numbers holds nothing else: with a cell that is none it is of another type."""
    value = filled.names.get(tested.id, tested) if isinstance(tested, ast.Name) else tested
    match value:
        case ast.Call(
            func=func, args=[ast.Subscript(slice=ast.Constant(value=str(column))) as raw]
        ):
            is_number = ast.unparse(func) == "pd.to_numeric" and column in numeric
            if is_number and ast.unparse(raw) in filled.by_scope:
                return f"{column} holds numbers; with a cell that is none the rule compiles anew"
        case _:
            pass
    return ""


def _rest_implies(place: Place) -> str:
    """The other conditions are true of no row where the dropped test is false."""
    tested = _null_tested(place, only_notna=True)
    if tested is None or not isinstance(place.node, ast.BinOp):
        return ""
    if not isinstance(place.node.op, ast.BitAnd):
        return ""
    filled = Filled.of(place.tree, place.function)
    others = [place.now, *_other_conjuncts(place)]
    if any(implies_filled(other, tested, filled) for other in others):
        return f"the other conditions hold of no row where {ast.unparse(tested)} is empty"
    return ""


def _null_tested(place: Place, *, only_notna: bool = False) -> ast.expr | None:
    """What the dropped ``notna`` or ``dropna`` is called on."""
    node = place.node
    if isinstance(node, ast.BinOp):
        kept = ast.unparse(place.now)
        dropped = [side for side in (node.left, node.right) if ast.unparse(side) != kept]
        node = dropped[0] if len(dropped) == 1 else node
    match node:
        case ast.Call(func=ast.Attribute(value=value, attr="notna"), args=[]):
            return value
        case ast.Call(func=ast.Attribute(value=value, attr="dropna"), args=[]) if not only_notna:
            return value if ast.unparse(place.now) == ast.unparse(value) else None
        case _:
            return None


def _other_conjuncts(place: Place) -> Iterator[ast.expr]:
    """What else must be true beside the changed conjunction."""
    inner: ast.AST = place.node
    for holder in place.around:
        if not (isinstance(holder, ast.BinOp) and isinstance(holder.op, ast.BitAnd)):
            return
        yield holder.right if holder.left is inner else holder.left
        inner = holder


_LEAVES_EMPTY_OUT = frozenset({"value_counts", "mode", "nunique", "median", "mean", "max", "min"})


def _is_left_out_anyway(place: Place) -> str:
    """What is done with the column leaves its empty cells out by itself."""
    match place.node, place.around:
        case (
            ast.Call(func=ast.Attribute(attr="dropna"), args=[], keywords=[]),
            (ast.Attribute(attr=method), ast.Call(args=[], keywords=[]), *_),
        ) if method in _LEAVES_EMPTY_OUT:
            return f"{method} leaves empty cells out by itself"
        case ast.Call(func=ast.Attribute(value=value, attr="dropna")), _ if "mode" in ast.unparse(
            value
        ):
            is_mode = all(_is_mode(cell) for cell in _frame_cells(value))
            return "mode leaves empty cells out by itself" if is_mode else ""
        case _:
            return ""


def _frame_cells(node: ast.expr) -> list[ast.expr]:
    """The columns of ``pd.DataFrame({…})``; the node itself where it is none."""
    match node:
        case ast.Call(func=ast.Attribute(attr="DataFrame"), args=[ast.Dict(values=values)]):
            return list(values)
        case _:
            return [node]


def _is_mode(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func).endswith(".mode")


def _is_a_day(place: Place) -> str:
    """``as_of`` is told as a day, without a time."""
    text = ast.unparse(place.node)
    if text == "pd.Timestamp(as_of).normalize()":
        return "as_of is a day, which has no time to drop"
    return ""


def _only_counts(place: Place) -> str:
    """Only the number of rows of ``scope`` counts, and a shift by one either way leaves as many."""
    calls = {n.func.id for n in ast.walk(place.tree) if _is_plain_call(n)}  # type: ignore[attr-defined]
    is_shift = isinstance(place.node, ast.Call) and ast.unparse(place.node.func).endswith(".shift")
    is_by_one = is_shift and ast.unparse(place.now).endswith((".shift(-1)", ".shift()"))
    if place.function.name == "scope" and "scope" not in calls and is_by_one:
        return "scope only counts, and a shift the other way leaves as many rows"
    return ""


_PRESENT_WITH_ONE = frozenset({"mean", "median", "min", "max"})
_PRESENT_WITH_TWO = frozenset({"std", "var"})


def _asks_presence(place: Place) -> str:
    """A measure of which the function only asks whether there is one."""
    match place.node, place.now, place.around:
        case (
            ast.Call(func=ast.Attribute(value=ast.Name() as series, attr=was)),
            ast.Call(func=ast.Attribute(attr=now)),
            (ast.Assign(targets=[ast.Name(id=name)]), *_),
        ) if _is_only_asked(name, place.function):
            alike = [group for group in (_PRESENT_WITH_ONE, _PRESENT_WITH_TWO) if was in group]
            if any(now in group for group in alike):
                return f"{now} is there where {was} is, and no more is asked of it"
            if now == "sum" and was in _PRESENT_WITH_ONE and _asks_cell(series, place):
                return f"{was} is there where a cell is filled, and only such rows count"
            return ""
        case _:
            return ""


def _is_only_asked(name: str, function: ast.FunctionDef) -> bool:
    uses = [n for n in ast.walk(function) if isinstance(n, ast.Name) and n.id == name]
    asked = [
        node
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and ast.unparse(node) == f"pd.notna({name})"
    ]
    return len(uses) == len(asked) + 1


def _asks_cell(series: ast.Name, place: Place) -> bool:
    """Whether the rows that are kept have a filled cell of the column that is measured."""
    raw = Filled.of(place.tree, place.function).names.get(series.id)
    match raw:
        case ast.Call(func=func, args=[ast.Subscript() as column]):
            is_number = ast.unparse(func) == "pd.to_numeric"
            return is_number and f"{ast.unparse(column)}.notna() &" in ast.unparse(place.function)
        case _:
            return False


def _is_plain_call(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name)


def _ends_among_the_found(place: Place) -> str:
    """``set(range(a, max(x) + 1)) - set(x)``: the last number is taken away again."""
    for holder in (place.node, *place.around):
        match holder:
            case ast.BinOp(
                left=ast.Call(func=ast.Name(id="set"), args=[ast.Call() as numbers]),
                op=ast.Sub(),
                right=ast.Call(func=ast.Name(id="set"), args=[ast.Name(id=name)]),
            ) if _is_range_to(numbers, name):
                return _say_range(place, numbers)
            case _:
                pass
    return ""


def _is_range_to(numbers: ast.Call, name: str) -> bool:
    return ast.unparse(numbers).startswith("range(") and f"max({name}, default=-1) + 1" in (
        ast.unparse(numbers)
    )


def _say_range(place: Place, numbers: ast.Call) -> str:
    end = numbers.args[-1]
    is_last = isinstance(end, ast.BinOp) and place.node is end.right
    if is_last and ast.unparse(place.now) == "0":
        return "the last number is there, so that it is not missing either way"
    is_default = any(isinstance(holder, ast.keyword) for holder in place.around)
    if is_default and ast.unparse(place.now) == "2":
        return "without a number the range is empty either way"
    return ""


def _is_whole_already(place: Place) -> str:
    """A column of whole numbers spells nothing else: with a fraction it is of another type."""
    kept = ast.unparse(place.now)
    match place.node:
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            dropped = [ast.unparse(side) for side in (left, right) if ast.unparse(side) != kept]
        case _:
            return ""
    found = _ILL_SPELLED.fullmatch(dropped[0]) if len(dropped) == 1 else None
    if found is None or found["column"] not in place.whole:
        return ""
    if ast.literal_eval(read_expression(found["pattern"])) not in _OF_NUMBERS:
        return ""
    return f"{found['column']} holds whole numbers; with a fraction the rule compiles anew"


ARGUMENTS = (
    _scope_has_asked, scope_has_asked_all, _rest_implies, _asks_presence, _is_left_out_anyway,
    _is_a_day, _only_counts, _ends_among_the_found, _is_whole_already, asks_presence_of_related,
    asks_presence_of_previous, asks_presence_within, tells_none_from_some, is_looked_for,
    is_as_whole, is_number_where_filled, is_answered_further_out, is_never_one, *OF_NUMBERS,
)  # fmt: skip
