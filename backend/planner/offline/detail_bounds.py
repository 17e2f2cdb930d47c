"""What a remark on a comparison does to a rule: how far it may be missed, its edge, its blanks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from backend.contracts.schema import ColumnType
from backend.planner.offline.context import Context, Misfit
from backend.rules.broken_rows import BrokenRows
from backend.rules.duplicates import Duplicates
from backend.rules.language.terms import (
    All,
    Any,
    Apply,
    Arithmetic,
    Cell,
    Compare,
    Constant,
    Function,
    How,
    Matches,
    Not,
    OneOf,
    Predicate,
    Reads,
    Shifted,
    Term,
    Value,
)
from backend.rules.language.walk import rewrite, walk
from backend.rules.phrasing import Modifier
from backend.rules.rule import Rule

Change = Callable[[Rule, Modifier, Context], Rule]

# How far it may be missed -----------------------------------------------------------------------


def _less_than_off(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """Differences below an amount are rounding: the amount itself is a difference."""
    found = [part for part in walk(rule) if isinstance(part, Compare) and part.sign in ("==", "!=")]
    given = remark.values[0]
    if not isinstance(rule, BrokenRows) or len(found) != 1 or found[0].null_safe:
        raise Misfit("what is only rounding is told of one equality")
    if not isinstance(given, Constant) or given.unit or given.reads != Reads.NUMBER:
        raise Misfit("what is only rounding is told as a plain number")
    [atom] = found
    apart = Arithmetic(sign="-", left=atom.left, right=atom.right)
    far = Compare(
        left=Apply(function=Function.ABSOLUTE, of=apart),
        sign="<" if atom.sign == "==" else ">=",
        right=given,
    )
    return rewrite(rule, lambda part: far if part == atom else None)


# The edge of a bound ----------------------------------------------------------------------------

_TURNED = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}


def _edge_at(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """Exactly 10 is fine: as the one bound of that size already has it."""
    if not isinstance(rule, BrokenRows):
        raise Misfit("the edge of a bound is told of a rule about single rows")
    [edge] = remark.values
    if remark.texts == ("itself",):
        return _strict_at(rule, edge)
    signs = [sign for sign, bound in _bounds(rule.must, is_denied=False) if _is_at(bound, edge)]
    wanted = ("<=", ">=") if remark.texts == ("fine",) else ("<", ">")
    if len(signs) != 1 or signs[0] not in wanted:
        raise Misfit("the remark on the edge says otherwise than the bound, or there is none")
    return rule


def _strict_at(rule: BrokenRows, edge: object) -> Rule:
    """Between 0 and 1, and 0 itself is wrong: one of the two ends of a range is none of it."""
    ends = rule.must.parts if isinstance(rule.must, All) else ()
    met = [part for part in ends if isinstance(part, Compare) and _is_at(part.right, edge)]
    of = {part.left for part in ends if isinstance(part, Compare)}
    if len(met) != 1 or (len(ends), len(of)) != (2, 1) or met[0].sign not in ("<=", ">=", "<", ">"):
        raise Misfit("the remark on the edge says otherwise than the bound, or there is none")
    strict = met[0].model_copy(update={"sign": met[0].sign.removesuffix("=")})
    return rule.model_copy(
        update={"must": rewrite(rule.must, lambda part: strict if part == met[0] else None)}
    )


def _edges(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """Both limits excluded: as the two bounds of one value already have it."""
    must = rule.must if isinstance(rule, BrokenRows) else None
    signs: list[str] = []
    if must is not None and not any(isinstance(part, Any) for part in walk(must)):
        signs = sorted(sign for sign, _ in _bounds(must, is_denied=False))
    if signs != (["<=", ">="] if remark.texts == ("in",) else ["<", ">"]):
        raise Misfit(
            "the remark on both limits says otherwise than the bounds, or there are not two"
        )
    return rule


def _bounds(must: Predicate, *, is_denied: bool) -> Iterator[tuple[str, Value]]:
    if isinstance(must, All | Any):
        for part in must.parts:
            yield from _bounds(part, is_denied=is_denied)
    elif isinstance(must, Not):
        yield from _bounds(must.part, is_denied=not is_denied)
    elif isinstance(must, Compare):
        yield (_TURNED[must.sign] if is_denied else must.sign), must.right


def _is_at(bound: Value, edge: object) -> bool:
    """Whether a bound is the number or the day that is told, or lies as far off."""
    if not isinstance(edge, Constant):
        return False
    if isinstance(bound, Shifted) and edge.unit:
        return _in_least(abs(bound.amount), bound.unit) == _in_least(edge.value, edge.unit)
    if not isinstance(bound, Constant):
        return False
    return bound.value == edge.value and edge.unit in ("", bound.unit)


_LEAST = {"year": (12, "month"), "month": (1, "month"), "week": (7, "day"), "day": (1, "day")}


def _in_least(amount: object, unit: str) -> tuple[object, str]:
    """A span in months or in days, if it is made of such: two years are 24 months."""
    times, least = _LEAST.get(unit.removesuffix("s"), (1, unit.removesuffix("s")))
    return (amount * times if isinstance(amount, int) else amount), least


# Outer blanks -----------------------------------------------------------------------------------


def _outer_blanks_aside(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """Spaces around a text do not count, nor its case where that is told with them."""
    is_any_case = remark.texts == ("case",)
    if remark.texts and not is_any_case:
        return _one_side_aside(rule, remark, context)
    if isinstance(rule, Duplicates) and rule.columns:
        wide = {"trim": True, "ignore_case": rule.ignore_case or is_any_case}
        return rule.model_copy(update=wide)
    if not isinstance(rule, BrokenRows):
        raise Misfit("blanks around a text are told of where texts are compared")
    atoms = {part for part in walk(rule.must) if isinstance(part, Compare | OneOf | Matches)}
    if len(atoms) != 1:
        raise Misfit("it is not clear of which text the blanks around it are told")
    [atom] = atoms
    wide_atom = _trimmed(atom, context)
    if is_any_case:
        wide_atom = wide_atom.model_copy(update={"ignore_case": True})
    must = rewrite(rule.must, lambda part: wide_atom if part == atom else None)
    return rule.model_copy(update={"must": must})


def _one_side_aside(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """Leading blanks do not count where only the start of the text is told: so no outer ones do."""
    how = How.STARTS if remark.texts == ("leading",) else How.ENDS
    asked = [part for part in walk(rule) if isinstance(part, Matches | Compare | OneOf)]
    if len(asked) != 1 or not isinstance(asked[0], Matches) or asked[0].how != how:
        raise Misfit("blanks on one side alone are told of where a text starts, or ends")
    return _outer_blanks_aside(rule, remark.model_copy(update={"texts": ()}), context)


def _trimmed(atom: Compare | OneOf | Matches, context: Context) -> Compare | OneOf | Matches:
    cells = {part for part in walk(atom) if isinstance(part, Cell)}
    columns = [context.column(cell.table, cell.column) for cell in cells]
    if any(column is None or column.reads_as != ColumnType.TEXT for column in columns):
        raise Misfit("blanks around a text are told of columns of texts")
    if isinstance(atom, OneOf) and isinstance(atom.of, Cell):
        return atom.model_copy(update={"trim": True})
    if isinstance(atom, Matches):
        return _form_amid_blanks(atom)
    trims = any(isinstance(part, Apply) and part.function == Function.STRIP for part in walk(atom))
    is_order = isinstance(atom, Compare) and atom.sign not in ("==", "!=")
    is_length = isinstance(atom, Compare) and isinstance(atom.left, Apply)
    if not cells or trims or (is_order and not is_length):
        raise Misfit("blanks around a text are told of where texts are compared")
    return rewrite(atom, _stripped)


def _form_amid_blanks(told: Matches) -> Matches:
    spelled = {
        How.STARTS: rf"\s*{re.escape(told.text)}(?s:.*)",
        How.ENDS: rf"(?s:.*){re.escape(told.text)}\s*",
        How.PATTERN: rf"\s*(?:{told.text})\s*",
    }
    if told.how not in spelled or told.text != told.text.strip():
        raise Misfit("it is not clear how the form is with blanks around it")
    return told.model_copy(update={"how": How.PATTERN, "text": spelled[told.how], "says": ""})


def _stripped(part: Term) -> Term | None:
    return Apply(function=Function.STRIP, of=part) if isinstance(part, Cell) else None


def _signs_count(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """Spaces count, as they do in any length."""
    sizes = [part for part in walk(rule) if isinstance(part, Apply)]
    if not sizes or any(part.function != Function.LENGTH for part in sizes):
        raise Misfit("which signs count is told of the length of a text")
    return rule


BOUND_CHANGES: dict[str, Change] = {
    "less-than-off": _less_than_off,
    "edge-at": _edge_at,
    "edges": _edges,
    "outer-blanks-aside": _outer_blanks_aside,
    "signs-count": _signs_count,
}
