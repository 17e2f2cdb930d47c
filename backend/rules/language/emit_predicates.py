"""Predicates to boolean masks, under three-valued logic.

``holds`` is true where a predicate is certainly true; ``breaks`` where it is certainly false,
or where a cell that should be a number or a date is none; ``judged`` where it is not unknown.
"""

from __future__ import annotations

from backend.codegen.code import Code, all_of, any_of, call, literal, pattern
from backend.codegen.page import Body
from backend.rules.language.emit_values import emit_value, raw_cell, raw_lookup, raw_previous
from backend.rules.language.formats import format_of
from backend.rules.language.rows import NUMERIC, Facts, Rows
from backend.rules.language.terms import (
    Aggregate,
    All,
    Any,
    Apply,
    Arithmetic,
    Cell,
    Compare,
    Elapsed,
    Exists,
    How,
    Lookup,
    Matches,
    Measure,
    Missing,
    Not,
    OneOf,
    Predicate,
    Previous,
    Reads,
    Shifted,
    Unless,
    Value,
)

_OPPOSITE = {"<": ">=", "<=": ">", "==": "!=", "!=": "==", ">=": "<", ">": "<="}


def over(body: Body, table: str, facts: Facts, known: frozenset[str] = frozenset()) -> Rows:
    """All rows of a table, under its local name in ``body``."""
    return Rows(body, body.table(table), table, facts, holds, known)


def negated(predicate: Predicate) -> Predicate:
    """The predicate that is true where this one is false; Not stays only around atoms."""
    match predicate:
        case Not() | Unless():
            return simplified(predicate.part)
        case All():
            return Any(parts=tuple(negated(part) for part in predicate.parts))
        case Any():
            return All(parts=tuple(negated(part) for part in predicate.parts))
        case Compare() if not predicate.null_safe:
            return predicate.model_copy(update={"sign": _OPPOSITE[predicate.sign]})
        case _:
            return Not(part=predicate)


def simplified(predicate: Predicate) -> Predicate:
    """The same predicate with Not pushed down to the atoms."""
    match predicate:
        case Not():
            return negated(predicate.part)
        case All():
            return All(parts=tuple(simplified(part) for part in predicate.parts))
        case Any():
            return Any(parts=tuple(simplified(part) for part in predicate.parts))
        case _:
            return predicate


def holds(predicate: Predicate, rows: Rows) -> Code:
    """Where the predicate is true."""
    match simplified(predicate):
        case All(parts=parts):
            between = _range(parts, rows)
            return between or all_of([holds(part, rows) for part in parts])
        case Any(parts=parts):
            return any_of([holds(part, rows) for part in parts])
        case Unless(part=part):
            return ~holds(part, rows)
        case Not(part=part):
            return _guarded(part, ~_mask(part, rows), rows)
        case Compare(sign="!=") as atom:
            return _guarded(atom, _mask(atom, rows), rows)
        case atom:
            return _mask(atom, rows)


def breaks(predicate: Predicate, rows: Rows) -> Code:
    """Where the predicate is false, or a cell cannot be read as it calls for."""
    match simplified(predicate):
        case All(parts=parts):
            between = _range(parts, rows)
            if between is not None:
                return _guarded(parts[0], ~between, rows)
            return any_of([breaks(part, rows) for part in parts])
        case Any(parts=parts):
            return all_of([breaks(part, rows) for part in parts])
        case Not(part=part):
            return _mask(part, rows)
        case Unless(part=part):
            return holds(part, rows)
        case Compare() as atom:
            return _guarded(atom, _broken_comparison(atom, rows), rows)
        case atom:
            return _guarded(atom, ~_mask(atom, rows), rows)


def judged(predicate: Predicate, rows: Rows) -> Code | None:
    """Where the predicate is known to be true or false; None where it always is."""
    match simplified(predicate):
        case All(parts=parts):
            masks = [judged(part, rows) for part in parts]
            known = [mask for mask in masks if mask is not None]
            return any_of(_unlike(known)) if len(known) == len(masks) else None
        case Any(parts=parts):
            known = [mask for mask in (judged(part, rows) for part in parts) if mask is not None]
            return all_of(_unlike(known)) if known else None
        case atom:
            guards = presence(atom, rows, windows=False)
            return all_of(guards) if guards else None


def _unlike(codes: list[Code]) -> list[Code]:
    return list({code.text: code for code in codes}.values())


def _guarded(atom: Predicate, mask: Code, rows: Rows) -> Code:
    guards = [guard for guard in presence(atom, rows) if guard.text not in rows.known]
    return all_of([*guards, mask])


def presence(atom: Predicate, rows: Rows, *, windows: bool = True) -> list[Code]:
    """The tests that every cell which an atom compares is filled.

    Without ``windows``, cells of neighbouring rows are left out: a scope that dropped the first
    row of a group would change what the rows before are.
    """
    match atom:
        case Compare(null_safe=False):
            found = _filled(atom.left, rows, windows) + _filled(atom.right, rows, windows)
        case OneOf() | Matches():
            found = _filled(atom.of, rows, windows)
        case Exists():
            found = [rows.frame.item(literal(mine)).call("notna") for mine, _ in atom.keys]
        case Not():
            found = presence(atom.part, rows, windows=windows)
        case _:
            found = []
    return _unlike(found)


def _filled(value: Value, rows: Rows, windows: bool = True) -> list[Code]:
    match value:
        case Previous() if not windows:
            return []
        case Cell():
            return [raw_cell(value, rows).call("notna")]
        case Lookup():
            return [raw_lookup(value, rows).call("notna")]
        case Previous():
            return [raw_previous(value, rows).call("notna")]
        case Arithmetic():
            return _filled(value.left, rows, windows) + _filled(value.right, rows, windows)
        case Apply() | Shifted():
            return _filled(value.of, rows, windows)
        case Elapsed():
            return _filled(value.start, rows, windows) + _filled(value.end, rows, windows)
        case Aggregate() if value.keys and value.measure.value not in ("count", "sum", "distinct"):
            return [emit_value(value, Reads.NUMBER, rows).call("notna")]
        case _:
            return []


def _mask(atom: Predicate, rows: Rows) -> Code:
    match atom:
        case Compare():
            return _null_safe(atom, rows) if atom.null_safe else _comparison(atom, rows)
        case OneOf():
            return _one_of(atom, rows)
        case Missing():
            return _missing(atom, rows)
        case Matches():
            return _matches(atom, rows)
        case Exists():
            return _exists(atom, rows)
        case _:
            return holds(atom, rows)


def _sides(atom: Compare, rows: Rows) -> tuple[Code, Code]:
    left, right = (emit_value(side, atom.reads, rows) for side in (atom.left, atom.right))
    if atom.ignore_case:
        left, right = _lower(left), _lower(right)
    return left, right


def _lower(code: Code) -> Code:
    return code.call("lower") if code.text[:1] in "\"'" else code.call("str.lower")


def _comparison(atom: Compare, rows: Rows) -> Code:
    left, right = _sides(atom, rows)
    if atom.reads == Reads.NUMBER and (atom.tolerance or _is_computed(atom)):
        return _rounded(atom, left, right)
    return left.compare(atom.sign, right)


def _broken_comparison(atom: Compare, rows: Rows) -> Code:
    if atom.sign == "==" and not (atom.tolerance or atom.null_safe or _is_computed(atom)):
        return _comparison(atom.model_copy(update={"sign": "!="}), rows)
    return ~_mask(atom, rows)


def _is_computed(atom: Compare) -> bool:
    """Whether rounding errors of floating point may blur the comparison."""
    return any(_computes(side) for side in (atom.left, atom.right))


def _computes(value: Value) -> bool:
    if isinstance(value, Aggregate):
        return bool(value.keys) and value.measure in (Measure.SUM, Measure.MEAN)
    return isinstance(value, Arithmetic)


def _rounded(atom: Compare, left: Code, right: Code) -> Code:
    """Differences are compared to six decimals, so that 0.1 + 0.2 is 0.3."""
    difference = left.combine("-", right)
    if atom.sign in ("==", "!="):
        apart = difference.call("abs").call("round", literal(6))
        sign = "<=" if atom.sign == "==" else ">"
        return apart.compare(sign, literal(atom.tolerance))
    allowance = atom.tolerance if atom.sign in ("<", "<=") else -atom.tolerance
    return difference.call("round", literal(6)).compare(atom.sign, literal(allowance or 0))


def _null_safe(atom: Compare, rows: Rows) -> Code:
    filled = _filled(atom.left, rows) + _filled(atom.right, rows)
    both_empty = all_of([~mask for mask in _unlike(filled)])
    return both_empty | all_of([*_unlike(filled), _comparison(atom, rows)])


def _range(parts: tuple[Predicate, ...], rows: Rows) -> Code | None:
    """``x.between(low, high)`` for two bounds on one value."""
    match parts:
        case (
            Compare(sign=">=" | ">") as low,
            Compare(sign="<=" | "<") as high,
        ) if low.left == high.left and low.reads == high.reads and not _is_computed(low):
            if _is_computed(high) or low.tolerance or high.tolerance:
                return None
            return _between(low, high, rows)
    return None


def _between(low: Compare, high: Compare, rows: Rows) -> Code | None:
    series = emit_value(low.left, low.reads, rows)
    bounds = [emit_value(side.right, low.reads, rows) for side in (low, high)]
    kinds = {(">=", "<="): None, (">", "<"): "neither", (">=", "<"): "left", (">", "<="): "right"}
    inclusive = kinds[low.sign, high.sign]
    options = {} if inclusive is None else {"inclusive": literal(inclusive)}
    return series.call("between", *bounds, **options)


def _one_of(atom: OneOf, rows: Rows) -> Code:
    series = emit_value(atom.of, atom.reads, rows)
    if atom.trim:
        series = series.call("str.strip")
    if atom.ignore_case:
        series = series.call("str.lower")
    values = [option.value for option in atom.options]
    if atom.reads == Reads.TEXT:
        values = [str(value).lower() if atom.ignore_case else str(value) for value in values]
    return series.call("isin", literal(values))


def _missing(atom: Missing, rows: Rows) -> Code:
    match atom.of:
        case Cell():
            raw = raw_cell(atom.of, rows)
        case Lookup():
            raw = raw_lookup(atom.of, rows)
        case _:
            return emit_value(atom.of, Reads.NUMBER, rows).call("isna")
    if not atom.blanks or rows.fact(atom.of.table, atom.of.column).type in NUMERIC:
        return raw.call("isna")
    text = raw.call("astype", literal("str")).call("fillna", literal(""))
    return text.call("str.strip").compare("==", literal(""))


def _matches(atom: Matches, rows: Rows) -> Code:
    text = emit_value(atom.of, Reads.TEXT, rows)
    if atom.how == How.FORMAT:
        return format_of(atom.text).emit(text)
    if atom.how == How.PATTERN:
        options = {"case": literal(False)} if atom.ignore_case else {}
        return text.call("str.fullmatch", pattern(atom.text), **options)
    wanted = literal(atom.text.lower() if atom.ignore_case else atom.text)
    if atom.ignore_case:
        text = text.call("str.lower")
    if atom.how == How.CONTAINS:
        return text.call("str.contains", wanted, regex=literal(False))
    return text.call("str.startswith" if atom.how == How.STARTS else "str.endswith", wanted)


def _exists(atom: Exists, rows: Rows) -> Code:
    other = rows.body.whole_table(atom.table)
    if atom.where is not None:
        kept = other.item(holds(atom.where, rows.of(atom.table, other)))
        other = rows.body.let(f"wanted {atom.table}", kept)
    if len(atom.keys) == 1:
        mine, theirs = _keys(atom, rows, other, *atom.keys[0])
        known = rows.body.let("known", theirs.call("dropna"))
        return mine.call("isin", known)
    return _exists_composite(atom, rows, other)


def _keys(atom: Exists, rows: Rows, other: Code, mine: str, theirs: str) -> tuple[Code, Code]:
    """Both key columns; as text where only one of them is numeric."""
    here, there = rows.frame.item(literal(mine)), other.item(literal(theirs))
    types = (rows.fact(rows.table, mine).type, rows.fact(atom.table, theirs).type)
    if (types[0] in NUMERIC) != (types[1] in NUMERIC):
        return here.call("astype", literal("str")), there.call("astype", literal("str"))
    return here, there


def _exists_composite(atom: Exists, rows: Rows, other: Code) -> Code:
    mine, theirs = ([pair[side] for pair in atom.keys] for side in (0, 1))
    known = other.item(literal(theirs)).call("dropna").call("astype", literal("str"))
    index = rows.body.let("known", call("pd.MultiIndex.from_frame", known))
    here = rows.frame.item(literal(mine)).call("astype", literal("str"))
    found = call("pd.MultiIndex.from_frame", here).call("isin", index)
    return call("pd.Series", found, index=rows.frame.attribute("index"))
