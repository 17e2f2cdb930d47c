"""An order's lines must be different: within each order, where several rows are of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.contracts.schema import Column, TableSnapshot
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import ID_WORDS, stem, stems_of
from backend.rules.duplicates import Duplicates
from backend.rules.rule import Rule

_ONE = frozenset({"a", "an", "each", "every", "any", "one", "the", "single", "same", "no"})
_OF = "'s"
_REPEATED = frozenset({"repeat", "repeated", "repeats", "twice", "recur", "again", "differ"})
_FEW = 1.5
"""With fewer rows for each owner, some of them are likely to be there twice by mistake."""


def within_its_owner(rule: Rule, context: Context, tokens: Sequence[Token]) -> Rule:
    """The rule, comparing "an order's lines" with each other within that order.

    Raises:
        Misfit: "an order's code must be unique" may be told of other orders as well; or "a
            vendor's products" were taken for their vendor.
    """
    if not isinstance(rule, Duplicates) or not rule.columns or rule.table not in context.tables:
        return rule
    table = context.tables[rule.table]
    for at in _possessives(tokens):
        _refuse_turned(rule, at, tokens)
        keys = _owners(table, rule, at, tokens)
        if not keys:
            continue
        if len(keys) > 1 or not _are_several(tokens, at):
            raise Misfit(
                f"{rule.columns[0]} may differ within each {keys[0]} or over all; say "
                f"'{rule.columns[0]} must be unique within each {keys[0]}' or 'over all rows'"
            )
        rule = rule.model_copy(update={"columns": (keys[0], *rule.columns)})
    return rule


def owner_columns(table: TableSnapshot, noun: tuple[str, ...]) -> list[str]:
    """The columns that hold who a row belongs to, where one may have several rows.

    What the rows themselves are called is nobody they belong to.
    """
    mine = stems_of(table.table)
    if not noun or mine[-len(noun) :] == noun:
        return []
    return [each.name for each in table.columns if _is_of(each, noun) and _has_several(each, table)]


def _is_of(column: Column, noun: tuple[str, ...]) -> bool:
    stems = stems_of(column.name)
    bare = tuple(word for word in stems if word not in ID_WORDS)
    return not column.unique and bare == noun


def _has_several(column: Column, table: TableSnapshot) -> bool:
    return not column.values or table.rows >= _FEW * len(column.values)


def _possessives(tokens: Sequence[Token]) -> Iterator[int]:
    yield from (at for at in range(1, len(tokens) - 1) if tokens[at].low == _OF)


def _owners(table: TableSnapshot, rule: Duplicates, at: int, tokens: Sequence[Token]) -> list[str]:
    """The columns of the owner whose name ends before an apostrophe: "a support rep's"."""
    for start in (at - 1, at - 2):
        if start > 0 and tokens[start - 1].low in _ONE:
            noun = tuple(stem(token.low) for token in tokens[start:at])
            found = owner_columns(table, noun)
            return [] if {*found} & {*rule.columns} else found
    return []


def _are_several(tokens: Sequence[Token], at: int) -> bool:
    """Whether one owner has several of them: its lines, or what must not be repeated."""
    behind = [token.low for token in tokens[at + 1 :]]
    return _is_plural(tokens[at + 1].text) or bool(_REPEATED & {*behind})


def _is_plural(word: str) -> bool:
    """TrackIds, orderLineNumbers: headers in the plural."""
    return word.endswith("s") and stems_of(word) == stems_of(word[:-1])


def _refuse_turned(rule: Duplicates, at: int, tokens: Sequence[Token]) -> None:
    """A vendor's products are not the products' vendors."""
    turned = (stem(tokens[at + 1].low), stem(tokens[at - 1].low))
    if tokens[at + 1].low != turned[0] and any(stems_of(each) == turned for each in rule.columns):
        told = f"{tokens[at - 1].text}'s {tokens[at + 1].text}"
        raise Misfit(f"{told!r} are not what {rule.columns[0]} holds; name the column that differs")
