"""Words that name a column of yes and no, and are a value of another one: paid, status 'paid'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.contracts.schema import Column, TableSnapshot
from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.lexicon import says_yes_or_no
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import stem, stems_of
from backend.rules.language.terms import Cell, Compare, Constant, Not
from backend.rules.rule import Rule

_DENIALS = ("un", "non-", "non", "in", "dis")
_SPELLINGS = frozenset({"true", "false", "yes", "no", "y", "n", "t", "f"})


def refuse_flags_that_are_values(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading whose words for rows are a flag or a value, and not both.

    Raises:
        Misfit: "paid orders" may be those whose ``paid`` says yes, or whose status is 'paid', and
            the other column is not named elsewhere; "paid or open orders" are told by the status.
    """
    _refuse_days_as_flags(node, rule, context, tokens)
    leaves = [part for part in node.walk() if not part.children]
    for leaf in leaves:
        told, token = _told_of_rows(leaf), tokens[leaf.start]
        table = None if told is None else context.tables.get(told.table or rule.table)
        if told is None or table is None or token.shape != Shape.WORD or leaf.end > leaf.start + 1:
            continue
        for flag, value, holder in _pairs(_undenied(leaf, token.low), table):
            other = holder if told.column == flag else flag
            spoken = [*_spoken_of(leaves, table)]
            is_listed = holder in spoken and (told.column == flag or spoken.count(holder) > 1)
            is_clear = is_listed or _names_it(other, table, tokens, leaf.start)
            if told.column in (flag, holder) and not is_clear:
                raise Misfit(
                    f"{token.text!r} may be told by {flag}, or be the {holder} {value!r}: write "
                    f"'where {flag} is true', or 'where {holder} is {value}'"
                )


def _refuse_days_as_flags(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """A paid order is none that has a ``paid_on``, where a flag and a status tell it."""
    table = context.tables.get(rule.table)
    for part in node.walk() if table is not None else ():
        symbols = [child.symbol for child in part.children]
        is_noun = part.symbol == "cell" and symbols == ["column", "table"]
        word = tokens[part.start].low
        if not is_noun or part.children[0].end > part.start + 1 or table is None:
            continue
        for flag, value, holder in _pairs(word, table):
            named = part.children[0].meaning
            if isinstance(named, Cell) and named.column not in (flag, holder):
                raise Misfit(
                    f"{word!r} may be told by {flag}, or be the {holder} {value!r}: write "
                    f"'where {flag} is true', or 'where {holder} is {value}'"
                )


def _told_of_rows(leaf: Node) -> Cell | None:
    """The column that a word for rows tells of: paid orders, an order is paid."""
    told = leaf.meaning.part if isinstance(leaf.meaning, Not) else leaf.meaning
    if not isinstance(told, Compare) or not isinstance(told.right, Constant):
        return None
    return told.left if isinstance(told.left, Cell) else None


def _spoken_of(leaves: Sequence[Node], table: TableSnapshot) -> Iterator[str]:
    """The columns of a table that words for rows tell of: an ok payment tells of no order."""
    for leaf in leaves:
        told = _told_of_rows(leaf)
        column = None if told is None else table.column(told.column)
        part = leaf.meaning.part if isinstance(leaf.meaning, Not) else leaf.meaning
        value = part.right if isinstance(part, Compare) else None
        if column is None or not isinstance(value, Constant):
            continue
        if str(value.value).lower() in {held.lower() for held in column.values}:
            yield column.name


def _undenied(leaf: Node, word: str) -> str:
    """Paid for unpaid."""
    if not isinstance(leaf.meaning, Not):
        return word
    return next((word[len(each) :] for each in _DENIALS if word.startswith(each)), word)


def _names_it(column: str, table: TableSnapshot, tokens: Sequence[Token], but: int) -> bool:
    """Whether another word of the sentence names the column, and no longer header: paid_on."""
    headers = {each.name.lower() for each in table.columns} - {column.lower()}
    told = [token for at, token in enumerate(tokens) if at != but and token.low not in headers]
    return {*stems_of(column)} <= {word for token in told for word in stems_of(token.text)}


def _pairs(word: str, table: TableSnapshot) -> Iterator[tuple[str, str, str]]:
    """A flag that the word names, and the value of another column that it is."""
    spoken = {word, stem(word)}
    flags = [column for column in table.columns if _is_flag(column) and spoken & _names(column)]
    for flag in flags:
        for column in table.columns:
            value = next((each for each in column.values if each.lower() in spoken), None)
            if value is not None and column.name != flag.name:
                yield flag.name, value, column.name


def _is_flag(column: Column) -> bool:
    held = {value.lower() for value in column.values}
    return says_yes_or_no(held) or (bool(held) and held <= _SPELLINGS)


def _names(column: Column) -> set[str]:
    """Its header in one word, without "is" and "has"."""
    stems = stems_of(column.name)
    stems = stems[1:] if stems[:1] in (("is",), ("has",)) else stems
    return {column.name.lower(), *stems} if len(stems) == 1 else set()
