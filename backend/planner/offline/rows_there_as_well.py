"""Rows that another table has as well: which row there, and which of them are meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from backend.contracts.schema import Column, ColumnType
from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.keys import pairs_of_keys, tells_apart
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import ID_WORDS, stem, stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import (
    Cell,
    Compare,
    Constant,
    Exists,
    Lookup,
    Missing,
    OneOf,
    Term,
)
from backend.rules.language.walk import rewrite, walk
from backend.rules.rule import Rule

_IN_LIKENESS = re.compile(
    r"\b(?:with|under|for) (?:(?:exactly |precisely )?the (?:very )?same|an? (?:equal|identical|"
    r"matching)|(?:equal|identical|matching)|each|every|any)\b|\bboth have\b"
)
_NAMES = frozenset({"name", "title", "label", "email"})
_A_ROW_THERE = re.compile(
    r"\b(?:an?|any|no|one|the|some|another|matching) (?:matching |such )?"
    r"(?:rows?|records?|entry|entries|lines?|counterparts?|match|partner)\b"
)
_THERE = re.compile(
    r"[.;,] ?(?:[\w-]+ ){1,4}?(?:ones?|rows?|[\w-]+s) "
    r"(?:(?:must|should|shall|may|can|do|are|is) )?(?:not |never |n't )?"
    r"(?:(?:be|allowed|belong|appear|exist|occur|show up|turn up|stand|found|missing|absent) )+"
    r"(?:there|in it|in them|from it|from there)\b"
)


def with_own_keys(rule: Rule, context: Context, tokens: Sequence[Token]) -> Rule:
    """The rule, where a row of another table is the same row with the same amount.

    "Every order must be in the ledger with the same amount": its own row there.

    Raises:
        Misfit: by what is told, any other row of that table might be the one.
    """
    text = " ".join(token.low for token in tokens)
    if not isinstance(rule, BrokenRows) or not _IN_LIKENESS.search(text):
        return rule

    def change(part: Term) -> Term | None:
        return _keyed(part, rule, context, text) if isinstance(part, Exists) else None

    return rule.model_copy(update={"must": rewrite(rule.must, change)})


def key_beside(found: Exists, rule: Rule, context: Context) -> str:
    """The key of the rows that another table has as well, where they are told by amounts alone."""
    mine, theirs = context.tables.get(rule.table), context.tables.get(found.table)
    is_told = any(tells_apart(name) or stems_of(name)[-1] in _NAMES for _, name in found.keys)
    if mine is None or theirs is None or is_told:
        return ""
    pairs = pairs_of_keys(mine, theirs)
    key = mine.column(pairs[0][0]) if len(pairs) == 1 and pairs[0][0] == pairs[0][1] else None
    is_own = key is not None and key.unique and (key.name, key.name) not in found.keys
    return key.name if key is not None and is_own else ""


def _keyed(found: Exists, rule: BrokenRows, context: Context, text: str) -> Exists | None:
    mine, theirs = context.tables.get(rule.table), context.tables.get(found.table)
    if mine is None or theirs is None or any(here != there for here, there in found.keys):
        return None
    told = {there for _, there in found.keys}
    pairs = pairs_of_keys(mine, theirs)
    is_single = any(_is_name(column) for column in theirs.columns if column.name in told)
    is_described = len(told) > 1 and any(map(tells_apart, told))
    if len(pairs) != 1 or pairs[0][1] in told or is_single or is_described:
        return None
    [(here, there)] = pairs
    if key_beside(found, rule, context) and not _A_ROW_THERE.search(text):
        return found.model_copy(update={"keys": ((here, there), *found.keys)})
    names = " and ".join(sorted(told))
    raise Misfit(
        f"'with the same {names}' may be any row of {found.table}, or the one with the same "
        f"{there}; say 'with the same {there} and {names}'"
    )


def _is_name(column: Column) -> bool:
    """Whether each row has a name or number of its own in a column; amounts may just differ."""
    is_called = tells_apart(column.name) or stems_of(column.name)[-1] in _NAMES
    return column.unique and is_called


def refuse_other_matches(node: Node, rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading that says of the right row that it is there, or is not.

    Raises:
        Misfit: "cancelled ones must not be there" was taken for what all rows must be; a row was
            looked up by another column than the one it is named for; or "with its manager" asks
            for any manager.
    """
    if not isinstance(rule, BrokenRows):
        return
    text = " ".join(token.low for token in tokens)
    found = [part for part in walk(rule.must) if isinstance(part, Exists)]
    if found and _THERE.search(text) and not isinstance(rule.must, Exists):
        raise Misfit(
            f"'there' is the other table: write two checks, 'Every … must be in {found[0].table}' "
            f"and 'No … may be in {found[0].table}'"
        )
    for part in found:
        _refuse_given_there(part, rule.table)
        if _IN_LIKENESS.search(text):
            _refuse_named_otherwise(part, node, rule.table, context, tokens)
    _refuse_values_of_keys(rule, context, tokens)


def _refuse_given_there(found: Exists, table: str) -> None:
    for part in () if found.where is None else walk(found.where):
        if isinstance(part, Missing) and isinstance(part.of, Lookup) and part.of.table == table:
            raise Misfit(
                f"{part.of.column} is a column of {table}; say 'must be in {found.table} with "
                f"the same …', or name the column of {found.table} that it must be"
            )


def _refuse_named_otherwise(
    found: Exists, node: Node, table: str, context: Context, tokens: Sequence[Token]
) -> None:
    """Every manager must be in staff with the same department: the manager's number is not told."""
    keys = {here for here, _ in found.keys}
    snapshot = context.tables[table]
    for part in node.walk():
        if part.symbol != "rows" or part.start > 2:
            continue
        noun = (stem(tokens[part.end - 1].low),)
        for column in snapshot.columns:
            header = stems_of(column.name)
            is_named = header[:-1] == noun and header[-1] in ID_WORDS
            if is_named and column.name not in keys and stems_of(table)[-1:] != noun:
                raise Misfit(f"a {noun[0]} is told by {column.name}, which is not compared")


def _refuse_values_of_keys(rule: BrokenRows, context: Context, tokens: Sequence[Token]) -> None:
    """A hit is a GET: not the hit's own key, but its method."""
    words = {token.low for token in tokens}
    for of, values in _told(rule):
        column, table = context.column(of.table or rule.table, of.column), rule.table
        if column is None or column.type != ColumnType.TEXT:
            continue
        held = {value.lower() for value in column.values}
        is_key = column.unique and len(stems_of(column.name)) == 1
        if not is_key or not held or not values or values & held or not values <= words:
            continue
        for other in context.tables[of.table or table].columns:
            if other.name != of.column and values & {value.lower() for value in other.values}:
                raise Misfit(
                    f"{', '.join(sorted(values))} are values of {other.name}, and none of "
                    f"{of.column}; say '{other.name} must be …'"
                )


def _told(rule: BrokenRows) -> Iterator[tuple[Cell, set[str]]]:
    for part in walk(rule.must):
        match part:
            case Compare(left=Cell() as of, right=Constant(value=str() as value)):
                yield of, {value.lower()}
            case OneOf(of=Cell() as of, options=options):
                yield of, {str(each.value).lower() for each in options}
            case _:
                pass
