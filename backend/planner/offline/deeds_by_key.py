"""Deeds that a key tells of: who manages a depot is its manager_id, and nobody who lives there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.keys import key_for
from backend.planner.offline.kin_keys import led_to_by_values
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Aggregate, Exists
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_ENDS = ("", "s", "es", "d", "ed", "ing")
_WHOSE = frozenset({"its", "their", "his", "her", "our", "the", "an", "of"})
_SHORTEST = 3


def refuse_other_keys_of_deeds(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading that finds who does something by the key that is called so.

    Raises:
        Misfit: "nobody may manage more than one depot" was read of those whose home_depot it is.
    """
    if not isinstance(rule, BrokenRows) or len(context.tables) < 2:
        return
    doers = {*_doers(tokens)}
    for part in walk(rule):
        if not isinstance(part, Exists | Aggregate) or len(part.keys) != 1:
            continue
        for table, other in ((rule.table, part.table), (part.table, rule.table)):
            for name in _told_keys(table, other, doers, context):
                if name not in part.keys[0]:
                    raise Misfit(
                        f"{name} may tell who does it, and not {part.keys[0][0]}; name the column "
                        f"by which {rule.table} and {part.table} are matched"
                    )


def _told_keys(table: str, other: str, doers: set[str], context: Context) -> Iterator[str]:
    """Keys of a table that lead to the other one, and are called after who does what is told."""
    mine, theirs = context.tables.get(table), context.tables.get(other)
    if mine is None or theirs is None:
        return
    for column in mine.columns:
        if doers & {*stems_of(column.name)[:1]}:
            key = key_for(column.name, mine, theirs) or led_to_by_values(column, mine, theirs)
            if key is not None:
                yield column.name


def _doers(tokens: Sequence[Token]) -> Iterator[str]:
    """Whoever does what a word may tell of: manage, managed and managing are a manager's."""
    before = ""
    for token in tokens:
        low, is_own = token.low, before in _WHOSE
        before = low
        if token.shape != Shape.WORD or is_own:
            continue
        for end in _ENDS:
            base = low.removesuffix(end) if end else low
            if low.endswith(end) and len(base) >= _SHORTEST:
                yield from (f"{base}r", f"{base}er", f"{base}or", f"{base[:-1]}or")
