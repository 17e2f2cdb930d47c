"""Where something goes and where it comes from: flights to Oslo are none that start there."""

from __future__ import annotations

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Misfit
from backend.planner.offline.words import stems_of
from backend.rules.language.terms import Cell, Compare

_STARTS = frozenset({
    "from", "origin", "source", "departure", "depart", "sender", "sending", "start", "begin",
    "birth", "home", "seller", "payer", "giver", "shipper",
})  # fmt: skip
_GOALS = frozenset({
    "to", "destination", "dest", "target", "arrival", "arrive", "receiver", "recipient", "end",
    "goal", "delivery", "buyer", "payee", "consignee",
})  # fmt: skip
_UNFIT = {"=to": _STARTS, "=from": _GOALS}


def refuse_turned_ways(node: Node) -> None:
    """Pass a reading in which a value behind "to" or "from" is of a column that fits the word.

    Raises:
        Misfit: "flights to Oslo" were read as those whose origin is Oslo.
    """
    for part in node.walk():
        unfit = _UNFIT.get(part.children[0].symbol) if part.children else None
        told = part.meaning
        if part.symbol != "participle" or unfit is None or not isinstance(told, Compare):
            continue
        if isinstance(told.left, Cell) and unfit & set(stems_of(told.left.column)):
            word = part.children[0].symbol.removeprefix("=")
            raise Misfit(f"{told.left.column} does not tell what is meant by {word!r}; name it")
