"""A thing that a table tells in many rows: "one hospital" is then no row of the hospitals."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Unclear
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stem, stems_of
from backend.rules.duplicates import Duplicates
from backend.rules.rule import Rule

_NUMBERS = frozenset({"one", "single", "two", "several", "multiple", "different", "another"})
_BELONGS = frozenset({"to", "for", "by", "on"})
_IDLE = frozenset({"exactly", "only", "just", "a", "no", "more", "than", "most", "at"})
_MANY = 2.5
"""Rows for each value of a column, at the least, that is no key of its rows."""


def refuse_things_in_many_rows(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading that takes no row for a thing, and no column for a word of the language.

    Raises:
        Unclear: "a provider stands for one hospital", of a table with a row for each measure of a
            hospital; "flag those with different names", where name is a column that is not read.
    """
    table = context.tables.get(rule.table)
    if table is None:
        return
    nouns = [part.start for part in node.walk() if part.symbol == "table"]
    if isinstance(rule, Duplicates) and any(_belongs_to_one(tokens[:at]) for at in nouns):
        _refuse_repeated(rule, table.rows, context)
    read = {column for _, column in rule.reads()}
    for part in node.walk():
        if part.symbol == "_ones" and part.end == part.start + 1:
            word = tokens[part.start].low
            called = [each.name for each in table.columns if stems_of(each.name) == (stem(word),)]
            if called and read.isdisjoint(called):
                raise Unclear(f"{word!r} may be what stands in {called[0]}: then the rule is of it")


def _belongs_to_one(before: Sequence[Token]) -> bool:
    """Stands for exactly one, may belong to two; but: no two have the same."""
    rest = [token.low for token in before if token.low not in _IDLE]
    return bool({*rest[-1:]} & _NUMBERS and {*rest[-2:-1]} & _BELONGS)


def _refuse_repeated(rule: Duplicates, rows: int, context: Context) -> None:
    for name in rule.columns if len(rule.columns) == 1 else ():
        column = context.column(rule.table, name)
        if column is not None and 0 < _MANY * len(column.values) <= rows - column.missing:
            raise Unclear(
                f"{rule.table} has many rows for each {name}: say '{name} must be unique' if every "
                f"row is to have its own, or name the column that must be the same for a {name}"
            )
