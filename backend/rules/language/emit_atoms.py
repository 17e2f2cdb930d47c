"""Atoms to boolean masks: true where the atom is true, given that its cells are filled."""

from __future__ import annotations

import re
import warnings

from backend.codegen.code import Code, all_of, call, literal, pattern
from backend.contracts.errors import PlanError
from backend.contracts.schema import ColumnType
from backend.rules.language.emit_cells import DATES, raw_cell
from backend.rules.language.emit_keys import exists, raw_lookup
from backend.rules.language.emit_made import made
from backend.rules.language.emit_windows import raw_previous
from backend.rules.language.formats import format_of
from backend.rules.language.presence import computes, filled, unlike
from backend.rules.language.rows import NUMERIC, Rows
from backend.rules.language.terms import (
    Aggregate,
    Apply,
    Arithmetic,
    Cell,
    Compare,
    Constant,
    Exists,
    Function,
    How,
    Lookup,
    Made,
    Matches,
    Missing,
    OneOf,
    Parameter,
    Predicate,
    Previous,
    Reads,
    Value,
)
from backend.rules.language.walk import is_fixed, walk


def mask(atom: Predicate, rows: Rows) -> Code:
    """Where an atom is true."""
    match atom:
        case Compare():
            return _null_safe(atom, rows) if atom.null_safe else _comparison(atom, rows)
        case OneOf():
            return _one_of(atom, rows)
        case Missing():
            return _missing(atom, rows)
        case Matches():
            return _matches(atom, rows)
        case Made():
            return made(atom, rows)
        case Exists():
            return exists(atom, rows)
        case _:
            raise PlanError(f"{atom.type!r} is no atom.", code="unfinished-rule")


def broken(atom: Predicate, rows: Rows) -> Code:
    """Where an atom is false, or a side of it is not what it calls for."""
    is_plain = isinstance(atom, Compare) and not (atom.null_safe or is_rounded(atom))
    if isinstance(atom, Compare) and not atom.null_safe:
        if is_plain and atom.sign == "==" and not _may_be_unknown(atom, rows):
            return mask(atom.model_copy(update={"sign": "!="}), rows)
        return ~_sure(atom, rows)
    return ~mask(atom, rows)


def _sure(atom: Compare, rows: Rows) -> Code:
    """Where a comparison is true, as a mask that has no empty cells."""
    found = _comparison(atom, rows)
    return found.call("fillna", literal(False)) if _may_be_unknown(atom, rows) else found


def _may_be_unknown(atom: Compare, rows: Rows) -> bool:
    """Whether a nullable integer meets a cell that is no number: pandas leaves that open.

    What is looked up by a nullable integer is nullable as well.
    """
    cells = {part for part in walk(atom) if isinstance(part, Cell | Lookup | Previous | Aggregate)}
    if atom.reads != Reads.NUMBER or len(cells) < 2 or rows.metrics:
        return False
    columns = [(part.table, part.column) for part in cells if isinstance(part, Cell | Lookup)]
    columns += [
        (part.key_of.table if part.key_of else rows.table, mine)
        for part in cells
        if isinstance(part, Lookup)
        for mine, _ in part.keys
    ]
    return any(rows.fact(*column).type == ColumnType.INTEGER for column in columns)


def is_rounded(atom: Compare) -> bool:
    """Whether the sides are compared by their difference to six decimals."""
    blurred = computes(atom.left) or computes(atom.right)
    return atom.reads == Reads.NUMBER and (bool(atom.tolerance) or blurred)


def _comparison(atom: Compare, rows: Rows) -> Code:
    left = _side(atom.left, atom, rows)
    if _is_of_whole(atom):
        left = rows.body.let("number", left)
        return _rounded(atom, left, left.call("round"))
    right = _side(atom.right, atom, rows)
    if is_rounded(atom):
        return _rounded(atom, left, right)
    return left.compare(atom.sign, right)


def _is_of_whole(atom: Compare) -> bool:
    """Whether what is computed is held against itself, rounded: it is named, and told once."""
    match atom:
        case Compare(left=Arithmetic() as left, right=Apply(function=Function.ROUND, of=of)):
            return of == left
        case _:
            return False


def _side(value: Value, atom: Compare, rows: Rows) -> Code:
    side = rows.value(value, atom.reads)
    if not atom.ignore_case or atom.reads != Reads.TEXT:
        return side
    if isinstance(value, Constant):
        return literal(str(value.value).lower())
    return side.call("lower" if isinstance(value, Parameter) else "str.lower")


def _rounded(atom: Compare, left: Code, right: Code) -> Code:
    """Differences are compared to six decimals, so that 0.1 + 0.2 is 0.3."""
    difference = left.combine("-", right)
    if atom.sign in ("==", "!="):
        apart = difference.call("abs").call("round", literal(6))
        sign = "<=" if atom.sign == "==" else ">"
        return apart.compare(sign, literal(atom.tolerance or 0))
    allowance = atom.tolerance if atom.sign in ("<", "<=") else -atom.tolerance
    return difference.call("round", literal(6)).compare(atom.sign, literal(allowance or 0))


def _null_safe(atom: Compare, rows: Rows) -> Code:
    """Two empty sides are equal, and an empty side differs from a filled one."""
    sides = [unlike(filled(side, rows)) for side in (atom.left, atom.right)]
    same = all_of([*unlike(sides[0] + sides[1]), _sure(atom, rows)])
    if atom.sign in ("<", ">") or not all(sides) or _are_all_metrics(atom, rows):
        return same
    return all_of([~all_of(side) for side in sides]) | same


def _are_all_metrics(atom: Compare, rows: Rows) -> bool:
    """Whether it compares the only two metrics that there are, of which one is told in each row."""
    return bool(rows.metrics) and {*rows.metrics} == {atom.left, atom.right}


def between(parts: tuple[Predicate, ...], rows: Rows) -> Code | None:
    """``x.between(low, high)`` for two bounds on one value that are the same for every row."""
    match parts:
        case (
            Compare(sign=">=" | ">") as low,
            Compare(sign="<=" | "<") as high,
        ) if low.left == high.left and low.reads == high.reads:
            is_column = low.left in rows.metrics or not is_fixed(low.left)
            if is_column and _is_plain_bound(low) and _is_plain_bound(high):
                return _between(low, high, rows)
    return None


def _is_plain_bound(atom: Compare) -> bool:
    is_plain = not (is_rounded(atom) or atom.null_safe or atom.ignore_case)
    return is_plain and isinstance(atom.right, Constant | Parameter)


def _between(low: Compare, high: Compare, rows: Rows) -> Code:
    series = rows.value(low.left, low.reads)
    bounds = [rows.value(side.right, low.reads) for side in (low, high)]
    kinds = {(">=", "<="): None, (">", "<"): "neither", (">=", "<"): "left", (">", "<="): "right"}
    inclusive = kinds[low.sign, high.sign]
    options = {} if inclusive is None else {"inclusive": literal(inclusive)}
    return series.call("between", *bounds, **options)


def _one_of(atom: OneOf, rows: Rows) -> Code:
    series = rows.value(atom.of, atom.reads)
    values = [option.value for option in atom.options]
    if atom.reads in DATES:
        return series.call("isin", call("pd.to_datetime", literal([str(each) for each in values])))
    if atom.reads == Reads.NUMBER:
        return series.call("isin", literal(values))
    if atom.trim:
        series = series.call("str.strip")
    if atom.ignore_case:
        series = series.call("str.lower")
    texts = [str(each).lower() if atom.ignore_case else str(each) for each in values]
    return series.call("isin", literal(texts))


def _missing(atom: Missing, rows: Rows) -> Code:
    match atom.of:
        case Cell():
            raw = raw_cell(atom.of, rows)
        case Lookup():
            raw = raw_lookup(atom.of, rows)
        case Previous():
            return raw_previous(atom.of, rows).call("isna")
        case _:
            return rows.value(atom.of, Reads.NUMBER).call("isna")
    if not atom.blanks or rows.fact(atom.of.table, atom.of.column).type in NUMERIC:
        return raw.call("isna")
    text = raw.call("astype", literal("str")).call("fillna", literal(""))
    return text.call("str.strip").compare("==", literal(""))


def _matches(atom: Matches, rows: Rows) -> Code:
    text = rows.value(atom.of, Reads.TEXT)
    if atom.how == How.FORMAT:
        return format_of(atom.text).emit(text, rows.body)
    if atom.how == How.PATTERN:
        options = {"case": literal(False)} if atom.ignore_case else {}
        return text.call("str.fullmatch", pattern(_portable(atom.text)), **options)
    wanted = literal(atom.text.lower() if atom.ignore_case else atom.text)
    if atom.ignore_case:
        text = text.call("str.lower")
    if atom.how == How.CONTAINS:
        return text.call("str.contains", wanted, regex=literal(False))
    return text.call("str.startswith" if atom.how == How.STARTS else "str.endswith", wanted)


def _portable(expression: str) -> str:
    """A regular expression that the engines under pandas (Python's and RE2) read alike.

    Raises:
        PlanError: they do not, or it is none.
    """
    has_open_count = re.search(r"\{,\d+\}", re.sub(r"\\.", "", expression))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            re.compile(expression)
    except (re.error, FutureWarning) as error:
        raise _unportable(expression, str(error)) from error
    if has_open_count:
        raise _unportable(expression, "write {0,n} for {,n}")
    return expression


def _unportable(expression: str, why: str) -> PlanError:
    return PlanError(
        f"The pattern {expression!r} is not read alike everywhere ({why}). Write it in the "
        "syntax of Python's re, with sets such as [A-Za-z] for classes.",
        code="unportable-pattern",
    )
