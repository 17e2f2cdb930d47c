"""Codes told by the first and the last of them, which a column of decimals does not have."""

from __future__ import annotations

from collections.abc import Sequence

from backend.contracts.schema import Column
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Shape, Token
from backend.rules.language.terms import Cell, OneOf
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_TO = frozenset({"to", "through", "-", "\u2013"})


def refuse_runs_of_decimals(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading whose options, told by their ends, are the codes of a column.

    Raises:
        Misfit: "temp takes the values 0 to 1" was read as 0 or 1 of a column that holds 0.25.
    """
    for part in walk(rule):
        if not isinstance(part, OneOf) or not isinstance(part.of, Cell):
            continue
        column = context.column(part.of.table, part.of.column)
        ends = str(part.options[0].value), str(part.options[-1].value)
        if column is not None and _holds_decimals(column) and _is_run(ends, tokens):
            raise Misfit(
                f"{part.of.column} holds decimals: write 'between {ends[0]} and {ends[1]}'"
            )


def _is_run(ends: tuple[str, str], tokens: Sequence[Token]) -> bool:
    """Whether the sentence tells the options by their ends: 0 to 6."""
    return any(
        (before.text, behind.text) == ends and link.low in _TO and before.shape == Shape.NUMBER
        for before, link, behind in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )


def _holds_decimals(column: Column) -> bool:
    """Whether one of its values is a number with a fraction."""
    return any(_is_fraction(value) for value in column.values)


def _is_fraction(value: str) -> bool:
    whole, point, rest = value.strip().removeprefix("-").partition(".")
    return bool(point) and whole.isdigit() and rest.isdigit() and bool(rest.strip("0"))
