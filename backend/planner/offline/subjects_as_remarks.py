"""A subject that a remark took away: team may, and then have at least 2 closed tickets."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token

_ENDS = frozenset({".", ";", ",", ":", "!", "(", ")", "-", "–", "but", "and", "while"})  # noqa: RUF001 - owners type these dashes
_GRANTS = (["cell", "=may"], ["cell", "=can"], ["cell", "=may", "=be"], ["cell", "=can", "=be"])


def refuse_subjects_as_remarks(node: Node, tokens: Sequence[Token]) -> None:
    """Pass a reading in which every "may" has its verb.

    Raises:
        Misfit: "team may have at least 2 closed tickets" was read as "team may (be empty)", and
            of the rest without a team.
    """
    for part in node.walk():
        if part.symbol != "remark" or [each.symbol for each in part.children] not in _GRANTS:
            continue
        if part.end < len(tokens) and tokens[part.end].low not in _ENDS:
            told = " ".join(token.text for token in tokens[part.start : part.end])
            raise Misfit(f"{told!r} begins what follows; say it of each group, as in 'Each … must'")
