"""Phrases for groups of which there may be more or fewer: two or three numbers joined by dots."""

from __future__ import annotations

import re

from backend.planner.offline.phrases.formats.forms_groups import _one, grouped
from backend.rules.language.terms import Constant
from backend.rules.phrasing import Phrases

phrase = Phrases()
Pieces = tuple[tuple[str, str], ...]


def _many(low: Constant, high: Constant | None, unit: str, sign: str) -> Pieces | None:
    least, most = low.value, None if high is None else high.value
    if (
        not isinstance(least, int)
        or grouped(Constant(value=2, reads=low.reads), unit, sign) is None
    ):
        return None
    if most is not None and not (isinstance(most, int) and 0 < least < most < 100):
        return None
    one, mark = _one(unit, sign), re.escape(sign).replace(r"\ ", " ")
    times = f"{{{least - 1},{'' if most is None else int(most) - 1}}}"
    return ((f"{one}({mark}{one}){times}", "class"),) if least > 0 else None


@phrase(
    "grouped", "(between|from) <number> (and|to) <number> <group_unit> [,] _split_by <group_sign>"
)
@phrase(
    "grouped",
    "<number> (to|-|–) <number> <group_unit> [,] (_split_by <group_sign>|with <group_sign> _in_between)",
)
def some_groups(low: Constant, high: Constant, unit: str, sign: str) -> Pieces | None:
    """Two to four numbers joined by dots."""
    return _many(low, high, unit, sign)


@phrase(
    "grouped",
    "<number> or <number> <group_unit> [,] (_split_by <group_sign>|with <group_sign> _in_between)",
)
def one_more_group(low: Constant, high: Constant, unit: str, sign: str) -> Pieces | None:
    """Two or three numbers joined by dots; "two or four" leaves three out."""
    is_next = isinstance(low.value, int) and high.value == low.value + 1
    return _many(low, high, unit, sign) if is_next else None


@phrase(
    "grouped",
    "(at least <number>|<number> or more) <group_unit> [,] (_split_by <group_sign>|with <group_sign> _in_between)",
)
def groups_or_more(low: Constant, unit: str, sign: str) -> Pieces | None:
    """Two or more words joined by hyphens."""
    return _many(low, None, unit, sign)


@phrase(
    "grouped",
    "(at most <number>|up to <number>) <group_unit> [,] (_split_by <group_sign>|with <group_sign> _in_between)",
)
def groups_at_most(high: Constant, unit: str, sign: str) -> Pieces | None:
    """Up to four numbers joined by dots."""
    return _many(Constant(value=1, reads=high.reads), high, unit, sign)
