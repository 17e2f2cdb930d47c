"""Keys that a sentence names itself: "(shipVia)", behind a rule about shippers and their orders.

What a column leads to is told by names elsewhere. Where the owner names the column that leads, and
its name tells nothing of the other table, it leads to that table's own key: its first column.
"""

from __future__ import annotations

from backend.contracts.schema import TableSnapshot
from backend.planner.offline.keys import is_key, key_for
from backend.planner.offline.words import stems_of

_NO_KEYS = frozenset({
    "level", "count", "quantity", "qty", "stock", "amount", "size", "capacity", "price", "age",
    "total", "sum", "limit", "rate", "share", "score", "weight", "length", "height", "width",
    "volume", "salary", "cost", "fee", "year", "rank", "duration", "minute", "hour", "day",
})  # fmt: skip
"""Last words of headers that tell how much, and whose number is no key."""


def named_pair(
    left: TableSnapshot, right: TableSnapshot, names: tuple[str, ...]
) -> tuple[str, str] | None:
    """The one column of both tables that the sentence names as their key, or that leads to one."""
    shared = [name for name in names if left.column(name) and right.column(name)]
    if shared:
        return (shared[0], shared[0]) if len(shared) == 1 else None
    here = {(name, key) for name in names if (key := _led_to(name, left, right))}
    there = {(key, name) for name in names if (key := _led_to(name, right, left))}
    found = here | there
    return found.pop() if len(found) == 1 else None


def _led_to(name: str, mine: TableSnapshot, theirs: TableSnapshot) -> str | None:
    return key_for(name, mine, theirs) or first_key(name, mine, theirs)


def first_key(name: str, mine: TableSnapshot, theirs: TableSnapshot) -> str | None:
    """The other table's own key, for a column of this table that is to be found there."""
    here, first = mine.column(name), theirs.columns[0]
    if here is None or here.reads_as != first.reads_as or here == mine.columns[0]:
        return None
    is_own = first.unique and is_key(first.name) and not here.date_format
    is_amount = not _NO_KEYS.isdisjoint(stems_of(name)[-1:]) or theirs.column(name) is not None
    return first.name if is_own and not is_amount else None
