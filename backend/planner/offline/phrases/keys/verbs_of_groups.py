"""Phrases for how many rows a group has, by what it does: each vendor supplies between 5 and 12 products.

The group is a value of the rows themselves; the verb tells no more than that they are its.
"""

from __future__ import annotations

from backend.rules.language.terms import Cell, Predicate
from backend.rules.metric_groups import Keys, group_count, no_group
from backend.rules.phrasing import Phrases, RowSet, Statement

phrase = Phrases()

phrase.words(
    "_has_as_its",
    "supplies | supply | delivers | deliver | provides | provide | makes | make | produces | produce | sells | sell | carries | carry | "
    "covers | cover | contains | contain | holds | hold | offers | offer | looks after | look after | manages | manage | handles | handle | "
    "serves | serve | employs | employ | includes | include | publishes | publish | releases | release | stocks | stock | comprises | comprise",
)


def _is_group(keys: Keys, rows: RowSet) -> bool:
    """Whether rows of the one table are counted, and told apart by columns of it."""
    is_plain = bool(rows.table) and not rows.each
    return is_plain and all(isinstance(key, Cell) and key.table in ("", rows.table) for key in keys)


@phrase("stmt", "<each_group> _has_as_its <count_bound> <rows>", cost=0.1)
@phrase("stmt", "<each_group> _must _has_as_its <count_bound> <rows>", cost=0.1)
@phrase("stmt", "<each_group> (may|can) [only] _has_as_its <count_bound> <rows>", cost=0.1)
def supplies_so_many(keys: Keys, bound: Predicate, rows: RowSet) -> Statement | None:
    """Each vendor supplies between 5 and 12 products."""
    return group_count(keys, bound, rows) if _is_group(keys, rows) else None


@phrase("stmt", "no <keys> [_may] _has_as_its <count_bound> <rows>", cost=0.1)
@phrase("stmt", "<each_group> _must_not _has_as_its <count_bound> <rows>", cost=0.1)
def supplies_not_so_many(keys: Keys, bound: Predicate, rows: RowSet) -> Statement | None:
    """No vendor supplies more than 12 products."""
    is_bound = getattr(bound, "sign", "") in (">", ">=", "<")
    return no_group(keys, bound, rows) if is_bound and _is_group(keys, rows) else None
