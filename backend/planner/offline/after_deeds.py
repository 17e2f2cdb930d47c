"""Within 2 days of being ordered: after the deed, and not on either side of it as of a date."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stems_of
from backend.rules.language.terms import Cell

_IS_DONE = frozenset({"being", "having", "getting"})


def refuse_other_sides(node: Node, tokens: Sequence[Token]) -> None:
    """Pass a reading in which what is done within a time of a deed is done after it.

    Raises:
        Misfit: it may come before the deed as well; or only after what is no deed but a date.
    """
    for part in node.walk():
        if part.symbol != "adj" or len(part.children) < 3 or part.children[0].symbol != "=within":
            continue
        of = part.children[-1]
        if of.symbol == "deed_done" and not _is_deed(of, tokens):
            raise Misfit("a date has two sides; say within how long after or before it")
        if of.symbol == "cell" and _is_of(part) and _is_deed(of, tokens):
            raise Misfit("what is done within a time of a deed comes after it")


def _is_of(part: Node) -> bool:
    return part.children[-2].symbol == "=of"


def _is_deed(of: Node, tokens: Sequence[Token]) -> bool:
    """Being ordered, or ordering, which is no word of the column."""
    first, last = tokens[of.start].low, tokens[of.end - 1].low
    name = of.meaning.column if isinstance(of.meaning, Cell) else ""
    is_own = last in name.lower().split("_") or last in stems_of(name)
    return first in _IS_DONE or (last.endswith("ing") and not is_own)
