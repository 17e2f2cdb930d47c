"""What stands in a column: XX is a value of it, and IPA a part of one."""

from __future__ import annotations

from backend.contracts.schema import Column, ColumnType
from backend.planner.offline.resolve import Context, Misfit
from backend.planner.offline.spelling import column_of
from backend.rules.language.terms import (
    Cell,
    Constant,
    How,
    Lookup,
    Matches,
    Predicate,
    Reads,
    Term,
    Value,
)
from backend.rules.language.walk import rewrite
from backend.rules.phrasing import any_of, one_of
from backend.rules.rule import Rule

_HELD = "stands there: "
_VALUES = "values of it: "
_APART = "\x1f"


def stands_in(of: Value, *texts: str) -> Predicate:
    """One of the texts stands in a column: whole or as a part, its values tell."""
    return Matches(of=of, how=How.FORMAT, text=_HELD + _APART.join(texts))


def is_one_of_its_values(of: Value, options: tuple[Constant, ...]) -> Predicate:
    """One of these values, where words that are not quoted are values and no English."""
    is_open = all(option.unquoted and option.reads == Reads.TEXT for option in options)
    if not is_open:
        return one_of(of, options)
    return Matches(
        of=of, how=How.FORMAT, text=_VALUES + _APART.join(str(each.value) for each in options)
    )


def with_held_values(rule: Rule, context: Context) -> Rule:
    """The rule with each text that stands in a column as a value of it, or as a part of one.

    Raises:
        Misfit: the texts are values of the column, and parts of its other values as well; or what
            must be values are none of the column's.
    """

    def settle(part: Term) -> Term | None:
        if not isinstance(part, Matches) or part.how != How.FORMAT:
            return None
        if part.text.startswith(_HELD):
            return _settled(part.of, part.text.removeprefix(_HELD).split(_APART), context)
        if part.text.startswith(_VALUES):
            return _listed(part.of, part.text.removeprefix(_VALUES).split(_APART), context)
        return None

    return rewrite(rule, settle)


def _listed(of: Value, texts: list[str], context: Context) -> Predicate:
    column = column_of(of, context) if isinstance(of, Cell | Lookup) else None
    values = set() if column is None else {value.strip().lower() for value in column.values}
    is_held = any(text.lower() in values for text in texts)
    if not is_held and not all(text.isupper() and len(text) > 1 for text in texts):
        raise Misfit(f"{texts[0]!r} is no value of the column; put it in quotes if it is meant")
    return _any_value(of, texts)


def _any_value(of: Value, texts: list[str]) -> Predicate:
    options = (Constant(value=text, reads=Reads.TEXT, unquoted=True) for text in texts)
    return one_of(of, tuple(options))


def _settled(of: Value, texts: list[str], context: Context) -> Predicate:
    column = column_of(of, context) if isinstance(of, Cell | Lookup) else None
    if column is None or not _are_values(texts, column):
        return any_of(*(Matches(of=of, how=How.CONTAINS, text=text) for text in texts))
    return _any_value(of, texts)


def _are_values(texts: list[str], column: Column) -> bool:
    values = {value.strip().lower() for value in column.values}
    found = {text.lower() for text in texts}
    if not found & values or column.type in (ColumnType.NUMBER, ColumnType.INTEGER):
        return False
    within = sorted(text for text in found for value in values if text != value and text in value)
    if within:
        raise Misfit(
            f"say whether {column.name} is {within[0]!r} or contains it: it is a value of its "
            "own, and stands in others"
        )
    return True
