"""Kinds of rows that are no columns, and parts of values: bakeries (sort) need a name; risk 1."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from backend.contracts.schema import ColumnType
from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import stem
from backend.rules.language.terms import Cell, Compare, Constant, OneOf
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_NEEDS = frozenset({"=need", "=needs", "=require", "=requires"})


def refuse_kinds_in_columns(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading that takes no kind of rows for a column, and no part of a value for one.

    Raises:
        Misfit: "bakeries (sort) need a name" was read as "where there is a sort"; or a number was
            looked for that only stands inside the values of its column.
    """
    for part in node.walk():
        signs = [child.symbol for child in part.children]
        if part.symbol == "stmt" and "_has_so_many" in signs:
            for child in part.children:
                if child.symbol == "cell":
                    _refuse_number(child.meaning, context)
        if part.symbol == "feature" and signs[:1] == ["_one_or_more_such"]:
            _refuse_number(part.meaning, context)
        if signs[:1] == ["cell"] and len(signs) > 1 and signs[1] in _NEEDS:
            _refuse_plural(part.children[0], tokens)
    _refuse_compared(rule, context, tokens)


def _refuse_compared(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    quoted = {token.text for token in tokens if token.shape == Shape.QUOTED}
    for told in walk(rule):
        if isinstance(told, Compare) and told.sign in ("==", "!="):
            _refuse_part(told.left, told.right, context, quoted)
        elif isinstance(told, OneOf):
            for option in told.options:
                _refuse_part(told.of, option, context, quoted)
        elif isinstance(told, Compare):
            _refuse_flag(told, context, tokens)


def _refuse_flag(told: Compare, context: Context, tokens: Sequence[Token]) -> None:
    """Smokers must be over 15: it is told of them, and not of the flag for who is one."""
    if not isinstance(told.left, Cell) or not isinstance(told.right, Constant):
        return
    column = context.column(told.left.table, told.left.column)
    if column is None or {str(each) for each in column.values} != {"0", "1"}:
        return
    name = column.name.lower()
    if name.endswith(("er", "or")) and _tells_of_persons(name, context, tokens):
        raise Misfit(f"{column.name} is 0 or 1; name the column that is meant")


def _refuse_number(told: object, context: Context) -> None:
    """At least one fee: where it holds numbers, these are what is counted."""
    cells = [part for part in walk(told) if isinstance(part, Cell)]  # type: ignore[arg-type]
    for cell in cells:
        columns = [column for table in context.tables.values() for column in table.columns]
        if any(each.name == cell.column and each.type != ColumnType.TEXT for each in columns):
            raise Misfit(f"{cell.column} holds no texts of which there could be one or more")


def _refuse_plural(subject: Node, tokens: Sequence[Token]) -> None:
    word = tokens[subject.start].text
    is_glossed = [child.symbol for child in subject.children[:2]] == ["bare", "=("]
    if is_glossed and word.endswith("s"):
        raise Misfit(f"it is not clear which rows the {word.lower()} are")


def _tells_of_persons(name: str, context: Context, tokens: Sequence[Token]) -> bool:
    """Smokers, or a smoker under 18 in a table that has ages."""
    lows = [token.low for token in tokens]
    columns = [column for table in context.tables.values() for column in table.columns]
    has_age = any(each.name.lower() == "age" for each in columns)
    beside = any(one == name and other in ("under", "over") for one, other in pairwise(lows))
    return f"{name}s" in lows or (has_age and beside)


def _refuse_part(of: object, option: object, context: Context, quoted: set[str]) -> None:
    if not isinstance(of, Cell) or not isinstance(option, Constant):
        return
    text = str(option.value)
    column = context.column(of.table, of.column)
    if column is None or column.type != ColumnType.TEXT or text in quoted or text in column.values:
        return
    inside = [value for value in column.values if _is_meant(text, value)]
    if inside:
        raise Misfit(f"no {column.name} is {text}, but one is {min(inside)!r}; write it as it is")


def _is_meant(text: str, value: str) -> bool:
    """Whether a number stands inside a value, or a plural is of it."""
    if text.isdigit():
        return re.search(rf"\b{text}\b", value) is not None
    return text.endswith("s") and stem(text.lower()) == value.lower()
