"""What a rule leaves alone: rows without a value, rows of other kinds, one side of its bound."""

from __future__ import annotations

from collections.abc import Iterator

from backend.rules.broken_rows import BrokenRows
from backend.rules.duplicates import Duplicates
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.negation import simplified
from backend.rules.language.terms import (
    Aggregate,
    All,
    Any,
    Apply,
    Arithmetic,
    Cell,
    Compare,
    Constant,
    Elapsed,
    Exists,
    Function,
    Matches,
    Measure,
    Missing,
    Not,
    OneOf,
    Predicate,
    Previous,
    Shifted,
    Term,
    Unless,
)
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_OF_FILLED = frozenset({
    Measure.MEAN, Measure.SUM, Measure.MINIMUM, Measure.MAXIMUM, Measure.MEDIAN,
    Measure.DEVIATION, Measure.VARIANCE, Measure.QUANTILE,
})  # fmt: skip
"""Measures of the values that there are."""

# Rows without a value ---------------------------------------------------------------------------


def passes_empty(rule: Rule, column: str) -> bool:
    """Whether no row is flagged, and nothing changes, for want of a value in a column it reads."""
    if isinstance(rule, BrokenRows):
        if (rule.table, column) not in set(rule.reads()):
            return False
        may_be_meant = rule.where is None or _may_hold(simplified(rule.where), column)
        return not (may_be_meant and _may_break(simplified(rule.must), column))
    if isinstance(rule, Duplicates):
        return column in rule.key and not (rule.required or rule.empty_counts)
    return isinstance(rule, FailingMetrics) and _measures_filled(rule, column)


def _measures_filled(rule: FailingMetrics, column: str) -> bool:
    measures = [part for part in walk(rule.must) if isinstance(part, Aggregate)]
    return bool(measures) and all(
        each.measure in _OF_FILLED and each.of is not None and _is_cell(each.of, column)
        for each in measures
    )


def _is_cell(part: Term, column: str) -> bool:
    return isinstance(part, Cell) and part.column == column


def _may_break(told: Predicate, column: str) -> bool:
    """Whether a condition may be false where the column is empty."""
    match told:
        case All(parts=parts):
            return any(_may_break(part, column) for part in parts)
        case Any(parts=parts):
            return all(_may_break(part, column) for part in parts)
        case Missing(of=of):
            return not _is_cell(of, column)
        case Unless(part=part):
            return _may_hold(part, column)
        case Not(part=Missing()):
            return True
        case Not(part=atom) | atom:
            return not _wants(atom, column)


def _may_hold(told: Predicate, column: str) -> bool:
    """Whether a condition may be true where the column is empty."""
    match told:
        case All(parts=parts):
            return all(_may_hold(part, column) for part in parts)
        case Any(parts=parts):
            return any(_may_hold(part, column) for part in parts)
        case Not(part=Missing(of=of)):
            return not _is_cell(of, column)
        case Missing() | Unless():
            return True
        case Not(part=atom) | atom:
            return not _wants(atom, column)


def _wants(atom: Predicate, column: str) -> bool:
    """Whether an atom is neither true nor false where the column is empty."""
    match atom:
        case Compare(null_safe=False, left=left, right=right):
            return any(_is_cell(part, column) for side in (left, right) for part in _plain(side))
        case OneOf(of=of) | Matches(of=of):
            return any(_is_cell(part, column) for part in _plain(of))
        case Exists(keys=keys):
            return any(mine == column for mine, _ in keys)
        case _:
            return False


def _plain(value: Term) -> Iterator[Term]:
    """The cells without which a value is none."""
    match value:
        case Cell():
            yield value
        case Apply(of=of) | Shifted(of=of):
            yield from _plain(of)
        case Arithmetic(left=left, right=right):
            yield from (*_plain(left), *_plain(right))
        case Elapsed():
            yield from (part for part in walk(value) if isinstance(part, Cell))
        case _:
            return


_TYPICAL = frozenset({
    Measure.MEAN, Measure.MEDIAN, Measure.DEVIATION, Measure.VARIANCE, Measure.QUANTILE,
})  # fmt: skip


def is_of_typical_values(rule: Rule) -> bool:
    """Whether a rule is about a mean or the like, which single values may well exceed."""
    measures = {part.measure for part in walk(rule) if isinstance(part, Aggregate)}
    return isinstance(rule, FailingMetrics) and bool(measures) and measures <= _TYPICAL


def leaves_out(rule: Rule, columns: frozenset[str]) -> bool:
    """Whether a rule reads none of these columns, and works nothing out that may want one."""
    is_worked_out = any(isinstance(part, Arithmetic | Aggregate) for part in walk(rule))
    return not is_worked_out and not columns & {column for _, column in rule.reads()}


def follows_an_order(rule: Rule) -> bool:
    """Whether rows must rise or fall from one to the next, by whatever amount."""
    must = simplified(rule.must) if isinstance(rule, BrokenRows) else None
    is_bound = isinstance(must, Compare) and must.sign in _SIDES and not must.tolerance
    sides = (must.left, must.right) if is_bound and isinstance(must, Compare) else ()
    return len([side for side in sides if isinstance(side, Previous)]) == 1 and any(
        isinstance(side, Cell) for side in sides
    )


# Rows of other kinds ----------------------------------------------------------------------------


def limits(rule: Rule) -> tuple[Predicate, ...]:
    """What is true of each row that a rule is about; nothing where it is about all of them."""
    told = [*_parts(rule.where)]
    measures = [part for part in walk(rule) if isinstance(part, Aggregate)]
    if isinstance(rule, FailingMetrics) and measures:
        first, *rest = ([*_parts(each.where)] for each in measures)
        told += [part for part in first if all(part in each for each in rest)]
    return tuple(part for part in told if isinstance(part, Compare | OneOf | Not | Matches))


def _parts(where: Predicate | None) -> Iterator[Predicate]:
    if where is not None:
        yield from where.parts if isinstance(where, All) else (where,)


def keeps_to_some(rule: Rule) -> bool:
    """Whether a rule is about some rows, so that there are others."""
    return any(not _is_presence(part) for part in limits(rule))


def _is_presence(told: Predicate) -> bool:
    return isinstance(told, Not) and isinstance(told.part, Missing)


def keeps_to_values_of(rule: Rule, columns: frozenset[str]) -> bool:
    """Whether a rule is about rows with certain values of one of these columns."""
    return any(_of(part) in columns and _is_positive(part) for part in limits(rule))


def _of(told: Predicate) -> str:
    of = told.left if isinstance(told, Compare) else getattr(told, "of", None)
    return of.column if isinstance(of, Cell) else ""


def _is_positive(told: Predicate) -> bool:
    return isinstance(told, OneOf) or (isinstance(told, Compare) and told.sign == "==")


def is_beside(rule: Rule, told: Predicate) -> bool:
    """Whether a rule is about rows of which this is certainly not so."""
    denied = told.part if isinstance(told, Not) else Not(part=told)
    return any(_same(part, denied) or _excludes(part, told) for part in limits(rule))


def is_kept_to(rule: Rule, told: Predicate) -> bool:
    """Whether this is so of each row that a rule is about."""
    return any(_same(part, told) for part in limits(rule))


def _same(one: Predicate, other: Predicate) -> bool:
    if isinstance(one, Not) and isinstance(other, Not):
        return _same(one.part, other.part)
    values = [*_values(one)], [*_values(other)]
    return type(one) is type(other) and _of(one) == _of(other) != "" and values[0] == values[1]


def _excludes(meant: Predicate, told: Predicate) -> bool:
    """Whether a column of which one value is meant is told to have another."""
    if not (_is_positive(meant) and _is_positive(told)) or _of(meant) != _of(told) or not _of(told):
        return False
    mine, others = {*_values(meant)}, {*_values(told)}
    return bool(mine and others) and None not in mine | others and not mine & others


def _values(told: Predicate) -> Iterator[object]:
    if not _is_positive(told):
        return
    found = told.options if isinstance(told, OneOf) else (getattr(told, "right", None),)
    for each in found:
        value = each.value if isinstance(each, Constant) else None
        yield value.casefold() if isinstance(value, str) else value


# One side of a bound ----------------------------------------------------------------------------

_SIDES = {"<": "over", "<=": "over", ">": "under", ">=": "under"}
_TURNED = {"over": "under", "under": "over", "": ""}


def forbidden_side(rule: Rule, columns: frozenset[str]) -> str:
    """On which side values of a column break a rule, if on one alone: over, or under its bound.

    Without columns it is about the one that the rule reads.
    """
    must = simplified(rule.must) if isinstance(rule, BrokenRows) else None
    read = {column for _, column in rule.reads()}
    named = columns or (read if len(read) == 1 else frozenset())
    if not columns and isinstance(must, Compare) and isinstance(must.left, Cell):
        named = frozenset({must.left.column})
    if not isinstance(must, Compare) or must.sign not in _SIDES or must.tolerance:
        return ""
    found = {*_ways(must.left, named), *(_TURNED[way] for way in _ways(must.right, named))}
    way = found.pop() if len(found) == 1 else ""
    return _SIDES[must.sign] if way == "over" else _TURNED[_SIDES[must.sign]] if way else ""


def _ways(value: Term, columns: frozenset[str] | set[str]) -> Iterator[str]:
    """How a value goes with a column: "over", that it grows with it; "" where it is not plain."""
    match value:
        case Cell(column=column):
            yield from ("over",) if column in columns else ()
        case Apply(function=Function.LENGTH, of=of) | Shifted(of=of):
            yield from _ways(of, columns)
        case Arithmetic(sign="+" | "-" as sign, left=left, right=right):
            yield from _ways(left, columns)
            told = _ways(right, columns)
            yield from (_TURNED[way] for way in told) if sign == "-" else told
        case Aggregate() | Constant() | Previous():
            return
        case _:
            touched = any(_is_cell(part, each) for part in _plain(value) for each in columns)
            yield from ("",) if touched else ()
