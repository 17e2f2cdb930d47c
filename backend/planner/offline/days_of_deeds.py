"""Days of what was done to rows: orders sent by somebody on a Sunday were not placed on one."""

from __future__ import annotations

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.rules.language.terms import Not

_DONE_BY = frozenset({"_sent_by", "_goes_by"})
_OPEN_DAY = ("How old a row of ", "The weekday of a row of ", "The rows of ")


def refuse_days_of_deeds(node: Node, context: Context) -> None:
    """Pass a reading in which no day without a name stands beside something done.

    Raises:
        Misfit: "orders sent by them on a Sunday" was read of orders placed on a Sunday.
    """
    if not any(told.startswith(_OPEN_DAY) for told in context.assumptions):
        return
    if any(_tells_deed(part) for part in node.walk()):
        raise Misfit("it is not clear which date is meant, that of the row or of what was done")


def _tells_deed(part: Node) -> bool:
    if part.symbol in _DONE_BY:
        return True
    is_done = isinstance(part.meaning, Not) and part.symbol in ("rel", "rowvp")
    return is_done and bool(part.children) and part.children[-1].symbol == "acting"
