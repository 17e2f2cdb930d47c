"""Other rows that are looked up the wrong way round, or by a key that is another column's."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.keys import led_up, referred
from backend.planner.offline.lexicon import says_yes_or_no
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import ID_WORDS, stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.inconsistent_values import InconsistentValues
from backend.rules.language.terms import Exists, Lookup
from backend.rules.language.walk import walk
from backend.rules.rule import Rule


def refuse_reversed_kin(rule: Rule, context: Context) -> None:
    """Pass a reading that looks up one row, and by the key that the column's name tells.

    Raises:
        Misfit: one of a shop's many orders was taken for its order, or a column was held against a
            key although the other table has a column of its name.
    """
    for part in walk(rule):
        if isinstance(part, Lookup) and part.key_of is None:
            _refuse_one_of_many(part, rule.table, context)
        if isinstance(part, Exists) and isinstance(part.where, Exists):
            _refuse_any_row_of_its_own(part.where, rule.table)
        is_direct = not isinstance(part, Lookup) or part.key_of is None
        if isinstance(part, Lookup | Exists) and is_direct and part.table != rule.table:
            _refuse_other_names(part, context)


def refuse_kin_as_groups(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading of a manager's row, and not of all the rows that have one manager.

    Raises:
        Misfit: "whose manager is in another department" was told of those with the same manager.
    """
    words = [token.low for token in tokens]
    if not isinstance(rule, InconsistentValues) or len(rule.key) != 1 or "whose" not in words:
        return
    if not _ONE_OTHER & {*words} or "several" in words:
        return
    found = referred(rule.key[0], rule.table, context)
    if found is not None and found[0] == rule.table:
        raise Misfit(f"the row that {rule.key[0]} leads to is not the rows that share it")


def refuse_any_of_its_own(rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a reading that keeps to the row's own rows: the manager is one of its workers.

    Raises:
        Misfit: any row of the other table would do.
    """
    words = [token.low for token in tokens]
    told = [*zip(words, words[1:], words[2:], strict=False)]
    is_own = any(each[:2] == ("one", "of") and each[2] in _POSSESSIVES for each in told)
    must = rule.must if isinstance(rule, BrokenRows) else None
    if is_own and isinstance(must, Exists) and must.where is None:
        raise Misfit(f"which rows of {must.table} are its own is not said")


_POSSESSIVES = frozenset({"its", "their", "his", "her"})
_ONE_OTHER = frozenset({"another", "different", "other"})


def _refuse_any_row_of_its_own(found: Exists, table: str) -> None:
    """A manager who works in the department: in that one, and not in any department."""
    if found.table == table and found.where is None:
        raise Misfit(f"it is not clear which row of {table} is meant; say 'that' or 'the same'")


def _refuse_one_of_many(found: Lookup, table: str, context: Context) -> None:
    if len(found.keys) != 1:
        return
    [(here, there)] = found.keys
    mine, theirs = context.column(table, here), context.column(found.table, there)
    if mine is not None and theirs is not None and mine.unique and not theirs.unique:
        raise Misfit(f"a row of {table} may have several rows in {found.table}")


def _refuse_other_names(found: Lookup | Exists, context: Context) -> None:
    for here, there in found.keys:
        column = context.column(found.table, there)
        if column is not None and says_yes_or_no(value.lower() for value in column.values):
            raise Misfit(f"{there} of {found.table} says yes or no, and is no key")
        told = {*stems_of(here)} - ID_WORDS
        others = [column.name for column in context.tables[found.table].columns]
        if not told or told & {*stems_of(there)} or here == there:
            continue
        alike = [name for name in others if told & ({*stems_of(name)} - ID_WORDS)]
        if alike and not told & {*stems_of(found.table)}:
            nearest = max(alike, key=lambda name: len({*stems_of(here)} & {*stems_of(name)}))
            if nearest == here and led_up(here, nearest, context.tables[found.table]) == there:
                continue
            both = f"{nearest} of {found.table} or to its {there}"
            raise Misfit(f"{here} may belong to {both}; name the column")
