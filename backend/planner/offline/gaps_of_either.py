"""Missing dates are an error: of a rule over two columns, either may be meant, or both."""

from __future__ import annotations

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Misfit
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import All, Cell, Compare, It, Missing, Not
from backend.rules.language.walk import walk
from backend.rules.rule import Rule


def refuse_gaps_of_either(node: Node, rule: Rule) -> None:
    """Pass a reading whose missing values can be those of one column only.

    Raises:
        Misfit: "shipped_on must not be before ordered_on. Missing dates are an error." asked for
            shipped_on alone.
    """
    if not isinstance(rule, BrokenRows) or not isinstance(rule.must, All):
        return
    if not any(part.symbol == "fault" and _is_gap(part) for part in node.walk()):
        return
    denied = [part.part for part in rule.must.parts if isinstance(part, Not)]
    gaps = (part.of for part in denied if isinstance(part, Missing))
    filled = {of for of in gaps if isinstance(of, Cell)}
    for part in rule.must.parts:
        if isinstance(part, Compare) and isinstance(part.left, Cell):
            told = {each for each in walk(part) if isinstance(each, Cell)}
            if len(told) > 1 and filled & told and not told <= filled:
                raise Misfit(
                    "it is not clear which empty cells are wrong; name their column, or say "
                    "'Empty cells are violations'"
                )


def _is_gap(part: Node) -> bool:
    told = part.meaning
    return isinstance(told, Missing) and isinstance(told.of, It)
