"""Phrases for what a discount leaves: the price less the discount percentage, times 1 minus the share.

A column of shares or percentages is taken off as that part of the value, not as an amount.
"""

from __future__ import annotations

from backend.planner.offline.words import is_share, stems_of
from backend.rules.language.terms import Arithmetic, Cell, Constant, Value
from backend.rules.phrasing import Phrases, number

phrase = Phrases()

_OF_ONE = frozenset({"share", "fraction", "ratio", "proportion"})
_OF_HUNDRED = frozenset({"percent"})


def kept_part(share: Cell) -> Value | None:
    """What is left of 1 when a column of shares, or of percentages, is taken off."""
    stems = {*stems_of(share.column)}
    if stems & _OF_HUNDRED:
        off: Value = Arithmetic(sign="/", left=share, right=number(100))
    elif stems & _OF_ONE:
        off = share
    else:
        return None
    return Arithmetic(sign="-", left=number(1), right=off)


phrase.words(
    "_taken_off",
    "less | minus | after | after deducting | after taking off | reduced by | net of | lowered by | "
    "diminished by | after subtracting | after applying | discounted by",
)


phrase.words("_taken_off_too", "taken off | deducted | off | applied")


@phrase("sum", "<sum> , _taken_off [its|their] <cell> [_taken_off_too]")
def share_taken_off(of: Value, share: Value) -> Value | None:
    """Days times the daily price, less the discount share."""
    kept = kept_part(share) if isinstance(share, Cell) else None
    is_share_too = isinstance(of, Cell) and is_share(of.column)
    if kept is None or is_share_too or isinstance(of, Constant):
        return None
    return Arithmetic(sign="*", left=of, right=kept)


@phrase("sum", "<sum> _taken_off [its|their] <cell> [_taken_off_too]")
def share_taken_off_product(of: Value, share: Value) -> Value | None:
    """Days times the daily price less the discount share; of a sum it is not clear what it is off."""
    is_sum = isinstance(of, Arithmetic) and of.sign in "+-"
    return None if is_sum else share_taken_off(of, share)
