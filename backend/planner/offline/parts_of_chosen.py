"""Shares and numbers of rows that are chosen by what is asked of them: none of the paid are open.

A cell has one value: of the rows with one status, those with another are none, and those with the
same are all. Either way, a bound on how many they are says nothing about the data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.context import Context, Unclear
from backend.planner.offline.equivalence import fits
from backend.rules.language.terms import (
    Aggregate,
    All,
    Cell,
    Compare,
    Constant,
    It,
    OneOf,
    Predicate,
    Reads,
    Term,
)
from backend.rules.language.walk import rewrite, walk
from backend.rules.rule import Rule

_STEPS = (-1.0, -0.5, 0.0, 0.5, 1.0)
"""Where numbers are tried beside those that are named."""


def refuse_parts_of_chosen(rule: Rule, context: Context) -> None:
    """Pass a rule whose shares are of rows that may be, and may not be, as it asks.

    Raises:
        Unclear: "of the paid orders, at least 80% must be open", where both are values of status.
    """
    for part in walk(rule):
        if isinstance(part, Aggregate) and part.where is not None:
            _refuse_part(part, context)


def _refuse_part(part: Aggregate, context: Context) -> None:
    chosen = [*_conditions(part.where)]
    asked = [*_conditions(part.holds)]
    if not asked:
        asked, chosen = chosen[-1:], chosen[:-1]
    for cell, told in asked:
        others = [other for named, other in chosen if named == cell]
        values = [
            value
            for value in _examples([told, *others], cell, context)
            if all(fits(other, value) for other in others)
        ]
        if others and values:
            _refuse_one_answer({fits(told, value) for value in values}, cell, part)


def _refuse_one_answer(answers: set[bool], cell: Cell, part: Aggregate) -> None:
    if len(answers) > 1 or (part.holds is None and answers == {True}):
        return
    how = "each of them is as it is asked" if True in answers else "none of them can be"
    raise Unclear(
        f"the rows are chosen by {cell.column}, of which a row has one value: {how}, whatever the "
        "table holds; name the rows of which they are a part by another column, or say 'of all'"
    )


def _conditions(told: Predicate | None) -> Iterator[tuple[Cell, Predicate]]:
    """What is said of one cell against constants, with the cell as "it"."""
    for part in told.parts if isinstance(told, All) else (told,):
        of = part.of if isinstance(part, OneOf) else getattr(part, "left", None)
        is_plain = isinstance(part, OneOf) or (
            isinstance(part, Compare) and isinstance(part.right, Constant)
        )
        if part is not None and isinstance(of, Cell) and is_plain:
            yield of, rewrite(part, _as_it)


def _as_it(part: Term) -> Term | None:
    return It() if isinstance(part, Cell) else None


def _examples(told: Sequence[Predicate], cell: Cell, context: Context) -> Iterator[Constant]:
    """Values that tell conditions apart: those named, those beside them, and the table's."""
    named = [part for each in told for part in walk(each) if isinstance(part, Constant)]
    yield from named
    numbers = [part.value for part in named if isinstance(part.value, int | float)]
    for number in numbers:
        yield from (Constant(value=float(number) + step, reads=Reads.NUMBER) for step in _STEPS)
    column = context.column(cell.table, cell.column)
    if column is not None and not numbers:
        yield from (Constant(value=value, reads=Reads.TEXT) for value in column.values)
