"""Whether a noun for rows was read as one of their columns, or words were looked for in dates.

Inspections that end with "Fail" do so by none of inspection_id, inspection_date, inspection_type.
"""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.format_names import is_named
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import parts_of, stem, stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.code_lists import WEEKDAYS
from backend.rules.language.terms import (
    All,
    Any,
    Apply,
    Cell,
    Compare,
    Constant,
    Function,
    How,
    Matches,
    Missing,
)
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_PARTS = (Function.WEEKDAY, Function.MONTH)
_TELLS_STYLE = frozenset({
    "name", "names", "named", "english", "full", "short", "abbreviated", "letter", "letters",
    "three-letter", "capital", "capitals", "capitalised", "case", "written", "spelled", "called",
})  # fmt: skip
"""What says how the name of a day is written."""
_LITERAL = (How.STARTS, How.ENDS, How.CONTAINS)


def refuse_words_in_dates(rule: Rule, context: Context) -> None:
    """Pass a reading that looks for no words where there are only dates in digits.

    Raises:
        Misfit: a date of digits neither begins nor ends with "Fail".
    """
    for part in walk(rule):
        is_literal = isinstance(part, Matches) and part.how in _LITERAL
        if not isinstance(part, Matches) or not is_literal or not isinstance(part.of, Cell):
            continue
        column = context.column(part.of.table or rule.table, part.of.column)
        shown = column.values[:20] if column is not None else ()
        is_digits = not any(char.isalpha() for value in shown for char in value)
        is_date = column is not None and column.date_format is not None
        if is_date and is_digits and len(part.text) > 2 and part.text.isalpha():
            raise Misfit(f"{part.of.column} holds dates, which have no {part.text!r} in them")


def refuse_rows_as_columns(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading in which a plural that names the rows is no part of a header.

    Raises:
        Misfit: "inspections" was read as inspection_type, of a table of inspections.
    """
    _refuse_rows_as_texts(rule, context, tokens)
    _refuse_none_there_is(node, rule, tokens)
    if _TELLS_STYLE.isdisjoint(token.low for token in tokens):
        _refuse_names_not_held(rule, context)
    words = {stem(part) for part in map(str.lower, parts_of(rule.table))}
    told = {token.low for token in tokens}
    for part in node.walk():
        low = tokens[part.start].low
        if part.symbol != "column" or part.end != part.start + 1 or stem(low) not in words:
            continue
        cell = part.meaning
        is_header = isinstance(cell, Cell) and cell.column.lower() in told
        is_alone = isinstance(cell, Cell) and stems_of(cell.column) == (stem(low),)
        shared = [
            column.name
            for column in context.tables[rule.table].columns
            if stem(low) in stems_of(column.name)
        ]
        if stem(low) != low and not (is_header or is_alone) and len(shared) > 1:
            raise Misfit(f"{low!r} may be the rows of {rule.table}; name the column that is meant")


def _refuse_rows_as_texts(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Flag books with a wrong ISSN check digit: not of "book", where there is an "issn"."""
    told = {token.low for token in tokens}
    table = context.tables.get(rule.table)
    if table is None or "with" not in told:
        return
    for part in walk(rule):
        is_form = isinstance(part, Matches) and part.how == How.FORMAT
        if not isinstance(part, Matches) or not is_form or not isinstance(part.of, Cell):
            continue
        own = part.of.column
        others = [each.name for each in table.columns if is_named(part.text, each.name)]
        if others and own not in others and {stem(low) for low in told - {own}} & {*stems_of(own)}:
            raise Misfit(f"{own} may be what the rows are called; name the column with the form")


def _refuse_names_not_held(rule: Rule, context: Context) -> None:
    """A number or a short name may be meant, where most of the cells have no such name of a day."""
    for part in walk(rule):
        cases = (
            [each for each in part.parts if isinstance(each, All)] if isinstance(part, Any) else []
        )
        told = [_named_case(each) for each in cases]
        found = [each for each in told if each is not None]
        if len(found) < len(WEEKDAYS) or len(found) != len(cases):
            continue
        names = {name for _, name in found}
        column = context.column(found[0][0].table or rule.table, found[0][0].column)
        values = () if column is None else column.values
        if column is not None and 2 * len(names & {*values}) <= len(values):
            raise Misfit(
                f"{column.name} holds no name such as {min(names)!r}; say how it is written"
            )


def _named_case(case: All) -> tuple[Cell, str] | None:
    """One weekday or month of a date, and how it is called in a column."""
    dated, called = (*case.parts, None, None)[:2]
    if not isinstance(dated, Compare) or not isinstance(called, Compare):
        return None
    is_part = isinstance(dated.left, Apply) and dated.left.function in _PARTS
    if not is_part or not isinstance(called.left, Cell) or not isinstance(called.right, Constant):
        return None
    return called.left, str(called.right.value)


def _refuse_none_there_is(node: Node, rule: Rule, tokens: Sequence[Token]) -> None:
    """Flag zones that do not exist: none that are missing, but such as there are not."""
    lows = [token.low for token in tokens]
    for part in node.walk():
        behind = lows[part.end : part.end + 4]
        is_told = behind[:1] in (["that"], ["which"]) and behind[2:] == ["not", "exist"]
        is_told = is_told and part.symbol == "column" and isinstance(rule, BrokenRows)
        if is_told and any(isinstance(each, Missing) for each in walk(rule)):
            raise Misfit("what does not exist may be empty, or unknown elsewhere; say which")
