"""What the data makes doubtful: a word that may be a value, a flag that may just be filled."""

from __future__ import annotations

from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.spelling import column_of
from backend.planner.offline.tokens import Shape, tokenize
from backend.planner.offline.words import stems_of
from backend.rules.language.terms import Aggregate, Cell, Lookup, Measure, Missing, Previous

_MAYBE_VALUES = frozenset({
    "unknown", "missing", "none", "absent", "unset", "na", "n/a", "nan", "unrecorded", "available",
    "complete", "present", "known", "set", "given", "provided", "required", "mandatory",
    "recorded", "specified", "stated", "filled",
})  # fmt: skip
"""Words for whether a cell is empty that a column may also hold as a text."""
_BEFORE = frozenset({"previous", "prior", "last", "preceding", "old"})


def refuse_doubtful_presence(missing: Missing, context: Context) -> None:
    """Pass a question of presence that can be nothing else.

    Raises:
        Misfit: the word is a value of the column, or the column says yes or no.
    """
    if not isinstance(missing.of, Cell | Lookup):
        return
    column = column_of(missing.of, context)
    hint = context.check.calculation_hint
    words = {token.low for token in tokenize(hint) if token.shape == Shape.WORD}
    held = {value.lower() for value in column.values} & _MAYBE_VALUES & words
    if held and not {value.lower() for value in missing.of.empty_if} & held:
        word = sorted(held)[0]
        raise Misfit(
            f"{word!r} is a value of {column.name}; put it in quotes if that value is meant, or "
            "say 'empty' or 'filled'"
        )
    if stems_of(column.name)[:1] in (("is",), ("has",)):
        _require_name(column.name, hint)


def _require_name(column: str, hint: str) -> None:
    spaced = column.lower().replace("_", " ")
    if column.lower() not in hint.lower() and spaced not in hint.lower():
        raise Misfit(f"{column} says yes or no; name it exactly if its cell must be filled")


def refuse_shadowed_previous(previous: Previous, context: Context) -> None:
    """Pass a look at the row before, where no column has that name.

    Raises:
        Misfit: "previous balance" is a column.
    """
    if not isinstance(previous.of, Cell):
        return
    wanted = stems_of(previous.of.column)
    for column in context.tables[previous.of.table].columns:
        stems = stems_of(column.name)
        if stems[:1] and stems[0] in _BEFORE and stems[1:] == wanted:
            raise Misfit(f"{column.name} is a column; say 'of the row before' if that is meant")


_MEASURED = {Measure.MAXIMUM: "maximum", Measure.MINIMUM: "minimum", Measure.MEAN: "average"}


def refuse_shadowed_measure(found: Aggregate, context: Context) -> None:
    """Pass a measure of a column, where no column has that name.

    Raises:
        Misfit: "the maximum points" is a column.
    """
    if not isinstance(found.of, Cell) or found.of.table not in context.tables:
        return
    wanted = (_MEASURED.get(found.measure, ""), *stems_of(found.of.column))
    for column in context.tables[found.of.table].columns:
        if stems_of(column.name) == wanted:
            raise Misfit(f"{column.name} is a column; say 'over all rows' if a measure is meant")
