"""Which words may ask whether a cell is filled, and be a value of its column as well."""

from __future__ import annotations

import re
from collections.abc import Iterable

from backend.contracts.contract import Contract
from backend.contracts.schema import Column
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.keys import is_called
from backend.planner.offline.lexicon import says_yes_or_no
from backend.planner.offline.spelling import column_of
from backend.planner.offline.tokens import Shape, tokenize
from backend.planner.offline.words import stem, stems_of
from backend.rules.language.terms import Cell, Constant, Lookup, Missing
from backend.rules.language.walk import walk

_MAYBE_VALUES = frozenset({
    "unknown", "missing", "none", "absent", "unset", "na", "n/a", "nan", "null", "unrecorded",
    "available", "complete", "present", "known", "set", "given", "provided", "required",
    "mandatory", "recorded", "specified", "stated", "filled",
})  # fmt: skip
"""Words for whether a cell is empty that a column may also hold as a text."""
_OF_PRESENCE = frozenset({
    "filled", "empty", "blank", "blanks", "missing", "null", "nulls", "nan", "given", "mandatory",
    "required", "obligatory", "compulsory", "present", "absent", "set", "recorded", "complete",
    "completed", "populated", "value", "values", "nothing", "entry", "answered", "provided",
    "specified", "stated", "unknown", "known", "without", "lacks", "lack", "lacking", "optional",
    "answer", "answers",
})  # fmt: skip
_LACKING = frozenset({"without", "lacks", "lack", "lacking"})
"""Of a flag, they may tell that it says no."""
_YES_AND_NO = ({"yes", "no"}, {"true", "false"}, {"y", "n"})


def _refuse_unlisted_as_empty(column: Column, hint: str) -> None:
    called = {"".join(stems_of(column.name)), *stems_of(column.name)}
    if _UNLISTED.search(hint) and _OF_LISTS & called:
        raise Misfit(f"an unknown {column.name} may be empty, or in no list: say which")


_UNLISTED = re.compile(r"\bunknown (time|countr|currenc|language|continent)", re.IGNORECASE)
_OF_LISTS = frozenset({"country", "currency", "language", "timezone", "continent"})
"""Columns of names that a list has or has not."""


def refuse_doubtful_presence(missing: Missing, context: Context, rule: Contract) -> None:
    """Pass a question of presence that can be nothing else; words the rule compares are values.

    Raises:
        Misfit: the word is a value of the column, or the column says yes or no.
    """
    if not isinstance(missing.of, Cell | Lookup):
        return
    column = column_of(missing.of, context)
    _refuse_rows_that_are_missing(missing.of, column, context)
    if isinstance(missing.of, Lookup) and is_called(column.name, context.tables[missing.of.table]):
        raise Misfit(
            f"{column.name} is what rows of {missing.of.table} are called: it is never empty"
        )
    hint = context.check.calculation_hint
    told = [token.low for token in tokenize(hint) if token.shape == Shape.WORD]
    words = {*told}
    _refuse_unlisted_as_empty(column, hint)
    values = {value.lower() for value in column.values}
    held = values & (_MAYBE_VALUES & words | {"un" + word for word in words & {"known"}})
    held -= {word for word in _compared(rule) if told.count(word) == 1}
    if words & _OF_PRESENCE - {"null", "nulls"}:
        held -= {"null"}  # "not empty, not NULL" tells of both
    if held and not {value.lower() for value in missing.of.empty_if} & held:
        word = sorted(held)[0]
        raise Misfit(
            f"{word!r} is a value of {column.name}; put it in quotes if that value is meant, or "
            "say 'empty' or 'filled'"
        )
    is_flag = _says_yes_and_no(column.values)
    if is_flag and words & _LACKING:
        raise Misfit(
            f"{column.name} says yes or no: say whether it must not be empty, or which value it has"
        )
    if stems_of(column.name)[:1] in (("is",), ("has",)):
        _require_name(column.name, hint)
    elif is_flag and not words & _OF_PRESENCE and not _is_paired(words, column.values):
        raise Misfit(f"{column.name} says yes or no; say 'filled' or 'empty' if that is meant")


def _compared(rule: Contract) -> set[str]:
    return {str(part.value).lower() for part in walk(rule) if isinstance(part, Constant)}


def _is_paired(words: Iterable[str], values: Iterable[str]) -> bool:
    """Whether a value is one of a pair of values: it is asked where both are given."""
    held = {value.lower() for value in values}
    return any(held & {*word.split("/")} for word in words if "/" in word)


_THERE = frozenset({"exist", "exists", "missing", "unknown"})


def _refuse_rows_that_are_missing(of: Cell | Lookup, column: Column, context: Context) -> None:
    """If its berth does not exist: the row of berths, where that is a table at hand."""
    tokens = [token.low for token in tokenize(context.check.calculation_hint)]
    for table in context.tables if column.name.lower() not in tokens else ():
        noun = stem(table.lower())
        if table == of.table or stems_of(column.name)[:1] != (noun,):
            continue
        for at, word in enumerate(tokens):
            if word == noun and _THERE & {*tokens[at + 1 : at + 4]}:
                raise Misfit(
                    f"it is not clear whether {column.name} is empty or {table} has no such row; "
                    f"say '{column.name} must be filled' or '{column.name} must exist in {table}'"
                )


def _says_yes_and_no(values: Iterable[str]) -> bool:
    """Whether a column says yes and no, be it with a question mark or two among them."""
    held = {value.lower() for value in values}
    is_mixed = len(held) < 6 and any(pair <= held for pair in _YES_AND_NO)
    return is_mixed or says_yes_or_no(held)


def _require_name(column: str, hint: str) -> None:
    spaced = column.lower().replace("_", " ")
    if column.lower() not in hint.lower() and spaced not in hint.lower():
        raise Misfit(f"{column} says yes or no; name it exactly if its cell must be filled")
