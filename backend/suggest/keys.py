"""Proposals about keys: what occurs once, what another table must know."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from backend.contracts.schema import Column, ColumnType
from backend.rules.duplicates import Duplicates
from backend.rules.language.terms import Exists
from backend.suggest.profile import Profile, Profiles, is_id, is_key, noun_of
from backend.suggest.proposal import ENOUGH, Proposal, holds, propose, row_proposal, words_of

_MOST_KEY_COLUMNS = 6


def unique_columns(profile: Profile) -> Iterator[Proposal]:
    """Identifiers that occur once, save a few."""
    for column in profile.columns(ColumnType.TEXT, ColumnType.INTEGER):
        is_candidate = is_key(column.name) and _is_own_key(column, profile)
        if is_candidate and holds(*_repeated(column, profile)):
            rule = Duplicates(table=profile.table, columns=(column.name,))
            yield propose("key", rule, ["{a} must be unique."], {"a": column.name})


def _is_own_key(column: Column, profile: Profile) -> bool:
    """Not the key of another table that happens to occur once here."""
    words = words_of(column.name)
    others = words[:-1] not in ((), noun_of(profile.table))
    return column is profile.snapshot.columns[0] or not (is_id(column.name) and others)


def _repeated(column: Column, profile: Profile) -> tuple[int, int]:
    values = profile.filled(column.name)
    return (0 if column.unique else int(values.duplicated(keep=False).sum())), len(values)


def composite_keys(profile: Profile) -> Iterator[Proposal]:
    """The pair of identifiers that tells rows apart where no single column does."""
    ids = [column for column in profile.columns() if is_id(column.name)][:_MOST_KEY_COLUMNS]
    if profile.rows < ENOUGH or any(column.unique for column in ids):
        return
    for left, right in combinations(ids, 2):
        pair = profile.frame[[left.name, right.name]].dropna()
        if len(pair) >= ENOUGH and not pair.duplicated().any():
            rule = Duplicates(table=profile.table, columns=(left.name, right.name))
            text = "The combination of {a} and {b} must be unique."
            yield propose("key", rule, [text], {"a": left.name, "b": right.name})
            return


def references(profile: Profile, others: Profiles) -> Iterator[Proposal]:
    """Values that are keys of another table, by the column's name and by the values."""
    for column in profile.columns(ColumnType.TEXT, ColumnType.INTEGER):
        for other in others.values():
            key = _key_for(column, profile, other)
            if key is not None:
                yield from _reference(column, profile, key, other)


def _key_for(column: Column, profile: Profile, other: Profile) -> Column | None:
    """``customer_id`` of ``customers``: its own ``customer_id``, or its ``id``."""
    if other.table == profile.table or not is_id(column.name):
        return None
    words, noun = words_of(column.name), noun_of(other.table)
    for key in other.snapshot.columns:
        names = words_of(key.name)
        is_named = names == words and words[:-1] == noun
        is_bare = len(names) == 1 and words == (*noun, *names)
        if key.unique and key.reads_as == column.reads_as and (is_named or is_bare):
            return key
    return None


def _reference(column: Column, profile: Profile, key: Column, other: Profile) -> Iterator[Proposal]:
    values = profile.texts(column.name)
    unknown = int((~values.isin(set(other.texts(key.name)))).sum())
    if not holds(unknown, len(values)):
        return
    must = Exists(table=other.table, keys=((column.name, key.name),))
    yield row_proposal(
        "reference",
        profile.table,
        must,
        f"{{a}} of {profile.table} must exist in {other.table}.",
        f"{{a}} of {profile.table} must exist in the {{b}} column of {other.table}.",
        a=column.name,
        b=key.name,
    )
