"""A text that other columns make, or that holds one: whether these are texts at all."""

from __future__ import annotations

from backend.contracts.schema import ColumnType
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.spelling import column_of, name_of
from backend.rules.language.terms import Cell, Constant, Lookup, Made, Reads, Value

_SPELLED = (ColumnType.TEXT, ColumnType.INTEGER)
"""Columns whose cells are read as they are written; 1.50 may come as 1.5."""


def text_made(atom: Made, context: Context, *, is_denied: bool = False) -> Made:
    """The text with its parts as texts.

    Raises:
        Misfit: a column holds no texts, or is held against itself; or one is said to be a part
            that never is one, so that a word may be meant, or rows that have it filled.
    """
    cells = [each for each in (atom.of, *atom.parts) if not isinstance(each, Constant)]
    for each in cells:
        _require_text(each, context)
    if not isinstance(atom.of, Cell | Lookup) or atom.of in atom.parts or len(cells) < 2:
        raise Misfit(f"{name_of(atom.of)} is not made of other columns here")
    if column_of(atom.of, context).type != ColumnType.TEXT and atom.how != "is":
        raise Misfit(f"{name_of(atom.of)} holds numbers, and a part of a number is no number")
    is_alone = atom.how != "is" and len(atom.parts) == 1
    if is_alone and not is_denied and not _ever_holds(atom, context):
        raise Misfit(f"no {name_of(atom.of)} holds any {name_of(atom.parts[0])} as a text")
    if is_alone and _is_met_in_another_case(atom, context):
        raise Misfit(f"it is not clear whether case counts in {name_of(atom.of)}")
    parts = tuple(_as_text(each) for each in atom.parts)
    return atom.model_copy(update={"parts": parts})


def _require_text(value: Value, context: Context) -> None:
    is_cell = isinstance(value, Cell | Lookup)
    column = column_of(value, context) if isinstance(value, Cell | Lookup) else None
    is_date = column is not None and column.date_format is not None
    if not is_cell or column is None or column.type not in _SPELLED or is_date:
        raise Misfit(f"{name_of(value)} holds no plain texts that could be joined or found")


def _as_text(value: Value) -> Value:
    if not isinstance(value, Constant):
        return value
    return Constant(value=str(value.value), reads=Reads.TEXT)


def _is_met_in_another_case(atom: Made, context: Context) -> bool:
    """Whether a value of the one column stands in one of the other in other letters alone."""
    whole, part = atom.of, atom.parts[0]
    if not isinstance(whole, Cell | Lookup) or not isinstance(part, Cell | Lookup):
        return False
    texts = column_of(whole, context).values
    return any(
        each.lower() in text.lower() and each not in text
        for each in column_of(part, context).values
        if each
        for text in texts
    )


def _ever_holds(atom: Made, context: Context) -> bool:
    """Whether a value of the one column stands in a value of the other, as far as is known."""
    whole, part = atom.of, atom.parts[0]
    if not isinstance(whole, Cell | Lookup) or not isinstance(part, Cell | Lookup):
        return False
    texts = column_of(whole, context).values
    return any(each in text for each in column_of(part, context).values if each for text in texts)
