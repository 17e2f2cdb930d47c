"""A text that is part of another one, which is no reference and no filled cell."""

from __future__ import annotations

from collections.abc import Sequence

from backend.contracts.schema import Column, ColumnType
from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stems_of
from backend.rules.language.terms import Exists
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_CONTAIN = frozenset({
    "contain", "contains", "include", "includes", "containing", "including", "mention", "mentions",
})  # fmt: skip
_CONTAINED = frozenset({"contained", "appear", "appears", "occur", "occurs", "part"})
_CURE = "that one column's text is part of another's is not among the rules that are known"


def refuse_texts_in_texts(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading in which no column contains, or is contained in, another as a text may be.

    Raises:
        Misfit: "email must contain the last name" was read as rows that have a last name; or "the
            city must be contained in the address" as a reference to an equal cell.
    """
    for rows, verb in _subjects(node):
        is_column = any(part.symbol == "keynoun" for part in rows.walk())
        if is_column and tokens[verb].low in _CONTAIN:
            raise Misfit(_CURE)
    for part in walk(rule):
        if isinstance(part, Exists):
            _refuse_unlike_texts(part, rule.table, context, {token.low for token in tokens})


def _subjects(node: Node) -> list[tuple[Node, int]]:
    """The rows that do something, and the word with which it begins."""
    found = []
    for part in node.walk():
        subject = None
        for each in part.children:
            if each.symbol == "rows":
                subject = each
            if each.symbol in ("rowvp", "feature") and subject is not None:
                at = each.start if each.symbol == "rowvp" else each.start - 1
                found.append((subject, at))
    return found


def _refuse_unlike_texts(part: Exists, table: str, context: Context, words: set[str]) -> None:
    for here, there in part.keys:
        mine, theirs = context.column(table, here), context.column(part.table, there)
        if mine is None or theirs is None or not _are_texts(mine, theirs):
            continue
        if {*mine.values} & {*theirs.values}:
            continue
        is_elsewhere = part.table != table
        may_be_equal = not (mine.values and theirs.values)
        is_named_so = {*stems_of(there)} <= {*stems_of(here)} and (may_be_equal or is_elsewhere)
        if not is_named_so and not (is_elsewhere and may_be_equal and not _CONTAINED & words):
            raise Misfit(_CURE)


def _are_texts(*columns: Column) -> bool:
    return all(column.reads_as == ColumnType.TEXT for column in columns)
