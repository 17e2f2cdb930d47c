"""Columns of a last or a total: a noun alone rather names the plain column of another table."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import DATE_WORDS, stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Cell, Missing
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_QUALIFIERS = frozenset({
    "last", "first", "latest", "newest", "earliest", "oldest", "next", "previous", "final",
    "initial", "current", "former", "new", "old", "original", "total", "average", "avg", "mean",
    "max", "maximum", "min", "minimum", "sum", "highest", "lowest", "planned", "expected",
})  # fmt: skip


def refuse_qualified_columns(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading whose nouns are the columns next to them.

    Raises:
        Misfit: in "a visit needs a doctor who was hired before the visit" the visit was taken for
            the doctor's last_visit, and visits have a visit_date; "test results must be unique"
            was read of the column result, and may mean the rows.
    """
    for part in node.walk():
        cell = part.meaning
        if part.symbol != "column" or not isinstance(cell, Cell) or cell.table:
            continue
        said = {stem for token in tokens[part.start : part.end] for stem in stems_of(token.text)}
        if _may_be_rows(said, cell.column, rule):
            raise Misfit(f"the rows of {rule.tables()[0]} or their {cell.column} may be meant")
        bare = said - DATE_WORDS
        more = {*stems_of(cell.column)} - DATE_WORDS - bare
        if not bare or not more or not more <= _QUALIFIERS:
            continue
        for table in rule.tables():
            for column in context.tables[table].columns if table in context.tables else ():
                if {*stems_of(column.name)} - DATE_WORDS == bare:
                    raise Misfit(
                        f"either {column.name} of {table} or {cell.column} may be meant; name it"
                    )


def _may_be_rows(said: set[str], column: str, rule: Rule) -> bool:
    """Whether a table's name stands for its column, in a rule that may as well be of its rows."""
    is_table = any(said == {*stems_of(table)} for table in rule.tables())
    own = {*stems_of(column)}
    if not is_table or not own < said:
        return False
    return not isinstance(rule, BrokenRows) or any(isinstance(each, Missing) for each in walk(rule))
