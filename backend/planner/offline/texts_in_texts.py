"""A text that is part of another one, which is no reference and no filled cell."""

from __future__ import annotations

from collections.abc import Sequence

from backend.contracts.schema import Column, ColumnType
from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stems_of
from backend.rules.language.terms import Cell, Constant, Exists
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_CONTAIN = frozenset({
    "contain", "contains", "include", "includes", "containing", "including", "mention", "mentions",
})  # fmt: skip
_CONTAINED = frozenset({"contained", "appear", "appears", "occur", "occurs", "part"})
_AMOUNTS = frozenset({ColumnType.INTEGER, ColumnType.NUMBER})
_CURE = "that one column's text is part of another's is not among the rules that are known"


def refuse_texts_in_texts(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading in which no column contains, or is contained in, another as a text may be.

    Raises:
        Misfit: "email must contain the last name" was read as rows that have a last name; or "the
            city must be contained in the address" as a reference to an equal cell.
    """
    headers = _headers(rule, context)
    for rows, verb in _subjects(node):
        is_named = rows.end == rows.start + 1 and tokens[rows.start].low in headers
        is_column = is_named or any(part.symbol == "keynoun" for part in rows.walk())
        if is_column and tokens[verb].low in _CONTAIN and not _are_amounts(rule, context):
            raise Misfit(_CURE)
    _refuse_headers_as_texts(node, rule, headers - _listed(rule, context), tokens)
    for part in walk(rule):
        if isinstance(part, Exists):
            _refuse_unlike_texts(part, rule.table, context, {token.low for token in tokens})


def _are_amounts(rule: Rule, context: Context) -> bool:
    """Whether it reads numbers alone: wines that contain at least 9.5 alcohol."""
    found = [context.column(table, column) for table, column in rule.reads()]
    return all(each is not None and each.reads_as in _AMOUNTS for each in found)


def _headers(rule: Rule, context: Context) -> set[str]:
    """The headers of the tables that it reads, in lower case."""
    tables = [context.tables[table] for table in rule.tables() if table in context.tables]
    return {column.name.lower() for table in tables for column in table.columns}


def _listed(rule: Rule, context: Context) -> set[str]:
    """Values of columns that it reads, in lower case, where it names several of them."""
    cells = [part for part in walk(rule) if isinstance(part, Cell)]
    columns = [context.column(cell.table, cell.column) for cell in cells]
    held = {value.lower() for column in columns if column for value in column.values}
    told = {str(part.value).lower() for part in walk(rule) if isinstance(part, Constant)} & held
    return told if len(told) > 1 else set()


_OWNED = frozenset({"the", "its", "their", "his", "her", "this"})


def _refuse_headers_as_texts(
    node: Node, rule: Rule, headers: set[str], tokens: Sequence[Token]
) -> None:
    """The username must not occur in the password: of each row, and no text "username"."""
    lows = [token.low for token in tokens]
    read = {part.column.lower() for part in walk(rule) if isinstance(part, Cell)}
    _refuse_columns_as_their_values(rule, read & headers, lows)
    for part in node.walk():
        low = tokens[part.start].low
        is_header = part.symbol == "bare" and part.end == part.start + 1 and low in headers - read
        is_owned = part.start > 0 and tokens[part.start - 1].low in _OWNED
        if is_header and ((is_owned and _CONTAIN & {*lows}) or _CONTAINED & {*lows}):
            raise Misfit(f"{low!r} is a column here; put it in quotes if that text is meant")


def _refuse_columns_as_their_values(rule: Rule, read: set[str], lows: Sequence[str]) -> None:
    """The password must not contain a name: of no cell that holds "password"."""
    for part in walk(rule):
        value = str(part.value).lower() if isinstance(part, Constant) else ""
        if value in read and lows.count(value) == 1:
            raise Misfit(f"{value!r} is a column here, and a value: put the value in quotes")


def _subjects(node: Node) -> list[tuple[Node, int]]:
    """The rows that do something, and the word with which it begins."""
    found = []
    for part in node.walk():
        subject = None
        for each in part.children:
            if each.symbol in ("rows", "value_rows"):
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
