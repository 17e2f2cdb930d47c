"""Values that another column holds, and words that are a value as well as half of a header."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from backend.contracts.schema import Column
from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.either_there import refuse_either_there
from backend.planner.offline.other_doers import refuse_other_doers
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import stem, stems_of
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Compare,
    Constant,
    How,
    Lookup,
    Matches,
    Measure,
    Not,
    OneOf,
    Predicate,
    Reads,
)
from backend.rules.language.walk import walk
from backend.rules.rule import Rule


def refuse_values_of_others(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading whose bare values are none of another column alone.

    Raises:
        Misfit: "active m3 meters" was read as meters whose ``active`` is 'm3', a unit; or "doubles"
            as the column double_beds, where 'Double' is a kind of room; or "by Ann" as of Ann.
    """
    refuse_other_doers(node, tokens)
    refuse_either_there(node, tokens)
    quoted = {token.text.strip("'\"`").lower() for token in tokens if token.shape == Shape.QUOTED}
    chosen = [*_chosen(rule)]
    for of, value in chosen:
        if str(value.value).lower() not in quoted:
            alike = {other.column for other, same in chosen if same == value}
            _refuse_value(of, value, context, alike)
    _refuse_text(rule, context, quoted)
    _refuse_shown(node, rule, context, quoted)
    _refuse_denied_lists(rule, context, quoted)
    for part in node.walk():
        if (
            part.symbol == "column"
            and isinstance(part.meaning, Cell)
            and part.end == part.start + 1
        ):
            _refuse_half_header(part.meaning, tokens[part.start], rule, context)


def _chosen(rule: Rule) -> Iterator[tuple[Cell | Lookup, Constant]]:
    """The values by which rows are chosen; a number that must occur need not do so yet."""
    yield from _values_in(getattr(rule, "where", None))
    for part in walk(rule):
        found = _values_in(getattr(part, "where", None))
        is_count = isinstance(part, Aggregate) and part.measure == Measure.COUNT
        yield from (each for each in found if not is_count or isinstance(each[1].value, str))


def _values_in(where: Predicate | None) -> Iterator[tuple[Cell | Lookup, Constant]]:
    if where is not None:
        for part in walk(where):
            if isinstance(part, OneOf) and isinstance(part.of, Cell | Lookup):
                yield from ((part.of, each) for each in part.options)
            if not isinstance(part, Compare) or part.sign != "==":
                continue
            if isinstance(part.left, Cell | Lookup) and isinstance(part.right, Constant):
                yield part.left, part.right


def _refuse_value(
    of: Cell | Lookup, value: Constant, context: Context, alike: Set[str] = frozenset()
) -> None:
    """A value of another column only, unless it is told of that one too: x or y is 0."""
    column, said = context.column(of.table, of.column), str(value.value).lower()
    if column is None or not column.values or said in _held(column):
        return
    table = context.tables.get(of.table)
    others = [] if table is None else [each for each in table.columns if each.name != of.column]
    owner = next((each.name for each in others if said in _held(each)), None)
    if owner is not None and owner not in alike:
        raise Misfit(f"{value.value!r} is a value of {owner}, and none of {of.column}")


def _refuse_text(rule: Rule, context: Context, quoted: Set[str]) -> None:
    """Each region must contain Merlot: no text in its cell, but a grape that is grown there."""
    denied = [each for part in walk(rule) if isinstance(part, Not) for each in walk(part)]
    for part in walk(rule):
        if not isinstance(part, Matches) or part.how != How.CONTAINS or part in denied:
            continue
        text = part.text.lower()
        if not isinstance(part.of, Cell) or text in quoted or not text.isalnum():
            continue
        column = context.column(part.of.table, part.of.column)
        if column is not None and not any(text in value for value in _held(column)):
            _refuse_value(part.of, Constant(value=part.text, reads=Reads.TEXT), context)


def _refuse_shown(node: Node, rule: Rule, context: Context, quoted: Set[str]) -> None:
    """With adjuster Ann, not closed: no adjuster shows by it what he is not, but a state."""
    shown = [part.meaning for part in node.walk() if part.symbol == "shown_one"]
    told = {part.column: part for part in walk(rule) if isinstance(part, Cell)}
    bare = [each for each in shown if isinstance(each, str) and each[:1].isalpha()]
    for text in (each for each in bare if each.lower() not in quoted):
        columns = [context.column(of.table, of.column) for of in told.values()]
        if not any(column is not None and text.lower() in _held(column) for column in columns):
            for of in told.values():
                _refuse_value(of, Constant(value=text, reads=Reads.TEXT), context)


def _refuse_denied_lists(rule: Rule, context: Context, quoted: Set[str]) -> None:
    """With agent Ann, not started: the second is a state, and no other agent."""
    for part in walk(rule):
        listed = part.part if isinstance(part, Not) else None
        if isinstance(listed, OneOf) and isinstance(listed.of, Cell):
            for value in listed.options:
                if isinstance(value, Constant) and str(value.value).lower() in quoted:
                    continue
                if isinstance(value, Constant) and isinstance(value.value, str):
                    _refuse_value(listed.of, value, context)


def _refuse_half_header(cell: Cell, token: Token, rule: Rule, context: Context) -> None:
    """A plural of what is measured, or a word as the data write it, that may be either."""
    is_measured = isinstance(rule, FailingMetrics)
    single, header = stem(token.low), stems_of(cell.column)
    if len(header) < 2 or single not in header:
        return
    for table in context.tables.values():
        for column in table.columns:
            is_noun = is_measured and single != token.low and single in _held(column)
            is_name = token.start > 0 and token.text in column.values and not token.text.islower()
            if column.name != cell.column and (is_noun or is_name):
                told = f"{cell.column}, or {column.name} {token.text!r}"
                raise Misfit(f"{token.text!r} may be {told}")


def _held(column: Column) -> set[str]:
    return {value.lower() for value in column.values}
