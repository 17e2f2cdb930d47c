"""Other rows that are looked up the wrong way round, or by a key that is another column's."""

from __future__ import annotations

from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.lexicon import says_yes_or_no
from backend.planner.offline.words import ID_WORDS, stems_of
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
        is_direct = not isinstance(part, Lookup) or part.key_of is None
        if isinstance(part, Lookup | Exists) and is_direct and part.table != rule.table:
            _refuse_other_names(part, context)


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
            both = f"{nearest} of {found.table} or to its {there}"
            raise Misfit(f"{here} may belong to {both}; name the column")
