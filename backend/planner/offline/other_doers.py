"""Values behind by, via and through that do not tell who did it: sent by a client, by Friday."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stems_of
from backend.rules.language.terms import Cell, Compare

_TIMES = frozenset({
    "day", "weekday", "week", "month", "quarter", "year", "season", "term", "semester",
    "date", "time", "deadline",
})  # fmt: skip
_PLACES = frozenset({
    "origin", "destination", "departure", "arrival", "from", "to", "city", "town", "country",
    "region", "state",
})  # fmt: skip
_TAKERS = frozenset({
    "customer", "client", "buyer", "recipient", "receiver", "patient", "guest", "passenger",
    "student", "pupil", "tenant", "borrower", "reader", "addressee", "consignee", "payee",
})  # fmt: skip
_GIVERS = frozenset({
    "seller", "vendor", "supplier", "clerk", "cashier", "librarian", "rep", "driver", "courier",
    "teacher",
})  # fmt: skip
_NAMES = frozenset({"name", "surname"})
_DONE_BY_TAKERS = frozenset({"bought", "taken", "returned", "booked", "paid"})
_DONE_BY_EITHER = frozenset({"made", "placed", "ordered", "requested", "signed"})
_DONE_BY_GIVERS = frozenset({"sold", "sent", "taught", "given", "kept", "built", "held"})
_WAYS = frozenset({"via", "through", "using"})
_TOLD = frozenset({"adjective", "state"})


def refuse_other_doers(node: Node, tokens: Sequence[Token]) -> None:
    """Pass a reading in which what stands behind by or via can have done it, or be the way.

    Raises:
        Misfit: "loans delivered by Ann" as those of the reader Ann; "by Friday" as a weekday; or
            "flights via Rome" as those that start there.
    """
    for part in node.walk():
        if part.symbol in ("rel", "rowvp") and part.children and part.children[-1].symbol in _TOLD:
            _refuse_doer(part, tokens)


def _refuse_doer(part: Node, tokens: Sequence[Token]) -> None:
    told, place = part.meaning, part.children[-1].start - 1
    while place > part.start and tokens[place].low in ("a", "an", "the"):
        place -= 1
    word, deed = tokens[place].low, tokens[place - 1].low
    if not isinstance(told, Compare) or not isinstance(told.left, Cell):
        return
    if {*stems_of(told.left.column)} & _others(word, deed):
        value, column = tokens[part.end - 1].text, told.left.column
        raise Misfit(
            f"'{word} {value}' may tell who did it, which way or until when, and {column} may tell "
            f"another thing; say 'whose {column} is {value}' if that is meant"
        )


def _others(word: str, deed: str) -> frozenset[str]:
    """What a column must not tell of the rows."""
    if word in _WAYS:
        return _TAKERS | _PLACES | _TIMES
    if word != "by":
        return frozenset()
    if deed in _DONE_BY_TAKERS:
        return _GIVERS | _TIMES | _NAMES
    is_deed = deed.endswith("ed") or deed in _DONE_BY_GIVERS
    is_other = is_deed and deed not in _DONE_BY_EITHER
    return _TIMES | (_TAKERS | _NAMES if is_other else frozenset())
