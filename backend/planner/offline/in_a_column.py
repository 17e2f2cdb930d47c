"""In total, in another column: what is no column to sum up, and no group to be unique in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token
from backend.rules.duplicates import Duplicates
from backend.rules.language.terms import Cell
from backend.rules.rule import Rule

_ALTOGETHER = frozenset({"total", "sum", "all"})
_REPEATED = re.compile(r"\b(?:repeat|repeats|repeated|duplicated|copied) in (\w+)$")


def refuse_columns_behind_in(node: Node, rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a reading in which what stands behind "in" is told clearly.

    Raises:
        Misfit: "20 in total" was read of the column ``total``; "name must not be repeated in
            phone" of names that come twice with one phone.
    """
    words = [token.low for token in tokens]
    for part in node.walk():
        if part.symbol != "column" or not isinstance(part.meaning, Cell) or not part.start:
            continue
        is_in = words[part.start - 1] == "in" and part.end == part.start + 1
        if is_in and words[part.start] in _ALTOGETHER and part.meaning.column.lower() in words:
            name = part.meaning.column
            raise Misfit(
                f"'in {words[part.start]}' may tell of a sum, or of the column {name}: write "
                f"'the sum of {name}', or name the column that is summed up"
            )
    told = _REPEATED.search(" ".join(words).rstrip(" .!"))
    if told is None or not isinstance(rule, Duplicates):
        return
    if told[1] in [name.lower() for name in rule.columns]:
        raise Misfit(
            f"it may be repeated in the same row's {told[1]}, or among rows with the same "
            f"{told[1]}: write 'must differ from {told[1]}', or 'within each {told[1]}'"
        )
