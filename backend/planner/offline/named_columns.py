"""Columns by the words of their headers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from backend.contracts.schema import Column
from backend.planner.offline.abbreviations import abbreviates
from backend.planner.offline.words import DATE_WORDS, ID_WORDS, deed, squeezed

FILLERS = frozenset({"address"})
"""Words of a header that tell nothing."""


@dataclass(frozen=True)
class NamedColumn:
    """A column with the stems of its header."""

    table: str
    column: Column
    stems: tuple[str, ...]
    roots: tuple[str, ...]

    @property
    def is_date(self) -> bool:
        """Whether it reads as dates."""
        return self.column.date_format is not None

    @cached_property
    def squeezed(self) -> str:
        """The header without what stands between its words."""
        return squeezed(self.column.name)

    @cached_property
    def unfilled(self) -> tuple[str, ...]:
        """The header's words but those that tell nothing."""
        return without(self.roots, FILLERS)

    @cached_property
    def undated(self) -> tuple[str, ...]:
        """The header's words but those for days and times."""
        return without(self.roots, DATE_WORDS)

    @cached_property
    def unnumbered(self) -> tuple[str, ...]:
        """The header's words but those for a key."""
        return without(self.roots, ID_WORDS)

    @cached_property
    def deeds(self) -> tuple[str, ...]:
        """The header's words as verbs, without those for days and times."""
        return tuple(map(deed, self.undated))


def is_header(text: str) -> bool:
    """Whether a text can only be a header: unit_price, unitPrice, TruckReg."""
    is_camel = any(one.islower() and other.isupper() for one, other in pairwise(text))
    return "_" in text or is_camel


def without(words: tuple[str, ...], dropped: frozenset[str]) -> tuple[str, ...]:
    """The words but those that are dropped."""
    return tuple(word for word in words if word not in dropped)


def counted(roots: tuple[str, ...]) -> tuple[str, ...] | None:
    """The maximum number of guests for max_guests: what is counted, behind what narrows it."""
    for at in range(1, len(roots) - 2):
        if roots[at] in ("number", "amount", "count") and roots[at + 1] == "of":
            return (*roots[:at], *roots[at + 2 :])
    return None


def key_cost(roots: tuple[str, ...], named: NamedColumn) -> float | None:
    """An order for its number, and the order number for a column of orders."""
    bare = without(roots, ID_WORDS)
    if roots == named.unnumbered or (bare and bare == named.unnumbered):
        return 0.6 if roots[:-1] == named.roots else 1.2
    return None


def date_cost(
    noun: tuple[str, ...],
    date: NamedColumn,
    columns: Iterable[NamedColumn],
    rows: Iterable[tuple[str, ...]],
) -> float:
    """An invoice for its date; rather for its number where there is one, and 0 for its row."""
    others = (each for each in columns if each.table == date.table)
    has_number = any(each.unnumbered == noun != each.roots for each in others)
    return 0.0 if noun in rows else 1.6 if has_number else 0.5


def short_cost(roots: tuple[str, ...], header: tuple[str, ...]) -> float | None:
    """Quantity for qty, euro returns for ret_eur, active for is_active, date for date_col."""
    turned = header[::-1]
    if header[-1] in ("col", "column", "field") and roots == header[:-1]:
        return 0.3
    if len(roots) == len(header) and all(map(abbreviates, roots, header)):
        return 0.7
    if len(roots) == len(turned) == 2 and all(map(abbreviates, roots, turned)):
        return 0.9
    is_flag = roots[:1] == ("is",) or header[:1] == ("is",)
    return 0.6 if is_flag and roots == header[1:] else None


def sole_key(roots: tuple[str, ...], holders: Iterable[NamedColumn]) -> NamedColumn | None:
    """The order for SalesOrderID: the one key whose header ends in the noun."""
    keys = [each for each in holders if each.roots[-1:] and each.roots[-1] in ID_WORDS]
    found = [
        each for each in keys if each.roots[1:-1] and each.roots[-1 - len(roots) : -1] == roots
    ]
    return found[0] if len(found) == 1 else None
